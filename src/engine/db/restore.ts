import { constants, copyFileSync, existsSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { z } from 'zod'
import { AppError } from '#contract/error.ts'
import { listWithRecords, sha256, verifyCopy } from './backupFolder.ts'
import { syncFile, syncFolder, writeDurably } from './durable.ts'
import { causeOf, toAppError } from './errors.ts'
import { isOpenHere, readHeader } from './header.ts'
import { companionFolder, writeKnown } from './known.ts'

const SUFFIXES = ['-wal', '-shm', '-journal', ''] as const

const intentShape = z.object({
  /** File names beside the workspace. */
  replacement: z.string(),
  aside: z.string(),
  /** Which of the files stood in place when it began; only those are renamed. */
  present: z.array(z.enum(SUFFIXES)),
  counts: z.object({ articles: z.int(), paragraphs: z.int(), history: z.int(), lastHistory: z.int() }),
})

const intentFile = (path: string): string => join(companionFolder(path), 'restoring.json')

/** Null where it cannot be read: then nothing is known of what was begun, and the file goes aside. */
const readIntent = (path: string): z.output<typeof intentShape> | null => {
  try {
    return intentShape.parse(JSON.parse(readFileSync(intentFile(path), 'utf8')))
  } catch (error) {
    if (causeOf(error) !== '') throw error
    renameSync(intentFile(path), `${intentFile(path)}.unreadable-${Date.now()}`)
    return null
  }
}

/**
 * Finishes a restore that was cut off: several files have to be renamed and no file system does that in one step, so
 * what is to be done is written down first and done again, as far as it is not done, whenever the workspace is
 * opened. Does nothing where no restore was begun.
 */
export const finishRestore = (path: string): void => {
  if (!existsSync(intentFile(path))) return
  const folder = dirname(path)
  const intent = readIntent(path)
  if (!intent) return
  const replacement = join(folder, intent.replacement)
  if (existsSync(replacement)) {
    // The log goes first: left beside the replacement it would be played into it.
    for (const suffix of SUFFIXES) {
      const aside = join(folder, intent.aside) + suffix
      if (intent.present.includes(suffix) && existsSync(path + suffix) && !existsSync(aside))
        renameSync(path + suffix, aside)
    }
    writeKnown(path, { ...intent.counts, checkedThrough: 0 })
    renameSync(replacement, path)
    syncFolder(folder)
  }
  rmSync(intentFile(path))
  syncFolder(companionFolder(path))
}

/** Throws `workspace-locked` when a process has the file open; it would go on writing into the renamed file. */
const refuseInUse = (path: string): void => {
  // SQLite takes the log of an empty file away, so a file that is none is not shown to it.
  if (isOpenHere(path)) throw new AppError('workspace-locked', 'The workspace is still open.', { path })
  if (!existsSync(path) || !readHeader(path).sqlite) return
  try {
    const db = new Database(path, { fileMustExist: true, timeout: 250 })
    try {
      db.pragma('locking_mode = EXCLUSIVE')
      db.exec('BEGIN EXCLUSIVE; ROLLBACK')
    } finally {
      db.close()
    }
  } catch (error) {
    // A damaged file gives other errors; it is about to be replaced.
    if (causeOf(error).startsWith('SQLITE_BUSY'))
      throw new AppError('workspace-locked', 'Another process has the workspace open.', { path })
  }
}

const freeName = (path: string, at: Date): string => {
  const stem = `${path}.${at.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z.aside`
  let name = stem
  for (let number = 2; SUFFIXES.some((suffix) => existsSync(name + suffix)); number++)
    name = `${stem}-${number}`
  return name
}

/**
 * Puts a copy of a backup in the workspace's place. The file that was there, with its log, is renamed aside and never
 * deleted; `aside` is its new path (null when there was none). The caller has closed the workspace. A kill at any
 * moment leaves the old file or the new one once the workspace is opened again.
 * Throws `not-found`, `backup-damaged` (nothing was changed), `workspace-locked`, `disk-full`, `read-only`.
 */
export const restoreBackup = (path: string, name: string, now: () => Date): { aside: string | null } => {
  const replacement = `${path}.restoring-${process.pid}`
  try {
    finishRestore(path)
    const backup = listWithRecords(path).find((listed) => listed.name === name)
    if (!backup) throw new AppError('not-found', 'There is no such backup.', { backup: name })
    refuseInUse(path)
    copyFileSync(join(companionFolder(path), name), replacement, constants.COPYFILE_FICLONE)
    if (backup.record && sha256(replacement) !== backup.record.sha256)
      throw new AppError('backup-damaged', 'The backup is not as it was made.', { backup: name })
    const { schema: _, ...counts } = verifyCopy(replacement)
    syncFile(replacement)
    syncFolder(dirname(path))
    const aside = freeName(path, now())
    const present = SUFFIXES.filter((suffix) => existsSync(path + suffix))
    writeDurably(
      intentFile(path),
      JSON.stringify({ replacement: basename(replacement), aside: basename(aside), present, counts }),
    )
    finishRestore(path)
    return { aside: present.includes('') ? aside : null }
  } catch (error) {
    throw toAppError(error)
  } finally {
    if (!existsSync(intentFile(path)))
      for (const suffix of ['', '-wal', '-shm']) rmSync(replacement + suffix, { force: true })
  }
}
