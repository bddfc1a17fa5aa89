import { mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { AppError } from '#contract/error.ts'
import type { Backup } from '#contract/workspace.ts'
import {
  listWithRecords,
  nameOf,
  recordFile,
  sha256,
  verifyCopy,
  type BackupRecord,
  type ListedBackup,
} from './backupFolder.ts'
import { syncFile, syncFolder, writeDurably } from './durable.ts'
import { toAppError } from './errors.ts'
import { checkContent, countRows, integrityCheck, refuseDamaged } from './health.ts'
import { companionFolder, type Recordable } from './known.ts'

export { listBackups } from './backupFolder.ts'
export { restoreBackup } from './restore.ts'

export const KEPT_BACKUPS = 20

/** Size and time of change: equal means that nothing was written in between. Null while a log waits beside it. */
const stampOf = (path: string): string | null => {
  const log = statSync(`${path}-wal`, { throwIfNoEntry: false })
  if (log && log.size > 0) return null
  const file = statSync(path, { bigint: true })
  return `${file.size}:${file.mtimeNs}`
}

const isRunning = (process_: number): boolean => {
  try {
    process.kill(process_, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** Takes away what a killed process left half made; another process may be making one at this moment. */
const clearUnfinished = (folder: string): void => {
  for (const name of readdirSync(folder)) {
    const maker = /^making-(\d+)-\d+(\.naranhi)?(-wal|-shm|-journal)?$/.exec(name)?.[1]
    if (maker && Number(maker) !== process.pid && !isRunning(Number(maker)))
      rmSync(join(folder, name), { force: true })
  }
}

/** Those beyond the newest KEPT_BACKUPS, but never the newest verified one. */
export const toPrune = <Listed extends Pick<ListedBackup, 'verified'>>(
  newestFirst: readonly Listed[],
): Listed[] => {
  const safe = newestFirst.find((backup) => backup.verified)
  return newestFirst.slice(KEPT_BACKUPS).filter((backup) => backup !== safe)
}

const prune = (path: string): void => {
  for (const { name } of toPrune(listWithRecords(path))) {
    rmSync(join(companionFolder(path), name), { force: true })
    rmSync(recordFile(path, name), { force: true })
  }
}

let making = 0

/** The bytes of a consistent moment, through SQLite: a copy of the file alone would miss what is in the log. */
const copySnapshot = async (path: string, copy: string): Promise<ReturnType<typeof countRows>> => {
  // A connection of its own, in a read transaction: writes meanwhile neither get in nor make the copying start over.
  const source = new Database(path, { readonly: true, fileMustExist: true, timeout: 250 })
  try {
    source.exec('BEGIN')
    const problems = integrityCheck(source)
    if (problems.length > 0)
      throw new AppError('workspace-damaged', 'The workspace is damaged; no backup was made of it.', {
        path,
        problems,
      })
    refuseDamaged(checkContent(source), path)
    const counts = countRows(source)
    await source.backup(copy, { progress: () => 1_000 })
    return counts
  } finally {
    source.close()
  }
}

/**
 * Makes a backup by SQLite's backup interface, reopens it, checks structure and texts, compares the counts, and only
 * then gives it its name; its description is written first, so that a backup with a name is a whole one. Older ones
 * beyond the newest KEPT_BACKUPS are removed afterwards. Throws `workspace-damaged` (the workspace itself failed the
 * check), `backup-damaged` (the copy did), `disk-full`, `read-only`. Checking blocks the thread; copying does not.
 */
export const backUp = async (
  workspace: Recordable,
  reason: Backup['reason'],
  now: () => Date,
): Promise<Backup> => {
  const { path } = workspace
  if (workspace.readOnly)
    throw new AppError('read-only', 'A backup cannot be made where nothing may be written.')
  const folder = companionFolder(path)
  const temporary = join(folder, `making-${process.pid}-${++making}`)
  try {
    mkdirSync(folder, { recursive: true })
    clearUnfinished(folder)
    workspace.db.pragma('wal_checkpoint(PASSIVE)')
    const stamp = statSync(path, { bigint: true })
    const counts = await copySnapshot(path, temporary)
    const { schema, ...found } = verifyCopy(temporary)
    for (const name of ['articles', 'paragraphs', 'history', 'lastHistory'] as const)
      if (found[name] !== counts[name])
        throw new AppError('backup-damaged', 'The backup does not hold what the workspace holds.', {
          expected: counts,
          found,
        })
    syncFile(temporary)
    const at = now()
    const sequence = (listWithRecords(path)[0]?.sequence ?? 0) + 1
    const name = nameOf(sequence, at, reason)
    const record: BackupRecord = {
      createdAt: at.toISOString(),
      bytes: statSync(temporary).size,
      ...counts,
      schema,
      sha256: sha256(temporary),
      stamp: `${stamp.size}:${stamp.mtimeNs}`,
    }
    writeDurably(recordFile(path, name), JSON.stringify(record))
    renameSync(temporary, join(folder, name))
    syncFolder(folder)
    prune(path)
    return {
      name,
      createdAt: record.createdAt,
      bytes: record.bytes,
      articles: counts.articles,
      paragraphs: counts.paragraphs,
      verified: true,
      reason,
    }
  } catch (error) {
    throw toAppError(error)
  } finally {
    for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(temporary + suffix, { force: true })
  }
}

/**
 * The backup of the day, to be asked for after opening: made when the newest verified one is of another day (earlier
 * or, where the clock went back, later) and the file changed since. Null when none was due.
 */
export const backUpDaily = async (workspace: Recordable, now: () => Date): Promise<Backup | null> => {
  if (workspace.readOnly || countRows(workspace.db).articles === 0) return null
  const newest = listWithRecords(workspace.path).find((backup) => backup.verified)
  const today = now().toISOString().slice(0, 10)
  if (newest && newest.createdAt.slice(0, 10) === today) return null
  if (newest?.record && newest.record.stamp === stampOf(workspace.path)) return null
  return backUp(workspace, 'daily', now)
}
