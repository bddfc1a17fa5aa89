import { AppError } from '#contract/error.ts'
import type { Term, TermContent } from '#core/model/term.ts'
import type { Reader, Writer } from './database.ts'
import { LIVE_TERM, requireWritable } from './glossary.ts'
import { idList, insert, row, rows, run, value, values } from './statement.ts'

const COLUMNS = `t.id, t.glossary_id AS glossaryId, t.source, t.variants, t.target,
  t.part_of_speech AS partOfSpeech, t.status, t.domain, t.definition, t.note, t.url, t.origin,
  t.created_at AS createdAt, t.updated_at AS updatedAt`

type Stored = Omit<Term, 'variants'> & { variants: string }

const toTerm = (stored: Stored): Term => ({
  ...stored,
  variants: stored.variants === '[]' ? [] : (JSON.parse(stored.variants) as string[]),
})

/** Every term that can be seen: landed, not removed, in a glossary that was not removed. */
export const listTerms = (db: Reader): Term[] =>
  rows<Stored>(
    db,
    `SELECT ${COLUMNS} FROM term t JOIN glossary g ON g.id = t.glossary_id
     WHERE ${LIVE_TERM} AND g.removed_at IS NULL ORDER BY t.id`,
  ).map(toTerm)

/** Those of the ids that can be seen, in order of id. */
export const termsOf = (db: Reader, ids: readonly number[]): Term[] =>
  rows<Stored>(
    db,
    `SELECT ${COLUMNS} FROM term t WHERE ${LIVE_TERM} AND t.id IN (SELECT value FROM json_each(?)) ORDER BY t.id`,
    idList(ids),
  ).map(toTerm)

/** The next `limit` terms of glossaries behind an id, in order of id. */
export const termsOfGlossaries = (
  db: Reader,
  glossaryIds: readonly number[],
  after: number,
  limit: number,
): Term[] =>
  rows<Stored>(
    db,
    // By id alone: with an index on the glossary all that is left would be sorted for every page.
    `SELECT ${COLUMNS} FROM term t
     WHERE ${LIVE_TERM} AND +t.glossary_id IN (SELECT value FROM json_each(?)) AND t.id > ?
     ORDER BY t.id LIMIT ?`,
    idList(glossaryIds),
    after,
    limit,
  ).map(toTerm)

/** Throws `not-found`, for a removed one too. */
export const getTerm = (db: Reader, id: number): Term => {
  const found = row<Stored>(db, `SELECT ${COLUMNS} FROM term t WHERE t.id = ? AND ${LIVE_TERM}`, id)
  if (!found) throw new AppError('not-found', 'There is no such term.', { term: id })
  return toTerm(found)
}

type Identity = Pick<Term, 'glossaryId' | 'source' | 'target'>

/** Also one that is still being brought in: the pair is taken. */
export const findTwin = (db: Reader, { glossaryId, source, target }: Identity): Term | undefined => {
  const found = row<Stored>(
    db,
    `SELECT ${COLUMNS} FROM term t
     WHERE t.glossary_id = ? AND t.source = ? AND t.target = ? AND t.removed_at IS NULL`,
    glossaryId,
    source,
    target,
  )
  return found && toTerm(found)
}

const refuseTwin = (db: Reader, term: Identity, own?: number): void => {
  const twin = findTwin(db, term)
  if (twin && twin.id !== own)
    throw new AppError('duplicate', 'The glossary has this source with this target already.', { term: twin })
}

/** One line of text as it is kept: NFC, no blanks around it, none doubled. */
const clean = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ').trim()
const longer = (text: string): string => text.normalize('NFC').replace(/\r\n?/gu, '\n').trim()

/** What a user said of a term as it is kept. Variants lose doubles and the source itself. */
export const cleanContent = (content: TermContent): TermContent => {
  const source = clean(content.source)
  return {
    source,
    variants: [...new Set(content.variants.map(clean))].filter((each) => each !== '' && each !== source),
    target: clean(content.target),
    partOfSpeech: content.partOfSpeech,
    status: content.status,
    domain: clean(content.domain),
    definition: longer(content.definition),
    note: longer(content.note),
    url: content.url.trim(),
  }
}

export interface NewTerm extends TermContent {
  glossaryId: number
  origin: string
}

export const EMPTY_CONTENT: Omit<TermContent, 'source' | 'target'> = {
  variants: [],
  partOfSpeech: '',
  status: 'preferred',
  domain: '',
  definition: '',
  note: '',
  url: '',
}

/** Throws `duplicate` with the term that is there in `details.term`, `read-only-glossary`, `not-found`. */
export const addTerm = (db: Writer, term: NewTerm, at: string): Term => {
  requireWritable(db, term.glossaryId)
  return insertTerm(db, term, at)
}

/** As `addTerm`, but for read-only glossaries too, and as part of a batch. Content must be clean. */
export const insertTerm = (
  db: Writer,
  term: NewTerm,
  at: string,
  { batch = null, createdAt = at }: { batch?: number | null; createdAt?: string } = {},
): Term => {
  const { glossaryId, origin } = term
  const content = cleanContent(term)
  refuseTwin(db, { glossaryId, ...content })
  const id = writeNewTerm(db, { glossaryId, ...content, origin, batch, createdAt, updatedAt: at })
  return { id, glossaryId, ...content, origin, createdAt, updatedAt: at }
}

/** Writes a row as it is given; whether it is there already is the caller's to know. */
export const writeNewTerm = (db: Writer, term: Omit<Term, 'id'> & { batch: number | null }): number =>
  insert(
    db,
    `INSERT INTO term (glossary_id, source, variants, target, part_of_speech, status, domain, definition, note, url,
       origin, batch_id, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    term.glossaryId,
    ...stored(term),
    term.origin,
    term.batch,
    term.createdAt,
    term.updatedAt,
  )

const stored = (content: TermContent): string[] => [
  content.source,
  JSON.stringify(content.variants),
  content.target,
  content.partOfSpeech,
  content.status,
  content.domain,
  content.definition,
  content.note,
  content.url,
]

/** Writes all of a term as it is given, `updatedAt` too. Throws `duplicate`. */
export const writeTerm = (db: Writer, term: Term): void => {
  refuseTwin(db, term, term.id)
  run(
    db,
    `UPDATE term SET source = ?, variants = ?, target = ?, part_of_speech = ?, status = ?, domain = ?, definition = ?,
       note = ?, url = ?, glossary_id = ?, removed_at = NULL, updated_at = ? WHERE id = ?`,
    ...stored(term),
    term.glossaryId,
    term.updatedAt,
    term.id,
  )
}

export type TermChange = Partial<TermContent & Pick<Term, 'glossaryId'>>

/** The term as it would be. Throws `read-only-glossary` for where it is and where it would go. */
export const changedTerm = (db: Reader, before: Term, change: TermChange, at: string): Term => {
  const glossaryId = change.glossaryId ?? before.glossaryId
  requireWritable(db, before.glossaryId)
  if (glossaryId !== before.glossaryId) requireWritable(db, glossaryId)
  return { ...before, ...cleanContent({ ...before, ...change }), glossaryId, updatedAt: at }
}

/** Whether two say the same, whenever they were changed. */
export const sayTheSame = (one: Term, other: Term): boolean =>
  one.glossaryId === other.glossaryId && stored(one).every((part, index) => part === stored(other)[index])

export const markRemoved = (db: Writer, ids: readonly number[], at: string): void => {
  run(
    db,
    'UPDATE term SET removed_at = ? WHERE removed_at IS NULL AND id IN (SELECT value FROM json_each(?))',
    at,
    idList(ids),
  )
}

/** Those of the ids that were removed. */
export const removedTerms = (db: Reader, ids: readonly number[]): Term[] =>
  rows<Stored>(
    db,
    `SELECT ${COLUMNS} FROM term t WHERE t.removed_at IS NOT NULL AND t.id IN (SELECT value FROM json_each(?))`,
    idList(ids),
  ).map(toTerm)

/** Brings a removed term back. Throws `duplicate` where the same term was added anew meanwhile. */
export const bringBack = (db: Writer, term: Term): void => {
  refuseTwin(db, term)
  run(db, 'UPDATE term SET removed_at = NULL WHERE id = ?', term.id)
}

/** The glossaries of terms, removed ones included. */
export const glossariesOf = (db: Reader, ids: readonly number[]): number[] =>
  values<number>(
    db,
    'SELECT DISTINCT glossary_id FROM term WHERE id IN (SELECT value FROM json_each(?))',
    idList(ids),
  )

/** Throws `not-found` for ids that never were. */
export const requireTerms = (db: Reader, ids: readonly number[]): void => {
  const missing = value<number>(
    db,
    `SELECT asked.value FROM json_each(?) AS asked LEFT JOIN term ON term.id = asked.value
     WHERE term.id IS NULL LIMIT 1`,
    idList(ids),
  )
  if (missing !== undefined) throw new AppError('not-found', 'There is no such term.', { term: missing })
}
