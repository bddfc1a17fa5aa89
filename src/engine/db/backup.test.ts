import { existsSync, readFileSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Backup } from '#contract/workspace.ts'
import { backUp, backUpDaily, KEPT_BACKUPS, listBackups, restoreBackup, toPrune } from './backup.ts'
import { killChildren, startChild } from './fixtures/children.ts'
import { fill, makeWorkspace, noon, open, temporaryFolder, texts } from './fixtures/workspace.ts'
import { companionFolder } from './known.ts'

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

const day = (text: string) => (): Date => new Date(`${text}T09:00:00.000Z`)
const latest = (): string => listBackups(path)[0]?.name ?? ''

describe('backUp', () => {
  it('holds what is only in the log, and is described', async () => {
    const workspace = await open(path, { create: true })
    fill(workspace.db, 500)
    const made = await backUp(workspace, 'asked', noon)
    expect(made).toMatchObject({
      name: '000001-20260504T120000Z-asked.naranhi',
      createdAt: '2026-05-04T12:00:00.000Z',
      articles: 1,
      paragraphs: 500,
      verified: true,
      reason: 'asked',
    })
    expect(listBackups(path)).toEqual([made])
    const copy = new Database(join(companionFolder(path), made.name), { readonly: true })
    expect(texts(copy)).toEqual(texts(workspace.db))
    copy.close()
    workspace.close()
  })

  it('leaves nothing half made beside it', async () => {
    await makeWorkspace(path, 20)
    const workspace = await open(path)
    writeFileSync(join(companionFolder(path), 'making-999999999-1'), 'half')
    const { name } = await backUp(workspace, 'asked', noon)
    workspace.close()
    expect(readdirSync(companionFolder(path)).sort()).toEqual([name, `${name}.json`, 'known.json'].sort())
  })

  it('is of one moment while others write', async () => {
    await makeWorkspace(path, 5_000)
    const workspace = await open(path)
    const making = backUp(workspace, 'asked', noon)
    fill(workspace.db, 10)
    expect(await making).toMatchObject({ paragraphs: 5_000, articles: 1 })
    expect(await backUp(workspace, 'asked', noon)).toMatchObject({ paragraphs: 5_010, articles: 2 })
    workspace.close()
  })

  it('is not made of a damaged workspace, and keeps the good ones', async () => {
    await makeWorkspace(path, 20)
    const workspace = await open(path)
    const good = await backUp(workspace, 'asked', noon)
    workspace.db.exec(`UPDATE paragraph SET target = 'changed past the hash' WHERE id = 7`)
    await expect(backUp(workspace, 'asked', noon)).rejects.toMatchObject({
      code: 'workspace-damaged',
      details: { paragraphs: [{ id: 7, articleId: 1 }] },
    })
    expect(listBackups(path)).toEqual([good])
    workspace.close()
  })

  it('keeps the newest by sequence when the clock goes back a day and forward ten years', async () => {
    await makeWorkspace(path, 2)
    const workspace = await open(path)
    const clocks = [day('2026-05-04'), day('2026-05-03'), day('2036-05-04'), day('2026-05-04')]
    const made: Backup[] = []
    for (let number = 0; number < KEPT_BACKUPS + 4; number++)
      made.push(await backUp(workspace, 'asked', clocks[number % clocks.length] ?? noon))
    workspace.close()
    expect(listBackups(path)).toEqual(made.slice(4).reverse())
    expect(readdirSync(companionFolder(path)).filter((name) => name.endsWith('.json'))).toHaveLength(
      KEPT_BACKUPS + 1,
    )
  })

  it('never prunes the newest verified one', () => {
    const list = (verified: number[]): { place: number; verified: boolean }[] =>
      Array.from({ length: 25 }, (_, place) => ({ place, verified: verified.includes(place) }))
    expect(toPrune(list([22, 24])).map(({ place }) => place)).toEqual([20, 21, 23, 24])
    expect(toPrune(list([0, 22])).map(({ place }) => place)).toEqual([20, 21, 22, 23, 24])
  })
})

describe('backUpDaily', () => {
  it('is made once a day and only when something changed', async () => {
    await makeWorkspace(path, 5)
    const rounds: [day: string, change: boolean, made: boolean][] = [
      ['2026-05-04', false, true],
      ['2026-05-04', true, false],
      ['2026-05-05', false, true],
      ['2026-05-06', false, false],
      ['2026-05-06', true, false],
      ['2026-05-07', false, true],
      // The clock goes back, then far forward.
      ['2026-05-06', true, false],
      ['2026-05-06', false, true],
      ['2036-05-06', true, false],
      ['2036-05-06', false, true],
    ]
    for (const [date, change, made] of rounds) {
      const workspace = await open(path)
      expect([date, (await backUpDaily(workspace, day(date))) !== null]).toEqual([date, made])
      if (change) workspace.db.exec(`INSERT INTO glossary (name, created_at) VALUES ('용어', '')`)
      workspace.close()
    }
  })

  it('is not made of a workspace without an article', async () => {
    const workspace = await open(path, { create: true })
    expect(await backUpDaily(workspace, noon)).toBeNull()
    workspace.close()
  })
})

describe('restoreBackup', () => {
  it('every backup that was made comes back whole, and the file in place is kept', async () => {
    await makeWorkspace(path, 10)
    const expected = new Map<string, string[]>()
    const workspace = await open(path)
    for (let number = 0; number < 4; number++) {
      fill(workspace.db, 50)
      expected.set((await backUp(workspace, 'asked', noon)).name, texts(workspace.db))
    }
    workspace.close()
    for (const { name } of listBackups(path)) {
      const before = readFileSync(path)
      const { aside } = restoreBackup(path, name, noon)
      expect(readFileSync(aside ?? '').equals(before)).toBe(true)
      const restored = await open(path)
      expect(texts(restored.db)).toEqual(expected.get(name))
      restored.close()
    }
    expect(readdirSync(place.folder).filter((name) => name.includes('.aside'))).toHaveLength(4)
  })

  const spoiled: [name: string, spoil: () => void][] = [
    ['gone', () => rmSync(path)],
    ['empty', () => truncateSync(path, 0)],
    ['junk', () => writeFileSync(path, 'junk')],
    ['cut in half', () => truncateSync(path, 8192)],
    ['left with a log of its own', () => writeFileSync(`${path}-wal`, Buffer.alloc(5_000, 7))],
  ]
  it.each(spoiled)('of a workspace that is %s', async (_, spoil) => {
    await makeWorkspace(path, 200)
    const workspace = await open(path)
    const { name } = await backUp(workspace, 'asked', noon)
    fill(workspace.db, 5)
    workspace.close()
    spoil()
    const bad = existsSync(path) ? readFileSync(path) : null
    const { aside } = restoreBackup(path, name, noon)
    if (bad) expect(readFileSync(aside ?? '').equals(bad)).toBe(true)
    else expect(aside).toBeNull()
    const restored = await open(path)
    expect(texts(restored.db)).toHaveLength(200)
    restored.close()
  })

  it('refuses a backup that was spoiled or is not there, and changes nothing', async () => {
    await makeWorkspace(path, 200)
    const workspace = await open(path)
    const { name } = await backUp(workspace, 'asked', noon)
    workspace.close()
    const file = join(companionFolder(path), name)
    const before = [readFileSync(path), readdirSync(place.folder)]
    const content = readFileSync(file)
    content[content.length - 3] = (content.at(-3) ?? 0) ^ 255
    writeFileSync(file, content)
    expect(() => restoreBackup(path, name, noon)).toThrow(expect.objectContaining({ code: 'backup-damaged' }))
    truncateSync(file, 4096)
    expect(listBackups(path)).toMatchObject([{ name, verified: false }])
    expect(() => restoreBackup(path, name, noon)).toThrow(expect.objectContaining({ code: 'backup-damaged' }))
    for (const wrong of ['', '../workspace.naranhi', 'known.json', `../${basename(path)}.backups/${name}x`])
      expect(() => restoreBackup(path, wrong, noon)).toThrow(expect.objectContaining({ code: 'not-found' }))
    expect([readFileSync(path), readdirSync(place.folder)]).toEqual(before)
  })

  it('refuses while another process has the workspace open', async () => {
    await makeWorkspace(path, 20)
    const workspace = await open(path)
    const { name } = await backUp(workspace, 'asked', noon)
    workspace.close()
    const child = startChild('open', path)
    expect(await child.line()).toBe('held')
    expect(() => restoreBackup(path, name, noon)).toThrow(
      expect.objectContaining({ code: 'workspace-locked' }),
    )
    await child.kill()
    const { aside } = restoreBackup(path, name, noon)
    const kept = new Database(aside ?? '', { readonly: true })
    expect(kept.prepare('SELECT count(*) FROM project').pluck().get()).toBe(2)
    kept.close()
  })

  it('is finished when it was cut off at any step', async () => {
    await makeWorkspace(path, 30)
    const workspace = await open(path)
    const { name, articles, paragraphs } = await backUp(workspace, 'asked', noon)
    const good = readFileSync(join(companionFolder(path), name))
    workspace.close()
    const counts = { articles, paragraphs, history: 30, lastHistory: 30 }
    const intent = { replacement: 'new', aside: 'old.aside', present: ['-wal', ''], counts }
    // Which of: log moved, file moved, replacement moved.
    for (const steps of [0, 1, 2, 3]) {
      const inFolder = (file: string): string => join(place.folder, file)
      for (const file of ['old.aside', 'old.aside-wal', `${basename(path)}-wal`])
        rmSync(inFolder(file), { force: true })
      writeFileSync(steps >= 1 ? inFolder('old.aside-wal') : `${path}-wal`, 'a log')
      rmSync(path)
      writeFileSync(steps >= 2 ? inFolder('old.aside') : path, 'a bad file')
      writeFileSync(steps >= 3 ? path : inFolder('new'), good)
      writeFileSync(join(companionFolder(path), 'restoring.json'), JSON.stringify(intent))
      const opened = await open(path)
      expect(texts(opened.db)).toHaveLength(30)
      opened.close()
      expect(readFileSync(inFolder('old.aside'), 'utf8')).toBe('a bad file')
      expect(readFileSync(inFolder('old.aside-wal'), 'utf8')).toBe('a log')
      expect(existsSync(inFolder('new'))).toBe(false)
      expect(existsSync(join(companionFolder(path), 'restoring.json'))).toBe(false)
    }
  })
})

describe('killed in the middle', () => {
  it.each(['backup', 'restore'])(
    'of a %s: a whole workspace opens, and every backup is whole',
    async (task) => {
      await makeWorkspace(path, 4_000)
      const workspace = await open(path)
      await backUp(workspace, 'asked', noon)
      workspace.close()
      // How long it takes from its first word to its last here and now: kills are spread over all of that.
      const whole = startChild(task, path)
      expect(await whole.line()).toBe('begun')
      const since = performance.now()
      expect(await whole.line()).toBe('done')
      const duration = performance.now() - since
      await whole.ended
      let [cut, through] = [0, 0]
      // On a busy machine one takes longer than the other: the delays grow until both ends were met.
      for (let round = 0; round < 14 || (through === 0 && round < 60); round++) {
        const child = startChild(task, path)
        expect(await child.line()).toBe('begun')
        await new Promise((resolve) => setTimeout(resolve, (round / 10) * duration))
        await child.kill()
        if ((await child.line()) === 'done') through++
        else cut++
        const opened = await open(path)
        expect(texts(opened.db)).toHaveLength(4_000)
        opened.close()
        for (const backup of listBackups(path))
          expect(backup).toMatchObject({ verified: true, paragraphs: 4_000 })
      }
      expect([cut > 0, through > 0], `${cut} cut, ${through} through`).toEqual([true, true])
      restoreBackup(path, latest(), noon)
      const opened = await open(path)
      await backUp(opened, 'asked', noon)
      opened.close()
      const left = readdirSync(companionFolder(path)).filter((name) => name.startsWith('making-'))
      expect(left).toEqual([])
    },
  )
})
