import type { ImportResult } from '#contract/exchange.ts';
import type { ParsedInputOf } from '#contract/index.ts';
import type { JobContext } from '../context.ts';
type Input = ParsedInputOf<'import.run'>;
/** All articles of all items land, or none does; nothing of them is seen before. */
export declare const runImport: (input: Input, context: JobContext) => Promise<ImportResult>;
export {};
