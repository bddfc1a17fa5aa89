import { createHash } from 'node:crypto'
import { closeSync, existsSync, openSync, readFileSync, readSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { z } from 'zod'
import { AppError } from '#contract/error.ts'
import type { Backup } from '#contract/workspace.ts'
import { APPLICATION_ID, readHeader } from './header.ts'
import { checkContent, countRows, integrityCheck, type RowCounts } from './health.ts'
import { companionFolder } from './known.ts'
import { schemaOf } from './migrate.ts'

/** A backup's name: its place in the order (clocks go back), when it was made, and why. */
const NAME = /^(\d{6,})-(\d{8}T\d{6})Z-(migration|import|daily|asked|restore|trash)\.naranhi$/

const recordShape = z.object({
  createdAt: z.string(),
  bytes: z.int(),
  articles: z.int(),
  paragraphs: z.int(),
  history: z.int(),
  lastHistory: z.int(),
  schema: z.int(),
  /** SHA-256 of the file, hex: a disk can spoil what was good when it was made. */
  sha256: z.string(),
  /** Size and time of change of the workspace file when it was made, to tell whether anything changed since. */
  stamp: z.string(),
})
export type BackupRecord = z.output<typeof recordShape>

export interface ListedBackup extends Backup {
  sequence: number
  record: BackupRecord | null
}

export const recordFile = (path: string, name: string): string => join(companionFolder(path), `${name}.json`)

const readRecord = (path: string, name: string): BackupRecord | null => {
  try {
    return recordShape.parse(JSON.parse(readFileSync(recordFile(path, name), 'utf8')))
  } catch {
    return null
  }
}

const isReason = (word: string): word is Backup['reason'] =>
  ['migration', 'import', 'daily', 'asked', 'restore', 'trash'].includes(word)

/** Newest first by sequence, with what was recorded of each. One without its record counts as unverified. */
export const listWithRecords = (path: string): ListedBackup[] => {
  const folder = companionFolder(path)
  if (!existsSync(folder)) return []
  const listed: ListedBackup[] = []
  for (const name of readdirSync(folder)) {
    const parts = NAME.exec(name)
    const reason = parts?.[3]
    if (!parts || !reason || !isReason(reason)) continue
    const bytes = statSync(join(folder, name)).size
    const record = readRecord(path, name)
    const made = (parts[2] ?? '').replace(
      /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})$/,
      '$1-$2-$3T$4:$5:$6.000Z',
    )
    listed.push({
      name,
      createdAt: record?.createdAt ?? made,
      bytes,
      articles: record?.articles ?? 0,
      paragraphs: record?.paragraphs ?? 0,
      verified: record !== null && record.bytes === bytes,
      reason,
      sequence: Number(parts[1]),
      record,
    })
  }
  return listed.sort((one, other) => other.sequence - one.sequence || (one.name < other.name ? 1 : -1))
}

/** Newest first by the order they were made in, whatever the clock said. */
export const listBackups = (path: string): Backup[] =>
  listWithRecords(path).map(({ sequence: _, record: __, ...backup }) => backup)

export const nameOf = (sequence: number, at: Date, reason: Backup['reason']): string =>
  `${String(sequence).padStart(6, '0')}-${at.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z-${reason}.naranhi`

export const sha256 = (file: string): string => {
  const hash = createHash('sha256')
  const chunk = Buffer.allocUnsafe(1 << 20)
  const handle = openSync(file, 'r')
  try {
    for (;;) {
      const read = readSync(handle, chunk, 0, chunk.length, null)
      if (read === 0) return hash.digest('hex')
      hash.update(chunk.subarray(0, read))
    }
  } finally {
    closeSync(handle)
  }
}

/**
 * Opens a copy nobody else uses, checks its structure and every paragraph's text, and counts it. It is opened for
 * writing, though nothing is written: only so does SQLite take its own files beside it away again.
 * Throws `backup-damaged`.
 */
export const verifyCopy = (file: string): RowCounts & { schema: number } => {
  const damaged = (reason: string, problems: unknown = []): AppError =>
    new AppError('backup-damaged', `The backup cannot be used: ${reason}.`, { path: file, problems })
  const header = readHeader(file)
  if (header.sqlite?.applicationId !== APPLICATION_ID) throw damaged('it is not a Naranhi workspace')
  try {
    const db = new Database(file, { fileMustExist: true, timeout: 250 })
    try {
      db.pragma('query_only = ON')
      const problems = integrityCheck(db)
      if (problems.length > 0) throw damaged('its structure is damaged', problems)
      const content = checkContent(db)
      if (content.damaged.length > 0) throw damaged('texts in it are damaged', content.damaged)
      return { ...countRows(db), schema: schemaOf(db) }
    } finally {
      db.close()
    }
  } catch (error) {
    if (error instanceof AppError) throw error
    throw damaged(error instanceof Error ? error.message : String(error))
  }
}
