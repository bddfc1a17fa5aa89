import { AppError } from '#contract/error.ts'
import { sourceSignature } from '#core/memory/signature.ts'
import type { TranslationUnit } from '#core/model/memory.ts'
import type { Reader, Writer } from './database.ts'
import { causeOf } from './errors.ts'
import { SEEN, UNIT_COLUMNS } from './memory.ts'
import { idList, row, rows, run } from './statement.ts'

/** A unit with whether it is there: what a step of its history goes back to. */
export interface UnitState extends TranslationUnit {
  removed: boolean
}

/** Throws `not-found`, for a removed one too. */
export const getUnit = (db: Reader, id: number): TranslationUnit => {
  const found = row<TranslationUnit>(db, `SELECT ${UNIT_COLUMNS} FROM unit WHERE unit.id = ? AND ${SEEN}`, id)
  if (!found) throw new AppError('not-found', 'There is no such unit.', { unit: id })
  return found
}

/** Those that are seen, in the order of `ids`. */
export const seenUnits = (db: Reader, ids: readonly number[]): TranslationUnit[] => {
  const found = new Map(
    rows<TranslationUnit>(
      db,
      `SELECT ${UNIT_COLUMNS} FROM unit WHERE unit.id IN (SELECT value FROM json_each(?)) AND ${SEEN}`,
      idList(ids),
    ).map((unit) => [unit.id, unit]),
  )
  return ids.flatMap((id) => found.get(id) ?? [])
}

/** Removed ones too, in no order. */
export const unitStates = (db: Reader, ids: readonly number[]): UnitState[] =>
  rows<TranslationUnit & { gone: number }>(
    db,
    `SELECT ${UNIT_COLUMNS}, unit.removed_at IS NOT NULL AS gone FROM unit
     WHERE unit.id IN (SELECT value FROM json_each(?))`,
    idList(ids),
  ).map(({ gone, ...unit }) => ({ ...unit, removed: gone === 1 }))

/** Throws `not-found` for ids that never were. */
export const requireUnits = (db: Reader, ids: readonly number[]): void => {
  const found = new Set(unitStates(db, ids).map(({ id }) => id))
  const missing = ids.find((id) => !found.has(id))
  if (missing !== undefined) throw new AppError('not-found', 'There is no such unit.', { unit: missing })
}

/**
 * Writes what a unit says, where it is and whether it is there. Throws `duplicate` where its memory has the same source in
 * the same context, kept from a confirmed paragraph as it is.
 */
export const writeUnit = (db: Writer, unit: UnitState, change: number, at: string): void => {
  try {
    run(
      db,
      `UPDATE unit SET memory_id = ?, source = ?, target = ?, signature = ?, note = ?, author = ?, use_count = ?,
         removed_at = ?, updated_at = ?, change = ? WHERE id = ?`,
      unit.memoryId,
      unit.source,
      unit.target,
      sourceSignature(unit.source),
      unit.note,
      unit.author,
      unit.useCount,
      unit.removed ? at : null,
      unit.updatedAt,
      change,
      unit.id,
    )
  } catch (error) {
    if (!causeOf(error).startsWith('SQLITE_CONSTRAINT')) throw error
    throw new AppError('duplicate', 'The memory has this source in this context again.', { unit: unit.id })
  }
}
