import { AppError } from '#contract/error.ts'
import type { ArticleHit } from '#contract/article.ts'
import type { ArticleHead, ArticleSummary } from '#core/model/article.ts'
import type { Reader, Writer } from './database.ts'
import { foldFor, foldNeedle } from './fold.ts'
import { IMPORTING } from './project.ts'
import { idList, insert, row, rows, run, value, values } from './statement.ts'

const SUMMARY = `
  SELECT a.id, a.project_id AS projectId, a.title, a.headline, a.outlet, a.byline, a.dateline, a.source_url AS sourceUrl, a.note,
         a.created_at AS createdAt, a.updated_at AS updatedAt, a.trashed_at AS trashedAt,
         count(p.id) AS paragraphs,
         count(p.id) FILTER (WHERE p.target <> '' OR p.status = 'confirmed') AS translated,
         count(p.id) FILTER (WHERE p.status = 'confirmed') AS confirmed
  FROM article a LEFT JOIN paragraph p ON p.article_id = a.id AND p.position IS NOT NULL`
const IN_USE = 'a.trashed_at IS NULL'
const IN_TRASH = `a.trashed_at IS NOT NULL AND a.trashed_at NOT LIKE '${IMPORTING}%'`
const VISIBLE = `(a.trashed_at IS NULL OR a.trashed_at NOT LIKE '${IMPORTING}%')`

export const listArticles = (
  db: Reader,
  projectId: number | undefined,
  trashed: boolean,
): ArticleSummary[] => {
  const where = trashed ? IN_TRASH : IN_USE
  return projectId === undefined
    ? rows<ArticleSummary>(db, `${SUMMARY} WHERE ${where} GROUP BY a.id`)
    : rows<ArticleSummary>(db, `${SUMMARY} WHERE ${where} AND a.project_id = ? GROUP BY a.id`, projectId)
}

/** Throws `not-found`; one in the trash is found. */
export const getArticle = (db: Reader, id: number): ArticleSummary => {
  const found = row<ArticleSummary>(db, `${SUMMARY} WHERE a.id = ? AND ${VISIBLE} GROUP BY a.id`, id)
  if (!found) throw new AppError('not-found', 'There is no such article.', { article: id })
  return found
}

/** Throws `not-found` naming the first id that is none. */
export const requireArticles = (db: Reader, ids: readonly number[]): void => {
  const missing = value<number>(
    db,
    `SELECT asked.value FROM json_each(?) AS asked LEFT JOIN article a ON a.id = asked.value AND ${VISIBLE}
     WHERE a.id IS NULL LIMIT 1`,
    idList(ids),
  )
  if (missing !== undefined)
    throw new AppError('not-found', 'There is no such article.', { article: missing })
}

export interface NewArticle {
  projectId: number
  head: ArticleHead
  at: string
  /** What stands in `trashed_at` while the article is being brought in. */
  marker?: string
}

export const addArticle = (db: Writer, article: NewArticle): number => {
  const { head, at } = article
  return insert(
    db,
    `INSERT INTO article (project_id, title, headline, outlet, byline, dateline, source_url, note, created_at, updated_at, trashed_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    article.projectId,
    head.title.normalize('NFC'),
    head.headline.normalize('NFC'),
    head.outlet.normalize('NFC'),
    head.byline.normalize('NFC'),
    head.dateline,
    head.sourceUrl,
    head.note.normalize('NFC'),
    at,
    at,
    article.marker ?? null,
  )
}

export interface Origin {
  fileName: string
  encoding: string
  bytes: Uint8Array
}

/** The bytes an article came from, as they were. */
export const keepOrigin = (db: Writer, articleId: number, origin: Origin): void => {
  run(
    db,
    'INSERT INTO article_origin (article_id, file_name, encoding, bytes) VALUES (?, ?, ?, ?)',
    articleId,
    origin.fileName,
    origin.encoding,
    Buffer.from(origin.bytes.buffer, origin.bytes.byteOffset, origin.bytes.byteLength),
  )
}

/** `head` as it is to be: see `changedHead` for a part of one. */
export const updateHead = (db: Writer, id: number, head: ArticleHead, at: string): void => {
  run(
    db,
    `UPDATE article SET title = ?, headline = ?, outlet = ?, byline = ?, dateline = ?, source_url = ?, note = ?, updated_at = ?
     WHERE id = ?`,
    head.title.normalize('NFC'),
    head.headline.normalize('NFC'),
    head.outlet.normalize('NFC'),
    head.byline.normalize('NFC'),
    head.dateline,
    head.sourceUrl,
    head.note.normalize('NFC'),
    at,
    id,
  )
}

type HeadChange = { readonly [K in keyof ArticleHead]?: ArticleHead[K] | undefined }

/** A head with what was named changed. */
export const changedHead = (head: ArticleHead, change: HeadChange): ArticleHead => ({
  title: change.title ?? head.title,
  outlet: change.outlet ?? head.outlet,
  byline: change.byline ?? head.byline,
  headline: change.headline ?? head.headline,
  dateline: change.dateline ?? head.dateline,
  sourceUrl: change.sourceUrl ?? head.sourceUrl,
  note: change.note ?? head.note,
})

export const touchArticle = (db: Writer, id: number, at: string): void => {
  run(db, 'UPDATE article SET updated_at = ? WHERE id = ?', at, id)
}

export const moveArticles = (db: Writer, ids: readonly number[], projectId: number): void => {
  run(
    db,
    `UPDATE article SET project_id = ?, trashed_with_project = 0 WHERE id IN (SELECT value FROM json_each(?))`,
    projectId,
    idList(ids),
  )
}

export const trashArticles = (db: Writer, ids: readonly number[], at: string): void => {
  run(
    db,
    'UPDATE article SET trashed_at = ? WHERE trashed_at IS NULL AND id IN (SELECT value FROM json_each(?))',
    at,
    idList(ids),
  )
}

/** An article whose project lies in the trash brings the project back, though not the other articles of it. */
export const restoreArticles = (db: Writer, ids: readonly number[]): void => {
  const list = idList(ids)
  run(
    db,
    `UPDATE project SET trashed_at = NULL
     WHERE trashed_at IS NOT NULL
       AND id IN (SELECT project_id FROM article WHERE id IN (SELECT value FROM json_each(?)))`,
    list,
  )
  run(
    db,
    'UPDATE article SET trashed_at = NULL, trashed_with_project = 0 WHERE id IN (SELECT value FROM json_each(?))',
    list,
  )
}

export const keepPlace = (db: Writer, id: number, paragraphId: number, offset: number): void => {
  run(db, 'UPDATE article SET caret_paragraph_id = ?, caret_offset = ? WHERE id = ?', paragraphId, offset, id)
}

/** Null when none was kept, or the paragraph stands in the article no more. */
export const getPlace = (db: Reader, id: number): { paragraphId: number; offset: number } | null =>
  row<{ paragraphId: number; offset: number }>(
    db,
    `SELECT p.id AS paragraphId, a.caret_offset AS offset FROM article a
     JOIN paragraph p ON p.id = a.caret_paragraph_id AND p.article_id = a.id AND p.position IS NOT NULL
     WHERE a.id = ?`,
    id,
  ) ?? null

/** Code units of text on each side of what was found. */
const AROUND = 34

const snippetOf = (text: string, needle: string): string => {
  const at = text.toLowerCase().indexOf(needle)
  const start = Math.max(0, at - AROUND)
  const end = Math.min(text.length, Math.max(at, 0) + needle.length + AROUND)
  // A cut inside a surrogate pair moves to its edge.
  const cut = text.slice(start, end).replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g, '')
  return `${start > 0 ? '…' : ''}${cut}${end < text.length ? '…' : ''}`
}

/** At most one hit an article: the head before the text, the first paragraph before later ones. Articles in use only. */
export const searchArticles = (db: Reader, text: string): ArticleHit[] => {
  const needles = foldNeedle(text)
    .split(/\s+/)
    .filter((needle) => needle !== '')
  const fold = foldFor(db, needles.join(' '))
  const named = Object.fromEntries(needles.map((needle, place) => [`n${place}`, needle]))
  const holds = (column: string) =>
    needles.map((_, place) => `instr(${fold}(${column}), @n${place})`).join(' AND ') || '0'
  const heads = values<number>(
    db,
    `SELECT a.id FROM article a
     WHERE ${IN_USE} AND ${holds('a.title || char(10) || a.headline || char(10) || a.outlet || char(10) || a.byline || char(10) || a.note')}`,
    named,
  )
  const paragraphs = rows<{
    articleId: number
    id: number
    source: string
    inSource: number
    target: string
    count: number
  }>(
    db,
    // With min() alone among aggregates the other columns are of the row that has it (SQLite, "bare columns").
    `SELECT p.article_id AS articleId, min(p.position), p.id, p.source, p.target,
            (${holds('p.source')}) AS inSource, count(*) AS count
     FROM paragraph p JOIN article a ON a.id = p.article_id
     WHERE ${IN_USE} AND p.position IS NOT NULL AND ((${holds('p.source')}) OR (${holds('p.target')}))
     GROUP BY p.article_id`,
    named,
  )
  const byArticle = new Map(paragraphs.map((each) => [each.articleId, each]))
  const hits: ArticleHit[] = heads.map((articleId) => ({
    articleId,
    snippet: '',
    side: 'head',
    paragraphId: null,
    count: byArticle.get(articleId)?.count ?? 0,
  }))
  const found = new Set(heads)
  for (const { articleId, id: paragraphId, source, target, inSource, count } of paragraphs) {
    if (found.has(articleId)) continue
    const side = inSource > 0 ? 'source' : 'target'
    const snippet = snippetOf(side === 'source' ? source : target, needles[0] ?? '')
    hits.push({ articleId, side, snippet, paragraphId, count })
  }
  return hits
}
