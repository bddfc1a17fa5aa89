import type { jobContract } from '#contract/job.ts';
import type { HandlersOf } from '../context.ts';
export declare const jobHandlers: HandlersOf<typeof jobContract>;
