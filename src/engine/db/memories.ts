import { AppError } from '#contract/error.ts'
import type { Memory, MemoryRole } from '#contract/memory.ts'
import type { Reader, Writer } from './database.ts'
import { listMemories, SEEN } from './memory.ts'
import { insert, run, value, values } from './statement.ts'

/** Throws `not-found`, for one in the trash too. */
export const getMemory = (db: Reader, id: number): Memory => {
  const found = listMemories(db).find((memory) => memory.id === id)
  if (!found) throw new AppError('not-found', 'There is no such memory.', { memory: id })
  return found
}

/** Throws `not-found`, without counting units. */
export const requireMemory = (db: Reader, id: number): void => {
  if (value<number>(db, 'SELECT 1 FROM memory WHERE id = ? AND removed_at IS NULL', id) === undefined)
    throw new AppError('not-found', 'There is no such memory.', { memory: id })
}

/** Behind all others, to be read. `madeBy`: the batch of the import it is made for, until that has landed. */
export const addMemory = (
  db: Writer,
  { name, note = '', madeBy = null }: { name: string; note?: string; madeBy?: number | null },
  at: string,
): number =>
  insert(
    db,
    `INSERT INTO memory (name, note, role, priority, made_by, created_at)
     VALUES (?, ?, 'read', (SELECT coalesce(max(priority) + 1, 0) FROM memory), ?, ?)`,
    name.normalize('NFC'),
    note.normalize('NFC'),
    madeBy,
    at,
  )

export const findMemory = (db: Reader, name: string): number | undefined =>
  value<number>(
    db,
    'SELECT id FROM memory WHERE name = ? AND removed_at IS NULL AND made_by IS NULL ORDER BY id LIMIT 1',
    name.normalize('NFC'),
  )

export interface MemoryChange {
  name?: string
  note?: string
  role?: MemoryRole
  penalty?: number
}

/** The one that is written to keeps that role until another takes it. Throws `not-found`, `refused`. */
export const updateMemory = (db: Writer, id: number, change: MemoryChange): Memory => {
  const before = getMemory(db, id)
  const after = { ...before, ...change }
  if (before.role === 'write' && after.role !== 'write')
    throw new AppError('refused', 'One memory has to be written to: give another one that role.', {
      reason: 'written',
      memory: id,
    })
  if (before.role !== 'write' && after.role === 'write')
    run(db, "UPDATE memory SET role = 'read' WHERE role = 'write'")
  run(
    db,
    'UPDATE memory SET name = ?, note = ?, role = ?, penalty = ? WHERE id = ?',
    after.name.normalize('NFC'),
    after.note.normalize('NFC'),
    after.role,
    after.penalty,
    id,
  )
  return getMemory(db, id)
}

/** Those that are not named come after, as they were. Throws `not-found`. */
export const orderMemories = (db: Writer, ids: readonly number[]): void => {
  const all = listMemories(db).map(({ id }) => id)
  for (const id of ids)
    if (!all.includes(id)) throw new AppError('not-found', 'There is no such memory.', { memory: id })
  const order = [...new Set([...ids, ...all])]
  for (const [priority, id] of order.entries())
    run(db, 'UPDATE memory SET priority = ? WHERE id = ?', priority, id)
}

/** Its units stay as they are and are seen by nobody. Throws `not-found`, and `refused` for the one that is written to. */
export const removeMemory = (db: Writer, id: number, at: string): void => {
  requireMemory(db, id)
  const role = value<string>(db, 'SELECT role FROM memory WHERE id = ?', id)
  if (role === 'write')
    throw new AppError('refused', 'The memory that is written to cannot be deleted.', {
      reason: 'written',
      memory: id,
    })
  run(db, 'UPDATE memory SET removed_at = ? WHERE id = ?', at, id)
}

/** Throws `not-found`. */
export const restoreMemory = (db: Writer, id: number): Memory => {
  run(db, 'UPDATE memory SET removed_at = NULL WHERE id = ? AND made_by IS NULL', id)
  return getMemory(db, id)
}

export const removedMemories = (db: Reader): number[] =>
  values<number>(db, 'SELECT id FROM memory WHERE removed_at IS NOT NULL AND made_by IS NULL ORDER BY id')

/**
 * Deletes some of a removed memory's units for good, which the index beside the workspace has left out since; false when
 * none was left. To be called in a transaction.
 */
export const deleteSomeUnits = (db: Writer, memoryId: number, most: number): boolean =>
  run(
    db,
    `DELETE FROM unit WHERE id IN (SELECT unit.id FROM unit JOIN memory ON memory.id = unit.memory_id
       WHERE unit.memory_id = ? AND memory.removed_at IS NOT NULL LIMIT ?)`,
    memoryId,
    most,
  ).changes > 0

/** Deletes a removed memory for good, if it still is one. To be called in a transaction. */
export const deleteMemory = (db: Writer, id: number): boolean =>
  run(db, 'DELETE FROM memory WHERE id = ? AND removed_at IS NOT NULL', id).changes > 0

/** Ids of a memory's units that are seen, above `after`, ascending. */
export const unitIdsAfter = (db: Reader, memoryId: number, after: number, limit: number): number[] =>
  values<number>(
    db,
    `SELECT unit.id FROM unit NOT INDEXED WHERE unit.memory_id = ? AND unit.id > ? AND ${SEEN} ORDER BY unit.id LIMIT ?`,
    memoryId,
    after,
    limit,
  )
