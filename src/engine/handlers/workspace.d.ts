import type { workspaceContract } from '#contract/workspace.ts';
import type { HandlersOf } from '../context.ts';
export declare const workspaceHandlers: HandlersOf<typeof workspaceContract>;
