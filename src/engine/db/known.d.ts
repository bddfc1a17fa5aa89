import type Database from 'better-sqlite3';
import { z } from 'zod';
import { type RowCounts } from './health.ts';
/** Everything about a workspace that must outlive the file itself is kept in this folder beside it. */
export declare const companionFolder: (path: string) => string;
declare const knownShape: z.ZodObject<{
    articles: z.ZodInt;
    paragraphs: z.ZodInt;
    history: z.ZodInt;
    lastHistory: z.ZodInt;
    checkedThrough: z.ZodDefault<z.ZodInt>;
}, z.core.$strip>;
/** The least the file must hold. Files made by others of the same shape only ever raise it. */
export type Known = z.output<typeof knownShape>;
/** The parts of an opened workspace that are needed here. */
export interface Recordable {
    db: Database.Database;
    path: string;
    readOnly: boolean;
}
/** Null where nothing was recorded or the record itself cannot be read: then nothing can be said. */
export declare const readKnown: (path: string) => Known | null;
/** True where a workspace was at this path before, even if its record can no longer be read. */
export declare const wasKnown: (path: string) => boolean;
export declare const writeKnown: (path: string, known: Known) => void;
/**
 * Records how much the workspace holds now. Cheap (four counts and a small file), meant for opening, closing and once
 * in a while between. The counts are read again after the record is written: another process may have emptied the
 * trash in between, and a record that is too high would refuse a healthy file.
 */
export declare const recordKnown: (workspace: Recordable, checkedThrough?: number) => void;
/**
 * To be called before rows are deleted for good (emptying the trash), outside the transaction that deletes them: the
 * record is a lower bound and must never say more than the file will hold. Call `recordKnown` when they are gone.
 */
export declare const recordKnownBefore: (workspace: Recordable, removed: Partial<RowCounts>) => void;
/** Throws `workspace-lost-rows` with both counts when the file holds less than was recorded. */
export declare const refuseLostRows: (db: Database.Database, path: string) => void;
export {};
