import { AppError } from '#contract/error.ts'
import type { TermBatch } from '#contract/term.ts'
import type { Term } from '#core/model/term.ts'
import { mergedTerm } from '#core/term/merge.ts'
import { inTransaction, type Writer } from './database.ts'
import {
  addTerm,
  bringBack,
  changedTerm,
  getTerm,
  glossariesOf,
  markRemoved,
  removedTerms,
  requireTerms,
  sayTheSame,
  termsOf,
  writeTerm,
  type NewTerm,
  type TermChange,
} from './term.ts'
import { closedGlossaries, requireWritable } from './glossary.ts'
import {
  addTermHistory,
  countSteps,
  lastSteps,
  startBatch,
  type BatchStep,
  type TermChangeKind,
} from './termHistory.ts'

/*
 * What users do to terms. Every step is kept with what stood before, under a batch that takes it back as a whole. All
 * but `undoBatch` is to be called in a transaction.
 */

/** Throws what `addTerm` throws. */
export const addNewTerm = (db: Writer, term: NewTerm, at: string): Term => {
  const added = addTerm(db, term, at)
  const batch = startBatch(db, { kind: 'add' }, at)
  addTermHistory(db, { termId: added.id, batch, change: 'added', before: null }, at)
  return added
}

export interface Added {
  terms: Term[]
  /** Places of those that are there already. */
  skipped: number[]
}

/** As part of a batch. Throws what `addTerm` throws, but for `duplicate`. */
export const addNewTerms = (db: Writer, drafts: readonly NewTerm[], batch: number, at: string): Added => {
  const added: Added = { terms: [], skipped: [] }
  for (const [place, draft] of drafts.entries()) {
    try {
      const term = addTerm(db, draft, at)
      addTermHistory(db, { termId: term.id, batch, change: 'added', before: null }, at)
      added.terms.push(term)
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'duplicate') throw error
      added.skipped.push(place)
    }
  }
  return added
}

const keep = (db: Writer, before: Term, after: Term, batch: number, change: TermChangeKind, at: string) => {
  writeTerm(db, after)
  addTermHistory(db, { termId: before.id, batch, change, before }, at)
}

/** Throws `not-found`, `duplicate`, `read-only-glossary`. What changes nothing leaves no trace and has no batch. */
export const updateTerm = (
  db: Writer,
  id: number,
  change: TermChange,
  at: string,
): { term: Term; batch: number | null } => {
  const before = getTerm(db, id)
  const term = changedTerm(db, before, change, at)
  if (sayTheSame(before, term)) return { term: before, batch: null }
  const batch = startBatch(db, { kind: 'change' }, at)
  keep(db, before, term, batch, 'changed', at)
  return { term, batch }
}

/** The same change to many, as part of a batch; those that cannot take it are left and named. */
export const changeTerms = (
  db: Writer,
  ids: readonly number[],
  change: TermChange,
  batch: number,
  at: string,
): { terms: Term[]; skipped: TermBatch['skipped'] } => {
  const terms: Term[] = []
  const skipped: TermBatch['skipped'] = []
  for (const before of termsOf(db, ids)) {
    try {
      const after = changedTerm(db, before, change, at)
      if (sayTheSame(before, after)) continue
      keep(db, before, after, batch, 'changed', at)
      terms.push(after)
    } catch (error) {
      const code = error instanceof AppError ? error.code : null
      if (code !== 'duplicate' && code !== 'read-only-glossary') throw error
      skipped.push({ id: before.id, reason: code === 'duplicate' ? 'duplicate' : 'read-only' })
    }
  }
  return { terms, skipped }
}

const requireAllWritable = (db: Writer, terms: readonly Term[]): void => {
  for (const glossaryId of new Set(terms.map((term) => term.glossaryId))) requireWritable(db, glossaryId)
}

/** Throws `not-found` for ids that never were, `read-only-glossary`. */
export const requireRemovable = (db: Writer, ids: readonly number[]): void => {
  requireTerms(db, ids)
  for (const glossaryId of glossariesOf(db, ids)) requireWritable(db, glossaryId)
}

/** As part of a batch; removed ones stay removed. */
export const removeTerms = (db: Writer, ids: readonly number[], batch: number, at: string): void => {
  for (const before of termsOf(db, ids))
    addTermHistory(db, { termId: before.id, batch, change: 'removed', before }, at)
  markRemoved(db, ids, at)
}

/** As part of a batch. Throws `duplicate` where the same term was added anew meanwhile. */
export const restoreTerms = (db: Writer, ids: readonly number[], batch: number, at: string): Term[] => {
  const removed = removedTerms(db, ids)
  for (const term of removed) {
    bringBack(db, term)
    addTermHistory(db, { termId: term.id, batch, change: 'restored', before: null }, at)
  }
  return removed
}

/** Keeps `into`, takes over what the others say beyond it, and removes them. Throws as `removeTerms` does. */
export const mergeTerms = (
  db: Writer,
  into: number,
  ids: readonly number[],
  at: string,
): { batch: number; term: Term; removed: number[] } => {
  const kept = getTerm(db, into)
  const others = termsOf(
    db,
    ids.filter((id) => id !== into),
  )
  requireTerms(db, ids)
  requireAllWritable(db, [kept, ...others])
  const batch = startBatch(db, { kind: 'merge' }, at)
  const removed = others.map(({ id }) => id)
  markRemoved(db, removed, at)
  for (const before of others) addTermHistory(db, { termId: before.id, batch, change: 'merged', before }, at)
  const term = changedTerm(db, kept, mergedTerm(kept, others), at)
  keep(db, kept, term, batch, 'merged', at)
  return { batch, term, removed }
}

export interface Undone {
  reverted: number
  removed: number[]
  /** As they are now. */
  terms: Term[]
}

/** Steps taken back in one transaction: some milliseconds. */
const UNDO_CHUNK = 300

/**
 * Takes a batch back, some steps at a time, newest first; `land` is given what each transaction did, and everything else
 * has its turn in between. What came goes before what went comes back: a merge removed what would be in its way. A term
 * something was done to since is left (`kept`). Throws `not-found` for a batch that never was.
 */
export const undoBatch = async (
  db: Writer,
  batch: number,
  now: () => string,
  tools: { land: (undone: Undone) => void; rest: () => Promise<void> },
): Promise<{ reverted: number; kept: number; batch: number | null }> => {
  const total = countSteps(db, batch)
  let own: number | null = null
  let reverted = 0
  for (const kind of ['came', 'went'] as const) {
    for (let cursor = Number.MAX_SAFE_INTEGER; ;) {
      const steps = lastSteps(db, batch, kind, cursor, UNDO_CHUNK)
      if (steps.length === 0) break
      cursor = steps.at(-1)?.sequence ?? 0
      const undone = inTransaction(db, () => {
        const at = now()
        const under = own ?? startBatch(db, { kind: 'undo' }, at)
        return { ...undoSteps(db, steps, under, at), under }
      })
      own = undone.under
      reverted += undone.reverted
      tools.land(undone)
      await tools.rest()
    }
  }
  return { reverted, kept: total - reverted, batch: reverted === 0 ? null : own }
}

const undoSteps = (db: Writer, steps: readonly BatchStep[], own: number, at: string): Undone => {
  const undone: Undone = { reverted: 0, removed: [], terms: [] }
  const closed = closedGlossaries(db)
  const current = new Map(
    termsOf(
      db,
      steps.map(({ termId }) => termId),
    ).map((term) => [term.id, term]),
  )
  for (const { sequence, termId, before } of steps) {
    const now = current.get(termId) ?? null
    // Its glossary was made read-only or removed since, or the one it came from.
    if ([before, now].some((term) => term !== null && closed.has(term.glossaryId))) continue
    if (before === null) {
      // Gone already, with its glossary or by another hand.
      if (now === null) continue
      markRemoved(db, [termId], at)
    } else {
      try {
        writeTerm(db, before)
      } catch (error) {
        // The same term was added anew meanwhile.
        if (!(error instanceof AppError) || error.code !== 'duplicate') throw error
        continue
      }
      undone.terms.push(before)
    }
    addTermHistory(db, { termId, batch: own, change: 'undone', before: now, undoes: sequence }, at)
    undone.removed.push(termId)
    undone.reverted++
  }
  return undone
}
