import { AppError } from '#contract/error.ts'
import type { AttachedGlossary, Glossary } from '#contract/glossary.ts'
import type { Reader, Writer } from './database.ts'
import { idList, insert, row, rows, run, value, values } from './statement.ts'

/** Terms that have landed and were not removed; `t` is the term. */
export const LIVE_TERM = `t.removed_at IS NULL AND NOT EXISTS
  (SELECT 1 FROM term_batch b WHERE b.id = t.batch_id AND b.running IS NOT NULL)`

const COLUMNS = `g.id, g.name, g.note, g.read_only AS readOnly, g.for_new_projects AS forNewProjects,
  g.created_at AS createdAt, g.removed_at AS removedAt,
  (SELECT count(*) FROM term t WHERE t.glossary_id = g.id AND ${LIVE_TERM}) AS terms`

interface Stored extends Omit<Glossary, 'readOnly' | 'forNewProjects'> {
  readOnly: number
  forNewProjects: number
}

const toGlossary = <Row extends Stored>({ readOnly, forNewProjects, ...rest }: Row) => ({
  ...rest,
  readOnly: readOnly === 1,
  forNewProjects: forNewProjects === 1,
})

export const listGlossaries = (db: Reader): Glossary[] =>
  rows<Stored>(db, `SELECT ${COLUMNS} FROM glossary g WHERE g.removed_at IS NULL ORDER BY g.id`).map(
    toGlossary,
  )

/** Those in the trash, the last one removed first. */
export const listRemovedGlossaries = (db: Reader): Glossary[] =>
  rows<Stored>(
    db,
    `SELECT ${COLUMNS} FROM glossary g WHERE g.removed_at IS NOT NULL ORDER BY g.removed_at DESC, g.id DESC`,
  ).map(toGlossary)

/** Throws `not-found`, for a removed one too. */
export const getGlossary = (db: Reader, id: number): Glossary => {
  const found = row<Stored>(
    db,
    `SELECT ${COLUMNS} FROM glossary g WHERE g.id = ? AND g.removed_at IS NULL`,
    id,
  )
  if (!found) throw new AppError('not-found', 'There is no such glossary.', { glossary: id })
  return toGlossary(found)
}

/** Throws `not-found`, `read-only-glossary`. */
export const requireWritable = (db: Reader, id: number): void => {
  const found = row<{ name: string; readOnly: number }>(
    db,
    'SELECT name, read_only AS readOnly FROM glossary WHERE id = ? AND removed_at IS NULL',
    id,
  )
  if (!found) throw new AppError('not-found', 'There is no such glossary.', { glossary: id })
  if (found.readOnly === 1)
    throw new AppError('read-only-glossary', 'The glossary is read-only.', { glossary: id, name: found.name })
}

/** Glossaries that are read-only. */
export const readOnlyGlossaries = (db: Reader): ReadonlySet<number> =>
  new Set(values<number>(db, 'SELECT id FROM glossary WHERE read_only = 1'))

/** Glossaries nothing may be written into: read-only ones, and those that were removed. */
export const closedGlossaries = (db: Reader): ReadonlySet<number> =>
  new Set(values<number>(db, 'SELECT id FROM glossary WHERE read_only = 1 OR removed_at IS NOT NULL'))

/** Those that can be written, the oldest first. */
export const writableGlossaries = (db: Reader): number[] =>
  values<number>(db, 'SELECT id FROM glossary WHERE read_only = 0 AND removed_at IS NULL ORDER BY id')

export interface NewGlossary {
  name: string
  note?: string
  readOnly?: boolean
  origin?: string
}

/** Attached to every project, behind all its glossaries but the starter one, which is there for what no other has. */
export const addGlossary = (db: Writer, glossary: NewGlossary, at: string): number => {
  const { name, note = '', readOnly = false, origin = '' } = glossary
  const id = insert(
    db,
    'INSERT INTO glossary (name, note, read_only, origin, created_at) VALUES (?, ?, ?, ?, ?)',
    name.normalize('NFC'),
    note.normalize('NFC'),
    readOnly ? 1 : 0,
    origin,
    at,
  )
  run(
    db,
    `INSERT INTO project_glossary (project_id, glossary_id, priority)
     SELECT p.id, ?, (SELECT coalesce(max(o.priority) + 1, 0) FROM project_glossary o WHERE o.project_id = p.id)
     FROM project p`,
    id,
  )
  keepStarterLast(db, id)
  return id
}

/** Where a glossary came right behind the starter one, the two change places. */
const keepStarterLast = (db: Writer, added: number): void => {
  const starter = starterGlossary(db)
  if (starter === undefined || starter === added) return
  run(
    db,
    `UPDATE project_glossary SET priority = priority + iif(glossary_id = $starter, 1, -1)
     WHERE glossary_id IN ($starter, $added) AND project_id IN (
       SELECT s.project_id FROM project_glossary s JOIN project_glossary a USING (project_id)
       WHERE s.glossary_id = $starter AND a.glossary_id = $added AND s.priority = a.priority - 1)`,
    { starter, added },
  )
}

/** To be called when a project is made. */
export const attachToNewProject = (db: Writer, projectId: number): void => {
  run(
    db,
    `INSERT INTO project_glossary (project_id, glossary_id, priority)
     SELECT ?, g.id, (SELECT count(*) FROM glossary o
       WHERE o.for_new_projects = 1 AND o.removed_at IS NULL
         AND (o.origin = 'starter', o.id) < (g.origin = 'starter', g.id))
     FROM glossary g WHERE g.for_new_projects = 1 AND g.removed_at IS NULL`,
    projectId,
  )
}

/** The id of the glossary of that name; made where there is none, with this origin. */
export const glossaryNamed = (db: Writer, name: string, at: string, origin = ''): number =>
  findGlossary(db, name) ?? addGlossary(db, { name, origin }, at)

export const findGlossary = (db: Reader, name: string): number | undefined =>
  value<number>(
    db,
    'SELECT id FROM glossary WHERE name = ? AND removed_at IS NULL ORDER BY id LIMIT 1',
    name.normalize('NFC'),
  )

export const starterGlossary = (db: Reader): number | undefined =>
  value<number>(db, `SELECT id FROM glossary WHERE origin = 'starter' ORDER BY id LIMIT 1`)

/** Where a new term goes: the weightiest of the project (or the first of all) that may be written; else a new one. */
export const glossaryForNew = (db: Writer, projectId: number | undefined, at: string): number => {
  const ofProject =
    projectId === undefined
      ? undefined
      : value<number>(
          db,
          `SELECT g.id FROM project_glossary pg JOIN glossary g ON g.id = pg.glossary_id
           WHERE pg.project_id = ? AND g.read_only = 0 AND g.removed_at IS NULL
           ORDER BY pg.priority, g.id LIMIT 1`,
          projectId,
        )
  return (
    ofProject ??
    value<number>(
      db,
      'SELECT id FROM glossary WHERE read_only = 0 AND removed_at IS NULL ORDER BY id LIMIT 1',
    ) ??
    addGlossary(db, { name: 'Glossary' }, at)
  )
}

export type GlossaryChange = Partial<Pick<Glossary, 'name' | 'note' | 'readOnly' | 'forNewProjects'>>

/** Throws `not-found`. */
export const updateGlossary = (db: Writer, id: number, change: GlossaryChange): Glossary => {
  const after = { ...getGlossary(db, id), ...change }
  run(
    db,
    'UPDATE glossary SET name = ?, note = ?, read_only = ?, for_new_projects = ? WHERE id = ?',
    after.name.normalize('NFC'),
    after.note.normalize('NFC'),
    after.readOnly ? 1 : 0,
    after.forNewProjects ? 1 : 0,
    id,
  )
  return getGlossary(db, id)
}

/** Its terms stay as they are and are seen by nobody. Throws `not-found`. */
export const removeGlossary = (db: Writer, id: number, at: string): void => {
  getGlossary(db, id)
  run(db, 'UPDATE glossary SET removed_at = ? WHERE id = ?', at, id)
}

export const isRemoved = (db: Reader, id: number): boolean =>
  value<number>(db, 'SELECT 1 FROM glossary WHERE id = ? AND removed_at IS NOT NULL', id) !== undefined

/** Throws `not-found`. */
export const restoreGlossary = (db: Writer, id: number): Glossary => {
  run(db, 'UPDATE glossary SET removed_at = NULL WHERE id = ?', id)
  return getGlossary(db, id)
}

/** Deletes some of a removed glossary's terms for good; false when none was left. To be called in a transaction. */
export const deleteSomeTerms = (db: Writer, glossaryId: number, most: number): boolean =>
  run(
    db,
    `DELETE FROM term WHERE id IN (SELECT t.id FROM term t JOIN glossary g ON g.id = t.glossary_id
       WHERE g.id = ? AND g.removed_at IS NOT NULL LIMIT ?)`,
    glossaryId,
    most,
  ).changes > 0

/** Deletes a removed glossary for good, if it still is one. To be called in a transaction. */
export const deleteGlossary = (db: Writer, id: number): boolean =>
  run(db, 'DELETE FROM glossary WHERE id = ? AND removed_at IS NOT NULL', id).changes > 0

/** All glossaries as they stand to a project: attached ones first, by priority. */
export const attachedGlossaries = (db: Reader, projectId: number): AttachedGlossary[] =>
  rows<Stored & { attached: number }>(
    db,
    `SELECT ${COLUMNS}, pg.glossary_id IS NOT NULL AS attached
     FROM glossary g LEFT JOIN project_glossary pg ON pg.glossary_id = g.id AND pg.project_id = ?
     WHERE g.removed_at IS NULL ORDER BY pg.priority IS NULL, pg.priority, g.id`,
    projectId,
  ).map((stored) => ({ ...toGlossary(stored), attached: stored.attached === 1 }))

/** The ids of a project's glossaries, the weightiest first. */
export const scopeOf = (db: Reader, projectId: number): number[] =>
  values<number>(
    db,
    `SELECT pg.glossary_id FROM project_glossary pg JOIN glossary g ON g.id = pg.glossary_id
     WHERE pg.project_id = ? AND g.removed_at IS NULL ORDER BY pg.priority, pg.glossary_id`,
    projectId,
  )

/** Throws `not-found` for an unknown glossary. */
export const attachGlossaries = (db: Writer, projectId: number, glossaryIds: readonly number[]): void => {
  const ids = [...new Set(glossaryIds)]
  for (const id of ids) getGlossary(db, id)
  run(
    db,
    `DELETE FROM project_glossary WHERE project_id = ?
     AND glossary_id NOT IN (SELECT id FROM glossary WHERE removed_at IS NOT NULL)`,
    projectId,
  )
  run(
    db,
    `INSERT INTO project_glossary (project_id, glossary_id, priority)
     SELECT ?, value, key FROM json_each(?) WHERE true
     ON CONFLICT (project_id, glossary_id) DO UPDATE SET priority = excluded.priority`,
    projectId,
    idList(ids),
  )
}
