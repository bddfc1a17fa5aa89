import type { projectContract } from '#contract/project.ts';
import type { HandlersOf } from '../context.ts';
export declare const projectHandlers: HandlersOf<typeof projectContract>;
