import { inTransaction, type Reader, type Writer } from './database.ts'
import { IMPORTING } from './project.ts'
import { idList, row, run, values } from './statement.ts'

const IN_TRASH = `trashed_at IS NOT NULL AND trashed_at NOT LIKE '${IMPORTING}%'`

export interface Trash {
  projects: number[]
  /** Those of the projects too. */
  articles: number[]
}

/** What lies in the trash now. */
export const listTrash = (db: Reader): Trash => ({
  projects: values<number>(db, `SELECT id FROM project WHERE ${IN_TRASH}`),
  articles: values<number>(db, `SELECT id FROM article WHERE ${IN_TRASH}`),
})

/** How many rows go when it is emptied. */
export const countTrash = (
  db: Reader,
  trash: Trash,
): { articles: number; paragraphs: number; history: number } => {
  const list = idList(trash.articles)
  const counts = row<{ paragraphs: number; history: number }>(
    db,
    `SELECT count(DISTINCT p.id) AS paragraphs, count(h.sequence) AS history
     FROM paragraph p LEFT JOIN paragraph_history h ON h.paragraph_id = p.id
     WHERE p.article_id IN (SELECT value FROM json_each(?))`,
    list,
  )
  return { articles: trash.articles.length, paragraphs: 0, history: 0, ...counts }
}

/**
 * Deletes for good those of `trash` that still lie there; a project only when no article is left in it. What was put
 * there after `trash` was listed stays, since no backup holds it.
 */
export const deleteTrash = (db: Writer, trash: Trash): { projects: number; articles: number } =>
  inTransaction(db, () => {
    const articles = run(
      db,
      `DELETE FROM article WHERE ${IN_TRASH} AND id IN (SELECT value FROM json_each(?))`,
      idList(trash.articles),
    ).changes
    const projects = run(
      db,
      `DELETE FROM project WHERE ${IN_TRASH} AND id IN (SELECT value FROM json_each(?))
         AND NOT EXISTS (SELECT 1 FROM article WHERE project_id = project.id)`,
      idList(trash.projects),
    ).changes
    return { projects, articles }
  })
