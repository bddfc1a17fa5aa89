import { z } from 'zod';
import type { Backup } from '#contract/workspace.ts';
import { type RowCounts } from './health.ts';
declare const recordShape: z.ZodObject<{
    createdAt: z.ZodString;
    bytes: z.ZodInt;
    articles: z.ZodInt;
    paragraphs: z.ZodInt;
    history: z.ZodInt;
    lastHistory: z.ZodInt;
    schema: z.ZodInt;
    sha256: z.ZodString;
    stamp: z.ZodString;
}, z.core.$strip>;
export type BackupRecord = z.output<typeof recordShape>;
export interface ListedBackup extends Backup {
    sequence: number;
    record: BackupRecord | null;
}
export declare const recordFile: (path: string, name: string) => string;
/** Newest first by sequence, with what was recorded of each. One without its record counts as unverified. */
export declare const listWithRecords: (path: string) => ListedBackup[];
/** Newest first by the order they were made in, whatever the clock said. */
export declare const listBackups: (path: string) => Backup[];
export declare const nameOf: (sequence: number, at: Date, reason: Backup["reason"]) => string;
export declare const sha256: (file: string) => string;
/**
 * Opens a copy nobody else uses, checks its structure and every paragraph's text, and counts it. It is opened for
 * writing, though nothing is written: only so does SQLite take its own files beside it away again.
 * Throws `backup-damaged`.
 */
export declare const verifyCopy: (file: string) => RowCounts & {
    schema: number;
};
export {};
