import { AppError } from '#contract/error.ts';
/** The code SQLite or the system gave, such as SQLITE_BUSY_SNAPSHOT or ENOSPC; '' where there is none. */
export declare const causeOf: (error: unknown) => string;
/**
 * Any error as the one that crosses a wall. SQLite's extended codes go by their prefix, and the exact one stays in
 * `details.cause`. Disk writes that fail inside SQLite for want of room come as SQLITE_IOERR_WRITE on some systems;
 * they are named as the disk's error, since the two cannot be told apart there.
 */
export declare const toAppError: (error: unknown) => AppError;
