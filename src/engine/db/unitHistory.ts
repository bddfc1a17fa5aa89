import { AppError } from '#contract/error.ts'
import type { UnitHistoryEntry } from '#contract/unit.ts'
import type { Reader, Writer } from './database.ts'
import { stillStands } from './standing.ts'
import { insert, row, rows, run, values } from './statement.ts'
import type { UnitState } from './unit.ts'

export type UnitChangeKind = UnitHistoryEntry['change']

/** Opens a batch: what is done under it is undone as a whole. */
export const startUnitBatch = (
  db: Writer,
  { kind, note = '', running = null }: { kind: string; note?: string; running?: string | null },
  at: string,
): number =>
  insert(db, 'INSERT INTO unit_batch (kind, note, at, running) VALUES (?, ?, ?, ?)', kind, note, at, running)

/** Keeps what a unit was, before it is changed. */
export const addUnitStep = (
  db: Writer,
  before: UnitState,
  { batch, change, undoes = null }: { batch: number; change: UnitChangeKind; undoes?: number | null },
  at: string,
): void => {
  run(
    db,
    'INSERT INTO unit_history (unit_id, target, at, batch_id, change, before, undoes) VALUES (?, ?, ?, ?, ?, ?, ?)',
    before.id,
    before.target,
    at,
    batch,
    change,
    JSON.stringify(before),
    undoes,
  )
}

/** What a unit was, the latest first. */
export const listUnitHistory = (db: Reader, id: number): UnitHistoryEntry[] =>
  rows<{ sequence: number; target: string; change: UnitChangeKind; before: string | null; at: string }>(
    db,
    'SELECT sequence, target, change, before, at FROM unit_history WHERE unit_id = ? ORDER BY sequence DESC LIMIT 500',
    id,
  ).map(({ sequence, target, change, before, at }) => {
    // Rows of the first schema held the target alone.
    const said = before === null ? null : (JSON.parse(before) as Partial<UnitState>)
    return { sequence, source: said?.source ?? '', target, note: said?.note ?? '', change, at }
  })

export interface UnitStep {
  sequence: number
  unitId: number
  before: UnitState
}

/** How many steps a batch has. Throws `not-found` for one that never was or is still being written. */
export const countUnitSteps = (db: Reader, batch: number): number => {
  const found = row<{ running: string | null; steps: number }>(
    db,
    `SELECT running, (SELECT count(*) FROM unit_history WHERE batch_id = unit_batch.id) AS steps
     FROM unit_batch WHERE id = ?`,
    batch,
  )
  if (!found || found.running !== null)
    throw new AppError('not-found', 'There is no such change of units.', { batch })
  return found.steps
}

/** Steps of a batch to whose units nothing was done since, newest first, before a sequence. */
export const standingSteps = (db: Reader, batch: number, before: number, limit: number): UnitStep[] =>
  rows<{ sequence: number; unitId: number; before: string }>(
    db,
    `SELECT sequence, unit_id AS unitId, before FROM unit_history h
     WHERE batch_id = ? AND sequence < ? AND before IS NOT NULL
       AND ${stillStands({ table: 'unit_history', subject: 'unit_id' })}
     ORDER BY sequence DESC LIMIT ?`,
    batch,
    before,
    limit,
  ).map((step) => ({ ...step, before: JSON.parse(step.before) as UnitState }))

/** Units a batch brought in to which nothing was done since, with ids above `after`, ascending. */
export const untouchedOf = (db: Reader, batch: number, after: number, limit: number): number[] =>
  values<number>(
    db,
    `SELECT id FROM unit WHERE batch_id = ? AND id > ? AND removed_at IS NULL
       AND NOT EXISTS (SELECT 1 FROM unit_history h WHERE h.unit_id = unit.id AND h.batch_id <> unit.batch_id
         AND ${stillStands({ table: 'unit_history', subject: 'unit_id' })} AND h.undoes IS NULL)
     ORDER BY id LIMIT ?`,
    batch,
    after,
    limit,
  )
