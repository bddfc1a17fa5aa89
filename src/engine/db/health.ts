import type Database from 'better-sqlite3'
import { AppError } from '#contract/error.ts'
import { contentHash } from './contentHash.ts'

/** Older ones can corrupt a file in WAL mode that two connections write to. */
export const LEAST_SQLITE = '3.51.3'

export const sqliteVersion = (db: Database.Database): string =>
  db.prepare<[], string>('SELECT sqlite_version()').pluck().get() ?? ''

/** Throws `sqlite-too-old` for a version such as '3.46.1'. */
export const requireSqlite = (version: string): void => {
  const least = LEAST_SQLITE.split('.').map(Number)
  const found = version.split('.').map(Number)
  for (const [place, wanted] of least.entries()) {
    const given = found[place] ?? 0
    if (given > wanted) return
    if (given < wanted || Number.isNaN(given))
      throw new AppError('sqlite-too-old', `SQLite ${version} is older than ${LEAST_SQLITE}.`, {
        found: version,
        least: LEAST_SQLITE,
      })
  }
}

const problems = (db: Database.Database, check: string): string[] => {
  const lines = db.prepare<[], string>(`PRAGMA ${check}(20)`).pluck().all()
  return lines.length === 1 && lines[0] === 'ok' ? [] : lines
}

/** What is wrong with the structure; empty when nothing is. Reads every page, but does not compare the indexes. */
export const quickCheck = (db: Database.Database): string[] => problems(db, 'quick_check')

/** The same with every index compared to its table, and every reference to its row. */
export const integrityCheck = (db: Database.Database): string[] => {
  const found = problems(db, 'integrity_check')
  if (found.length > 0) return found
  const broken = db
    .prepare<[], { table: string; rowid: number; parent: string }>('PRAGMA foreign_key_check')
    .all()
  return broken
    .slice(0, 20)
    .map((row) => `row ${row.rowid} of ${row.table} refers to no row of ${row.parent}`)
}

export interface RowCounts {
  articles: number
  paragraphs: number
  history: number
  /** The highest sequence ever given in paragraph_history; does not fall when rows are deleted. */
  lastHistory: number
}

export const countRows = (db: Database.Database): RowCounts =>
  db
    .prepare<[], RowCounts>(
      `SELECT (SELECT count(*) FROM article) AS articles,
              (SELECT count(*) FROM paragraph) AS paragraphs,
              (SELECT count(*) FROM paragraph_history) AS history,
              coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'paragraph_history'), 0) AS lastHistory`,
    )
    .get() ?? { articles: 0, paragraphs: 0, history: 0, lastHistory: 0 }

export interface DamagedParagraph {
  id: number
  articleId: number
}

export interface ContentCheck {
  checked: number
  /** At most 100 of them. */
  damaged: DamagedParagraph[]
  /** Where to go on (as `after`) when time ran out; null when the last paragraph was reached. */
  next: number | null
}

interface ContentRow extends DamagedParagraph {
  source: string
  target: string
  hash: string
}

/**
 * Compares the text of paragraphs with the hash written with it, in the order of ids, those above `after` and up to
 * `through`. Stops after `milliseconds` (looked at every 64 paragraphs).
 */
export const checkContent = (
  db: Database.Database,
  { after = 0, through = Number.MAX_SAFE_INTEGER, milliseconds = Number.POSITIVE_INFINITY } = {},
): ContentCheck => {
  const until = performance.now() + milliseconds
  const rows = db
    .prepare<[number, number], ContentRow>(
      `SELECT id, article_id AS articleId, source, target, content_hash AS hash
       FROM paragraph WHERE id > ? AND id <= ? ORDER BY id`,
    )
    .iterate(after, through)
  const result: ContentCheck = { checked: 0, damaged: [], next: null }
  for (const row of rows) {
    result.checked++
    if (contentHash(row.source, row.target) !== row.hash && result.damaged.length < 100)
      result.damaged.push({ id: row.id, articleId: row.articleId })
    if (result.checked % 64 === 0 && performance.now() > until) return { ...result, next: row.id }
  }
  return result
}

/** Throws `workspace-damaged` naming the paragraphs. */
export const refuseDamaged = (check: ContentCheck, path: string): void => {
  if (check.damaged.length === 0) return
  throw new AppError(
    'workspace-damaged',
    `The text of ${check.damaged.length} paragraphs is not as it was written.`,
    { path, table: 'paragraph', paragraphs: check.damaged },
  )
}
