import type { Writer } from './database.ts';
import { type Migration } from './migrate.ts';
/** How long a call waits for another process's lock, in ms: the thread it waits on serves somebody who types. */
export declare const BUSY_TIMEOUT = 250;
export interface OpenOptions {
    now: () => Date;
    /** Make a workspace where none ever was. */
    create: boolean;
    /** For tests of migrations. */
    migrations?: readonly Migration[];
}
export interface OpenedWorkspace {
    /** With `readOnly` SQLite itself refuses writes (`read-only`). */
    db: Writer;
    /** Absolute. */
    path: string;
    readOnly: boolean;
    schema: number;
    /** Such as '3.54.1'. */
    sqliteVersion: string;
    created: boolean;
    /** Records what the file holds and closes it. May be called twice. */
    close(): void;
}
/**
 * Opens a workspace, or refuses with an AppError having changed nothing: `workspace-empty` (0 bytes), `-foreign`,
 * `-newer`, `-damaged` (details.problems or details.paragraphs), `-missing`, `-lost-rows` (details.known and
 * details.found), `-locked` (another process holds it alone; waited for at most BUSY_TIMEOUT), `file-not-found`,
 * `file-unreadable`, `sqlite-too-old`, `read-only` (an older schema that may not be written), `migration-failed`.
 */
export declare const openWorkspace: (path: string, options: OpenOptions) => Promise<OpenedWorkspace>;
