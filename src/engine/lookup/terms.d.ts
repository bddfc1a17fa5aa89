import type { TermHitDetail } from '#contract/term.ts';
import { type Term, type TermStatus } from '#core/model/term.ts';
import type { Reader } from '../db/database.ts';
type Sort = 'source' | 'target' | 'updated' | 'status' | 'domain';
export interface TermQuery {
    search: string;
    status?: TermStatus | undefined;
    sort: Sort;
    descending: boolean;
    offset: number;
    limit: number;
}
/** The terms of a workspace in memory, with the matcher over them; read at the first question. */
export interface TermLookup {
    /** Terms in a text, the terms of a hit preferred first. Offsets are UTF-16 code units of `text`. */
    find(text: string): TermHitDetail[];
    list(query: TermQuery): {
        terms: Term[];
        total: number;
    };
    /** Follows a change that was committed. A changed term is both removed and added. */
    update(removed: readonly number[], added: readonly Term[]): void;
    /** Forgets all; the next question reads anew. */
    reset(): void;
}
export declare const createTermLookup: (db: Reader) => TermLookup;
export {};
