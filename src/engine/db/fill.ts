import { AppError } from '#contract/error.ts'
import type { PropagationMode } from '#contract/memoryWords.ts'
import type { RepetitionGroup } from '#contract/pretranslate.ts'
import type { ParagraphStatus } from '#core/model/article.ts'
import type { Reader, Writer } from './database.ts'
import type { StoredParagraph } from './paragraph.ts'
import { idList, insert, row, rows, run, value } from './statement.ts'

/*
 * Translations that were filled in by rule: each run of them is kept with what stood before, and taken back as a whole.
 */

export type FillKind = 'pretranslation' | 'propagation' | 'undo'

export const startRun = (db: Writer, kind: FillKind, at: string): number =>
  insert(db, 'INSERT INTO fill_run (kind, at) VALUES (?, ?)', kind, at)

/** Keeps what a paragraph was, and the revision it has now. */
export const keepFill = (
  db: Writer,
  runId: number,
  before: Pick<StoredParagraph, 'id' | 'target' | 'status'>,
  revision: number,
): void => {
  run(
    db,
    'INSERT INTO fill_change (run_id, paragraph_id, target, status, revision) VALUES (?, ?, ?, ?, ?)',
    runId,
    before.id,
    before.target,
    before.status,
    revision,
  )
}

export interface FillChange {
  paragraphId: number
  target: string
  status: ParagraphStatus
  revision: number
}

/** Throws `not-found` for a run that never was. */
export const fillChanges = (db: Reader, runId: number): FillChange[] => {
  if (value<number>(db, 'SELECT 1 FROM fill_run WHERE id = ?', runId) === undefined)
    throw new AppError('not-found', 'There is no such run.', { run: runId })
  return rows<FillChange>(
    db,
    `SELECT paragraph_id AS paragraphId, target, status, revision FROM fill_change WHERE run_id = ?
     ORDER BY paragraph_id`,
    runId,
  )
}

export interface ArticleInScope {
  id: number
  title: string
  /** How many there are, without those set aside. */
  paragraphs: number
}

/** Articles in use, in the order of their ids; throws `not-found`, and `bad-input` where neither or both are given. */
export const articlesInScope = (
  db: Reader,
  { articleIds, projectId }: { articleIds?: readonly number[] | undefined; projectId?: number | undefined },
): ArticleInScope[] => {
  if ((articleIds === undefined) === (projectId === undefined))
    throw new AppError('bad-input', 'Either articles or a project are to be named.', { field: 'articleIds' })
  const found = rows<ArticleInScope>(
    db,
    `SELECT id, title,
       (SELECT count(*) FROM paragraph p WHERE p.article_id = article.id AND p.position IS NOT NULL) AS paragraphs
     FROM article WHERE trashed_at IS NULL
       AND (@project IS NULL OR project_id = @project)
       AND (@ids IS NULL OR id IN (SELECT value FROM json_each(@ids))) ORDER BY id`,
    { project: projectId ?? null, ids: articleIds ? idList(articleIds) : null },
  )
  const missing = articleIds?.find((id) => !found.some((article) => article.id === id))
  if (missing !== undefined)
    throw new AppError('not-found', 'There is no such article.', { article: missing })
  if (
    projectId !== undefined &&
    value<number>(db, 'SELECT 1 FROM project WHERE id = ?', projectId) === undefined
  )
    throw new AppError('not-found', 'There is no such project.', { project: projectId })
  return found
}

/** Throws `not-found`. */
export const propagationMode = (db: Reader, projectId: number): PropagationMode => {
  const mode = value<PropagationMode>(db, 'SELECT propagation FROM project WHERE id = ?', projectId)
  if (mode === undefined) throw new AppError('not-found', 'There is no such project.', { project: projectId })
  return mode
}

/** Throws `not-found`. */
export const setPropagationMode = (db: Writer, projectId: number, mode: PropagationMode): void => {
  propagationMode(db, projectId)
  run(db, 'UPDATE project SET propagation = ? WHERE id = ?', mode, projectId)
}

export const setApart = (db: Writer, paragraphId: number, apart: boolean): void => {
  if (apart) run(db, 'INSERT OR IGNORE INTO paragraph_apart (paragraph_id) VALUES (?)', paragraphId)
  else run(db, 'DELETE FROM paragraph_apart WHERE paragraph_id = ?', paragraphId)
}

export const isApart = (db: Reader, paragraphId: number): boolean =>
  value<number>(db, 'SELECT 1 FROM paragraph_apart WHERE paragraph_id = ?', paragraphId) === 1

/** The project of a paragraph that stands in an article in use. */
export const projectOfParagraph = (db: Reader, paragraphId: number): number | undefined =>
  value<number>(
    db,
    'SELECT a.project_id FROM paragraph p JOIN article a ON a.id = p.article_id WHERE p.id = ?',
    paragraphId,
  )

/** Other paragraphs of the same source in the same article, or in the whole project; those kept apart are marked. */
export const repetitionsOf = (
  db: Reader,
  {
    id,
    source,
    articleId,
    signature,
  }: Pick<StoredParagraph, 'id' | 'source' | 'articleId'> & { signature: string },
  mode: Exclude<PropagationMode, 'off'>,
): { id: number; apart: boolean }[] =>
  rows<{ id: number; apart: number }>(
    db,
    `SELECT p.id, EXISTS (SELECT 1 FROM paragraph_apart x WHERE x.paragraph_id = p.id) AS apart
     FROM paragraph p JOIN article a ON a.id = p.article_id
     WHERE p.signature = ? AND p.source = ? AND p.id <> ? AND p.position IS NOT NULL AND a.trashed_at IS NULL
       AND (p.article_id = ? OR a.project_id = (SELECT project_id FROM article WHERE id = ?))
     ORDER BY p.article_id, p.position`,
    signature,
    source,
    id,
    articleId,
    mode === 'project' ? articleId : null,
  ).map(({ id, apart }) => ({ id, apart: apart === 1 }))

interface RepeatedRow {
  paragraphId: number
  articleId: number
  articleTitle: string
  position: number
  source: string
  target: string
  status: string
  locked: number
  apart: number
}

/** Groups of two and more paragraphs of one source in these articles, in the order of the text. */
export const listRepetitions = (db: Reader, articleIds: readonly number[]): RepetitionGroup[] => {
  const groups = new Map<string, RepetitionGroup>()
  const found = rows<RepeatedRow>(
    db,
    `WITH within AS MATERIALIZED (
       SELECT id, article_id, position, signature, source FROM paragraph
       WHERE position IS NOT NULL AND article_id IN (SELECT value FROM json_each(?)))
     SELECT p.id AS paragraphId, p.article_id AS articleId, a.title AS articleTitle, p.position, p.source, p.target,
       p.status, p.locked, EXISTS (SELECT 1 FROM paragraph_apart x WHERE x.paragraph_id = p.id) AS apart
     FROM within w JOIN paragraph p ON p.id = w.id JOIN article a ON a.id = p.article_id
     WHERE (w.signature, w.source) IN (SELECT signature, source FROM within GROUP BY signature, source HAVING count(*) > 1)
     ORDER BY p.article_id, p.position`,
    idList(articleIds),
  )
  for (const { source, position, locked, apart, ...paragraph } of found) {
    const group = groups.get(source) ?? { source, paragraphs: [] }
    group.paragraphs.push({ ...paragraph, number: position + 1, locked: locked === 1, apart: apart === 1 })
    groups.set(source, group)
  }
  return [...groups.values()]
}

export const signatureOfParagraph = (db: Reader, id: number): string =>
  row<{ signature: string }>(db, 'SELECT signature FROM paragraph WHERE id = ?', id)?.signature ?? ''
