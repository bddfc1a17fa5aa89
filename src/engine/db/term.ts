import { AppError } from '#contract/error.ts'
import type { Glossary } from '#contract/term.ts'
import type { Term, TermStatus } from '#core/model/term.ts'
import type { Reader, Writer } from './database.ts'
import { idList, insert, row, rows, run, value } from './statement.ts'

const COLUMNS = `id, glossary_id AS glossaryId, source, target, status, domain, note, origin,
  created_at AS createdAt, updated_at AS updatedAt`

export const listGlossaries = (db: Reader): Glossary[] =>
  rows<Glossary>(
    db,
    `SELECT g.id, g.name, (SELECT count(*) FROM term t WHERE t.glossary_id = g.id AND t.removed_at IS NULL) AS terms
     FROM glossary g ORDER BY g.id`,
  )

/** The id of the glossary of that name; made where there is none. */
export const glossaryNamed = (db: Writer, name: string, at: string): number =>
  value<number>(db, 'SELECT id FROM glossary WHERE name = ? ORDER BY id LIMIT 1', name) ??
  insert(db, 'INSERT INTO glossary (name, created_at) VALUES (?, ?)', name, at)

/** The workspace's first glossary; made where there is none. */
export const firstGlossary = (db: Writer, at: string): number =>
  value<number>(db, 'SELECT id FROM glossary ORDER BY id LIMIT 1') ?? glossaryNamed(db, 'Glossary', at)

export const requireGlossary = (db: Reader, id: number): void => {
  if (value(db, 'SELECT id FROM glossary WHERE id = ?', id) === undefined)
    throw new AppError('not-found', 'There is no such glossary.', { glossary: id })
}

export const listTerms = (db: Reader): Term[] =>
  rows<Term>(db, `SELECT ${COLUMNS} FROM term WHERE removed_at IS NULL ORDER BY id`)

/** Throws `not-found`, for a removed one too. */
export const getTerm = (db: Reader, id: number): Term => {
  const found = row<Term>(db, `SELECT ${COLUMNS} FROM term WHERE id = ? AND removed_at IS NULL`, id)
  if (!found) throw new AppError('not-found', 'There is no such term.', { term: id })
  return found
}

export const findTwin = (
  db: Reader,
  term: Pick<Term, 'glossaryId' | 'source' | 'target'>,
): Term | undefined =>
  row<Term>(
    db,
    `SELECT ${COLUMNS} FROM term WHERE glossary_id = ? AND source = ? AND target = ? AND removed_at IS NULL`,
    term.glossaryId,
    term.source,
    term.target,
  )

const refuseTwin = (db: Reader, term: Pick<Term, 'glossaryId' | 'source' | 'target'>, own?: number): void => {
  const twin = findTwin(db, term)
  if (twin && twin.id !== own)
    throw new AppError('duplicate', 'The glossary has this source with this target already.', { term: twin })
}

const clean = (text: string): string => text.normalize('NFC').trim()

export interface NewTerm {
  glossaryId: number
  source: string
  target: string
  status: TermStatus
  domain: string
  note: string
  origin: string
}

/** Throws `duplicate` with the term that is there in `details.term`. */
export const addTerm = (db: Writer, term: NewTerm, at: string): Term => {
  const wanted = { ...term, source: clean(term.source), target: clean(term.target) }
  refuseTwin(db, wanted)
  const id = insert(
    db,
    `INSERT INTO term (glossary_id, source, target, status, domain, note, origin, created_at, updated_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    wanted.glossaryId,
    wanted.source,
    wanted.target,
    wanted.status,
    clean(wanted.domain),
    wanted.note.normalize('NFC'),
    wanted.origin,
    at,
    at,
  )
  return getTerm(db, id)
}

export type TermChange = Partial<Pick<Term, 'source' | 'target' | 'status' | 'domain' | 'note'>>

/** Throws `not-found`, `duplicate`. */
export const updateTerm = (db: Writer, id: number, change: TermChange, at: string): Term => {
  const before = getTerm(db, id)
  const after = { ...before, ...change }
  after.source = clean(after.source)
  after.target = clean(after.target)
  refuseTwin(db, after, id)
  run(
    db,
    'UPDATE term SET source = ?, target = ?, status = ?, domain = ?, note = ?, updated_at = ? WHERE id = ?',
    after.source,
    after.target,
    after.status,
    clean(after.domain),
    after.note.normalize('NFC'),
    at,
    id,
  )
  return getTerm(db, id)
}

/** Throws `not-found` for ids that never were; removed ones stay removed. */
export const removeTerms = (db: Writer, ids: readonly number[], at: string): void => {
  requireTerms(db, ids)
  run(
    db,
    'UPDATE term SET removed_at = ? WHERE removed_at IS NULL AND id IN (SELECT value FROM json_each(?))',
    at,
    idList(ids),
  )
}

/** Throws `duplicate` where the same term was added anew meanwhile. */
export const restoreTerms = (db: Writer, ids: readonly number[]): Term[] => {
  requireTerms(db, ids)
  const removed = rows<Term>(
    db,
    `SELECT ${COLUMNS} FROM term WHERE removed_at IS NOT NULL AND id IN (SELECT value FROM json_each(?))`,
    idList(ids),
  )
  for (const term of removed) {
    refuseTwin(db, term)
    run(db, 'UPDATE term SET removed_at = NULL WHERE id = ?', term.id)
  }
  return removed
}

const requireTerms = (db: Reader, ids: readonly number[]): void => {
  const missing = value<number>(
    db,
    `SELECT asked.value FROM json_each(?) AS asked LEFT JOIN term ON term.id = asked.value
     WHERE term.id IS NULL LIMIT 1`,
    idList(ids),
  )
  if (missing !== undefined) throw new AppError('not-found', 'There is no such term.', { term: missing })
}
