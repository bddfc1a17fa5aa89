import type { TermBatch, termContract } from '#contract/term.ts'
import { AppError } from '#contract/error.ts'
import type { ResultOf } from '#contract/index.ts'
import { foldSpelling, wordAround } from '#core/term/fold.ts'
import { REFUSAL_CONTEXT } from '#core/term/refusal.ts'
import type { CommandContext, HandlersOf, QueryContext } from '../context.ts'
import { inTransaction, type Reader } from '../db/database.ts'
import { toAppError } from '../db/errors.ts'
import { glossaryForNew, requireWritable, writableGlossaries } from '../db/glossary.ts'
import { addRefusal, listRefusals, removeRefusals } from '../db/refusal.ts'
import { requireParagraphs } from '../db/paragraph.ts'
import { saveTargets } from '../db/save.ts'
import { getTerm, requireTerms, type NewTerm, type TermChange } from '../db/term.ts'
import {
  addNewTerm,
  addNewTerms,
  changeTerms,
  mergeTerms,
  removeTerms,
  requireRemovable,
  restoreTerms,
  undoBatch,
  updateTerm,
} from '../db/termChange.ts'
import { listBatches, listTermHistory, startBatch } from '../db/termHistory.ts'
import { termSourcesOf, type TermSource } from '../db/termSource.ts'
import { rest } from '../jobs/runner.ts'
import type { Term } from '#core/model/term.ts'
import { tellSaved } from './saved.ts'

/** After COMMIT: the matcher follows, and everybody is told. */
const tell = (
  { session, changed }: CommandContext,
  removed: readonly number[],
  added: readonly Term[],
): void => {
  session.room().terms.update(removed, added)
  changed({ type: 'term' })
}

/** Terms changed in one transaction: some milliseconds. */
const PART = 300
/** Translations saved in one. */
const PART_OF_TEXTS = 50

/**
 * Does the same to many terms under one batch, a transaction for every some of them; everything else has its turn in
 * between. Gives the batch.
 */
const inParts = async (
  { db, now, session, changed }: CommandContext,
  kind: string,
  ids: readonly number[],
  work: (part: number[], batch: number, at: string) => { removed: readonly number[]; added: readonly Term[] },
): Promise<number> => {
  const at = now()
  const batch = inTransaction(db, () => startBatch(db, { kind }, at))
  let done = 0
  try {
    for (; done < ids.length; done += PART) {
      if (done > 0) await rest()
      const { removed, added } = inTransaction(db, () => work(ids.slice(done, done + PART), batch, at))
      session.room().terms.update(removed, added)
    }
  } catch (error) {
    // What was done stays done, and whoever asked can take it back.
    if (done === 0) throw error
    const { code, message, details } = toAppError(error)
    throw new AppError(code, message, { ...details, batch, done })
  } finally {
    changed({ type: 'term' })
  }
  return batch
}

interface Draft extends Omit<NewTerm, 'glossaryId'> {
  glossaryId?: number | undefined
  projectId?: number | undefined
}

/** A draft with the glossary it goes to. */
const placed = (
  db: CommandContext['db'],
  { glossaryId, projectId, ...draft }: Draft,
  at: string,
): NewTerm => ({ ...draft, glossaryId: glossaryId ?? glossaryForNew(db, projectId, at) })

/** Only what was said; `undefined` is not said. */
const said = (change: { [K in keyof TermChange]: TermChange[K] | undefined }): TermChange =>
  Object.fromEntries(Object.entries(change).filter(([, part]) => part !== undefined))

/** Throws `not-found`, for a paragraph set aside or in the trash too. */
const paragraphOf = (db: Reader, id: number): TermSource => {
  const found = termSourcesOf(db, [id])[0]
  if (!found) throw new AppError('not-found', 'There is no such paragraph.', { paragraph: id })
  return found
}

export const termHandlers: HandlersOf<typeof termContract> = {
  'term.list': (input, { session }) => session.room().terms.list(input),
  'term.ids': (query, { session }) => session.room().terms.ids(query),
  'term.get': ({ id }, { db }) => getTerm(db, id),
  'term.domains': (_, { session }) => session.room().terms.domains(),
  'term.check': ({ source, target, exceptId }, { session }) => {
    const others = session
      .room()
      .terms.alike(source)
      .filter(({ id }) => id !== exceptId)
    const form = foldSpelling(target)
    const isSame = (term: Term) => form !== '' && foldSpelling(term.target) === form
    return {
      duplicates: others.filter(isSame),
      conflicts: others.filter((term) => !isSame(term)),
    }
  },
  'term.add': (draft, context) => {
    const { db, now } = context
    const term = inTransaction(db, () => {
      const at = now()
      return addNewTerm(db, placed(db, draft, at), at)
    })
    tell(context, [], [term])
    return term
  },
  'term.addMany': async ({ terms }, context) => {
    const { db } = context
    const added: ResultOf<'term.addMany'> = { batch: 0, terms: [], skipped: [] }
    const places = terms.map((_, place) => place)
    added.batch = await inParts(context, 'add', places, (part, batch, at) => {
      const drafts = part.map((place) => placed(db, terms[place] as Draft & NewTerm, at))
      const done = addNewTerms(db, drafts, batch, at)
      added.terms.push(...done.terms)
      added.skipped.push(...done.skipped.map((place) => part[place] ?? 0))
      return { removed: [], added: done.terms }
    })
    return added
  },
  'term.update': ({ id, ...change }, context) => {
    const { db, now } = context
    const updated = inTransaction(db, () => updateTerm(db, id, said(change), now()))
    if (updated.batch !== null) tell(context, [id], [updated.term])
    return updated
  },
  'term.change': async ({ ids, change }, context) => {
    const { db } = context
    requireTerms(db, ids)
    if (change.glossaryId !== undefined) requireWritable(db, change.glossaryId)
    const wanted = said(change)
    const result: TermBatch = { batch: 0, changed: 0, skipped: [] }
    result.batch = await inParts(context, 'change', ids, (part, batch, at) => {
      const { terms, skipped } = changeTerms(db, part, wanted, batch, at)
      result.changed += terms.length
      result.skipped.push(...skipped)
      return { removed: [], added: terms }
    })
    return result
  },
  'term.remove': async ({ ids }, context) => {
    const { db } = context
    requireRemovable(db, ids)
    const batch = await inParts(context, 'remove', ids, (part, of, at) => {
      removeTerms(db, part, of, at)
      return { removed: part, added: [] }
    })
    return { batch }
  },
  'term.restore': async ({ ids }, context) => {
    const { db } = context
    requireRemovable(db, ids)
    await inParts(context, 'restore', ids, (part, batch, at) => ({
      removed: [],
      added: restoreTerms(db, part, batch, at),
    }))
    return null
  },
  'term.merge': ({ into, ids }, context) => {
    const { db, now } = context
    const { batch, term, removed } = inTransaction(db, () => mergeTerms(db, into, ids, now()))
    tell(context, [...removed, into], [term])
    return { batch, term }
  },
  'term.duplicates': ({ glossaryIds }, { db, session }) =>
    session.room().terms.duplicates(glossaryIds ?? writableGlossaries(db)),
  'term.history': ({ id }, { db }) => {
    requireTerms(db, [id])
    return listTermHistory(db, id)
  },
  'term.batches': ({ limit }, { db }) => listBatches(db, limit),
  'term.undo': async ({ batch }, context) => {
    const { db, now, session, changed } = context
    const undone = await undoBatch(db, batch, now, {
      land: ({ removed, terms }) => session.room().terms.update(removed, terms),
      rest,
    })
    changed({ type: 'term' })
    return undone
  },

  'term.find': ({ text, projectId }, { session }) => session.room().terms.find(text, projectId),
  'term.findInParagraphs': ({ ids }, { db, session }) => {
    const { terms } = session.room()
    requireParagraphs(db, ids)
    return termSourcesOf(db, ids).map((paragraph) => terms.findIn(paragraph))
  },
  'term.complete': ({ query, paragraphId, limit }, { db, session }) => {
    const { terms } = session.room()
    const paragraph = paragraphId === undefined ? null : paragraphOf(db, paragraphId)
    const hits = paragraph ? terms.findIn(paragraph).hits : []
    return terms
      .complete(query, hits, limit, paragraph?.projectId)
      .flatMap(({ termId, matched, inParagraph }) => {
        const term = terms.get(termId)
        return term ? [{ term, matched, inParagraph }] : []
      })
  },

  'term.uses': ({ ids }, { session }) => session.room().usage.counts(ids, rest),
  'term.usedIn': ({ id, limit }, { db, session }) => {
    getTerm(db, id)
    return session.room().usage.usedIn(id, limit, rest)
  },
  'term.replacements': ({ id, from, to }, { db, session }: QueryContext) =>
    session.room().usage.replacements(getTerm(db, id), { from, to }, rest),
  'term.replace': async ({ edits }, context) => {
    const { db, now } = context
    const done: ResultOf<'term.replace'> = { saved: 0, conflicts: 0, locked: 0, undo: [] }
    for (let from = 0; from < edits.length; from += PART_OF_TEXTS) {
      if (from > 0) await rest()
      const part = edits.slice(from, from + PART_OF_TEXTS)
      const before = new Map(
        termSourcesOf(
          db,
          part.map(({ paragraphId }) => paragraphId),
        ).map((paragraph) => [paragraph.id, paragraph]),
      )
      const saved = inTransaction(db, () =>
        saveTargets(
          db,
          part.map(({ paragraphId, target, baseRevision }) => ({
            id: paragraphId,
            target,
            baseRevision,
            // What was confirmed stays so: the user has seen each place.
            status: before.get(paragraphId)?.status,
            origin: 'term',
          })),
          now(),
        ),
      )
      tellSaved(saved, context)
      done.saved += saved.saved.length
      done.conflicts += saved.conflicts.length
      done.locked += saved.locked.length
      for (const { id, revision } of saved.saved)
        done.undo.push({ paragraphId: id, target: before.get(id)?.target ?? '', baseRevision: revision })
    }
    return done
  },

  'term.refuse': ({ paragraphId, start, end, scope }, { db, now, session, changed }) => {
    const refusal = inTransaction(db, () => {
      const { source, articleId } = paragraphOf(db, paragraphId)
      const quote = source.slice(start, end)
      if (start >= end || end > source.length)
        throw new AppError('bad-input', 'The place is not in the paragraph.', { start, end })
      return addRefusal(
        db,
        {
          scope,
          articleId: scope === 'always' ? null : articleId,
          form: foldSpelling(quote),
          quote,
          word: wordAround(source, start, end),
          prefix: source.slice(Math.max(0, start - REFUSAL_CONTEXT), start),
          suffix: source.slice(end, end + REFUSAL_CONTEXT),
        },
        now(),
      )
    })
    session.room().usage.reset()
    changed({ type: 'term' })
    return refusal
  },
  'term.refusals': ({ articleId }, { db }) => listRefusals(db, articleId),
  'term.accept': ({ ids }, { db, session, changed }) => {
    inTransaction(db, () => removeRefusals(db, ids))
    session.room().usage.reset()
    changed({ type: 'term' })
    return null
  },
}
