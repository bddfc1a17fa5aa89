import { linkSync, renameSync, existsSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { syncFile, syncFolder } from './durable.ts'
import { causeOf } from './errors.ts'
import { APPLICATION_ID } from './header.ts'
import { migrate, type Migration } from './migrate.ts'

/**
 * Makes an empty workspace under another name and puts it in place whole: one that was cut off while it was made would
 * look like one that lost everything. False when another process was first; nothing is ever overwritten.
 */
export const createWorkspace = (path: string, migrations: readonly Migration[]): boolean => {
  const temporary = `${path}.making-${process.pid}`
  const clear = (): void => {
    for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(temporary + suffix, { force: true })
  }
  clear()
  try {
    const db = new Database(temporary)
    try {
      db.pragma(`application_id = ${APPLICATION_ID}`)
      migrate(db, migrations)
      db.pragma('journal_mode = WAL')
    } finally {
      db.close()
    }
    syncFile(temporary)
    try {
      linkSync(temporary, path)
    } catch (error) {
      if (causeOf(error) === 'EEXIST') return false
      // File systems without links (FAT): a rename would overwrite, so it is looked at once more.
      if (existsSync(path)) return false
      renameSync(temporary, path)
    }
    syncFolder(dirname(path))
    return true
  } finally {
    clear()
  }
}
