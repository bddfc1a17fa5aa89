import type { termContract } from '#contract/term.ts';
import type { HandlersOf } from '../context.ts';
export declare const termHandlers: HandlersOf<typeof termContract>;
