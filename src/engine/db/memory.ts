import type { Memory } from '#contract/memory.ts'
import type { TranslationUnit, UnitScope } from '#core/model/memory.ts'
import type { Reader, Writer } from './database.ts'
import { idList, insert, row, rows, run, value, values } from './statement.ts'

/** What is read of a unit, of the table `unit` under its own name. */
export const UNIT_COLUMNS = `unit.id, unit.memory_id AS memoryId, unit.source, unit.target, unit.scope,
  unit.previous_signature AS previousSignature, unit.next_signature AS nextSignature, unit.origin, unit.author, unit.note,
  unit.article_id AS articleId, unit.paragraph_id AS paragraphId, unit.use_count AS useCount,
  unit.created_at AS createdAt, unit.updated_at AS updatedAt`

/** Of units somebody may see: neither removed nor still being brought in, in a memory that is not in the trash. */
export const SEEN = `unit.removed_at IS NULL
  AND (unit.batch_id IS NULL OR unit.batch_id NOT IN (SELECT id FROM unit_batch WHERE running IS NOT NULL))
  AND unit.memory_id IN (SELECT id FROM memory WHERE removed_at IS NULL)`

/** Of units that are looked up: those that are seen, in a memory that is not switched off. */
export const LOOKED_UP = `${SEEN} AND unit.memory_id IN (SELECT id FROM memory WHERE role <> 'off')`

const MEMORY_COLUMNS = `m.id, m.name, m.note, m.role, m.priority, m.penalty, m.created_at AS createdAt,
  m.removed_at AS removedAt,
  (SELECT count(*) FROM unit WHERE unit.memory_id = m.id AND unit.removed_at IS NULL
     AND (unit.batch_id IS NULL OR unit.batch_id NOT IN (SELECT id FROM unit_batch WHERE running IS NOT NULL))) AS units`

/** In the order of priority; with `removed` those in the trash, the last one removed first. One being made is not seen. */
export const listMemories = (db: Reader, removed = false): Memory[] =>
  rows<Memory>(
    db,
    `SELECT ${MEMORY_COLUMNS} FROM memory m
     WHERE m.made_by IS NULL AND (m.removed_at IS NOT NULL) = ? ORDER BY m.removed_at DESC, m.priority, m.id`,
    removed ? 1 : 0,
  )

/** What a look-up has to know of each memory that is not off. */
export const memoriesLookedUp = (
  db: Reader,
): { id: number; name: string; priority: number; penalty: number }[] =>
  rows(
    db,
    "SELECT id, name, priority, penalty FROM memory WHERE removed_at IS NULL AND role <> 'off' ORDER BY priority, id",
  )

/** The memory that is written to; made where there is none. */
export const writtenMemory = (db: Writer, at: string): number =>
  value<number>(db, "SELECT id FROM memory WHERE role = 'write' AND removed_at IS NULL") ??
  insert(db, "INSERT INTO memory (name, created_at, role) VALUES (?, ?, 'write')", 'Memory', at)

/** The number of a change that is about to be written; to be asked once a transaction. */
export const nextChange = (db: Writer): number =>
  value<number>(db, 'UPDATE unit_change SET last = last + 1 WHERE only_row = 1 RETURNING last') ?? 0

/** Ids of confirmed units of a source between these neighbours, by their signatures. */
export const unitsInContext = (
  db: Reader,
  memoryIds: readonly number[],
  { signature, previous, next }: { signature: string; previous: string; next: string },
): number[] =>
  values<number>(
    db,
    `SELECT id FROM unit WHERE memory_id IN (SELECT value FROM json_each(?)) AND signature = ?
       AND previous_signature = ? AND next_signature = ? AND removed_at IS NULL AND batch_id IS NULL`,
    idList(memoryIds),
    signature,
    previous,
    next,
  )

/** In no order; those nobody looks up and ids that are none are left out. */
export const getUnits = (db: Reader, ids: readonly number[]): TranslationUnit[] =>
  rows<TranslationUnit>(
    db,
    `SELECT ${UNIT_COLUMNS} FROM unit WHERE ${LOOKED_UP} AND unit.id IN (SELECT value FROM json_each(?))`,
    idList(ids),
  )

/** The sources of units that are looked up, with ids above `after`, at most `limit`, in the order of ids. */
export const listSources = (
  db: Reader,
  after: number,
  limit: number,
): Pick<TranslationUnit, 'id' | 'source'>[] =>
  rows(
    db,
    `SELECT unit.id, unit.source FROM unit WHERE unit.id > ? AND ${LOOKED_UP} ORDER BY unit.id LIMIT ?`,
    after,
    limit,
  )

/** Titles of articles by id; those that are gone are left out. */
export const titlesOf = (db: Reader, articleIds: readonly number[]): Map<number, string> =>
  new Map(
    rows<{ id: number; title: string }>(
      db,
      'SELECT id, title FROM article WHERE id IN (SELECT value FROM json_each(?))',
      idList(articleIds),
    ).map(({ id, title }) => [id, title]),
  )

export interface NewUnit {
  source: string
  target: string
  scope: UnitScope
  signature: string
  previousSignature: string
  nextSignature: string
  origin: string
  articleId: number | null
  paragraphId: number | null
}

/** Adds a row to what a unit was. To be called before it is changed. */
export const addUnitHistory = (
  db: Writer,
  before: TranslationUnit,
  { change, batch = null, undoes = null }: { change: string; batch?: number | null; undoes?: number | null },
  at: string,
): number =>
  insert(
    db,
    'INSERT INTO unit_history (unit_id, target, at, batch_id, change, before, undoes) VALUES (?, ?, ?, ?, ?, ?, ?)',
    before.id,
    before.target,
    at,
    batch,
    change,
    JSON.stringify(before),
    undoes,
  )

/**
 * Keeps a translation: the unit of the same source between the same neighbours takes the new target, its old one going
 * into its history; where there is none, one is made. Gives the unit, and whether anything changed.
 */
export const keepUnit = (
  db: Writer,
  unit: NewUnit,
  at: string,
): { unit: TranslationUnit; changed: boolean } => {
  const memoryId = writtenMemory(db, at)
  const standing = row<TranslationUnit>(
    db,
    `SELECT ${UNIT_COLUMNS} FROM unit
     WHERE memory_id = ? AND signature = ? AND previous_signature = ? AND next_signature = ? AND scope = ?
       AND removed_at IS NULL AND batch_id IS NULL`,
    memoryId,
    unit.signature,
    unit.previousSignature,
    unit.nextSignature,
    unit.scope,
  )
  // The same sentence of the same paragraph whose neighbours were edited, split or joined is no second translation.
  const before =
    standing ??
    row<TranslationUnit>(
      db,
      `SELECT ${UNIT_COLUMNS} FROM unit
       WHERE paragraph_id = ? AND memory_id = ? AND signature = ? AND scope = ? AND removed_at IS NULL
       ORDER BY id DESC LIMIT 1`,
      unit.paragraphId,
      memoryId,
      unit.signature,
      unit.scope,
    )
  const { signature, ...kept } = unit
  if (!before) {
    const id = insert(
      db,
      `INSERT INTO unit (memory_id, source, target, scope, signature, previous_signature, next_signature, origin,
                         article_id, paragraph_id, created_at, updated_at, change)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      memoryId,
      unit.source,
      unit.target,
      unit.scope,
      signature,
      unit.previousSignature,
      unit.nextSignature,
      unit.origin,
      unit.articleId,
      unit.paragraphId,
      at,
      at,
      nextChange(db),
    )
    const made = { ...kept, id, memoryId, author: '', note: '', useCount: 0, createdAt: at, updatedAt: at }
    return { unit: made, changed: true }
  }
  // What another paragraph said first stays that one's: this one may be emptied again, and is offered it then.
  const same = standing !== undefined && before.target === unit.target && before.source === unit.source
  if (same) return { unit: before, changed: false }
  if (before.scope === 'sentence' && isEditedByHand(db, before.id)) return { unit: before, changed: false }
  if (before.target !== unit.target) addUnitHistory(db, before, { change: 'confirmed' }, at)
  run(
    db,
    `UPDATE unit SET source = ?, target = ?, previous_signature = ?, next_signature = ?, origin = ?, article_id = ?,
                     paragraph_id = ?, updated_at = ?, change = ? WHERE id = ?`,
    unit.source,
    unit.target,
    unit.previousSignature,
    unit.nextSignature,
    unit.origin,
    unit.articleId,
    unit.paragraphId,
    at,
    nextChange(db),
    before.id,
  )
  return { unit: { ...before, ...kept, updatedAt: at }, changed: true }
}

/** Whether what a unit says was last said by hand, and not by a confirmed paragraph. */
const isEditedByHand = (db: Reader, id: number): boolean =>
  value<string>(
    db,
    'SELECT change FROM unit_history WHERE unit_id = ? ORDER BY sequence DESC LIMIT 1',
    id,
  ) === 'changed'

/** A unit was taken over into a translation; that changes nothing that is looked up. */
export const countUse = (db: Writer, id: number): void => {
  run(db, 'UPDATE unit SET use_count = use_count + 1 WHERE id = ?', id)
}

/**
 * Takes units of a paragraph's sentences out of the memory but for those named, each with what it was; gives them. One
 * that was edited by hand, or that another paragraph has taken over, stays.
 */
export const removeOtherSentences = (
  db: Writer,
  paragraphId: number,
  kept: readonly number[],
  at: string,
): TranslationUnit[] => {
  const others = rows<TranslationUnit>(
    db,
    `SELECT ${UNIT_COLUMNS} FROM unit WHERE unit.paragraph_id = ? AND unit.scope = 'sentence' AND unit.removed_at IS NULL
       AND unit.batch_id IS NULL AND unit.id NOT IN (SELECT value FROM json_each(?))`,
    paragraphId,
    idList(kept),
  ).filter(({ id }) => !isEditedByHand(db, id))
  if (others.length === 0) return []
  const change = nextChange(db)
  for (const unit of others) {
    addUnitHistory(db, unit, { change: 'removed' }, at)
    run(db, 'UPDATE unit SET removed_at = ?, change = ? WHERE id = ?', at, change, unit.id)
  }
  return others
}
