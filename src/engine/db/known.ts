import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import { z } from 'zod'
import { AppError } from '#contract/error.ts'
import { writeDurably } from './durable.ts'
import { countRows, type RowCounts } from './health.ts'

/** Everything about a workspace that must outlive the file itself is kept in this folder beside it. */
export const companionFolder = (path: string): string => `${path}.backups`

const knownFile = (path: string): string => join(companionFolder(path), 'known.json')

const count = z.int().min(0)
const knownShape = z.object({
  articles: count,
  paragraphs: count,
  history: count,
  lastHistory: count,
  /** Paragraphs up to this id had their hashes compared when the workspace was last opened; 0 when all had. */
  checkedThrough: count.default(0),
})
/** The least the file must hold. Files made by others of the same shape only ever raise it. */
export type Known = z.output<typeof knownShape>

/** The parts of an opened workspace that are needed here. */
export interface Recordable {
  db: Database.Database
  path: string
  readOnly: boolean
}

/** Null where nothing was recorded or the record itself cannot be read: then nothing can be said. */
export const readKnown = (path: string): Known | null => {
  try {
    return knownShape.parse(JSON.parse(readFileSync(knownFile(path), 'utf8')))
  } catch {
    return null
  }
}

/** True where a workspace was at this path before, even if its record can no longer be read. */
export const wasKnown = (path: string): boolean => existsSync(knownFile(path))

export const writeKnown = (path: string, known: Known): void => {
  mkdirSync(companionFolder(path), { recursive: true })
  writeDurably(knownFile(path), JSON.stringify(known))
}

const same = (one: RowCounts, other: RowCounts): boolean =>
  one.articles === other.articles &&
  one.paragraphs === other.paragraphs &&
  one.history === other.history &&
  one.lastHistory === other.lastHistory

/**
 * Records how much the workspace holds now. Cheap (four counts and a small file), meant for opening, closing and once
 * in a while between. The counts are read again after the record is written: another process may have emptied the
 * trash in between, and a record that is too high would refuse a healthy file.
 */
export const recordKnown = (workspace: Recordable, checkedThrough?: number): void => {
  if (workspace.readOnly) return
  for (let attempt = 0; attempt < 5; attempt++) {
    const before = countRows(workspace.db)
    const cursor = checkedThrough ?? readKnown(workspace.path)?.checkedThrough ?? 0
    writeKnown(workspace.path, { ...before, checkedThrough: cursor })
    if (same(before, countRows(workspace.db))) return
  }
}

/**
 * To be called before rows are deleted for good (emptying the trash), outside the transaction that deletes them: the
 * record is a lower bound and must never say more than the file will hold. Call `recordKnown` when they are gone.
 */
export const recordKnownBefore = (workspace: Recordable, removed: Partial<RowCounts>): void => {
  if (workspace.readOnly) return
  const now = countRows(workspace.db)
  writeKnown(workspace.path, {
    articles: Math.max(0, now.articles - (removed.articles ?? 0)),
    paragraphs: Math.max(0, now.paragraphs - (removed.paragraphs ?? 0)),
    history: Math.max(0, now.history - (removed.history ?? 0)),
    lastHistory: now.lastHistory,
    checkedThrough: readKnown(workspace.path)?.checkedThrough ?? 0,
  })
}

/** Throws `workspace-lost-rows` with both counts when the file holds less than was recorded. */
export const refuseLostRows = (db: Database.Database, path: string): void => {
  const known = readKnown(path)
  if (!known) return
  const found = countRows(db)
  const lost =
    found.articles < known.articles ||
    found.paragraphs < known.paragraphs ||
    found.history < known.history ||
    found.lastHistory < known.lastHistory
  if (!lost) return
  const { checkedThrough: _, ...recorded } = known
  throw new AppError('workspace-lost-rows', 'The workspace holds less than it did when it was last used.', {
    path,
    known: recorded,
    found,
  })
}
