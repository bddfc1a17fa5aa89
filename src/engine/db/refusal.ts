import { AppError } from '#contract/error.ts'
import type { Refusal } from '#contract/term.ts'
import type { RefusalMark } from '#core/term/refusal.ts'
import type { Reader, Writer } from './database.ts'
import { idList, insert, row, rows, run } from './statement.ts'

/** A refusal as the lookup needs it. */
export interface StoredRefusal extends RefusalMark {
  id: number
}

/** Those that may be meant for a text of the article: its own, and those for everywhere. */
export const refusalsFor = (db: Reader, articleId: number): StoredRefusal[] =>
  rows<StoredRefusal>(
    db,
    `SELECT id, scope, form, word, prefix, suffix FROM term_refusal WHERE article_id = ?
     UNION ALL SELECT id, scope, form, word, prefix, suffix FROM term_refusal WHERE article_id IS NULL`,
    articleId,
  )

const COLUMNS = `r.id, r.scope, r.article_id AS articleId, coalesce(a.title, '') AS articleTitle, r.quote, r.word,
  r.prefix, r.suffix, r.created_at AS createdAt
  FROM term_refusal r LEFT JOIN article a ON a.id = r.article_id`

/** Newest first; with an article, its own and those for everywhere. */
export const listRefusals = (db: Reader, articleId: number | undefined): Refusal[] =>
  articleId === undefined
    ? rows<Refusal>(db, `SELECT ${COLUMNS} ORDER BY r.id DESC`)
    : rows<Refusal>(
        db,
        `SELECT ${COLUMNS} WHERE r.article_id = ? OR r.article_id IS NULL ORDER BY r.id DESC`,
        articleId,
      )

export interface NewRefusal extends RefusalMark {
  /** Null for `always`. */
  articleId: number | null
  quote: string
}

export const addRefusal = (db: Writer, refusal: NewRefusal, at: string): Refusal => {
  const { scope, articleId, form, quote, word, prefix, suffix } = refusal
  const id = insert(
    db,
    `INSERT INTO term_refusal (scope, article_id, form, quote, word, prefix, suffix, created_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    scope,
    articleId,
    form,
    quote,
    word,
    prefix,
    suffix,
    at,
  )
  const found = row<Refusal>(db, `SELECT ${COLUMNS} WHERE r.id = ?`, id)
  if (!found) throw new AppError('internal', 'The refusal was not kept.')
  return found
}

export const removeRefusals = (db: Writer, ids: readonly number[]): void => {
  run(db, 'DELETE FROM term_refusal WHERE id IN (SELECT value FROM json_each(?))', idList(ids))
}
