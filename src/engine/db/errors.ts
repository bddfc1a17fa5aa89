import { AppError, type ErrorCode } from '#contract/error.ts'

const SQLITE_CODES: readonly (readonly [prefix: string, code: ErrorCode, message: string])[] = [
  ['SQLITE_FULL', 'disk-full', 'There is no room left on the disk.'],
  ['SQLITE_BUSY', 'busy', 'Another process is writing to the workspace.'],
  ['SQLITE_LOCKED', 'busy', 'Another part of Naranhi is writing to the workspace.'],
  ['SQLITE_READONLY', 'read-only', 'The workspace can only be read.'],
  ['SQLITE_PERM', 'read-only', 'The workspace may not be written.'],
  ['SQLITE_CORRUPT', 'workspace-damaged', 'The workspace file is damaged.'],
  ['SQLITE_NOTADB', 'workspace-damaged', 'The workspace file is damaged.'],
  ['SQLITE_IOERR', 'file-unreadable', 'The disk gave an error for the workspace file.'],
  ['SQLITE_CANTOPEN', 'file-unreadable', 'The workspace file could not be opened.'],
  ['SQLITE_TOOBIG', 'file-too-large', 'A value is too large for the workspace.'],
]

const SYSTEM_CODES: Readonly<Record<string, readonly [code: ErrorCode, message: string]>> = {
  ENOSPC: ['disk-full', 'There is no room left on the disk.'],
  EDQUOT: ['disk-full', 'The disk quota is used up.'],
  EACCES: ['file-unwritable', 'The file or folder may not be used.'],
  EPERM: ['file-unwritable', 'The file or folder may not be used.'],
  EROFS: ['read-only', 'The disk can only be read.'],
  ENOENT: ['file-not-found', 'The file is not there.'],
  EIO: ['file-unreadable', 'The disk gave an error.'],
}

/** The code SQLite or the system gave, such as SQLITE_BUSY_SNAPSHOT or ENOSPC; '' where there is none. */
export const causeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

/**
 * Any error as the one that crosses a wall. SQLite's extended codes go by their prefix, and the exact one stays in
 * `details.cause`. Disk writes that fail inside SQLite for want of room come as SQLITE_IOERR_WRITE on some systems;
 * they are named as the disk's error, since the two cannot be told apart there.
 */
export const toAppError = (error: unknown): AppError => {
  if (error instanceof AppError) return error
  const cause = causeOf(error)
  const sqlite = SQLITE_CODES.find(([prefix]) => cause === prefix || cause.startsWith(`${prefix}_`))
  if (sqlite) return new AppError(sqlite[1], sqlite[2], { cause })
  const system = SYSTEM_CODES[cause]
  if (system) return new AppError(system[0], system[1], { cause })
  return new AppError('internal', 'Something unexpected happened.', {
    cause: cause || (error instanceof Error ? error.message : String(error)),
  })
}
