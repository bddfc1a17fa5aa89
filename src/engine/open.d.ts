import type { Engine, EngineOptions } from './engine.ts';
/**
 * Opens the workspace and gives the engine. A workspace that cannot be opened is no reason not to start: then
 * `workspace.state` says why, `workspace.restore` and `workspace.reopen` work, and every other call answers
 * `workspace-closed`.
 */
export declare const openEngine: (options: EngineOptions) => Promise<Engine>;
