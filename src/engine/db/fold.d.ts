import type { Reader } from './database.ts';
/** What is searched for, as `foldFor`'s function gives the text it is searched in: NFC, without case. */
export declare const foldNeedle: (text: string) => string;
/**
 * The SQL function that takes case away for this needle. SQLite's own lower() knows ASCII alone; a needle with other
 * letters that have case (É) goes through JavaScript, which is slower.
 */
export declare const foldFor: (db: Reader, needle: string) => "lower" | "fold_case";
