import { AppError } from '#contract/error.ts'
import type { TermHistoryEntry } from '#contract/term.ts'
import type { Term } from '#core/model/term.ts'
import type { Reader, Writer } from './database.ts'
import { insert, row, rows, run, value } from './statement.ts'

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
  /** Whether nothing was done to the term since. */
  last: boolean
}

/** The steps of a batch, newest first. Throws `not-found` for a batch that never was or is still being written. */
export const stepsOfBatch = (db: Reader, batch: number): BatchStep[] => {
  const found = row<{ running: string | null }>(db, 'SELECT running FROM term_batch WHERE id = ?', batch)
  if (!found || found.running !== null)
    throw new AppError('not-found', 'There is no such change of terms.', { batch })
  return rows<Stored & { last: number }>(
    db,
    `SELECT ${COLUMNS}, NOT EXISTS (SELECT 1 FROM term_history n
       WHERE n.term_id = h.term_id AND n.sequence > h.sequence AND n.batch_id <> h.batch_id) AS last
     FROM term_history h WHERE batch_id = ? ORDER BY sequence DESC`,
    batch,
  ).map(({ sequence, termId, before, last }) => ({
    sequence,
    termId,
    before: parsed(before),
    last: last === 1,
  }))
}

export const kindOfBatch = (db: Reader, batch: number): string | undefined =>
  value<string>(db, 'SELECT kind FROM term_batch WHERE id = ?', batch)
