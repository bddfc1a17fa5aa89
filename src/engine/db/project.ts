import { AppError } from '#contract/error.ts'
import type { Project } from '#core/model/article.ts'
import type { Reader, Writer } from './database.ts'
import { attachToNewProject } from './glossary.ts'
import { insert, row, rows, run, value } from './statement.ts'

/**
 * Projects and articles that are being brought in are marked in `trashed_at` with this prefix and the id of the process
 * that does it; nobody sees them until they have all landed.
 */
export const IMPORTING = 'importing:'

const COLUMNS = `p.id, p.name, p.created_at AS createdAt, p.updated_at AS updatedAt, p.trashed_at AS trashedAt,
  (SELECT count(*) FROM article a WHERE a.project_id = p.id AND a.trashed_at IS NULL) AS articles`

export const listProjects = (db: Reader, trashed: boolean): Project[] =>
  rows<Project>(
    db,
    trashed
      ? `SELECT ${COLUMNS} FROM project p WHERE p.trashed_at IS NOT NULL AND p.trashed_at NOT LIKE '${IMPORTING}%'
         ORDER BY p.trashed_at DESC, p.id DESC`
      : `SELECT ${COLUMNS} FROM project p WHERE p.trashed_at IS NULL ORDER BY p.id`,
  )

/** Throws `not-found`, also for one in the trash unless `trashed` is asked for. */
export const getProject = (db: Reader, id: number, trashed: 'in use' | 'any' = 'in use'): Project => {
  const found = row<Project>(db, `SELECT ${COLUMNS} FROM project p WHERE p.id = ?`, id)
  const hidden = found?.trashedAt?.startsWith(IMPORTING) || (trashed === 'in use' && found?.trashedAt)
  if (!found || hidden) throw new AppError('not-found', 'There is no such project.', { project: id })
  return found
}

/** By its exact name (NFC, case counts), the first of several; undefined where none is in use. */
export const findProject = (db: Reader, name: string): number | undefined =>
  value<number>(
    db,
    'SELECT id FROM project WHERE name = ? AND trashed_at IS NULL ORDER BY id LIMIT 1',
    name.normalize('NFC'),
  )

/** Uses the glossaries that are meant for new projects. */
export const addProject = (db: Writer, name: string, at: string, marker: string | null = null): number => {
  const id = insert(
    db,
    'INSERT INTO project (name, created_at, updated_at, trashed_at) VALUES (?, ?, ?, ?)',
    name.normalize('NFC'),
    at,
    at,
    marker,
  )
  attachToNewProject(db, id)
  return id
}

export const renameProject = (db: Writer, id: number, name: string, at: string): void => {
  run(db, 'UPDATE project SET name = ?, updated_at = ? WHERE id = ?', name.normalize('NFC'), at, id)
}

/** Its articles go with it and are marked, so that they come back with it. */
export const trashProject = (db: Writer, id: number, at: string): void => {
  run(
    db,
    'UPDATE article SET trashed_at = ?, trashed_with_project = 1 WHERE project_id = ? AND trashed_at IS NULL',
    at,
    id,
  )
  run(db, 'UPDATE project SET trashed_at = ? WHERE id = ?', at, id)
}

export const restoreProject = (db: Writer, id: number): void => {
  run(db, 'UPDATE project SET trashed_at = NULL WHERE id = ?', id)
  run(
    db,
    `UPDATE article SET trashed_at = NULL, trashed_with_project = 0
     WHERE project_id = ? AND trashed_with_project = 1 AND trashed_at NOT LIKE '${IMPORTING}%'`,
    id,
  )
}
