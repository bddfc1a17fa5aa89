import type { memoryContract } from '#contract/memory.ts'
import { sourceSignature } from '#core/memory/signature.ts'
import type { HandlersOf } from '../context.ts'
import { inTransaction } from '../db/database.ts'
import { listMemories, removeUnits, restoreUnits, searchUnits } from '../db/memory.ts'
import { getParagraph, neighbourSources } from '../db/paragraph.ts'

const signatureOf = (source: string | null): string => (source === null ? '' : sourceSignature(source))

export const memoryHandlers: HandlersOf<typeof memoryContract> = {
  'memory.list': (_, { db }) => listMemories(db),
  'memory.find': (input, { session }) => session.room().memory.find(input),
  'memory.findForParagraph': ({ id, floor, limit }, { db, session }) => {
    const { articleId, position, source } = getParagraph(db, id)
    const around = position === null ? null : neighbourSources(db, articleId, position)
    return session.room().memory.find({
      text: source,
      floor,
      limit,
      withoutParagraph: id,
      ...(around && {
        previousSignature: signatureOf(around.previous),
        nextSignature: signatureOf(around.next),
      }),
    })
  },
  'memory.search': ({ text, offset, limit }, { db }) => searchUnits(db, text, offset, limit),
  'memory.remove': ({ ids }, { db, now, session, changed }) => {
    inTransaction(db, () => removeUnits(db, ids, now()))
    session.room().memory.remove(ids)
    changed({ type: 'memory' })
    return null
  },
  'memory.restore': ({ ids }, { db, session, changed }) => {
    const restored = inTransaction(db, () => restoreUnits(db, ids))
    session.room().memory.put(restored)
    changed({ type: 'memory' })
    return null
  },
}
