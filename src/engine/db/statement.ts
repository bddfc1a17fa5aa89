import type { RunResult, Statement } from 'better-sqlite3'
import type { Reader, Writer } from './database.ts'

const kept = new WeakMap<Reader, Map<string, Statement<unknown[]>>>()

/** Prepared once per connection. The texts of statements are constants of this folder, so their number is small. */
const prepared = (db: Reader, sql: string, plucked = false): Statement<unknown[]> => {
  let statements = kept.get(db)
  if (!statements) kept.set(db, (statements = new Map()))
  const key = plucked ? `pluck ${sql}` : sql
  let statement = statements.get(key)
  if (!statement) {
    statement = db.prepare<unknown[]>(sql)
    if (plucked) statement.pluck()
    statements.set(key, statement)
  }
  return statement
}

export const rows = <Row>(db: Reader, sql: string, ...parameters: unknown[]): Row[] =>
  prepared(db, sql).all(...parameters) as Row[]

export const row = <Row>(db: Reader, sql: string, ...parameters: unknown[]): Row | undefined =>
  prepared(db, sql).get(...parameters) as Row | undefined

/** The first column of the first row. */
export const value = <Value>(db: Reader, sql: string, ...parameters: unknown[]): Value | undefined =>
  prepared(db, sql, true).get(...parameters) as Value | undefined

/** The first column of all rows. */
export const values = <Value>(db: Reader, sql: string, ...parameters: unknown[]): Value[] =>
  prepared(db, sql, true).all(...parameters) as Value[]

export const run = (db: Writer, sql: string, ...parameters: unknown[]): RunResult =>
  prepared(db, sql).run(...parameters)

/** Runs an INSERT and gives the row's id. */
export const insert = (db: Writer, sql: string, ...parameters: unknown[]): number =>
  Number(run(db, sql, ...parameters).lastInsertRowid)

/** Several reads of one moment, whatever another process writes in between. */
export const inSnapshot = <Result>(db: Reader, work: (db: Reader) => Result): Result =>
  db.inTransaction ? work(db) : db.transaction(() => work(db)).deferred()

/** A list of ids as one parameter, for `IN (SELECT value FROM json_each(?))`. */
export const idList = (ids: readonly number[]): string => JSON.stringify(ids)
