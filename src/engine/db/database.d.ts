import type Database from 'better-sqlite3';
declare const reader: unique symbol;
declare const writer: unique symbol;
/**
 * A connection somebody may read through. Functions that only read ask for this one, so a query handler cannot
 * reach a function that writes.
 */
export type Reader = Database.Database & {
    readonly [reader]: true;
};
/** A connection somebody may write through; `inTransaction` hands it out. */
export type Writer = Reader & {
    readonly [writer]: true;
};
/**
 * Runs `work` in one BEGIN IMMEDIATE transaction and gives its result after COMMIT; rolls back if it throws. Nested
 * calls join the outer transaction.
 */
export declare const inTransaction: <Result>(db: Writer, work: (db: Writer) => Result) => Result;
export {};
