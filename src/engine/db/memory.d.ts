import type { Memory } from '#contract/memory.ts';
import type { TranslationUnit } from '#core/model/memory.ts';
import type { Reader, Writer } from './database.ts';
export declare const listMemories: (db: Reader) => Memory[];
/** The workspace's first memory; made where there is none. */
export declare const firstMemory: (db: Writer, at: string) => number;
/** All units in use with ids above `after`, at most `limit`, in the order of ids. */
export declare const listUnits: (db: Reader, after?: number, limit?: number) => TranslationUnit[];
/** In no order; removed ones and ids that are none are left out. */
export declare const getUnits: (db: Reader, ids: readonly number[]) => TranslationUnit[];
/** Units of sources with this signature, at most `limit`, the latest kept first. */
export declare const unitsWithSignature: (db: Reader, signature: string, limit: number) => number[];
/** Units whose source or target holds the text, newest first, and how many there are; all for an empty text. */
export declare const searchUnits: (db: Reader, text: string, offset: number, limit: number) => {
    units: TranslationUnit[];
    total: number;
};
export interface NewUnit {
    source: string;
    target: string;
    signature: string;
    previousSignature: string;
    nextSignature: string;
    origin: string;
    articleId: number | null;
    paragraphId: number | null;
}
/**
 * Keeps a translation: the unit of the same source between the same neighbours takes the new target, its old one going
 * into its history; where there is none, one is made. Gives the unit, and whether anything changed.
 */
export declare const keepUnit: (db: Writer, unit: NewUnit, at: string) => {
    unit: TranslationUnit;
    changed: boolean;
};
/** Throws `not-found`. */
export declare const removeUnits: (db: Writer, ids: readonly number[], at: string) => void;
/** Throws `not-found`, and `duplicate` where the same source was kept anew meanwhile between the same neighbours. */
export declare const restoreUnits: (db: Writer, ids: readonly number[]) => TranslationUnit[];
