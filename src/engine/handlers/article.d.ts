import type { articleContract } from '#contract/article.ts';
import type { HandlersOf } from '../context.ts';
export declare const articleHandlers: HandlersOf<typeof articleContract>;
