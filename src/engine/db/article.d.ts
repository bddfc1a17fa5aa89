import type { ArticleHit } from '#contract/article.ts';
import type { ArticleHead, ArticleSummary } from '#core/model/article.ts';
import type { Reader, Writer } from './database.ts';
export declare const listArticles: (db: Reader, projectId: number | undefined, trashed: boolean) => ArticleSummary[];
/** Throws `not-found`; one in the trash is found. */
export declare const getArticle: (db: Reader, id: number) => ArticleSummary;
/** Throws `not-found` naming the first id that is none. */
export declare const requireArticles: (db: Reader, ids: readonly number[]) => void;
export interface NewArticle {
    projectId: number;
    head: ArticleHead;
    at: string;
    /** What stands in `trashed_at` while the article is being brought in. */
    marker?: string;
}
export declare const addArticle: (db: Writer, article: NewArticle) => number;
export interface Origin {
    fileName: string;
    encoding: string;
    bytes: Uint8Array;
}
/** The bytes an article came from, as they were. */
export declare const keepOrigin: (db: Writer, articleId: number, origin: Origin) => void;
/** `head` as it is to be: see `changedHead` for a part of one. */
export declare const updateHead: (db: Writer, id: number, head: ArticleHead, at: string) => void;
type HeadChange = {
    readonly [K in keyof ArticleHead]?: ArticleHead[K] | undefined;
};
/** A head with what was named changed. */
export declare const changedHead: (head: ArticleHead, change: HeadChange) => ArticleHead;
export declare const touchArticle: (db: Writer, id: number, at: string) => void;
export declare const moveArticles: (db: Writer, ids: readonly number[], projectId: number) => void;
export declare const trashArticles: (db: Writer, ids: readonly number[], at: string) => void;
/** An article whose project lies in the trash brings the project back, though not the other articles of it. */
export declare const restoreArticles: (db: Writer, ids: readonly number[]) => void;
export declare const keepPlace: (db: Writer, id: number, paragraphId: number, offset: number) => void;
/** Null when none was kept, or the paragraph stands in the article no more. */
export declare const getPlace: (db: Reader, id: number) => {
    paragraphId: number;
    offset: number;
} | null;
/** At most one hit an article: the head before the text, the first paragraph before later ones. Articles in use only. */
export declare const searchArticles: (db: Reader, text: string) => ArticleHit[];
export {};
