import { AppError } from '#contract/error.ts'
import type { ParagraphRevision, ParagraphStatus, RevisionOrigin } from '#core/model/article.ts'
import type { Reader, Writer } from './database.ts'
import { insert, row, rows } from './statement.ts'

const COLUMNS = 'sequence, paragraph_id AS paragraphId, revision, source, target, status, origin, at'

export interface HistoryEntry {
  paragraphId: number
  revision: number
  source: string
  target: string
  status: ParagraphStatus
  origin: RevisionOrigin
}

export const addHistory = (db: Writer, entry: HistoryEntry, at: string): number =>
  insert(
    db,
    `INSERT INTO paragraph_history (paragraph_id, revision, source, target, status, origin, at)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
    entry.paragraphId,
    entry.revision,
    entry.source,
    entry.target,
    entry.status,
    entry.origin,
    at,
  )

/** Keeps a text that was refused. A save that is tried again with the same text is kept once. */
export const addRefused = (db: Writer, entry: Omit<HistoryEntry, 'origin'>, at: string): void => {
  const last = row<{ target: string }>(
    db,
    `SELECT target FROM paragraph_history WHERE paragraph_id = ? AND origin = 'conflict'
     ORDER BY sequence DESC LIMIT 1`,
    entry.paragraphId,
  )
  if (last?.target !== entry.target) addHistory(db, { ...entry, origin: 'conflict' }, at)
}

/** Oldest first. Refused texts (`conflict`) carry the revision they were based on. */
export const listHistory = (db: Reader, paragraphId: number): ParagraphRevision[] =>
  rows<ParagraphRevision>(
    db,
    `SELECT ${COLUMNS} FROM paragraph_history WHERE paragraph_id = ? ORDER BY sequence`,
    paragraphId,
  )

/** Throws `not-found`. */
export const getHistory = (db: Reader, paragraphId: number, sequence: number): ParagraphRevision => {
  const found = row<ParagraphRevision>(
    db,
    `SELECT ${COLUMNS} FROM paragraph_history WHERE sequence = ? AND paragraph_id = ?`,
    sequence,
    paragraphId,
  )
  if (!found)
    throw new AppError('not-found', 'The paragraph has no such revision.', {
      paragraph: paragraphId,
      sequence,
    })
  return found
}
