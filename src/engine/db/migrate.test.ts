import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { listBackups, restoreBackup } from './backup.ts'
import { killChildren, startChild } from './fixtures/children.ts'
import { makeWorkspace, noon, open, temporaryFolder, texts } from './fixtures/workspace.ts'
import type { Migration } from './migrate.ts'
import { migrations } from './migrations/index.ts'

let place: ReturnType<typeof temporaryFolder>
let path: string
beforeEach(() => {
  place = temporaryFolder()
  path = join(place.folder, 'workspace.naranhi')
})
afterEach(() => {
  killChildren()
  place.clear()
})

const next = migrations.length + 1
const with_ = (run: (db: Database.Database) => void): Migration[] => [
  ...migrations,
  { version: next, name: 'next', run },
]
const digest = (): string => createHash('sha256').update(readFileSync(path)).digest('hex')
const columns = (db: Database.Database): string[] =>
  db.prepare<[], string>(`SELECT name FROM pragma_table_info('paragraph')`).pluck().all()

it('versions go up from 1 without gaps', () => {
  expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, index) => index + 1))
})

/** RELIABILITY F7. */
const ROUNDS = 60

describe('a migration', () => {
  it('keeps every row, with a backup made before it, and is not run twice', async () => {
    await makeWorkspace(path, 50)
    let runs = 0
    const list = with_((db) => {
      runs++
      db.exec(`ALTER TABLE paragraph ADD COLUMN extra TEXT NOT NULL DEFAULT 'x'`)
    })
    for (let round = 0; round < 2; round++) {
      const workspace = await open(path, { migrations: list })
      expect(workspace.schema).toBe(next)
      expect(texts(workspace.db)).toHaveLength(50)
      expect(columns(workspace.db)).toContain('extra')
      expect(workspace.db.pragma('foreign_keys', { simple: true })).toBe(1)
      workspace.close()
    }
    expect(runs).toBe(1)
    expect(listBackups(path)).toMatchObject([{ reason: 'migration', paragraphs: 50, verified: true }])
    await expect(open(path)).rejects.toMatchObject({ code: 'workspace-newer' })
    restoreBackup(path, listBackups(path)[0]?.name ?? '', noon)
    const old = await open(path)
    expect(columns(old.db)).not.toContain('extra')
    old.close()
  })

  it('may build a table anew without losing what refers to it', async () => {
    await makeWorkspace(path, 50)
    const workspace = await open(path, {
      migrations: with_((db) =>
        db.exec(`CREATE TABLE fresh AS SELECT * FROM project; DROP TABLE project; ALTER TABLE fresh RENAME TO project;
                 CREATE UNIQUE INDEX project_id ON project (id)`),
      ),
    })
    expect(texts(workspace.db)).toHaveLength(50)
    workspace.close()
  })

  const failures: [name: string, run: (db: Database.Database) => void][] = [
    ['that throws', (db) => void db.exec('ALTER TABLE paragraph ADD COLUMN extra TEXT; SELECT nonsense')],
    ['that loses rows', (db) => void db.exec('DELETE FROM paragraph WHERE id > 40')],
    ['that breaks references', (db) => void db.exec('UPDATE paragraph SET article_id = 99 WHERE id = 1')],
  ]
  it.each(failures)('%s is loud and leaves the old file as it was', async (_, run) => {
    await makeWorkspace(path, 50)
    const before = digest()
    await expect(open(path, { migrations: with_(run) })).rejects.toMatchObject({ code: 'migration-failed' })
    expect(digest()).toBe(before)
    const workspace = await open(path)
    expect(workspace.schema).toBe(migrations.length)
    expect(texts(workspace.db)).toHaveLength(50)
    workspace.close()
  })

  it('killed at any moment leaves exactly the old schema or the new one, with all rows', async () => {
    let [old, fresh, cut] = [0, 0, 0]
    await makeWorkspace(path, 6_000)
    const list = with_(() => undefined)
    for (let round = 0; round < ROUNDS; round++) {
      const child = startChild('migrate', path)
      expect(await child.line()).toBe('begun')
      expect(await child.line()).toBe('migrating')
      // Over the whole of it and a little more: some are cut off, some are through.
      await new Promise((resolve) => setTimeout(resolve, (round % 20) * 5))
      await child.kill()
      if ((await child.line()) !== 'done') cut++
      const schema = await open(path).then(
        (workspace) => {
          expect([columns(workspace.db).includes('extra'), texts(workspace.db).length]).toEqual([
            false,
            6_000,
          ])
          workspace.close()
          return 'old'
        },
        async (error: unknown) => {
          expect(error).toMatchObject({ code: 'workspace-newer' })
          const workspace = await open(path, { migrations: list })
          const filled = workspace.db
            .prepare(`SELECT count(*) FROM paragraph WHERE extra = 'of ' || id`)
            .pluck()
            .get()
          expect([filled, texts(workspace.db).length]).toEqual([6_000, 6_000])
          workspace.close()
          return 'new'
        },
      )
      if (schema === 'old') old++
      else {
        fresh++
        restoreBackup(path, listBackups(path).find(({ reason }) => reason === 'migration')?.name ?? '', noon)
      }
    }
    // Both ends were met, or the kills came at the wrong moments and nothing was shown.
    expect([cut > 0, old > 0, fresh > 0], `${cut} cut, ${old} old, ${fresh} new`).toEqual([true, true, true])
  }, 180_000)
})
