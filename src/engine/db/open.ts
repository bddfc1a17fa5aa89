import { accessSync, constants, copyFileSync, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import Database from 'better-sqlite3'
import { AppError } from '#contract/error.ts'
import { backUp } from './backup.ts'
import { listBackups } from './backupFolder.ts'
import { createWorkspace } from './create.ts'
import type { Writer } from './database.ts'
import { causeOf, toAppError } from './errors.ts'
import { isOpenHere, markOpen } from './header.ts'
import { requireSqlite, sqliteVersion } from './health.ts'
import { inspect, inspectHeader } from './inspect.ts'
import { recordKnown, wasKnown, type Recordable } from './known.ts'
import { latestVersion, migrate, schemaOf, type Migration } from './migrate.ts'
import { migrations as shipped } from './migrations/index.ts'
import { finishRestore } from './restore.ts'

/** How long a call waits for another process's lock, in ms: the thread it waits on serves somebody who types. */
export const BUSY_TIMEOUT = 250

export interface OpenOptions {
  now: () => Date
  /** Make a workspace where none ever was. */
  create: boolean
  /** For tests of migrations. */
  migrations?: readonly Migration[]
}

export interface OpenedWorkspace {
  /** With `readOnly` SQLite itself refuses writes (`read-only`). */
  db: Writer
  /** Absolute. */
  path: string
  readOnly: boolean
  schema: number
  /** Such as '3.54.1'. */
  sqliteVersion: string
  created: boolean
  /** Records what the file holds and closes it. May be called twice. */
  close(): void
}

interface Opened {
  db: Database.Database
  /** Where the check of texts goes on next time. */
  checkedThrough: number
  /** After the connection is closed. */
  clear?: () => void
}

const isWritable = (path: string): boolean => {
  try {
    accessSync(path, constants.W_OK)
    return true
  } catch {
    return false
  }
}

const hasLog = (path: string): boolean => (statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0

const connect = (path: string, readonly: boolean): Database.Database =>
  new Database(path, { readonly, fileMustExist: true, timeout: BUSY_TIMEOUT })

/** Closes the connection if `work` throws. */
const guarded = <Result>(db: Database.Database, work: () => Result): Result => {
  try {
    return work()
  } catch (error) {
    db.close()
    throw error
  }
}

/** The settings of a connection that writes. Asserts what better-sqlite3 would quietly lower. */
const prepare = (db: Database.Database): void => {
  const mode = db.pragma('journal_mode = WAL', { simple: true })
  if (mode !== 'wal')
    throw new AppError('internal', 'The workspace cannot keep a log on this disk.', { mode })
  db.pragma('foreign_keys = ON')
  db.pragma('synchronous = FULL')
  db.pragma('cell_size_check = ON')
  db.pragma('trusted_schema = OFF')
  // A log that one long transaction made large is cut back to 16 MiB at the next checkpoint.
  db.pragma(`journal_size_limit = ${16 * 1024 * 1024}`)
  if (process.platform === 'darwin') {
    db.pragma('fullfsync = ON')
    db.pragma('checkpoint_fullfsync = ON')
  }
}

/**
 * A connection that was not told otherwise shows synchronous = FULL until its first write in WAL mode and NORMAL after
 * it, so the setting is read after a write, which is taken back. Another process that is just writing is no reason
 * not to open: then the setting is read after the transaction was tried.
 */
const assertDurable = (db: Database.Database): void => {
  try {
    db.exec('BEGIN IMMEDIATE')
    db.pragma(`user_version = ${schemaOf(db) + 1}`)
    db.exec('ROLLBACK')
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK')
    if (!causeOf(error).startsWith('SQLITE_BUSY')) throw error
  }
  const level = db.pragma('synchronous', { simple: true })
  if (level !== 2) throw new AppError('internal', 'The disk would not be waited for.', { synchronous: level })
}

/**
 * The checks come before anything can change the file. With a log beside it that means a connection that cannot write,
 * since closing one that can plays the log into the file; without one it means a connection that leaves no files
 * behind, which is one that could write and is told not to.
 */
const openToWrite = (path: string, latest: number): Opened => {
  let checkedThrough = 0
  const log = hasLog(path)
  if (log) {
    const probe = connect(path, true)
    try {
      checkedThrough = inspect(probe, path, latest)
    } finally {
      probe.close()
    }
  }
  const db = connect(path, false)
  return guarded(db, () => {
    if (!log) {
      db.pragma('query_only = ON')
      checkedThrough = inspect(db, path, latest)
      db.pragma('query_only = OFF')
    }
    prepare(db)
    return { db, checkedThrough }
  })
}

/** In a folder where SQLite cannot make its files beside the workspace it reads a copy elsewhere. */
const openToRead = (path: string, latest: number): Opened => {
  const open = (file: string): Opened => {
    const db = connect(file, true)
    return guarded(db, () => ({ db, checkedThrough: inspect(db, path, latest) }))
  }
  try {
    return open(path)
  } catch (error) {
    const { cause } = toAppError(error).details
    if (typeof cause !== 'string' || !/^SQLITE_(CANTOPEN|READONLY)/.test(cause)) throw error
  }
  const folder = mkdtempSync(join(tmpdir(), 'naranhi-read-'))
  const clear = (): void => rmSync(folder, { recursive: true, force: true })
  try {
    const copy = join(folder, basename(path))
    for (const suffix of ['-wal', ''])
      if (existsSync(path + suffix)) copyFileSync(path + suffix, copy + suffix)
    return { ...open(copy), clear }
  } catch (error) {
    clear()
    throw error
  }
}

const refuseOld = (db: Database.Database, path: string, latest: number): void => {
  const found = schemaOf(db)
  if (found < latest)
    throw new AppError(
      'read-only',
      'The workspace is from an older Naranhi and cannot be written to bring it up to date.',
      {
        path,
        schema: found,
        wanted: latest,
      },
    )
}

/** Never makes a file where a workspace was, nor beside a log that one left. */
const refuseMissing = (path: string): void => {
  const backups = listBackups(path).length
  if (backups > 0 || wasKnown(path) || hasLog(path))
    throw new AppError('workspace-missing', 'The workspace that was here is gone.', { path, backups })
}

/** The last record stays a lower bound; a full disk must keep nobody from opening, reading or closing. */
const recordIfPossible = (workspace: Recordable, checkedThrough?: number): void => {
  try {
    recordKnown(workspace, checkedThrough)
  } catch (error) {
    if (!['disk-full', 'file-unwritable', 'read-only', 'busy'].includes(toAppError(error).code)) throw error
  }
}

const openChecked = async (path: string, options: OpenOptions): Promise<OpenedWorkspace> => {
  const migrations = options.migrations ?? shipped
  const latest = latestVersion(migrations)
  const folderWritable = isWritable(dirname(path))
  if (folderWritable) finishRestore(path)
  let created = false
  if (!existsSync(path)) {
    refuseMissing(path)
    if (!options.create) throw new AppError('file-not-found', 'There is no workspace here.', { path })
    created = createWorkspace(path, migrations)
  }
  if (!isOpenHere(path)) inspectHeader(path, latest)
  const readOnly = !folderWritable || !isWritable(path)
  const { db, checkedThrough, clear } = readOnly ? openToRead(path, latest) : openToWrite(path, latest)
  try {
    const workspace = { db, path, readOnly }
    if (readOnly) refuseOld(db, path, latest)
    else if (schemaOf(db) < latest) {
      await backUp(workspace, 'migration', options.now)
      migrate(db, migrations)
    }
    if (!readOnly) {
      assertDurable(db)
      recordIfPossible(workspace, checkedThrough)
    }
    const unmark = markOpen(path)
    return {
      ...workspace,
      db: db as Writer,
      schema: schemaOf(db),
      sqliteVersion: sqliteVersion(db),
      created,
      close() {
        if (!db.open) return
        recordIfPossible(workspace)
        db.close()
        unmark()
        clear?.()
      },
    }
  } catch (error) {
    db.close()
    clear?.()
    throw error
  }
}

/**
 * Opens a workspace, or refuses with an AppError having changed nothing: `workspace-empty` (0 bytes), `-foreign`,
 * `-newer`, `-damaged` (details.problems or details.paragraphs), `-missing`, `-lost-rows` (details.known and
 * details.found), `-locked` (another process holds it alone; waited for at most BUSY_TIMEOUT), `file-not-found`,
 * `file-unreadable`, `sqlite-too-old`, `read-only` (an older schema that may not be written), `migration-failed`.
 */
export const openWorkspace = async (path: string, options: OpenOptions): Promise<OpenedWorkspace> => {
  const memory = new Database(':memory:')
  try {
    requireSqlite(sqliteVersion(memory))
  } finally {
    memory.close()
  }
  const absolute = resolve(path)
  try {
    return await openChecked(absolute, options)
  } catch (error) {
    const known = toAppError(error)
    const code = known.code === 'busy' ? 'workspace-locked' : known.code
    throw new AppError(code, known.message, { path: absolute, ...known.details })
  }
}
