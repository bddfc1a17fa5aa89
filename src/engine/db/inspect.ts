import { statSync } from 'node:fs'
import type Database from 'better-sqlite3'
import { AppError } from '#contract/error.ts'
import { causeOf } from './errors.ts'
import { APPLICATION_ID, readHeader } from './header.ts'
import { checkContent, quickCheck, refuseDamaged } from './health.ts'
import { readKnown, refuseLostRows, wasKnown } from './known.ts'
import { schemaOf } from './migrate.ts'

/** How long texts are compared with their hashes while somebody waits for the window, in ms. */
const CONTENT_TIME = 300

const refuseNewer = (found: number, latest: number, path: string): void => {
  if (found > latest)
    throw new AppError('workspace-newer', 'The workspace was written by a newer Naranhi.', {
      path,
      schema: found,
      readable: latest,
    })
}

/** What can be said from the first 100 bytes, without SQLite. Throws `workspace-empty`, `-foreign`, `-damaged`, `-newer`. */
export const inspectHeader = (path: string, latest: number): void => {
  if (!statSync(path).isFile()) throw new AppError('workspace-foreign', 'This is not a file.', { path })
  const { bytes, sqlite } = read(path)
  const known = readKnown(path)
  if (bytes === 0) throw new AppError('workspace-empty', 'The workspace file is empty.', { path, known })
  if (sqlite?.applicationId !== APPLICATION_ID) {
    // Where a workspace stood before, something happened to it; elsewhere it never was one.
    const code = wasKnown(path) ? 'workspace-damaged' : 'workspace-foreign'
    throw new AppError(code, 'The file does not begin as a Naranhi workspace does.', {
      path,
      sqlite: sqlite !== null,
      known,
    })
  }
  refuseNewer(sqlite.userVersion, latest, path)
}

const read = (path: string): ReturnType<typeof readHeader> => {
  try {
    return readHeader(path)
  } catch (error) {
    throw new AppError('file-unreadable', 'The workspace file could not be read.', {
      path,
      cause: causeOf(error),
    })
  }
}

/**
 * Everything that is checked through SQLite before a workspace is used; reads only. Gives the id up to which texts were
 * compared with their hashes, 0 when all were: a very large workspace is compared in parts, opening by opening.
 * Throws `workspace-newer`, `-damaged`, `-lost-rows`.
 */
export const inspect = (db: Database.Database, path: string, latest: number): number => {
  try {
    return inspectRows(db, path, latest)
  } catch (error) {
    // A table or column that is not there.
    if (causeOf(error) !== 'SQLITE_ERROR') throw error
    const problems = [error instanceof Error ? error.message : String(error)]
    throw new AppError('workspace-damaged', 'A part of the workspace is not there.', { path, problems })
  }
}

const inspectRows = (db: Database.Database, path: string, latest: number): number => {
  const schema = schemaOf(db)
  refuseNewer(schema, latest, path)
  if (schema < 1) throw new AppError('workspace-damaged', 'The workspace says no schema.', { path, schema })
  const problems = quickCheck(db)
  if (problems.length > 0)
    throw new AppError('workspace-damaged', 'The structure of the workspace file is damaged.', {
      path,
      problems,
    })
  refuseLostRows(db, path)
  const start = readKnown(path)?.checkedThrough ?? 0
  const began = performance.now()
  const first = checkContent(db, { after: start, milliseconds: CONTENT_TIME })
  refuseDamaged(first, path)
  if (first.next !== null) return first.next
  const left = CONTENT_TIME - (performance.now() - began)
  const second = start > 0 ? checkContent(db, { through: start, milliseconds: left }) : null
  if (second) refuseDamaged(second, path)
  return second?.next ?? 0
}
