import type { ParsedInputOf, ResultOf } from '#contract/index.ts'
import type { JobContext } from '../context.ts'
import { inTransaction } from '../db/database.ts'
import { toAppError } from '../db/errors.ts'
import { seenUnits } from '../db/unit.ts'
import { removeUnits } from '../db/unitChange.ts'
import { startUnitBatch } from '../db/unitHistory.ts'

const PART = 200
/** Units of one group that are shown. */
const MOST_IN_GROUP = 50

export const runDuplicates = async (
  { kind, memoryIds, limit }: ParsedInputOf<'unit.duplicates'>,
  { db, session, rest }: JobContext,
): Promise<ResultOf<'unit.duplicates'>> => {
  const found = await session.room().lists.duplicates({ kind, limit, ...(memoryIds && { memoryIds }) })
  const groups = []
  for (const ids of found.groups) {
    // Changed since it was looked at, a group may be one no more.
    const units = seenUnits(db, ids.slice(0, MOST_IN_GROUP))
    if (units.length > 1) groups.push(units)
    await rest()
  }
  return { groups, total: found.total }
}

/** Removes what is no use, as one batch; with `dry` it only counts. Cancelled, what was removed by then is told of. */
export const runClean = async (
  { kinds, memoryIds, dry }: ParsedInputOf<'unit.clean'>,
  { db, now, session, changed, report, rest }: JobContext,
): Promise<ResultOf<'unit.clean'>> => {
  const dirty = await session.room().lists.dirty({ kinds, ...(memoryIds && { memoryIds }) })
  const found = { empty: dirty.empty.length, same: dirty.same.length, 'no-hangul': dirty['no-hangul'].length }
  const ids = Object.values(dirty).flat()
  if (dry || ids.length === 0) return { batch: 0, changed: 0, found, cancelled: false }
  const batch = inTransaction(db, () => startUnitBatch(db, { kind: 'clean' }, now()))
  let removed = 0
  try {
    for (let from = 0; from < ids.length; from += PART) {
      const part = ids.slice(from, from + PART)
      removed += inTransaction(db, () => removeUnits(db, part, batch, now())).length
      session.room().memory.follow()
      report(from + part.length, ids.length)
      await rest()
    }
  } catch (error) {
    // What is gone by then can be given back only by whoever is told of it.
    if (toAppError(error).code !== 'cancelled' || removed === 0) throw error
    return { batch, changed: removed, found, cancelled: true }
  } finally {
    session.room().memory.follow()
    changed({ type: 'memory' })
  }
  return { batch, changed: removed, found, cancelled: false }
}
