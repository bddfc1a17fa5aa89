import type { SaveConflict } from '#contract/article.ts';
import type { Paragraph, ParagraphStatus, RevisionOrigin } from '#core/model/article.ts';
import type { TranslationUnit } from '#core/model/memory.ts';
import type { Writer } from './database.ts';
import { type StoredParagraph } from './paragraph.ts';
export interface Edit {
    id: number;
    target: string;
    baseRevision: number;
    status?: ParagraphStatus | undefined;
    origin: RevisionOrigin;
}
export interface Saved {
    saved: Paragraph[];
    conflicts: SaveConflict[];
    locked: number[];
    /** What others have to hear of. */
    articles: Map<number, number[]>;
    /** Articles whose annotations moved. */
    moved: Set<number>;
    units: TranslationUnit[];
}
/** A paragraph without a target is untranslated unless it is confirmed to have none; one with a target is not. */
export declare const fittingStatus: (status: ParagraphStatus, target: string) => ParagraphStatus;
/** Makes or brings up to date the memory's unit of a confirmed paragraph; null where there is nothing to keep. */
export declare const keepConfirmed: (db: Writer, paragraph: StoredParagraph, at: string, origin?: string) => TranslationUnit | null;
/**
 * Saves targets, each against the revision it was based on. A stale one is not written: it is reported and its text is
 * kept in the history. A locked paragraph is not written either. What changes nothing counts as saved without a new
 * revision. Throws `not-found` before anything is written. To be called in a transaction.
 */
export declare const saveTargets: (db: Writer, edits: readonly Edit[], at: string) => Saved;
