import { AppError } from '#contract/error.ts'
import { sourceSignature } from '#core/memory/signature.ts'
import type { Paragraph, ParagraphStatus, RevisionOrigin } from '#core/model/article.ts'
import { contentHash } from './contentHash.ts'
import type { Reader, Writer } from './database.ts'
import { addHistory } from './history.ts'
import { idList, insert, row, rows, run, value } from './statement.ts'

/** A paragraph with what only the engine knows; `position` is null for one that was set aside. */
export interface StoredParagraph extends Omit<Paragraph, 'position'> {
  position: number | null
  articleId: number
}

const COLUMNS = `id, article_id AS articleId, position, source, target, status, locked, revision,
  updated_at AS updatedAt`

type Row = Omit<StoredParagraph, 'locked'> & { locked: number }
const fromRow = (found: Row): StoredParagraph => ({ ...found, locked: found.locked === 1 })

/** As it crosses the wall. The position of one that was set aside is −1. */
export const toParagraph = (stored: StoredParagraph): Paragraph => {
  const { articleId: _, ...paragraph } = stored
  return { ...paragraph, position: stored.position ?? -1 }
}

/** In order, without those set aside. */
export const listParagraphs = (db: Reader, articleId: number): StoredParagraph[] =>
  rows<Row>(
    db,
    `SELECT ${COLUMNS} FROM paragraph WHERE article_id = ? AND position IS NOT NULL ORDER BY position`,
    articleId,
  ).map(fromRow)

export const findParagraph = (db: Reader, id: number): StoredParagraph | undefined => {
  const found = row<Row>(db, `SELECT ${COLUMNS} FROM paragraph WHERE id = ?`, id)
  return found && fromRow(found)
}

/** Throws `not-found`; one that was set aside is found. */
export const getParagraph = (db: Reader, id: number): StoredParagraph => {
  const found = findParagraph(db, id)
  if (!found) throw new AppError('not-found', 'There is no such paragraph.', { paragraph: id })
  return found
}

/** In the order of `ids`; throws `not-found`. */
export const getParagraphs = (db: Reader, ids: readonly number[]): StoredParagraph[] => {
  const found = new Map(
    rows<Row>(
      db,
      `SELECT ${COLUMNS} FROM paragraph WHERE id IN (SELECT value FROM json_each(?))`,
      idList(ids),
    ).map((each) => [each.id, fromRow(each)]),
  )
  return ids.map((id) => {
    const paragraph = found.get(id)
    if (!paragraph) throw new AppError('not-found', 'There is no such paragraph.', { paragraph: id })
    return paragraph
  })
}

/** Throws `not-found` for an id that never was. */
export const requireParagraphs = (db: Reader, ids: readonly number[]): void => {
  const missing = value<number>(
    db,
    `SELECT asked.value FROM json_each(?) AS asked LEFT JOIN paragraph p ON p.id = asked.value
     WHERE p.id IS NULL LIMIT 1`,
    idList(ids),
  )
  if (missing !== undefined)
    throw new AppError('not-found', 'There is no such paragraph.', { paragraph: missing })
}

/** The paragraphs that stand before and after a place of an article. */
export const neighbourSources = (
  db: Reader,
  articleId: number,
  position: number,
): { previous: string | null; next: string | null } => {
  const around = rows<{ position: number; source: string }>(
    db,
    'SELECT position, source FROM paragraph WHERE article_id = ? AND position IN (?, ?)',
    articleId,
    position - 1,
    position + 1,
  )
  const at = (place: number) => around.find((each) => each.position === place)?.source ?? null
  return { previous: at(position - 1), next: at(position + 1) }
}

export interface NewParagraph {
  articleId: number
  position: number | null
  source: string
  /** What came in, where NFC changed it. */
  original?: string | null
  target: string
  status: ParagraphStatus
  locked?: boolean
  origin: RevisionOrigin
}

/** A paragraph of revision 0, with the first row of its history. */
export const addParagraph = (db: Writer, paragraph: NewParagraph, at: string): StoredParagraph => {
  const source = paragraph.source.normalize('NFC')
  const target = paragraph.target.normalize('NFC')
  const { articleId, position, status, origin, locked = false } = paragraph
  const id = insert(
    db,
    `INSERT INTO paragraph
       (article_id, position, source, source_original, target, status, locked, signature, content_hash, updated_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    articleId,
    position,
    source,
    paragraph.original ?? null,
    target,
    status,
    locked ? 1 : 0,
    sourceSignature(source),
    contentHash(source, target),
    at,
  )
  addHistory(db, { paragraphId: id, revision: 0, source, target, status, origin }, at)
  return { id, articleId, position, source, target, status, locked, revision: 0, updatedAt: at }
}

export interface ParagraphChange {
  source?: string
  target?: string
  status?: ParagraphStatus
  locked?: boolean
}

/** One revision further, with its row in the history. The caller has compared the revision. */
export const revise = (
  db: Writer,
  before: StoredParagraph,
  change: ParagraphChange,
  origin: RevisionOrigin,
  at: string,
): StoredParagraph => {
  const after: StoredParagraph = {
    ...before,
    ...change,
    source: change.source?.normalize('NFC') ?? before.source,
    target: change.target?.normalize('NFC') ?? before.target,
    revision: before.revision + 1,
    updatedAt: at,
  }
  const { id, revision, source, target, status } = after
  run(
    db,
    `UPDATE paragraph SET target = ?, status = ?, locked = ?, revision = ?, content_hash = ?, updated_at = ?
     WHERE id = ?`,
    target,
    status,
    after.locked ? 1 : 0,
    revision,
    contentHash(source, target),
    at,
    id,
  )
  // The source seldom changes, and its signature is what one index is made of.
  if (source !== before.source)
    run(
      db,
      'UPDATE paragraph SET source = ?, signature = ? WHERE id = ?',
      source,
      sourceSignature(source),
      id,
    )
  addHistory(db, { paragraphId: id, revision, source, target, status, origin }, at)
  return after
}

export const place = (db: Writer, id: number, position: number | null): void => {
  run(db, 'UPDATE paragraph SET position = ? WHERE id = ?', position, id)
}

/** Moves everything from a position on by so many places. */
export const shift = (db: Writer, articleId: number, from: number, by: number): void => {
  if (by !== 0)
    run(
      db,
      'UPDATE paragraph SET position = position + ? WHERE article_id = ? AND position >= ?',
      by,
      articleId,
      from,
    )
}
