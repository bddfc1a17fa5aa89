import { AppError } from '#contract/error.ts'
import type { TermBatch } from '#contract/term.ts'
import type { Term } from '#core/model/term.ts'
import { mergedTerm } from '#core/term/merge.ts'
import type { Writer } from './database.ts'
import {
  addTerm,
  bringBack,
  changedTerm,
  getTerm,
  markRemoved,
  removedTerms,
  requireTerms,
  sayTheSame,
  termsOf,
  writeTerm,
  type NewTerm,
  type TermChange,
} from './term.ts'
import { requireWritable } from './glossary.ts'
import { addTermHistory, startBatch, stepsOfBatch, type TermChangeKind } from './termHistory.ts'

/*
 * What users do to terms. Every step is kept with what stood before, under a batch that takes it back as a whole. All
 * of it is to be called in a transaction.
 */

/** Throws what `addTerm` throws. */
export const addNewTerm = (db: Writer, term: NewTerm, at: string): Term => {
  const added = addTerm(db, term, at)
  const batch = startBatch(db, { kind: 'add' }, at)
  addTermHistory(db, { termId: added.id, batch, change: 'added', before: null }, at)
  return added
}

export interface Added {
  batch: number
  terms: Term[]
  /** Places of those that are there already. */
  skipped: number[]
}

/** Throws what `addTerm` throws, but for `duplicate`. */
export const addNewTerms = (db: Writer, drafts: readonly NewTerm[], at: string): Added => {
  const batch = startBatch(db, { kind: 'add' }, at)
  const added: Added = { batch, terms: [], skipped: [] }
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

/** Throws `not-found`, `duplicate`, `read-only-glossary`. What changes nothing leaves no trace. */
export const updateTerm = (db: Writer, id: number, change: TermChange, at: string): Term => {
  const before = getTerm(db, id)
  const after = changedTerm(db, before, change, at)
  if (sayTheSame(before, after)) return before
  keep(db, before, after, startBatch(db, { kind: 'change' }, at), 'changed', at)
  return after
}

/** The same change to many; those that cannot take it are left and named. Throws `not-found`. */
export const changeTerms = (db: Writer, ids: readonly number[], change: TermChange, at: string): TermBatch => {
  requireTerms(db, ids)
  if (change.glossaryId !== undefined) requireWritable(db, change.glossaryId)
  const result: TermBatch = { batch: startBatch(db, { kind: 'change' }, at), terms: [], skipped: [] }
  for (const before of termsOf(db, ids)) {
    try {
      const after = changedTerm(db, before, change, at)
      if (sayTheSame(before, after)) continue
      keep(db, before, after, result.batch, 'changed', at)
      result.terms.push(after)
    } catch (error) {
      const code = error instanceof AppError ? error.code : null
      if (code !== 'duplicate' && code !== 'read-only-glossary') throw error
      result.skipped.push({ id: before.id, reason: code === 'duplicate' ? 'duplicate' : 'read-only' })
    }
  }
  return result
}

const requireAllWritable = (db: Writer, terms: readonly Term[]): void => {
  for (const glossaryId of new Set(terms.map((term) => term.glossaryId))) requireWritable(db, glossaryId)
}

/** Throws `not-found` for ids that never were, `read-only-glossary`; removed ones stay removed. */
export const removeTerms = (db: Writer, ids: readonly number[], at: string): number => {
  requireTerms(db, ids)
  const terms = termsOf(db, ids)
  requireAllWritable(db, terms)
  const batch = startBatch(db, { kind: 'remove' }, at)
  for (const before of terms) addTermHistory(db, { termId: before.id, batch, change: 'removed', before }, at)
  markRemoved(db, ids, at)
  return batch
}

/** Throws `duplicate` where the same term was added anew meanwhile, `read-only-glossary`. */
export const restoreTerms = (db: Writer, ids: readonly number[], at: string): Term[] => {
  requireTerms(db, ids)
  const removed = removedTerms(db, ids)
  requireAllWritable(db, removed)
  const batch = startBatch(db, { kind: 'restore' }, at)
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
  kept: number
  removed: number[]
  /** As they are now. */
  terms: Term[]
}

/** Takes a batch back, newest step first; a term something was done to since is left. */
export const undoBatch = (db: Writer, batch: number, at: string): Undone => {
  const steps = stepsOfBatch(db, batch)
  const own = startBatch(db, { kind: 'undo' }, at)
  const undone: Undone = { reverted: 0, kept: 0, removed: [], terms: [] }
  // First all that goes, then all that comes back: a merge removed what would be in the way otherwise.
  const going = steps.filter(({ before }) => before === null)
  for (const { termId, last } of going) {
    const now = last ? termsOf(db, [termId])[0] : undefined
    if (!now) undone.kept++
    else {
      markRemoved(db, [termId], at)
      addTermHistory(db, { termId, batch: own, change: 'undone', before: now }, at)
      undone.removed.push(termId)
      undone.reverted++
    }
  }
  for (const { termId, before, last } of steps) {
    if (before === null) continue
    const now = termsOf(db, [termId])[0] ?? null
    try {
      if (!last) throw new AppError('conflict', 'The term was changed since.')
      writeTerm(db, before)
      addTermHistory(db, { termId, batch: own, change: 'undone', before: now }, at)
      undone.removed.push(termId)
      undone.terms.push(before)
      undone.reverted++
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      undone.kept++
    }
  }
  return undone
}
