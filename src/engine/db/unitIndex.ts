import type { TranslationUnit } from '#core/model/memory.ts'
import type { Reader } from './database.ts'
import { UNIT_COLUMNS } from './memory.ts'
import { idList, rows, value, values } from './statement.ts'

/*
 * What the index beside the workspace asks of it. Every change of a unit carries a number that grows; the index knows
 * up to which one it has seen everything.
 */

export interface ChangedUnit {
  id: number
  memoryId: number
  source: string
  target: string
  change: number
  /** 1 where it is not to be found any more. */
  removed: number
}

const COLUMNS = 'id, memory_id AS memoryId, source, target, change, removed_at IS NOT NULL AS removed'

/** Batches that are still being written, by whomever. */
export const runningUnitBatches = (db: Reader): number[] =>
  values<number>(db, 'SELECT id FROM unit_batch WHERE running IS NOT NULL ORDER BY id')

/** Whether a batch has landed; one that was taken back is gone. */
export const hasUnitBatch = (db: Reader, batch: number): boolean =>
  value<number>(db, 'SELECT 1 FROM unit_batch WHERE id = ?', batch) === 1

/** The number that was given last. */
export const lastChange = (db: Reader): number => value<number>(db, 'SELECT last FROM unit_change') ?? 0

/** At most `most`, how many rows have changed since, without those of batches in `without`. */
export const countChanged = (db: Reader, since: number, most: number, without: readonly number[]): number =>
  value<number>(
    db,
    `SELECT count(*) FROM (SELECT 1 FROM unit WHERE change > ?
       AND (batch_id IS NULL OR batch_id NOT IN (SELECT value FROM json_each(?))) LIMIT ?)`,
    since,
    idList(without),
    most,
  ) ?? 0

/** Rows that have changed since, in the order of their changes, without those of batches in `without`. */
export const changedUnits = (db: Reader, since: number, without: readonly number[]): ChangedUnit[] =>
  rows<ChangedUnit>(
    db,
    `SELECT ${COLUMNS} FROM unit WHERE change > ?
       AND (batch_id IS NULL OR batch_id NOT IN (SELECT value FROM json_each(?))) ORDER BY change, id`,
    since,
    idList(without),
  )

/** Ids of units that were removed by a change after `since` up to `until`, without those of batches in `without`. */
export const removedUnits = (
  db: Reader,
  { since, until, without }: { since: number; until: number; without: readonly number[] },
): number[] =>
  values<number>(
    db,
    `SELECT id FROM unit WHERE change > ? AND change <= ? AND removed_at IS NOT NULL
       AND (batch_id IS NULL OR batch_id NOT IN (SELECT value FROM json_each(?)))`,
    since,
    until,
    idList(without),
  )

/** A stretch of units to be packed: by their changes, of one batch, or by id. */
export type PackTask =
  /** Those that changed after `since` up to `until`, from (`change`, `id`) on, without batches that are being written. */
  | {
      kind: 'changed'
      since: { change: number; id: number }
      until: number
      without: number[]
      limit: number
    }
  | { kind: 'batch'; batch: number; after: number; limit: number }
  | { kind: 'ids'; ids: number[] }

export const unitsToPack = (db: Reader, task: PackTask): ChangedUnit[] => {
  if (task.kind === 'batch')
    return rows(
      db,
      `SELECT ${COLUMNS} FROM unit WHERE batch_id = ? AND id > ? AND removed_at IS NULL ORDER BY id LIMIT ?`,
      task.batch,
      task.after,
      task.limit,
    )
  if (task.kind === 'ids')
    return rows(
      db,
      `SELECT ${COLUMNS} FROM unit WHERE id IN (SELECT value FROM json_each(?)) AND removed_at IS NULL`,
      idList(task.ids),
    )
  return rows(
    db,
    `SELECT ${COLUMNS} FROM unit WHERE (change, id) > (?, ?) AND change <= ? AND removed_at IS NULL
       AND (batch_id IS NULL OR batch_id NOT IN (SELECT value FROM json_each(?))) ORDER BY change, id LIMIT ?`,
    task.since.change,
    task.since.id,
    task.until,
    idList(task.without),
    task.limit,
  )
}

/** The highest id of a batch, and the lowest change of it; null where it has no rows yet. */
export const reachOfBatch = (db: Reader, batch: number): { last: number; change: number } | null => {
  const last = value<number | null>(db, 'SELECT max(id) FROM unit WHERE batch_id = ?', batch)
  if (last == null) return null
  // Rows of a batch are written in the order of their changes.
  const change = value<number>(db, 'SELECT change FROM unit WHERE batch_id = ? ORDER BY id LIMIT 1', batch)
  return { last, change: change ?? 0 }
}

/** All memories, those in the trash too, and whether their units are looked up. */
export const memoriesToFollow = (db: Reader): { id: number; asked: boolean }[] =>
  rows<{ id: number; asked: number }>(
    db,
    "SELECT id, removed_at IS NULL AND role <> 'off' AS asked FROM memory ORDER BY id",
  ).map(({ id, asked }) => ({ id, asked: asked === 1 }))

/** Rows by which a workspace is known again: a unit as it was changed last. */
export interface Mark {
  id: number
  change: number
  signature: string
}

/** The latest changes up to one. */
export const marksUpTo = (db: Reader, change: number, limit: number): Mark[] =>
  rows<Mark>(
    db,
    'SELECT id, change, signature FROM unit WHERE change <= ? ORDER BY change DESC, id DESC LIMIT ?',
    change,
    limit,
  )

export const marksOf = (db: Reader, ids: readonly number[]): Mark[] =>
  rows<Mark>(
    db,
    'SELECT id, change, signature FROM unit WHERE id IN (SELECT value FROM json_each(?))',
    idList(ids),
  )

/** Units of a batch with ids above `after` up to `last` that were changed after `since`. */
export const changedInBatch = (
  db: Reader,
  batch: number,
  { after, last, since }: { after: number; last: number; since: number },
): ChangedUnit[] =>
  rows<ChangedUnit>(
    db,
    `SELECT ${COLUMNS} FROM unit WHERE change > ? AND batch_id = ? AND id > ? AND id <= ? ORDER BY change, id`,
    since,
    batch,
    after,
    last,
  )

/** What units of a search have to be besides. Dates are ISO dates, both included. */
export interface ConcordanceFilter {
  memoryIds?: readonly number[] | undefined
  articleId?: number | undefined
  from?: string | undefined
  until?: string | undefined
}

export type ConcordanceUnit = TranslationUnit & { memoryName: string; articleTitle: string }

const FILTER = `unit.removed_at IS NULL AND memory.removed_at IS NULL AND memory.role <> 'off'
  AND (unit.batch_id IS NULL OR unit.batch_id NOT IN (SELECT id FROM unit_batch WHERE running IS NOT NULL))
  AND (@memories IS NULL OR unit.memory_id IN (SELECT value FROM json_each(@memories)))
  AND (@article IS NULL OR unit.article_id = @article)
  AND (@from IS NULL OR unit.updated_at >= @from) AND (@until IS NULL OR substr(unit.updated_at, 1, 10) <= @until)`

const FROM = `unit JOIN memory ON memory.id = unit.memory_id LEFT JOIN article ON article.id = unit.article_id`
const SHOWN = `${UNIT_COLUMNS}, memory.name AS memoryName, coalesce(article.title, '') AS articleTitle`

const filterValues = ({ memoryIds, articleId, from, until }: ConcordanceFilter) => ({
  memories: memoryIds === undefined ? null : idList(memoryIds),
  article: articleId ?? null,
  from: from ?? null,
  until: until ?? null,
})

/** Units of these ids that pass, the latest first. */
export const concordanceUnits = (
  db: Reader,
  ids: readonly number[],
  filter: ConcordanceFilter,
): ConcordanceUnit[] =>
  rows(
    db,
    `SELECT ${SHOWN} FROM ${FROM} WHERE unit.id IN (SELECT value FROM json_each(@ids)) AND ${FILTER} ORDER BY unit.id DESC`,
    { ids: idList(ids), ...filterValues(filter) },
  )

/** The latest units below an id that pass, at most `limit` of the `looked` that were looked at. */
export const latestUnits = (
  db: Reader,
  before: number,
  limit: number,
  filter: ConcordanceFilter,
): ConcordanceUnit[] =>
  rows(
    db,
    `SELECT ${SHOWN} FROM (SELECT id AS wanted FROM unit WHERE id < @before ORDER BY id DESC LIMIT @limit)
     CROSS JOIN unit ON unit.id = wanted JOIN memory ON memory.id = unit.memory_id
     LEFT JOIN article ON article.id = unit.article_id
     WHERE ${FILTER} ORDER BY unit.id DESC`,
    { before, limit, ...filterValues(filter) },
  )

/** The lowest of the `limit` ids below `before`, and how many there are. */
export const idsBelow = (db: Reader, before: number, limit: number): { lowest: number; count: number } => {
  const found = rows<{ lowest: number | null; count: number }>(
    db,
    'SELECT min(id) AS lowest, count(*) AS count FROM (SELECT id FROM unit WHERE id < ? ORDER BY id DESC LIMIT ?)',
    before,
    limit,
  )[0]
  return { lowest: found?.lowest ?? 0, count: found?.count ?? 0 }
}
