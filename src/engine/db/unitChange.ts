import { AppError } from '#contract/error.ts'
import type { TranslationUnit } from '#core/model/memory.ts'
import { inTransaction, type Writer } from './database.ts'
import { nextChange } from './memory.ts'
import { getUnit, unitStates, writeUnit, type UnitState } from './unit.ts'
import {
  addUnitStep,
  countUnitSteps,
  standingSteps,
  untouchedOf,
  startUnitBatch,
  type UnitChangeKind,
  type UnitStep,
} from './unitHistory.ts'

/*
 * What users do to units. Every step is kept with what stood before, under a batch that takes it back as a whole. All but
 * `undoUnitBatch` is to be called in a transaction.
 */

export interface UnitEdit {
  source?: string
  target?: string
  note?: string
}

/** Throws `not-found`, `conflict` where it was changed since `updatedAt`, and `duplicate`. */
export const updateUnit = (
  db: Writer,
  { id, updatedAt, ...edit }: UnitEdit & { id: number; updatedAt: string },
  at: string,
): TranslationUnit => {
  const before = getUnit(db, id)
  const said = Object.entries(edit).filter(([, text]) => text !== undefined)
  const after = {
    ...before,
    ...Object.fromEntries(said.map(([key, text]) => [key, text.normalize('NFC')])),
  }
  const same = after.source === before.source && after.target === before.target && after.note === before.note
  if (same) return before
  if (before.updatedAt !== updatedAt)
    throw new AppError('conflict', 'The unit was changed meanwhile.', {
      unit: id,
      updatedAt: before.updatedAt,
    })
  const batch = startUnitBatch(db, { kind: 'change' }, at)
  addUnitStep(db, { ...before, removed: false }, { batch, change: 'changed' }, at)
  writeUnit(db, { ...after, updatedAt: at, removed: false }, nextChange(db), at)
  return getUnit(db, id)
}

/** Changes each of some units in one way, as part of a batch; gives those that changed. */
const changeEach = (
  db: Writer,
  ids: readonly number[],
  { batch, change, at }: { batch: number; change: UnitChangeKind; at: string },
  alter: (unit: UnitState) => UnitState | null,
): number[] => {
  const number = nextChange(db)
  const changed: number[] = []
  for (const before of unitStates(db, ids)) {
    const after = alter(before)
    if (!after) continue
    addUnitStep(db, before, { batch, change }, at)
    writeUnit(db, after, number, at)
    changed.push(before.id)
  }
  return changed
}

/** Removed ones stay removed. */
export const removeUnits = (db: Writer, ids: readonly number[], batch: number, at: string): number[] =>
  changeEach(db, ids, { batch, change: 'removed', at }, (unit) =>
    unit.removed ? null : { ...unit, removed: true },
  )

/** A unit of the same source in the same context that stands in the way stays where it is, and is not among those given. */
export const moveUnits = (
  db: Writer,
  ids: readonly number[],
  memoryId: number,
  batch: number,
  at: string,
): number[] => {
  const number = nextChange(db)
  const moved: number[] = []
  for (const before of unitStates(db, ids)) {
    if (before.removed || before.memoryId === memoryId) continue
    try {
      writeUnit(db, { ...before, memoryId }, number, at)
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'duplicate') throw error
      continue
    }
    addUnitStep(db, before, { batch, change: 'changed' }, at)
    moved.push(before.id)
  }
  return moved
}

const notesOf = (units: readonly TranslationUnit[]): string =>
  [...new Set(units.map(({ note }) => note.trim()).filter((note) => note !== ''))].join('\n')

/** Keeps `keep`, adds notes and uses of the others to it, and removes them. Throws `not-found`. */
export const mergeUnits = (
  db: Writer,
  keep: number,
  ids: readonly number[],
  at: string,
): { batch: number; changed: number[] } => {
  const kept = getUnit(db, keep)
  const others = unitStates(
    db,
    ids.filter((id) => id !== keep),
  ).filter(({ removed }) => !removed)
  const batch = startUnitBatch(db, { kind: 'merge' }, at)
  const removed = changeEach(
    db,
    others.map(({ id }) => id),
    { batch, change: 'merged', at },
    (unit) => ({ ...unit, removed: true }),
  )
  const note = notesOf([kept, ...others])
  const useCount = others.reduce((sum, unit) => sum + unit.useCount, kept.useCount)
  const changed = changeEach(db, [keep], { batch, change: 'merged', at }, (unit) =>
    note === unit.note && useCount === unit.useCount ? null : { ...unit, note, useCount, updatedAt: at },
  )
  return { batch, changed: [...removed, ...changed] }
}

/** Steps taken back in one transaction: some milliseconds. */
const UNDO_CHUNK = 200

/**
 * Takes a batch back, some steps at a time, newest first; `land` is called after each. A unit something was done to since
 * is left. Gives the batch that takes this back in turn. Throws `not-found` for a batch that never was.
 */
export const undoUnitBatch = async (
  db: Writer,
  batch: number,
  now: () => string,
  tools: { land: () => void; rest: () => Promise<void> },
): Promise<{ batch: number; changed: number }> => {
  countUnitSteps(db, batch)
  let own: number | null = null
  let changed = 0
  for (let cursor = Number.MAX_SAFE_INTEGER; ;) {
    const steps = standingSteps(db, batch, cursor, UNDO_CHUNK)
    if (steps.length === 0) break
    cursor = steps.at(-1)?.sequence ?? 0
    const undone = inTransaction(db, () => {
      const at = now()
      const under = own ?? startUnitBatch(db, { kind: 'undo' }, at)
      return { changed: undoSteps(db, steps, under, at), under }
    })
    own = undone.under
    changed += undone.changed
    tools.land()
    await tools.rest()
  }
  // What a file brought in left no steps: it goes as it came, unless somebody has changed it since.
  for (let after = 0; ;) {
    const ids = untouchedOf(db, batch, after, UNDO_CHUNK)
    if (ids.length === 0) break
    after = ids.at(-1) ?? after
    const undone = inTransaction(db, () => {
      const at = now()
      const under = own ?? startUnitBatch(db, { kind: 'undo' }, at)
      return { changed: removeUnits(db, ids, under, at).length, under }
    })
    own = undone.under
    changed += undone.changed
    tools.land()
    await tools.rest()
  }
  return { batch: own ?? batch, changed }
}

const undoSteps = (db: Writer, steps: readonly UnitStep[], batch: number, at: string): number => {
  const number = nextChange(db)
  const current = new Map(
    unitStates(
      db,
      steps.map(({ unitId }) => unitId),
    ).map((unit) => [unit.id, unit]),
  )
  let changed = 0
  for (const { sequence, unitId, before } of steps) {
    const unit = current.get(unitId)
    if (!unit) continue
    try {
      writeUnit(db, before, number, at)
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'duplicate') throw error
      continue
    }
    addUnitStep(db, unit, { batch, change: 'undone', undoes: sequence }, at)
    changed++
  }
  return changed
}
