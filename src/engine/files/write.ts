import { randomUUID } from 'node:crypto'
import { open, rename, rm, stat, type FileHandle } from 'node:fs/promises'
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

/** A file that is being written beside its place, piece by piece. */
export interface GrowingFile extends PendingFile {
  /** Resolves when the disk has taken it. Throws as `growFile` does. */
  write(bytes: Uint8Array): Promise<void>
}

/**
 * Begins a file beside its place. It and its methods throw `file-unwritable` or `disk-full` with the path; nothing is left
 * behind then.
 */
export const growFile = async (path: string, mode = 0o666): Promise<GrowingFile> => {
  const temporary = join(dirname(path), `.${basename(path).slice(0, 60)}.${randomUUID().slice(0, 8)}.part`)
  let handle: FileHandle | null = null
  let pending = true
  const close = async (): Promise<void> => {
    const open = handle
    handle = null
    await open?.close()
  }
  const discard = async (): Promise<void> => {
    if (!pending) return
    pending = false
    await close().catch(() => undefined)
    await rm(temporary, { force: true }).catch(() => undefined)
  }
  const guarded = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work()
    } catch (error) {
      await discard()
      throw failure(error, path)
    }
  }
  await guarded(async () => {
    const existing = await stat(path).catch(() => null)
    if (existing?.isDirectory())
      throw new AppError('file-unwritable', 'There is a folder of this name.', { path })
    handle = await open(temporary, 'wx', mode)
  })
  const file: GrowingFile = {
    path,
    bytes: 0,
    discard,
    write: (bytes) =>
      guarded(async () => {
        await handle?.writeFile(bytes)
        file.bytes += bytes.byteLength
      }),
    commit: () =>
      guarded(async () => {
        await handle?.sync()
        await close()
        await rename(temporary, path)
        pending = false
        await syncFolder(dirname(path))
      }),
  }
  return file
}

/** Throws `file-unwritable` or `disk-full` with the path; nothing is left behind then. */
export const prepareFile = async (path: string, bytes: Uint8Array): Promise<PendingFile> => {
  const file = await growFile(path)
  await file.write(bytes)
  return file
}

/** Writes a whole file in one step: temporary file in the same folder, flush, rename, flush of the folder. */
export const writeFileAtomically = async (path: string, bytes: Uint8Array): Promise<void> => {
  const pending = await prepareFile(path, bytes)
  await pending.commit()
}
