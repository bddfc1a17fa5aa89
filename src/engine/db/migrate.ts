import type Database from 'better-sqlite3'
import { AppError } from '#contract/error.ts'
import { causeOf, toAppError } from './errors.ts'
import { countRows } from './health.ts'

export interface Migration {
  /** From 1, without gaps; becomes `user_version`. */
  version: number
  name: string
  run: (db: Database.Database) => void
}

export const latestVersion = (migrations: readonly Migration[]): number => migrations.at(-1)?.version ?? 0

export const schemaOf = (db: Database.Database): number => Number(db.pragma('user_version', { simple: true }))

const refuseFewer = (db: Database.Database, before: ReturnType<typeof countRows>): void => {
  const after = countRows(db)
  for (const name of ['articles', 'paragraphs', 'history', 'lastHistory'] as const)
    if (after[name] < before[name]) throw new Error(`${name} fell from ${before[name]} to ${after[name]}`)
}

/**
 * Brings the schema to the last of `migrations` in one transaction, so that a kill or a failure at any moment leaves
 * exactly the old schema with all its rows. Reads `user_version` inside the transaction: another process may have
 * migrated meanwhile, and then nothing is left to do. Throws `migration-failed`, or `busy` when another process
 * writes. The caller has made a backup.
 */
export const migrate = (db: Database.Database, migrations: readonly Migration[]): void => {
  const target = latestVersion(migrations)
  // Rebuilding a table drops it, and that would delete what refers to it; the pragma is ignored inside a transaction.
  db.pragma('foreign_keys = OFF')
  let current = 'begin'
  try {
    db.exec('BEGIN IMMEDIATE')
    const from = schemaOf(db)
    const before = from > 0 ? countRows(db) : null
    for (const migration of migrations) {
      if (migration.version <= from) continue
      current = `${String(migration.version).padStart(3, '0')}-${migration.name}`
      migration.run(db)
    }
    current = 'the check after it'
    if (before) refuseFewer(db, before)
    const broken = db.pragma('foreign_key_check') as unknown[]
    if (broken.length > 0) throw new Error(`${broken.length} rows refer to rows that are not there`)
    if (from < target) db.pragma(`user_version = ${target}`)
    db.exec('COMMIT')
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK')
    if (causeOf(error).startsWith('SQLITE_BUSY')) throw toAppError(error)
    throw new AppError('migration-failed', `The workspace could not be brought to schema ${target}.`, {
      migration: current,
      to: target,
      cause: error instanceof Error ? error.message : String(error),
    })
  } finally {
    db.pragma('foreign_keys = ON')
  }
}
