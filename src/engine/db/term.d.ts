import type { Glossary } from '#contract/term.ts';
import type { Term, TermStatus } from '#core/model/term.ts';
import type { Reader, Writer } from './database.ts';
export declare const listGlossaries: (db: Reader) => Glossary[];
/** The id of the glossary of that name; made where there is none. */
export declare const glossaryNamed: (db: Writer, name: string, at: string) => number;
/** The workspace's first glossary; made where there is none. */
export declare const firstGlossary: (db: Writer, at: string) => number;
export declare const requireGlossary: (db: Reader, id: number) => void;
export declare const listTerms: (db: Reader) => Term[];
/** Throws `not-found`, for a removed one too. */
export declare const getTerm: (db: Reader, id: number) => Term;
export declare const findTwin: (db: Reader, term: Pick<Term, "glossaryId" | "source" | "target">) => Term | undefined;
export interface NewTerm {
    glossaryId: number;
    source: string;
    target: string;
    status: TermStatus;
    domain: string;
    note: string;
    origin: string;
}
/** Throws `duplicate` with the term that is there in `details.term`. */
export declare const addTerm: (db: Writer, term: NewTerm, at: string) => Term;
export type TermChange = Partial<Pick<Term, 'source' | 'target' | 'status' | 'domain' | 'note'>>;
/** Throws `not-found`, `duplicate`. */
export declare const updateTerm: (db: Writer, id: number, change: TermChange, at: string) => Term;
/** Gives the ids that were removed now; throws `not-found` for ids that never were. */
export declare const removeTerms: (db: Writer, ids: readonly number[], at: string) => void;
/** Throws `duplicate` where the same term was added anew meanwhile. */
export declare const restoreTerms: (db: Writer, ids: readonly number[]) => Term[];
