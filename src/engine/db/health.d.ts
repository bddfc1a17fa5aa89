import type Database from 'better-sqlite3';
/** Older ones can corrupt a file in WAL mode that two connections write to. */
export declare const LEAST_SQLITE = "3.51.3";
export declare const sqliteVersion: (db: Database.Database) => string;
/** Throws `sqlite-too-old` for a version such as '3.46.1'. */
export declare const requireSqlite: (version: string) => void;
/** What is wrong with the structure; empty when nothing is. Reads every page, but does not compare the indexes. */
export declare const quickCheck: (db: Database.Database) => string[];
/** The same with every index compared to its table, and every reference to its row. */
export declare const integrityCheck: (db: Database.Database) => string[];
export interface RowCounts {
    articles: number;
    paragraphs: number;
    history: number;
    /** The highest sequence ever given in paragraph_history; does not fall when rows are deleted. */
    lastHistory: number;
}
export declare const countRows: (db: Database.Database) => RowCounts;
export interface DamagedParagraph {
    id: number;
    articleId: number;
}
export interface ContentCheck {
    checked: number;
    /** At most 100 of them. */
    damaged: DamagedParagraph[];
    /** Where to go on (as `after`) when time ran out; null when the last paragraph was reached. */
    next: number | null;
}
/**
 * Compares the text of paragraphs with the hash written with it, in the order of ids, those above `after` and up to
 * `through`. Stops after `milliseconds` (looked at every 64 paragraphs).
 */
export declare const checkContent: (db: Database.Database, { after, through, milliseconds }?: {
    after?: number | undefined;
    through?: number | undefined;
    milliseconds?: number | undefined;
}) => ContentCheck;
/** Throws `workspace-damaged` naming the paragraphs. */
export declare const refuseDamaged: (check: ContentCheck, path: string) => void;
