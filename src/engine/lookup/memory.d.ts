import type { MemoryMatch, TranslationUnit } from '#core/model/memory.ts';
import type { Reader } from '../db/database.ts';
export interface MemoryQuery {
    text: string;
    /** Similarity 0–100. */
    floor: number;
    limit: number;
    /** Signatures of the neighbouring sources; left out where nothing is known of them. */
    previousSignature?: string;
    nextSignature?: string;
    /** Units kept of this paragraph are left out. */
    withoutParagraph?: number;
}
/** The sources of the memory in memory; read at the first question, some thousands at a time. */
export interface MemoryLookup {
    find(query: MemoryQuery): Promise<MemoryMatch[]>;
    /** Follows units that were committed. */
    put(units: readonly TranslationUnit[]): void;
    remove(ids: readonly number[]): void;
    /** Forgets all; the next question reads anew. */
    reset(): void;
}
export declare const createMemoryLookup: (db: Reader) => MemoryLookup;
