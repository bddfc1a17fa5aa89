import { AppError, type ErrorShape } from '#contract/error.ts';
import type { JobState } from '#contract/job.ts';
export interface JobTools {
    readonly signal: AbortSignal;
    /** What is done of what; `total` is 0 while unknown. Throws `cancelled` once the job was cancelled. */
    report(done: number, total: number, note?: string): void;
    /** Lets everything else that waits have its turn. Throws `cancelled` once the job was cancelled. */
    rest(): Promise<void>;
}
export interface JobRunner {
    /** Starts on the next turn and gives the id. */
    start(call: string, work: (tools: JobTools) => Promise<unknown>): string;
    list(): JobState[];
    /** Asks a job to stop; one that has ended stays as it is. Throws `not-found`. */
    cancel(id: string): void;
    /** The result, or rejects with the job's error. Throws `not-found`. */
    wait(id: string): Promise<unknown>;
    running(): number;
    /** Cancels all and waits until they have stopped. */
    end(): Promise<void>;
}
export interface RunnerOptions {
    emit: (state: JobState) => void;
    /** Any error as the shape that crosses a wall. */
    shape: (error: unknown) => ErrorShape;
    now: () => string;
    /** Milliseconds of some clock that does not go back. */
    elapsed?: () => number;
}
/** One turn of the event loop, in which waiting calls are answered. */
export declare const rest: () => Promise<void>;
export declare const cancelled: () => AppError;
export declare const createRunner: ({ emit, shape, now, elapsed }: RunnerOptions) => JobRunner;
