import { AppError } from '#contract/error.ts';
/** A format's refusal as the error that crosses a wall, its place in the file with it; null for other errors. */
export declare const failureOf: (error: unknown) => AppError | null;
