import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest'
import { open, temporaryFolder } from './fixtures/workspace.ts'
import { listBackups } from './backup.ts'
import { migrations } from './migrations/index.ts'

/** Workspaces as each shipped schema wrote them, frozen: never written anew (RELIABILITY F8). */
const folder = join(import.meta.dirname, 'fixtures', 'schemas')
const shipped = readdirSync(folder).map((name) => Number(name.replace('.sql', '')))

let place: ReturnType<typeof temporaryFolder>
let path: string
beforeEach(() => {
  place = temporaryFolder()
  path = join(place.folder, 'workspace.naranhi')
})
afterEach(() => place.clear())

const make = (schema: number): void => {
  const db = new Database(path)
  db.exec(readFileSync(join(folder, `${schema}.sql`), 'utf8'))
  db.pragma('journal_mode = WAL')
  db.close()
}
const digest = (): string => createHash('sha256').update(readFileSync(path)).digest('hex')

/** All rows of all tables of a file, as far as its tables and columns are those of `only`. */
const contentOf = (db: Database.Database, only: Map<string, string[]>): Map<string, unknown[]> =>
  new Map(
    [...only].map(([table, columns]) => [
      table,
      db.prepare(`SELECT ${columns.join(', ')} FROM ${table} ORDER BY 1`).all(),
    ]),
  )
const shapeOf = (db: Database.Database): Map<string, string[]> =>
  new Map(
    db
      .prepare<[], string>(`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`)
      .pluck()
      .all()
      .map((table) => [
        table,
        db.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(table),
      ]),
  )

test('every schema that was replaced has its fixture', () => {
  expect(shipped.toSorted((one, other) => one - other)).toEqual(
    migrations.slice(0, -1).map(({ version }) => version),
  )
})

describe.each(shipped)('a workspace of schema %i', (schema) => {
  it('comes up with everything it held, once, with a backup', async () => {
    make(schema)
    const before = new Database(path, { readonly: true })
    const shape = shapeOf(before)
    const content = contentOf(before, shape)
    before.close()
    expect([...content.values()].reduce((sum, rows) => sum + rows.length, 0)).toBeGreaterThan(100)

    const workspace = await open(path)
    expect(workspace.schema).toBe(migrations.length)
    expect(contentOf(workspace.db, shape)).toEqual(content)
    workspace.close()
    expect(listBackups(path)).toMatchObject([{ reason: 'migration', verified: true }])

    const after = digest()
    const again = await open(path)
    expect(contentOf(again.db, shape)).toEqual(content)
    again.close()
    expect(digest()).toBe(after)
    expect(listBackups(path)).toHaveLength(1)
  })
})

it('attaches the glossaries of schema 1 to every project, as they were used', async () => {
  make(1)
  const workspace = await open(path)
  const count = (sql: string) => workspace.db.prepare<[], number>(sql).pluck().get()
  expect(count('SELECT count(*) FROM project_glossary')).toBe(
    (count('SELECT count(*) FROM project') ?? 0) * (count('SELECT count(*) FROM glossary') ?? 0),
  )
  expect(count('SELECT count(*) FROM project_glossary')).toBeGreaterThan(1)
  workspace.close()
})

it('lets the index beside the workspace see every unit of an earlier schema', async () => {
  make(2)
  const workspace = await open(path)
  const count = (sql: string) => workspace.db.prepare<[], number>(sql).pluck().get()
  expect(count('SELECT count(*) FROM unit')).toBeGreaterThan(0)
  expect(count('SELECT count(*) FROM unit WHERE change < 1')).toBe(0)
  expect(count("SELECT count(*) FROM memory WHERE role = 'write'")).toBe(1)
  workspace.close()
})
