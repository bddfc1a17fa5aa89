import type { Backup } from '#contract/workspace.ts';
import { type ListedBackup } from './backupFolder.ts';
import { type Recordable } from './known.ts';
export { listBackups } from './backupFolder.ts';
export { restoreBackup } from './restore.ts';
export declare const KEPT_BACKUPS = 20;
/** Those beyond the newest KEPT_BACKUPS, but never the newest verified one. */
export declare const toPrune: <Listed extends Pick<ListedBackup, "verified">>(newestFirst: readonly Listed[]) => Listed[];
/**
 * Makes a backup by SQLite's backup interface, reopens it, checks structure and texts, compares the counts, and only
 * then gives it its name; its description is written first, so that a backup with a name is a whole one. Older ones
 * beyond the newest KEPT_BACKUPS are removed afterwards. Throws `workspace-damaged` (the workspace itself failed the
 * check), `backup-damaged` (the copy did), `disk-full`, `read-only`. Checking blocks the thread; copying does not.
 */
export declare const backUp: (workspace: Recordable, reason: Backup["reason"], now: () => Date) => Promise<Backup>;
/**
 * The backup of the day, to be asked for after opening: made when the newest verified one is of another day (earlier
 * or, where the clock went back, later) and the file changed since. Null when none was due.
 */
export declare const backUpDaily: (workspace: Recordable, now: () => Date) => Promise<Backup | null>;
