import type { termContract } from '#contract/term.ts'
import type { CommandContext, HandlersOf } from '../context.ts'
import { inTransaction } from '../db/database.ts'
import { getParagraphs } from '../db/paragraph.ts'
import {
  addTerm,
  firstGlossary,
  listGlossaries,
  removeTerms,
  requireGlossary,
  restoreTerms,
  updateTerm,
} from '../db/term.ts'
import type { Term } from '#core/model/term.ts'

/** After COMMIT: the matcher follows, and everybody is told. */
const tell = (
  { session, changed }: CommandContext,
  removed: readonly number[],
  added: readonly Term[],
): void => {
  session.room().terms.update(removed, added)
  changed({ type: 'term' })
}

export const termHandlers: HandlersOf<typeof termContract> = {
  'glossary.list': (_, { db }) => listGlossaries(db),
  'term.list': (input, { session }) => session.room().terms.list(input),
  'term.add': ({ glossaryId, ...draft }, context) => {
    const { db, now } = context
    const term = inTransaction(db, () => {
      const at = now()
      if (glossaryId !== undefined) requireGlossary(db, glossaryId)
      return addTerm(db, { ...draft, glossaryId: glossaryId ?? firstGlossary(db, at) }, at)
    })
    tell(context, [], [term])
    return term
  },
  'term.update': ({ id, source, target, status, domain, note }, context) => {
    const { db, now } = context
    const change = {
      ...(source === undefined ? {} : { source }),
      ...(target === undefined ? {} : { target }),
      ...(status === undefined ? {} : { status }),
      ...(domain === undefined ? {} : { domain }),
      ...(note === undefined ? {} : { note }),
    }
    const term = inTransaction(db, () => updateTerm(db, id, change, now()))
    tell(context, [id], [term])
    return term
  },
  'term.remove': ({ ids }, context) => {
    const { db, now } = context
    inTransaction(db, () => removeTerms(db, ids, now()))
    tell(context, ids, [])
    return null
  },
  'term.restore': ({ ids }, context) => {
    const { db } = context
    const restored = inTransaction(db, () => restoreTerms(db, ids))
    tell(
      context,
      restored.map(({ id }) => id),
      restored,
    )
    return null
  },
  'term.find': ({ text }, { session }) => session.room().terms.find(text),
  'term.findInParagraphs': ({ ids }, { db, session }) => {
    const { terms } = session.room()
    return getParagraphs(db, ids).map(({ id, source }) => ({ paragraphId: id, hits: terms.find(source) }))
  },
}
