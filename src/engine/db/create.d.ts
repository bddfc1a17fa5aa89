import { type Migration } from './migrate.ts';
/**
 * Makes an empty workspace under another name and puts it in place whole: one that was cut off while it was made would
 * look like one that lost everything. False when another process was first; nothing is ever overwritten.
 */
export declare const createWorkspace: (path: string, migrations: readonly Migration[]) => boolean;
