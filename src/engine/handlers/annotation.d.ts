import type { annotationContract } from '#contract/annotation.ts';
import type { HandlersOf } from '../context.ts';
export declare const annotationHandlers: HandlersOf<typeof annotationContract>;
