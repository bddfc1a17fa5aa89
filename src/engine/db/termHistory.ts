import { AppError } from '#contract/error.ts'
import type { TermBatchSummary, TermHistoryEntry } from '#contract/term.ts'
import type { Term } from '#core/model/term.ts'
import type { Reader, Writer } from './database.ts'
import { stillStands } from './standing.ts'
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
  /** The step this one takes back. */
  undoes?: number
}

export const addTermHistory = (
  db: Writer,
  { termId, batch, change, before, undoes }: TermStep,
  at: string,
): void => {
  run(
    db,
    'INSERT INTO term_history (term_id, batch_id, change, before, undoes, at) VALUES (?, ?, ?, ?, ?, ?)',
    termId,
    batch,
    change,
    before === null ? null : JSON.stringify(before),
    undoes ?? null,
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

/** Of step `h`: nothing was done to its term since. */
const STILL_STANDS = stillStands({ table: 'term_history', subject: 'term_id' })

/** Names of so many terms are given with a batch. */
const NAMED = 3
/** So many of its steps are looked at for one that can be taken back. */
const LOOKED_AT = 1_000

/** Of step `h`: its term is in a glossary that can be written. */
const WRITABLE = `EXISTS (SELECT 1 FROM term t JOIN glossary g ON g.id = t.glossary_id
  WHERE t.id = h.term_id AND g.read_only = 0 AND g.removed_at IS NULL)`
/** Whether it is so of any step `h` of batch `b`. */
const anyOf = (condition: string): string => `EXISTS (SELECT 1 FROM
  (SELECT * FROM term_history WHERE batch_id = b.id ORDER BY sequence DESC LIMIT ${LOOKED_AT}) h WHERE ${condition})`

/** The last batches that did anything and are not being written any more, the newest first. */
export const listBatches = (db: Reader, limit: number): TermBatchSummary[] =>
  rows<Omit<TermBatchSummary, 'sources' | 'state'> & { named: string; standing: number; writable: number }>(
    db,
    `SELECT b.id AS batch, b.kind, b.note, b.at,
       (SELECT count(*) FROM term_history h WHERE h.batch_id = b.id) AS terms,
       (SELECT json_group_array(source) FROM (SELECT t.source FROM term_history h JOIN term t ON t.id = h.term_id
          WHERE h.batch_id = b.id ORDER BY h.sequence LIMIT ${NAMED})) AS named,
       ${anyOf(STILL_STANDS)} AS standing,
       ${anyOf(`${STILL_STANDS} AND ${WRITABLE}`)} AS writable,
       (SELECT u.batch_id FROM
          (SELECT * FROM term_history WHERE batch_id = b.id ORDER BY sequence DESC LIMIT ${LOOKED_AT}) h
          JOIN term_history u ON u.undoes = h.sequence
          WHERE NOT EXISTS (SELECT 1 FROM term_history r WHERE r.undoes = u.sequence)
          ORDER BY u.sequence DESC LIMIT 1) AS takenBackBy
     FROM term_batch b
     WHERE b.running IS NULL AND b.kind <> 'undo'
       AND EXISTS (SELECT 1 FROM term_history h WHERE h.batch_id = b.id)
     ORDER BY b.id DESC LIMIT ?`,
    limit,
  ).map(({ named, standing, writable, ...batch }) => ({
    ...batch,
    sources: JSON.parse(named) as string[],
    state: writable ? 'standing' : standing ? 'read-only' : batch.takenBackBy ? 'taken-back' : 'changed',
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
       AND ${STILL_STANDS}
     ORDER BY sequence DESC LIMIT ?`,
    batch,
    before,
    limit,
  ).map(({ sequence, termId, before: stood }) => ({ sequence, termId, before: parsed(stood) }))
