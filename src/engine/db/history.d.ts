import type { ParagraphRevision, ParagraphStatus, RevisionOrigin } from '#core/model/article.ts';
import type { Reader, Writer } from './database.ts';
export interface HistoryEntry {
    paragraphId: number;
    revision: number;
    source: string;
    target: string;
    status: ParagraphStatus;
    origin: RevisionOrigin;
}
export declare const addHistory: (db: Writer, entry: HistoryEntry, at: string) => number;
/** Keeps a text that was refused. A save that is tried again with the same text is kept once. */
export declare const addRefused: (db: Writer, entry: Omit<HistoryEntry, "origin">, at: string) => void;
/** Oldest first. Refused texts (`conflict`) carry the revision they were based on. */
export declare const listHistory: (db: Reader, paragraphId: number) => ParagraphRevision[];
/** Throws `not-found`. */
export declare const getHistory: (db: Reader, paragraphId: number, sequence: number) => ParagraphRevision;
