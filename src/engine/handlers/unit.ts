import type { unitContract } from '#contract/unit.ts'
import type { CommandContext, HandlersOf } from '../context.ts'
import { inTransaction, type Writer } from '../db/database.ts'
import { requireMemory } from '../db/memories.ts'
import { getUnit, requireUnits, seenUnits } from '../db/unit.ts'
import { mergeUnits, moveUnits, removeUnits, undoUnitBatch, updateUnit } from '../db/unitChange.ts'
import { listUnitHistory, startUnitBatch } from '../db/unitHistory.ts'
import { runClean, runDuplicates } from '../jobs/unitTidy.ts'
import { rest } from '../jobs/runner.ts'

/** Units changed in one transaction: some milliseconds. */
export const PART = 200
/** Ids given for commands over all of a list. */
const MOST_IDS = 20_000

const tell = ({ session, changed }: CommandContext): void => {
  session.room().memory.follow()
  changed({ type: 'memory' })
}

/** One batch over many units, some at a time, with everything else having its turn in between. */
const inParts = async (
  context: CommandContext,
  kind: string,
  ids: readonly number[],
  work: (db: Writer, part: readonly number[], batch: number, at: string) => number[],
): Promise<{ batch: number; changed: number }> => {
  const { db, now, session } = context
  const batch = inTransaction(db, () => startUnitBatch(db, { kind }, now()))
  let changed = 0
  try {
    for (let from = 0; from < ids.length; from += PART) {
      const part = ids.slice(from, from + PART)
      changed += inTransaction(db, () => work(db, part, batch, now())).length
      session.room().memory.follow()
      await rest()
    }
  } finally {
    tell(context)
  }
  return { batch, changed }
}

export const unitHandlers: HandlersOf<typeof unitContract> = {
  'unit.list': async ({ sort, descending, offset, limit, ...filter }, { db, session }) => {
    const order = { sort, descending }
    const { ids, total } = await session.room().lists.list({ filter, order, offset, limit })
    return { units: seenUnits(db, ids), offset, total }
  },
  'unit.ids': async (filter, { session }) =>
    session.room().lists.list({
      filter,
      order: { sort: 'updated', descending: true },
      offset: 0,
      limit: MOST_IDS,
    }),
  'unit.get': ({ id }, { db }) => getUnit(db, id),
  'unit.history': ({ id }, { db }) => {
    requireUnits(db, [id])
    return listUnitHistory(db, id)
  },
  'unit.update': ({ id, updatedAt, source, target, note }, context) => {
    const { db, now } = context
    const edit = {
      ...(source === undefined ? {} : { source }),
      ...(target === undefined ? {} : { target }),
      ...(note === undefined ? {} : { note }),
    }
    const unit = inTransaction(db, () => updateUnit(db, { id, updatedAt, ...edit }, now()))
    tell(context)
    return unit
  },
  'unit.remove': ({ ids }, context) => {
    requireUnits(context.db, ids)
    return inParts(context, 'remove', ids, removeUnits)
  },
  'unit.move': ({ ids, memoryId }, context) => {
    requireUnits(context.db, ids)
    requireMemory(context.db, memoryId)
    return inParts(context, 'move', ids, (db, part, batch, at) => moveUnits(db, part, memoryId, batch, at))
  },
  'unit.merge': ({ keep, ids }, context) => {
    const { db, now } = context
    requireUnits(db, ids)
    const { batch, changed } = inTransaction(db, () => mergeUnits(db, keep, ids, now()))
    tell(context)
    return { batch, changed: changed.length }
  },
  'unit.undo': async ({ batch }, context) => {
    const { db, now, session } = context
    const undone = await undoUnitBatch(db, batch, now, { land: () => session.room().memory.follow(), rest })
    tell(context)
    return undone
  },
  'unit.duplicates': runDuplicates,
  'unit.clean': runClean,
}
