import type { memoryContract } from '#contract/memory.ts'
import type { CommandContext, HandlersOf } from '../context.ts'
import { inTransaction } from '../db/database.ts'
import {
  addMemory,
  getMemory,
  orderMemories,
  removeMemory,
  restoreMemory,
  updateMemory,
} from '../db/memories.ts'
import { countUse, listMemories } from '../db/memory.ts'
import { indexReady } from '../index/ready.ts'
import { runMemoryMerge } from '../jobs/memoryMerge.ts'

const tell = ({ session, changed }: CommandContext): void => {
  session.room().memory.follow()
  changed({ type: 'memory' })
}

export const memoryHandlers: HandlersOf<typeof memoryContract> = {
  'memory.list': ({ removed }, { db }) => listMemories(db, removed),
  'memory.add': ({ name, note }, context) => {
    const { db, now } = context
    const memory = inTransaction(db, () => getMemory(db, addMemory(db, { name, note }, now())))
    tell(context)
    return memory
  },
  'memory.update': ({ id, name, note, role, penalty }, context) => {
    const { db } = context
    const change = {
      ...(name === undefined ? {} : { name }),
      ...(note === undefined ? {} : { note }),
      ...(role === undefined ? {} : { role }),
      ...(penalty === undefined ? {} : { penalty }),
    }
    const memory = inTransaction(db, () => updateMemory(db, id, change))
    tell(context)
    return memory
  },
  'memory.order': ({ ids }, context) => {
    const { db } = context
    inTransaction(db, () => orderMemories(db, ids))
    tell(context)
    return listMemories(db)
  },
  'memory.remove': ({ id }, context) => {
    const { db, now } = context
    inTransaction(db, () => removeMemory(db, id, now()))
    tell(context)
    return null
  },
  'memory.restore': ({ id }, context) => {
    const { db } = context
    const memory = inTransaction(db, () => restoreMemory(db, id))
    tell(context)
    return memory
  },
  'memory.merge': runMemoryMerge,
  'memory.find': (input, { session }) => session.room().memory.find(input),
  'memory.ready': (_, { session }) => indexReady(session.room().index),
  'memory.findForParagraph': ({ id, floor, limit }, { session }) =>
    session.room().memory.findForParagraph(id, { floor, limit }),
  'memory.used': ({ unitId }, { db }) => {
    inTransaction(db, () => countUse(db, unitId))
    return null
  },
  'memory.complete': ({ paragraphId, typed, limit }, { session }) =>
    session.room().memory.complete(paragraphId, typed, limit),
  'memory.concordance': (query, { session }) => session.room().memory.concordance(query),
}
