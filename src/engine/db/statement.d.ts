import type { RunResult } from 'better-sqlite3';
import type { Reader, Writer } from './database.ts';
export declare const rows: <Row>(db: Reader, sql: string, ...parameters: unknown[]) => Row[];
export declare const row: <Row>(db: Reader, sql: string, ...parameters: unknown[]) => Row | undefined;
/** The first column of the first row. */
export declare const value: <Value>(db: Reader, sql: string, ...parameters: unknown[]) => Value | undefined;
/** The first column of all rows. */
export declare const values: <Value>(db: Reader, sql: string, ...parameters: unknown[]) => Value[];
export declare const run: (db: Writer, sql: string, ...parameters: unknown[]) => RunResult;
/** Runs an INSERT and gives the row's id. */
export declare const insert: (db: Writer, sql: string, ...parameters: unknown[]) => number;
/** Several reads of one moment, whatever another process writes in between. */
export declare const inSnapshot: <Result>(db: Reader, work: (db: Reader) => Result) => Result;
/** A list of ids as one parameter, for `IN (SELECT value FROM json_each(?))`. */
export declare const idList: (ids: readonly number[]) => string;
