import { AppError } from '#contract/error.ts'
import type { memoryContract } from '#contract/memory.ts'
import type { HandlersOf } from '../context.ts'
import { inTransaction } from '../db/database.ts'
import { countUse, listMemories } from '../db/memory.ts'

const missing = (): never => {
  throw new AppError('unavailable-here', 'Not there yet.')
}

export const memoryHandlers: HandlersOf<typeof memoryContract> = {
  'memory.list': ({ removed }, { db }) => listMemories(db, removed),
  'memory.add': missing,
  'memory.update': missing,
  'memory.order': missing,
  'memory.remove': missing,
  'memory.restore': missing,
  'memory.merge': missing,
  'memory.find': (input, { session }) => session.room().memory.find(input),
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
