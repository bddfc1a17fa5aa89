import { AppError } from '#contract/error.ts'
import type { Memory } from '#contract/memory.ts'
import type { TranslationUnit } from '#core/model/memory.ts'
import type { Reader, Writer } from './database.ts'
import { foldFor, foldNeedle } from './fold.ts'
import { idList, insert, row, rows, run, value, values } from './statement.ts'

const COLUMNS = `id, memory_id AS memoryId, source, target, previous_signature AS previousSignature,
  next_signature AS nextSignature, origin, article_id AS articleId, paragraph_id AS paragraphId,
  created_at AS createdAt, updated_at AS updatedAt`

export const listMemories = (db: Reader): Memory[] =>
  rows<Memory>(
    db,
    `SELECT m.id, m.name, (SELECT count(*) FROM unit u WHERE u.memory_id = m.id AND u.removed_at IS NULL) AS units
     FROM memory m ORDER BY m.id`,
  )

/** The workspace's first memory; made where there is none. */
export const firstMemory = (db: Writer, at: string): number =>
  value<number>(db, 'SELECT id FROM memory ORDER BY id LIMIT 1') ??
  insert(db, 'INSERT INTO memory (name, created_at) VALUES (?, ?)', 'Memory', at)

/** All units in use with ids above `after`, at most `limit`, in the order of ids. */
export const listUnits = (db: Reader, after = 0, limit = -1): TranslationUnit[] =>
  rows<TranslationUnit>(
    db,
    `SELECT ${COLUMNS} FROM unit WHERE id > ? AND removed_at IS NULL ORDER BY id LIMIT ?`,
    after,
    limit,
  )

/** In no order; removed ones and ids that are none are left out. */
export const getUnits = (db: Reader, ids: readonly number[]): TranslationUnit[] =>
  rows<TranslationUnit>(
    db,
    `SELECT ${COLUMNS} FROM unit WHERE removed_at IS NULL AND id IN (SELECT value FROM json_each(?))`,
    idList(ids),
  )

/** Units of sources with this signature, at most `limit`, the latest kept first. */
export const unitsWithSignature = (db: Reader, signature: string, limit: number): number[] =>
  values<number>(
    db,
    `SELECT id FROM unit
     WHERE memory_id IN (SELECT id FROM memory) AND signature = ? AND removed_at IS NULL
     ORDER BY id DESC LIMIT ?`,
    signature,
    limit,
  )

/** Units whose source or target holds the text, newest first, and how many there are; all for an empty text. */
export const searchUnits = (
  db: Reader,
  text: string,
  offset: number,
  limit: number,
): { units: TranslationUnit[]; total: number } => {
  const needle = foldNeedle(text)
  const fold = foldFor(db, needle)
  const where =
    needle === ''
      ? 'removed_at IS NULL AND @needle IS NOT NULL'
      : `removed_at IS NULL AND (instr(${fold}(source), @needle) OR instr(${fold}(target), @needle))`
  return {
    units: rows<TranslationUnit>(
      db,
      `SELECT ${COLUMNS} FROM unit WHERE ${where} ORDER BY updated_at DESC, id DESC LIMIT @limit OFFSET @offset`,
      { needle, limit, offset },
    ),
    total: value<number>(db, `SELECT count(*) FROM unit WHERE ${where}`, { needle }) ?? 0,
  }
}

const getUnit = (db: Reader, id: number): TranslationUnit | undefined =>
  row<TranslationUnit>(db, `SELECT ${COLUMNS} FROM unit WHERE id = ?`, id)

export interface NewUnit {
  source: string
  target: string
  signature: string
  previousSignature: string
  nextSignature: string
  origin: string
  articleId: number | null
  paragraphId: number | null
}

/**
 * Keeps a translation: the unit of the same source between the same neighbours takes the new target, its old one going
 * into its history; where there is none, one is made. Gives the unit, and whether anything changed.
 */
export const keepUnit = (
  db: Writer,
  unit: NewUnit,
  at: string,
): { unit: TranslationUnit; changed: boolean } => {
  const memoryId = firstMemory(db, at)
  const standing = row<TranslationUnit>(
    db,
    `SELECT ${COLUMNS} FROM unit
     WHERE memory_id = ? AND signature = ? AND previous_signature = ? AND next_signature = ? AND removed_at IS NULL`,
    memoryId,
    unit.signature,
    unit.previousSignature,
    unit.nextSignature,
  )
  // The same sentence of the same paragraph whose neighbours were edited, split or joined is no second translation.
  const before =
    standing ??
    row<TranslationUnit>(
      db,
      `SELECT ${COLUMNS} FROM unit
       WHERE memory_id = ? AND paragraph_id = ? AND signature = ? AND removed_at IS NULL ORDER BY id DESC LIMIT 1`,
      memoryId,
      unit.paragraphId,
      unit.signature,
    )
  if (!before) {
    const id = insert(
      db,
      `INSERT INTO unit (memory_id, source, target, signature, previous_signature, next_signature, origin, article_id,
                         paragraph_id, created_at, updated_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      memoryId,
      unit.source,
      unit.target,
      unit.signature,
      unit.previousSignature,
      unit.nextSignature,
      unit.origin,
      unit.articleId,
      unit.paragraphId,
      at,
      at,
    )
    const { signature: _, ...kept } = unit
    return { unit: { ...kept, id, memoryId, createdAt: at, updatedAt: at }, changed: true }
  }
  const same =
    standing !== undefined &&
    before.target === unit.target &&
    before.source === unit.source &&
    before.paragraphId === unit.paragraphId
  if (same) return { unit: before, changed: false }
  if (before.target !== unit.target)
    run(db, 'INSERT INTO unit_history (unit_id, target, at) VALUES (?, ?, ?)', before.id, before.target, at)
  run(
    db,
    `UPDATE unit SET source = ?, target = ?, previous_signature = ?, next_signature = ?, origin = ?, article_id = ?,
                     paragraph_id = ?, updated_at = ? WHERE id = ?`,
    unit.source,
    unit.target,
    unit.previousSignature,
    unit.nextSignature,
    unit.origin,
    unit.articleId,
    unit.paragraphId,
    at,
    before.id,
  )
  const { signature: _, ...kept } = unit
  return { unit: { ...before, ...kept, updatedAt: at }, changed: true }
}

const requireUnits = (db: Reader, ids: readonly number[]): void => {
  const missing = value<number>(
    db,
    `SELECT asked.value FROM json_each(?) AS asked LEFT JOIN unit ON unit.id = asked.value
     WHERE unit.id IS NULL LIMIT 1`,
    idList(ids),
  )
  if (missing !== undefined) throw new AppError('not-found', 'There is no such unit.', { unit: missing })
}

/** Throws `not-found`. */
export const removeUnits = (db: Writer, ids: readonly number[], at: string): void => {
  requireUnits(db, ids)
  run(
    db,
    'UPDATE unit SET removed_at = ? WHERE removed_at IS NULL AND id IN (SELECT value FROM json_each(?))',
    at,
    idList(ids),
  )
}

/** Throws `not-found`, and `duplicate` where the same source was kept anew meanwhile between the same neighbours. */
export const restoreUnits = (db: Writer, ids: readonly number[]): TranslationUnit[] => {
  requireUnits(db, ids)
  const restored: TranslationUnit[] = []
  for (const id of ids) {
    const twin = value<number>(
      db,
      `SELECT other.id FROM unit own JOIN unit other
         ON other.memory_id = own.memory_id AND other.signature = own.signature
        AND other.previous_signature = own.previous_signature AND other.next_signature = own.next_signature
        AND other.removed_at IS NULL AND other.id <> own.id
       WHERE own.id = ? AND own.removed_at IS NOT NULL`,
      id,
    )
    if (twin !== undefined)
      throw new AppError('duplicate', 'The memory has this source in this context again.', { unit: twin })
    run(db, 'UPDATE unit SET removed_at = NULL WHERE id = ?', id)
    const unit = getUnit(db, id)
    if (unit) restored.push(unit)
  }
  return restored
}
