import { AppError } from '#contract/error.ts'
import type { Annotation, AnnotationKind, AnnotationReply, Side, SpanAnchor } from '#core/model/annotation.ts'
import type { Reader, Writer } from './database.ts'
import { idList, insert, row, rows, run } from './statement.ts'

const COLUMNS = `id, article_id AS articleId, paragraph_id AS paragraphId, side, start_offset AS start,
  end_offset AS "end", quote, prefix, suffix, kind, body, resolved, orphaned, created_at AS createdAt,
  updated_at AS updatedAt`

type Row = Omit<Annotation, 'resolved' | 'orphaned' | 'replies'> & { resolved: number; orphaned: number }

const fromRow = (found: Row, replies: AnnotationReply[]): Annotation => ({
  ...found,
  resolved: found.resolved === 1,
  orphaned: found.orphaned === 1,
  replies,
})

/** Orphans and those of paragraphs that were set aside too. By place of insertion. */
export const listAnnotations = (db: Reader, articleId: number): Annotation[] => {
  const replies = rows<AnnotationReply & { annotationId: number }>(
    db,
    `SELECT r.id, r.annotation_id AS annotationId, r.body, r.created_at AS createdAt
     FROM annotation a JOIN annotation_reply r ON r.annotation_id = a.id
     WHERE a.article_id = ? AND a.removed_at IS NULL ORDER BY r.id`,
    articleId,
  )
  const byAnnotation = Map.groupBy(replies, (reply) => reply.annotationId)
  return rows<Row>(
    db,
    `SELECT ${COLUMNS} FROM annotation WHERE article_id = ? AND removed_at IS NULL ORDER BY id`,
    articleId,
  ).map((found) =>
    fromRow(
      found,
      (byAnnotation.get(found.id) ?? []).map(({ id, body, createdAt }) => ({ id, body, createdAt })),
    ),
  )
}

const read = (db: Reader, id: number, sql: string): Annotation | undefined => {
  const found = row<Row>(db, sql, id)
  if (!found) return undefined
  const replies = rows<AnnotationReply>(
    db,
    'SELECT id, body, created_at AS createdAt FROM annotation_reply WHERE annotation_id = ? ORDER BY id',
    id,
  )
  return fromRow(found, replies)
}

const missing = (id: number): AppError =>
  new AppError('not-found', 'There is no such annotation.', { annotation: id })

/** Throws `not-found`, for a removed one too. */
export const getAnnotation = (db: Reader, id: number): Annotation => {
  const found = read(db, id, `SELECT ${COLUMNS} FROM annotation WHERE id = ? AND removed_at IS NULL`)
  if (!found) throw missing(id)
  return found
}

export interface NewAnnotation {
  articleId: number
  paragraphId: number
  side: Side
  anchor: SpanAnchor
  kind: AnnotationKind
  body: string
}

export const addAnnotation = (db: Writer, annotation: NewAnnotation, at: string): number => {
  const { anchor } = annotation
  return insert(
    db,
    `INSERT INTO annotation (article_id, paragraph_id, side, start_offset, end_offset, quote, prefix, suffix, kind, body,
                             created_at, updated_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    annotation.articleId,
    annotation.paragraphId,
    annotation.side,
    anchor.start,
    anchor.end,
    anchor.quote,
    anchor.prefix,
    anchor.suffix,
    annotation.kind,
    annotation.body.normalize('NFC'),
    at,
    at,
  )
}

export const updateAnnotation = (
  db: Writer,
  id: number,
  change: Pick<Annotation, 'kind' | 'body' | 'resolved'>,
  at: string,
): void => {
  run(
    db,
    'UPDATE annotation SET kind = ?, body = ?, resolved = ?, updated_at = ? WHERE id = ?',
    change.kind,
    change.body.normalize('NFC'),
    change.resolved ? 1 : 0,
    at,
    id,
  )
}

/** An annotation's place: all that following a text changes. */
export interface Placed {
  id: number
  paragraphId: number
  side: Side
  anchor: SpanAnchor
  orphaned: boolean
}

/** Does not count as an edit of the annotation: its time of change stays. */
export const putAnchor = (db: Writer, placed: Placed): void => {
  const { anchor } = placed
  run(
    db,
    `UPDATE annotation SET paragraph_id = ?, start_offset = ?, end_offset = ?, quote = ?, prefix = ?, suffix = ?,
                           orphaned = ?
     WHERE id = ?`,
    placed.paragraphId,
    anchor.start,
    anchor.end,
    anchor.quote,
    anchor.prefix,
    anchor.suffix,
    placed.orphaned ? 1 : 0,
    placed.id,
  )
}

/** Of these paragraphs, removed annotations too: they must find their place when they are brought back. */
export const listPlaced = (db: Reader, paragraphIds: readonly number[]): Placed[] =>
  rows<Row>(
    db,
    `SELECT ${COLUMNS} FROM annotation WHERE paragraph_id IN (SELECT value FROM json_each(?)) ORDER BY id`,
    idList(paragraphIds),
  ).map(({ id, paragraphId, side, start, end, quote, prefix, suffix, orphaned }) => ({
    id,
    paragraphId,
    side,
    anchor: { start, end, quote, prefix, suffix },
    orphaned: orphaned === 1,
  }))

export const removeAnnotation = (db: Writer, id: number, at: string): Annotation => {
  const found = getAnnotation(db, id)
  run(db, 'UPDATE annotation SET removed_at = ? WHERE id = ?', at, id)
  return found
}

export const restoreAnnotation = (db: Writer, id: number): Annotation => {
  if (run(db, 'UPDATE annotation SET removed_at = NULL WHERE id = ?', id).changes === 0) throw missing(id)
  return getAnnotation(db, id)
}

const touch = (db: Writer, id: number, at: string): void => {
  run(db, 'UPDATE annotation SET updated_at = ? WHERE id = ?', at, id)
}

export const addReply = (db: Writer, id: number, body: string, at: string): void => {
  run(
    db,
    'INSERT INTO annotation_reply (annotation_id, body, created_at) VALUES (?, ?, ?)',
    id,
    body.normalize('NFC'),
    at,
  )
  touch(db, id, at)
}

/** Throws `not-found`. */
export const removeReply = (db: Writer, id: number, replyId: number, at: string): void => {
  const { changes } = run(db, 'DELETE FROM annotation_reply WHERE id = ? AND annotation_id = ?', replyId, id)
  if (changes === 0)
    throw new AppError('not-found', 'The annotation has no such reply.', { annotation: id, reply: replyId })
  touch(db, id, at)
}
