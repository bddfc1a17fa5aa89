import type { ParagraphStatus } from '#core/model/article.ts'
import type { Reader } from './database.ts'
import { idList, rows } from './statement.ts'

/** A paragraph as terms are looked for in it. */
export interface TermSource {
  id: number
  articleId: number
  articleTitle: string
  projectId: number
  /** From 1. */
  number: number
  source: string
  target: string
  status: ParagraphStatus
  locked: number
  revision: number
}

const COLUMNS = `p.id, p.article_id AS articleId, a.title AS articleTitle, a.project_id AS projectId,
  p.position + 1 AS number, p.source, p.target, p.status, p.locked, p.revision
  FROM paragraph p JOIN article a ON a.id = p.article_id`

/** The next `limit` paragraphs in use behind an id, in order of id. */
export const termSourcesAfter = (db: Reader, id: number, limit: number): TermSource[] =>
  rows<TermSource>(
    db,
    `SELECT ${COLUMNS} WHERE p.id > ? AND p.position IS NOT NULL AND a.trashed_at IS NULL ORDER BY p.id LIMIT ?`,
    id,
    limit,
  )

/** Those of the ids that are in use. */
export const termSourcesOf = (db: Reader, ids: readonly number[]): TermSource[] =>
  rows<TermSource>(
    db,
    `SELECT ${COLUMNS} WHERE p.id IN (SELECT value FROM json_each(?)) AND p.position IS NOT NULL
     AND a.trashed_at IS NULL ORDER BY p.id`,
    idList(ids),
  )

/** All paragraphs of articles in use, in order; for harvesting. */
export const termSourcesOfArticles = (db: Reader, articleIds: readonly number[]): TermSource[] =>
  rows<TermSource>(
    db,
    `SELECT ${COLUMNS} WHERE p.article_id IN (SELECT value FROM json_each(?)) AND p.position IS NOT NULL
     AND a.trashed_at IS NULL ORDER BY p.article_id, p.position`,
    idList(articleIds),
  )
