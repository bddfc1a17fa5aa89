import type { ParagraphStatus } from '#core/model/article.ts';
import type { TranslationUnit } from '#core/model/memory.ts';
import { type PlaceKeeper } from './anchors.ts';
import type { Writer } from './database.ts';
import { type StoredParagraph } from './paragraph.ts';
export interface Restructure {
    articleId: number;
    before: readonly {
        id: number;
        baseRevision: number;
    }[];
    after: readonly {
        id: number | null;
        source: string;
        target: string;
        status: ParagraphStatus;
    }[];
    origin: 'split' | 'join';
}
export interface Restructured {
    /** The run that stands there now, in order. */
    paragraphs: StoredParagraph[];
    units: TranslationUnit[];
    /** Whether annotations moved. */
    moved: boolean;
}
/**
 * Replaces a run of neighbouring paragraphs by another with the same content. To be called in a transaction.
 * Throws `not-found`, `conflict`, `paragraph-locked`, `content-changed`, `paragraph-too-long`.
 */
export declare const restructure: (db: Writer, change: Restructure, places: PlaceKeeper, at: string) => Restructured;
export interface SourceEdit {
    id: number;
    source: string;
    baseRevision: number;
}
/**
 * Gives a paragraph another source; its target and status stay. To be called in a transaction.
 * Throws `not-found`, `conflict`, `paragraph-locked`, `paragraph-too-long`.
 */
export declare const editSource: (db: Writer, { id, source, baseRevision }: SourceEdit, at: string) => Restructured;
