import { randomUUID } from 'node:crypto'
import { open, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { AppError } from '#contract/error.ts'
import { causeOf, toAppError } from '../db/errors.ts'

const failure = (error: unknown, path: string): AppError => {
  if (error instanceof AppError) return error
  const known = toAppError(error)
  const cause = causeOf(error)
  const code = known.code === 'disk-full' ? 'disk-full' : 'file-unwritable'
  return new AppError(code, 'The file could not be written.', { path, cause })
}

const syncFolder = async (folder: string): Promise<void> => {
  // Windows cannot open a folder and needs no such call.
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** A file that is written whole beside its place and not yet in it. */
export interface PendingFile {
  path: string
  bytes: number
  /** Puts it in place in one step; what was there is replaced. */
  commit(): Promise<void>
  /** Leaves everything as it was. After `commit` it does nothing. */
  discard(): Promise<void>
}

/** Throws `file-unwritable` or `disk-full` with the path; nothing is left behind then. */
export const prepareFile = async (path: string, bytes: Uint8Array): Promise<PendingFile> => {
  const temporary = join(dirname(path), `.${basename(path).slice(0, 60)}.${randomUUID().slice(0, 8)}.part`)
  let pending = true
  const discard = async (): Promise<void> => {
    if (!pending) return
    pending = false
    await rm(temporary, { force: true }).catch(() => undefined)
  }
  try {
    const existing = await stat(path).catch(() => null)
    if (existing?.isDirectory())
      throw new AppError('file-unwritable', 'There is a folder of this name.', { path })
    const file = await open(temporary, 'wx')
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
  } catch (error) {
    await discard()
    throw failure(error, path)
  }
  return {
    path,
    bytes: bytes.byteLength,
    discard,
    async commit() {
      try {
        await rename(temporary, path)
        pending = false
        await syncFolder(dirname(path))
      } catch (error) {
        await discard()
        throw failure(error, path)
      }
    },
  }
}

/** Writes a whole file in one step: temporary file in the same folder, flush, rename, flush of the folder. */
export const writeFileAtomically = async (path: string, bytes: Uint8Array): Promise<void> => {
  const pending = await prepareFile(path, bytes)
  await pending.commit()
}
