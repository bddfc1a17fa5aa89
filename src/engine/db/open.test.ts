import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { contentHash } from './contentHash.ts'
import { fill, makeWorkspace, open, sentence, temporaryFolder, texts } from './fixtures/workspace.ts'
import { APPLICATION_ID } from './header.ts'
import { requireSqlite } from './health.ts'
import { migrations } from './migrations/index.ts'
import { companionFolder, readKnown, recordKnown, recordKnownBefore } from './known.ts'

let place: ReturnType<typeof temporaryFolder>
let path: string
beforeEach(() => {
  place = temporaryFolder()
  path = join(place.folder, '작업 공간 100%.naranhi')
})
afterEach(() => place.clear())

const digest = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex')
const refusal = (file: string, create = false): Promise<unknown> =>
  open(file, { create }).then(
    (workspace) => (workspace.close(), 'opened'),
    (error: unknown) => error,
  )
const forget = (): void => rmSync(companionFolder(path), { recursive: true })
const overwrite = (at: number, bytes: Uint8Array): void => {
  const content = readFileSync(path)
  content.set(bytes, at)
  writeFileSync(path, content)
}

describe('a workspace that opens', () => {
  it('is made whole, with its marks and settings', async () => {
    const workspace = await open(path, { create: true })
    expect(workspace).toMatchObject({ created: true, readOnly: false, schema: migrations.length, path })
    expect(() => requireSqlite(workspace.sqliteVersion)).not.toThrow()
    const pragma = (name: string): unknown => workspace.db.pragma(name, { simple: true })
    fill(workspace.db, 3)
    expect(
      ['application_id', 'user_version', 'journal_mode', 'foreign_keys', 'synchronous', 'busy_timeout'].map(
        pragma,
      ),
    ).toEqual([APPLICATION_ID, migrations.length, 'wal', 1, 2, 250])
    workspace.close()
    workspace.close()
    expect(readdirSync(place.folder).sort()).toEqual([
      '작업 공간 100%.naranhi',
      '작업 공간 100%.naranhi.backups',
    ])
    expect(readKnown(path)).toMatchObject({ articles: 1, paragraphs: 3, history: 3, lastHistory: 3 })
    const again = await open(path, { create: true })
    expect(again.created).toBe(false)
    expect(texts(again.db)).toHaveLength(3)
    again.close()
  })

  it('is not changed by being opened and closed', async () => {
    await makeWorkspace(path)
    const before = [digest(path), statSync(path).mtimeMs]
    ;(await open(path)).close()
    expect([digest(path), statSync(path).mtimeMs]).toEqual(before)
  })

  it('may be open twice', async () => {
    await makeWorkspace(path, 2)
    const [one, other] = [await open(path), await open(path)]
    one.db.exec(`INSERT INTO setting VALUES ('a', '1')`)
    other.db.exec(`INSERT INTO setting VALUES ('b', '2')`)
    expect(one.db.prepare('SELECT count(*) FROM setting').pluck().get()).toBe(2)
    one.close()
    other.close()
  })

  it('plays in the log of a process that was killed', async () => {
    const workspace = await open(path, { create: true })
    fill(workspace.db, 5)
    const copy = join(place.folder, 'killed.naranhi')
    for (const suffix of ['', '-wal']) writeFileSync(copy + suffix, readFileSync(path + suffix))
    workspace.close()
    const opened = await open(copy)
    expect(texts(opened.db)).toHaveLength(5)
    opened.close()
  })
})

describe('a file that is refused, untouched', () => {
  const cases: [name: string, code: string, spoil: () => void | Promise<void>][] = [
    ['0 bytes', 'workspace-empty', () => truncateSync(path, 0)],
    ['0 bytes, never known', 'workspace-empty', () => (truncateSync(path, 0), forget())],
    [
      'junk where a workspace was',
      'workspace-damaged',
      () => writeFileSync(path, Buffer.alloc(9_000, 'junk ')),
    ],
    ['junk', 'workspace-foreign', () => (writeFileSync(path, Buffer.alloc(9_000, 'junk ')), forget())],
    ['a text of 12 bytes', 'workspace-foreign', () => (writeFileSync(path, '짧은 글'), forget())],
    ['a folder', 'workspace-foreign', () => (rmSync(path), mkdirSync(path))],
    [
      'a database of another application',
      'workspace-foreign',
      () => {
        rmSync(path)
        forget()
        const db = new Database(path)
        db.exec('CREATE TABLE a (x)')
        db.close()
      },
    ],
    ['a newer schema', 'workspace-newer', () => overwrite(60, Buffer.from([0, 0, 3, 231]))],
    ['schema 0', 'workspace-damaged', () => overwrite(60, Buffer.alloc(4))],
    ['the header zeroed', 'workspace-damaged', () => overwrite(0, Buffer.alloc(100))],
    [
      'half the file',
      'workspace-damaged',
      () => truncateSync(path, Math.floor(statSync(path).size / 8192) * 4096),
    ],
    ['half a page', 'workspace-damaged', () => truncateSync(path, 2_048)],
    [
      'a zeroed page in the middle',
      'workspace-damaged',
      () => overwrite(4096 * Math.floor(statSync(path).size / 8192), Buffer.alloc(4096)),
    ],
    [
      'a table gone',
      'workspace-damaged',
      () => {
        const db = new Database(path)
        db.pragma('foreign_keys = OFF')
        db.exec('DROP TABLE paragraph_history')
        db.close()
      },
    ],
    [
      'a table emptied by another program',
      'workspace-lost-rows',
      () => {
        const db = new Database(path)
        db.exec('DELETE FROM paragraph WHERE id > 290')
        db.close()
      },
    ],
  ]
  it.each(cases)('%s: %s', async (_, code, spoil) => {
    await makeWorkspace(path)
    await spoil()
    const before = existsSync(path) && statSync(path).isFile() ? digest(path) : ''
    const files = readdirSync(place.folder)
    for (const create of [false, true]) expect(await refusal(path, create)).toMatchObject({ code })
    if (before) expect(digest(path)).toBe(before)
    expect(readdirSync(place.folder)).toEqual(files)
  })

  it('500 random bytes spread over the file never crash or empty it', async () => {
    await makeWorkspace(path)
    const good = readFileSync(path)
    let state = 12345
    const random = (): number => (state = (state * 1103515245 + 12345) % 2147483648)
    for (let round = 0; round < 20; round++) {
      const bad = Buffer.from(good)
      for (let number = 0; number < 500; number++) bad[random() % bad.length] = random() % 256
      writeFileSync(path, bad)
      expect(await refusal(path)).toMatchObject({
        code: expect.stringMatching(/^workspace-(damaged|newer|lost-rows)$/),
      })
    }
  })

  it('a flipped byte in a text, naming the paragraph', async () => {
    await makeWorkspace(path)
    const target = 'Sentence number 217 about'
    const content = readFileSync(path)
    const places: number[] = []
    for (let at = content.indexOf(target); at >= 0; at = content.indexOf(target, at + 1)) places.push(at)
    let named = 0
    for (const at of places) {
      const bad = Buffer.from(content)
      bad[at] = (bad[at] ?? 0) ^ 1
      writeFileSync(path, bad)
      const db = new Database(path, { readonly: true })
      expect(db.pragma('quick_check', { simple: true })).toBe('ok')
      const inParagraph =
        db.prepare(`SELECT count(*) FROM paragraph WHERE target LIKE 'Rentence%'`).pluck().get() === 1
      db.close()
      for (const suffix of ['-wal', '-shm']) rmSync(path + suffix, { force: true })
      if (!inParagraph) continue
      named++
      expect(await refusal(path)).toMatchObject({
        code: 'workspace-damaged',
        details: { table: 'paragraph', paragraphs: [{ id: 218, articleId: 1 }] },
      })
    }
    expect(named).toBe(1)
  })

  it('a newer schema that stands in the log alone', async () => {
    await makeWorkspace(path, 5)
    const db = new Database(path)
    db.pragma(`user_version = ${migrations.length + 1}`)
    const copy = join(place.folder, 'newer.naranhi')
    for (const suffix of ['', '-wal']) writeFileSync(copy + suffix, readFileSync(path + suffix))
    db.close()
    const before = [digest(copy), digest(`${copy}-wal`)]
    expect(await refusal(copy)).toMatchObject({
      code: 'workspace-newer',
      details: { schema: migrations.length + 1 },
    })
    expect([digest(copy), digest(`${copy}-wal`)]).toEqual(before)
  })

  it('nothing is made where a workspace was', async () => {
    await makeWorkspace(path, 5)
    rmSync(path)
    expect(await refusal(path, true)).toMatchObject({ code: 'workspace-missing' })
    forget()
    writeFileSync(`${path}-wal`, 'a log left behind')
    expect(await refusal(path, true)).toMatchObject({ code: 'workspace-missing' })
    rmSync(`${path}-wal`)
    expect(await refusal(path)).toMatchObject({ code: 'file-not-found' })
    expect(existsSync(path)).toBe(false)
  })
})

describe('what is known of a workspace outside it', () => {
  it('says both counts when rows are lost', async () => {
    await makeWorkspace(path, 10)
    const other = join(place.folder, 'other.naranhi')
    await makeWorkspace(other, 4)
    writeFileSync(path, readFileSync(other))
    expect(await refusal(path)).toMatchObject({
      code: 'workspace-lost-rows',
      details: { known: { paragraphs: 10, history: 10 }, found: { paragraphs: 4, history: 4 } },
    })
  })

  it('lets the trash be emptied, also when the process is killed at the worst moment', async () => {
    await makeWorkspace(path, 10)
    const workspace = await open(path)
    recordKnownBefore(workspace, { articles: 1, paragraphs: 10, history: 10 })
    // The record alone: the deletion did not come about.
    ;(await open(path)).close()
    recordKnownBefore(workspace, { articles: 1, paragraphs: 10, history: 10 })
    workspace.db.exec('DELETE FROM article')
    ;(await open(path)).close()
    recordKnown(workspace)
    workspace.close()
    expect(readKnown(path)).toMatchObject({ articles: 0, paragraphs: 0, history: 0, lastHistory: 10 })
    ;(await open(path)).close()
  })

  it('does without the record when it is spoiled', async () => {
    await makeWorkspace(path, 5)
    writeFileSync(join(companionFolder(path), 'known.json'), '{"articles":')
    ;(await open(path)).close()
    expect(readKnown(path)).toMatchObject({ paragraphs: 5 })
  })
})

describe('contentHash', () => {
  it('tells texts that moved from one side to the other', () => {
    expect(contentHash('가', '나')).toMatch(/^[0-9a-f]{32}$/)
    expect(contentHash('가나', '')).not.toBe(contentHash('가', '나'))
    expect(contentHash(sentence(1), '')).toBe(contentHash(sentence(1), ''))
  })
})

describe('requireSqlite', () => {
  it.each([
    ['3.51.3', true],
    ['3.54.0', true],
    ['4.0.0', true],
    ['3.51.2', false],
    ['3.9.99', false],
    ['', false],
  ])('%s: %s', (version, enough) => {
    if (enough) expect(() => requireSqlite(version)).not.toThrow()
    else expect(() => requireSqlite(version)).toThrow(expect.objectContaining({ code: 'sqlite-too-old' }))
  })
})
