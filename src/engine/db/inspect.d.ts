import type Database from 'better-sqlite3';
/** What can be said from the first 100 bytes, without SQLite. Throws `workspace-empty`, `-foreign`, `-damaged`, `-newer`. */
export declare const inspectHeader: (path: string, latest: number) => void;
/**
 * Everything that is checked through SQLite before a workspace is used; reads only. Gives the id up to which texts were
 * compared with their hashes, 0 when all were: a very large workspace is compared in parts, opening by opening.
 * Throws `workspace-newer`, `-damaged`, `-lost-rows`.
 */
export declare const inspect: (db: Database.Database, path: string, latest: number) => number;
