import Database from 'better-sqlite3'
import { packMemory } from '#core/memory/packed.ts'
import { packedBytes } from '#core/memory/packedFile.ts'
import type { Reader } from '../db/database.ts'
import { unitsToPack, type PackTask } from '../db/unitIndex.ts'
import { stampOf, writeSegment } from './files.ts'

export interface PackOrder {
  workspace: string
  /** The name of the file that is written. */
  file: string
  task: PackTask
}

export interface Packed {
  /** What was written; null where there was nothing to pack. */
  bytes: ArrayBuffer | null
  units: number
  /** Where the next stretch of the same task begins; null where this was the last. */
  next: { change: number; id: number } | null
}

/** Reads units, packs them and writes the segment. Throws what the workspace or the file system throws. */
export const pack = ({ workspace, file, task }: PackOrder): Packed => {
  const db = new Database(workspace, { readonly: true, fileMustExist: true, timeout: 2_000 })
  try {
    const units = unitsToPack(db as Reader, task)
    const last = units.at(-1)
    const next =
      last && task.kind !== 'ids' && units.length === task.limit ? { change: last.change, id: last.id } : null
    if (units.length === 0) return { bytes: null, units: 0, next }
    const bytes = packedBytes(
      packMemory({
        ids: units.map(({ id }) => id),
        owners: units.map(({ memoryId }) => memoryId),
        sources: units.map(({ source }) => source),
        targets: units.map(({ target }) => target),
      }),
      stampOf(file),
    )
    writeSegment(workspace, file, bytes)
    return { bytes, units: units.length, next }
  } finally {
    db.close()
  }
}
