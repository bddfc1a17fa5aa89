import { AppError } from '#contract/error.ts'
import type { TermHistoryEntry } from '#contract/term.ts'
import type { Term } from '#core/model/term.ts'
import type { Reader, Writer } from './database.ts'
import { insert, row, rows, run } from './statement.ts'

export type TermChangeKind = TermHistoryEntry['change']

/** Opens a batch: what is done under it is undone as a whole. `running` keeps its new terms out of sight. */
export const startBatch = (
  db: Writer,
  { kind, note = '', running = null }: { kind: string; note?: string; running?: string | null },
  at: string,
): number =>
  insert(db, 'INSERT INTO term_batch (kind, note, at, running) VALUES (?, ?, ?, ?)', kind, note, at, running)

export interface TermStep {
  termId: number
  batch: number
  change: TermChangeKind
  before: Term | null
}

export const addTermHistory = (db: Writer, { termId, batch, change, before }: TermStep, at: string): void => {
  run(
    db,
    'INSERT INTO term_history (term_id, batch_id, change, before, at) VALUES (?, ?, ?, ?, ?)',
    termId,
    batch,
    change,
    before === null ? null : JSON.stringify(before),
    at,
  )
}

interface Stored {
  sequence: number
  termId: number
  batch: number
  change: TermChangeKind
  before: string | null
  at: string
}

const COLUMNS = 'sequence, term_id AS termId, batch_id AS batch, change, before, at'

const parsed = (before: string | null): Term | null => (before === null ? null : (JSON.parse(before) as Term))

/** Newest first. */
export const listTermHistory = (db: Reader, termId: number): TermHistoryEntry[] =>
  rows<Stored>(
    db,
    `SELECT ${COLUMNS} FROM term_history WHERE term_id = ? ORDER BY sequence DESC LIMIT 500`,
    termId,
  ).map(({ sequence, batch, change, before, at }) => ({
    sequence,
    batch,
    change,
    before: parsed(before),
    at,
  }))

export interface BatchStep {
  sequence: number
  termId: number
  before: Term | null
}

/** How many steps a batch has. Throws `not-found` for one that never was or is still being written. */
export const countSteps = (db: Reader, batch: number): number => {
  const found = row<{ running: string | null; steps: number }>(
    db,
    `SELECT running, (SELECT count(*) FROM term_history h WHERE h.batch_id = b.id) AS steps
     FROM term_batch b WHERE id = ?`,
    batch,
  )
  if (!found || found.running !== null)
    throw new AppError('not-found', 'There is no such change of terms.', { batch })
  return found.steps
}

/**
 * Steps of a batch to whose terms nothing was done since, newest first, before a sequence. `came`: the term was not
 * there before.
 */
export const lastSteps = (
  db: Reader,
  batch: number,
  kind: 'came' | 'went',
  before: number,
  limit: number,
): BatchStep[] =>
  rows<Stored>(
    db,
    `SELECT ${COLUMNS} FROM term_history h
     WHERE batch_id = ? AND sequence < ? AND before IS ${kind === 'came' ? '' : 'NOT'} NULL
       AND NOT EXISTS (SELECT 1 FROM term_history n WHERE n.term_id = h.term_id AND n.sequence > h.sequence)
     ORDER BY sequence DESC LIMIT ?`,
    batch,
    before,
    limit,
  ).map(({ sequence, termId, before: stood }) => ({ sequence, termId, before: parsed(stood) }))
