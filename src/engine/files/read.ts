import { constants } from 'node:fs'
import { open } from 'node:fs/promises'
import { AppError } from '#contract/error.ts'
import { causeOf } from '../db/errors.ts'

/** Bytes. Larger files are not articles. */
export const MAX_FILE = 64 * 1024 * 1024

const failure = (error: unknown, path: string): AppError => {
  if (error instanceof AppError) return error
  const cause = causeOf(error)
  return cause === 'ENOENT' || cause === 'ENOTDIR'
    ? new AppError('file-not-found', 'The file is not there.', { path, cause })
    : new AppError('file-unreadable', 'The file could not be read.', { path, cause })
}

/**
 * All bytes of a file. Throws `file-not-found`, `file-unreadable` (a folder, a device, no permission) or
 * `file-too-large` (over `limit` bytes), each with the path.
 */
export const readBytes = async (path: string, limit = MAX_FILE): Promise<Uint8Array> => {
  try {
    // Without waiting: opening a pipe that nobody writes to would never end.
    const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    try {
      const found = await file.stat()
      if (!found.isFile())
        throw new AppError('file-unreadable', 'This is not a file.', {
          path,
          kind: found.isDirectory() ? 'folder' : 'other',
        })
      if (found.size > limit)
        throw new AppError('file-too-large', 'The file is too large.', { path, bytes: found.size, limit })
      return await file.readFile()
    } finally {
      await file.close()
    }
  } catch (error) {
    throw failure(error, path)
  }
}
