import type { Paragraph, ParagraphStatus, RevisionOrigin } from '#core/model/article.ts';
import type { Reader, Writer } from './database.ts';
/** A paragraph with what only the engine knows; `position` is null for one that was set aside. */
export interface StoredParagraph extends Omit<Paragraph, 'position'> {
    position: number | null;
    articleId: number;
}
/** As it crosses the wall. The position of one that was set aside is −1. */
export declare const toParagraph: (stored: StoredParagraph) => Paragraph;
/** In order, without those set aside. */
export declare const listParagraphs: (db: Reader, articleId: number) => StoredParagraph[];
export declare const findParagraph: (db: Reader, id: number) => StoredParagraph | undefined;
/** Throws `not-found`; one that was set aside is found. */
export declare const getParagraph: (db: Reader, id: number) => StoredParagraph;
/** In the order of `ids`; throws `not-found`. */
export declare const getParagraphs: (db: Reader, ids: readonly number[]) => StoredParagraph[];
/** The paragraphs that stand before and after a place of an article. */
export declare const neighbourSources: (db: Reader, articleId: number, position: number) => {
    previous: string | null;
    next: string | null;
};
export interface NewParagraph {
    articleId: number;
    position: number | null;
    source: string;
    /** What came in, where NFC changed it. */
    original?: string | null;
    target: string;
    status: ParagraphStatus;
    locked?: boolean;
    origin: RevisionOrigin;
}
/** A paragraph of revision 0, with the first row of its history. */
export declare const addParagraph: (db: Writer, paragraph: NewParagraph, at: string) => StoredParagraph;
export interface ParagraphChange {
    source?: string;
    target?: string;
    status?: ParagraphStatus;
    locked?: boolean;
}
/** One revision further, with its row in the history. The caller has compared the revision. */
export declare const revise: (db: Writer, before: StoredParagraph, change: ParagraphChange, origin: RevisionOrigin, at: string) => StoredParagraph;
export declare const place: (db: Writer, id: number, position: number | null) => void;
/** Moves everything from a position on by so many places. */
export declare const shift: (db: Writer, articleId: number, from: number, by: number) => void;
