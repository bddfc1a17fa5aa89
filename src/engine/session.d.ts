import type { AppEvent } from '#contract/event.ts';
import type { WorkspaceState } from '#contract/workspace.ts';
import { type OpenedWorkspace } from './db/open.ts';
import type { EngineOptions } from './engine.ts';
import type { Scratch } from './files/scratch.ts';
import type { JobRunner } from './jobs/runner.ts';
import { type MemoryLookup } from './lookup/memory.ts';
import { type TermLookup } from './lookup/terms.ts';
import { type PlaceKeeper } from './db/anchors.ts';
/** An open workspace with what is kept in memory of it. */
export interface OpenRoom {
    readonly workspace: OpenedWorkspace;
    readonly firstStart: boolean;
    readonly terms: TermLookup;
    readonly memory: MemoryLookup;
    readonly places: PlaceKeeper;
}
/** All that lives as long as the engine does. */
export interface Session {
    readonly path: string;
    readonly resources: string;
    readonly clock: () => Date;
    readonly jobs: JobRunner;
    readonly scratch: Scratch;
    emit(event: AppEvent): void;
    state(): WorkspaceState;
    /** Throws `workspace-closed` where none is open. */
    room(): OpenRoom;
    /** Closes what is open and tries again. Never throws: what went wrong is the state. */
    reopen(): Promise<void>;
    /** Throws what `restoreBackup` throws; the workspace is then open again as it was. */
    restore(backup: string): Promise<void>;
    close(): Promise<void>;
}
export interface SessionParts {
    jobs: JobRunner;
    scratch: Scratch;
    emit(event: AppEvent): void;
}
export declare const createSession: (options: EngineOptions, { jobs, scratch, emit }: SessionParts) => Session;
