import type { memoryContract } from '#contract/memory.ts';
import type { HandlersOf } from '../context.ts';
export declare const memoryHandlers: HandlersOf<typeof memoryContract>;
