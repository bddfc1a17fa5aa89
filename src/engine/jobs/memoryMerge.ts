import { AppError } from '#contract/error.ts'
import type { ParsedInputOf, ResultOf } from '#contract/index.ts'
import type { TranslationUnit } from '#core/model/memory.ts'
import type { JobContext } from '../context.ts'
import { inTransaction, type Reader } from '../db/database.ts'
import { toAppError } from '../db/errors.ts'
import { getMemory, unitIdsAfter } from '../db/memories.ts'
import { seenUnits } from '../db/unit.ts'
import { moveUnits, removeUnits } from '../db/unitChange.ts'
import { startUnitBatch } from '../db/unitHistory.ts'
import type { IndexThread } from '../index/indexThread.ts'

const PART = 200
/** Units of one source that are looked through for one of the same target. */
const SAME = 200

/** Those of some units that say what one of another memory says. */
const twins = async (
  index: IndexThread,
  db: Reader,
  units: readonly TranslationUnit[],
  into: number,
): Promise<Set<number>> => {
  const found = await index.search(units.map(({ source }) => ({ text: source, floor: 100, limit: SAME })))
  const others = new Set(
    seenUnits(
      db,
      found.flatMap((each) => each.map(({ id }) => id)),
    )
      .filter(({ memoryId }) => memoryId === into)
      .map(({ source, target }) => `${source}\n${target}`),
  )
  return new Set(units.filter(({ source, target }) => others.has(`${source}\n${target}`)).map(({ id }) => id))
}

/**
 * Moves the units of one memory into another, some at a time; those that say what one there says are removed. All of it
 * is one batch (`unit.undo`). Cancelled, what was moved by then stays moved. Throws `not-found`, `bad-input`.
 */
export const runMemoryMerge = async (
  { id, into }: ParsedInputOf<'memory.merge'>,
  { db, now, session, changed, report, rest }: JobContext,
): Promise<ResultOf<'memory.merge'>> => {
  const total = getMemory(db, id).units
  getMemory(db, into)
  if (id === into) throw new AppError('bad-input', 'A memory is not merged into itself.', { field: 'into' })
  const { index, memory } = session.room()
  const batch = inTransaction(db, () => startUnitBatch(db, { kind: 'merge' }, now()))
  const result = { moved: 0, merged: 0, batch, cancelled: false }
  try {
    for (let after = 0; ;) {
      const ids = unitIdsAfter(db, id, after, PART)
      if (ids.length === 0) break
      after = ids.at(-1) ?? after
      const same = await twins(index, db, seenUnits(db, ids), into)
      inTransaction(db, () => {
        const at = now()
        result.merged += removeUnits(db, [...same], batch, at).length
        const others = ids.filter((each) => !same.has(each))
        result.moved += moveUnits(db, others, into, batch, at).length
      })
      memory.follow()
      report(result.moved + result.merged, total)
      await rest()
    }
  } catch (error) {
    // What is moved by then can be moved back only by whoever is told of it.
    if (toAppError(error).code !== 'cancelled' || result.moved + result.merged === 0) throw error
    result.cancelled = true
  } finally {
    memory.follow()
    changed({ type: 'memory' })
  }
  return result
}
