import type { ArticleHead } from '#core/model/article.ts'
import type { ArticleDraft } from '#core/formats/draft.ts'
import { AppError } from '#contract/error.ts'
import { addArticle, keepOrigin, type Origin } from './article.ts'
import { inTransaction, type Reader, type Writer } from './database.ts'
import { causeOf } from './errors.ts'
import { recordKnown, recordKnownBefore } from './known.ts'
import type { OpenedWorkspace } from './open.ts'
import { addParagraph } from './paragraph.ts'
import { addProject, findProject, getProject, IMPORTING } from './project.ts'
import { row, run, values } from './statement.ts'

/*
 * A large import cannot be one transaction: it would hold the connection, and with it every save of what is typed, for
 * seconds. So its rows are written in chunks under a marker that keeps them out of every list, and one small
 * transaction at the end makes them all visible. What was cut off is taken away at the next opening; its marker names
 * the process, since another one may be importing at this moment.
 */

/** An article that is to be stored. */
export interface NewDraft {
  draft: ArticleDraft
  head: ArticleHead
  origin: Origin
}

/** The marker of one import of this process; `number` tells several apart. */
export const markerOf = (number: number): string => `${IMPORTING}${process.pid}:${number}`

/** An article with its head and origin, still without paragraphs. */
export const startArticle = (
  db: Writer,
  projectId: number,
  { head, origin }: NewDraft,
  at: string,
  marker?: string,
): number => {
  const id = addArticle(db, { projectId, head, at, ...(marker === undefined ? {} : { marker }) })
  keepOrigin(db, id, origin)
  return id
}

/** Adds the paragraphs `from` to `to` (exclusive) of a draft. */
export const addDraftParagraphs = (
  db: Writer,
  articleId: number,
  draft: ArticleDraft,
  from: number,
  to: number,
  at: string,
): void => {
  for (const [index, { source, original }] of draft.paragraphs.slice(from, to).entries())
    addParagraph(
      db,
      {
        articleId,
        position: from + index,
        source,
        original,
        target: '',
        status: 'untranslated',
        origin: 'import',
      },
      at,
    )
}

/** The project of that id or name; one that is not there yet is made, under the marker where one is given. */
export const projectFor = (
  db: Writer,
  project: number | string,
  at: string,
  marker: string | null,
): number => {
  if (typeof project === 'number') return getProject(db, project).id
  return findProject(db, project) ?? addProject(db, project, at, marker)
}

/** Makes everything under the marker visible. Throws `not-found` when the project was put in the trash meanwhile. */
export const land = (db: Writer, marker: string, project: number | string): number =>
  inTransaction(db, () => {
    const own = row<{ id: number }>(db, 'SELECT id FROM project WHERE trashed_at = ?', marker)
    let projectId: number
    if (own && typeof project === 'string') {
      // Somebody may have made a project of that name in between.
      const other = findProject(db, project)
      projectId = other ?? own.id
      run(db, 'UPDATE article SET project_id = ? WHERE trashed_at = ?', projectId, marker)
      if (other === undefined) run(db, 'UPDATE project SET trashed_at = NULL WHERE id = ?', own.id)
      else run(db, 'DELETE FROM project WHERE id = ?', own.id)
    } else {
      const id = typeof project === 'number' ? project : findProject(db, project)
      if (id === undefined) throw new AppError('not-found', 'The project is gone.', { project })
      projectId = getProject(db, id).id
    }
    run(db, 'UPDATE article SET trashed_at = NULL WHERE trashed_at = ?', marker)
    return projectId
  })

const countMarked = (db: Reader, marker: string): { articles: number; paragraphs: number; history: number } =>
  row<{ articles: number; paragraphs: number; history: number }>(
    db,
    `SELECT count(DISTINCT a.id) AS articles, count(DISTINCT p.id) AS paragraphs, count(h.sequence) AS history
     FROM article a LEFT JOIN paragraph p ON p.article_id = a.id LEFT JOIN paragraph_history h ON h.paragraph_id = p.id
     WHERE a.trashed_at = ?`,
    marker,
  ) ?? { articles: 0, paragraphs: 0, history: 0 }

/**
 * Takes away everything under a marker, some articles at a time; `rest` is called in between. The record of what the
 * file holds is lowered first, since another process may have counted these rows.
 */
export const discard = async (
  workspace: OpenedWorkspace,
  marker: string,
  rest: () => Promise<void>,
): Promise<void> => {
  const { db } = workspace
  const counts = countMarked(db, marker)
  if (counts.articles > 0) recordKnownBefore(workspace, counts)
  for (;;) {
    const { changes } = run(
      db,
      'DELETE FROM article WHERE id IN (SELECT id FROM article WHERE trashed_at = ? LIMIT 10)',
      marker,
    )
    if (changes === 0) break
    await rest()
  }
  run(db, 'DELETE FROM project WHERE trashed_at = ?', marker)
  if (counts.articles > 0) recordKnown(workspace)
}

const isRunning = (processId: number): boolean => {
  try {
    process.kill(processId, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/**
 * Takes away what imports left behind whose process has ended. To be called before anybody else uses the workspace.
 * What cannot be taken away now (a full disk, another writer) is seen by nobody and is tried again at the next opening.
 */
export const clearUnfinishedImports = async (workspace: OpenedWorkspace): Promise<void> => {
  const markers = values<string>(
    workspace.db,
    `SELECT trashed_at FROM article WHERE trashed_at LIKE '${IMPORTING}%'
     UNION SELECT trashed_at FROM project WHERE trashed_at LIKE '${IMPORTING}%'`,
  )
  for (const marker of markers) {
    const processId = Number(marker.slice(IMPORTING.length).split(':')[0])
    if (processId !== process.pid && isRunning(processId)) continue
    try {
      await discard(workspace, marker, () => Promise.resolve())
    } catch (error) {
      if (causeOf(error) === '') throw error
      return
    }
  }
}
