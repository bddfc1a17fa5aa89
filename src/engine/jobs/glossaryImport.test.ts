import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import type { InputOf, ResultOf } from '#contract/index.ts'
import { inTransaction } from '../db/database.ts'
import { openWorkspace } from '../db/open.ts'
import { run, value } from '../db/statement.ts'
import { mergeEntries, startTermImport, takeEntry } from '../db/termImport.ts'
import { useEngine } from '../fixtures/testEngine.ts'
import { memory } from './glossaryThread.ts'

const room = useEngine()
const { call } = room

const table = (count: number, first = 0): string =>
  [
    'source,target,status,note',
    ...Array.from(
      { length: count },
      (_, at) => `가상 용어 ${first + at},invented term ${first + at},preferred,note ${at}`,
    ),
  ].join('\n')
const file = (name: string, text: string): string => {
  const where = join(room.folder, name)
  writeFileSync(where, text)
  return where
}
const start = (name: string, into: number | string, more: Partial<InputOf<'glossary.import'>> = {}) =>
  call('glossary.import', { from: { kind: 'path', path: name }, into, ...more })
const bringIn = async (...given: Parameters<typeof start>): Promise<ResultOf<'glossary.import'>> => {
  const { jobId } = await start(...given)
  return (await call('job.wait', { id: jobId })) as unknown as ResultOf<'glossary.import'>
}

const TABLES = ['glossary', 'project_glossary', 'term', 'term_batch', 'term_history'] as const
/** Rows of everything an import writes, hidden ones too. */
const counts = async (): Promise<Record<string, number>> => {
  const workspace = await openWorkspace(room.path, { now: () => new Date(), create: false })
  const found = Object.fromEntries(
    TABLES.map((name) => [name, value<number>(workspace.db, `SELECT count(*) FROM ${name}`) ?? -1]),
  )
  workspace.close()
  return found
}
const stored = async () => (await call('term.list', { limit: 100 })).terms

/** Waits until an import has written so many entries that are not seen yet. */
const untilWritten = async (least: number): Promise<void> => {
  for (const end = Date.now() + 20_000; ;) {
    const { term = 0 } = await counts()
    if (term >= least) return
    if (Date.now() > end) throw new Error(`Only ${term} terms were written`)
    await pause(10)
  }
}

describe('an import that is stopped', () => {
  test('leaves no term, no history and no glossary behind, and can be run again', async () => {
    const big = file('큰 것.csv', table(8_000))
    const before = await counts()
    const { jobId } = await start(big, '큰 것')
    await untilWritten(600)
    // Nothing of it is seen before it has landed.
    expect(await call('term.list', { limit: 1 })).toMatchObject({ total: 0 })
    await call('job.cancel', { id: jobId })
    await expect(call('job.wait', { id: jobId })).rejects.toMatchObject({ code: 'cancelled' })
    expect(await counts()).toEqual(before)
    expect((await call('glossary.list', {})).map(({ name }) => name)).toEqual(['Glossary'])

    const report = (await bringIn(big, '큰 것')) as unknown as { added: number }
    expect(report.added).toBe(8_000)
    expect((await call('glossary.list', {})).map(({ name, terms }) => [name, terms])).toEqual([
      ['Glossary', 0],
      ['큰 것', 8_000],
    ])
  })

  test('keeps a glossary somebody has put a term into meanwhile', async () => {
    const { jobId } = await start(file('큰 것.csv', table(8_000)), '큰 것')
    await untilWritten(300)
    const made = (await call('glossary.list', {})).find(({ name }) => name === '큰 것')
    await call('term.add', { source: '손으로', target: 'by hand', glossaryId: made?.id })
    await call('job.cancel', { id: jobId })
    await expect(call('job.wait', { id: jobId })).rejects.toMatchObject({ code: 'cancelled' })
    expect((await stored()).map(({ source }) => source)).toEqual(['손으로'])
  })
})

describe('an import whose process was killed', () => {
  test('is taken back at the next opening, with the glossary it made', async () => {
    const before = await counts()
    const big = file('큰 것.csv', table(30_000))
    await room.engine.close()
    const cli = new URL('../../hosts/cli/dev.ts', import.meta.url).pathname
    const child = spawn(
      process.execPath,
      [cli, 'term', 'import', big, '--glossary', '큰 것', '--workspace', room.path],
      {
        stdio: 'ignore',
      },
    )
    await untilWritten(2_000)
    child.kill('SIGKILL')
    await once(child, 'exit')
    expect((await counts()).term).toBeGreaterThan(0)
    await room.open()
    expect(await call('term.list', { limit: 1 })).toMatchObject({ total: 0 })
    expect(await counts()).toEqual(before)
  })

  test('gives back what it had changed of terms that were there', async () => {
    await call('term.add', { source: '첫째', target: 'first', note: 'mine' })
    await call('term.add', { source: '둘째', target: 'second', status: 'admitted' })
    const before = await stored()
    await room.engine.close()
    const workspace = await openWorkspace(room.path, { now: () => new Date(), create: false })
    const { db } = workspace
    const at = '2026-01-01T00:00:00.000Z'
    inTransaction(db, () => {
      const batch = startTermImport(db, 'dead.csv', at)
      // No process has this number.
      run(db, "UPDATE term_batch SET running = '4194999:1' WHERE id = ?", batch)
      const target = {
        ...{ glossaryId: before[0]?.glossaryId ?? 0, batch, origin: 'dead.csv', at },
        existing: 'overwrite' as const,
      }
      const entry = (source: string, english: string) => ({
        ...{ source, target: english, variants: ['다른 말'], partOfSpeech: 'noun' as const },
        ...{ status: 'forbidden' as const, domain: 'x', definition: 'x', note: 'theirs', url: '' },
        ...{ createdAt: '', updatedAt: '', line: 1, column: 1 },
      })
      takeEntry(db, entry('셋째', 'third'), target)
      const merges = ['첫째 first', '둘째 second'].map((pair) => {
        const [source = '', english = ''] = pair.split(' ')
        const made = entry(source, english)
        const taken = takeEntry(db, made, target)
        if (taken.kind !== 'merge') throw new Error(`${source} was ${taken.kind}`)
        return { id: taken.id, entry: made }
      })
      expect(mergeEntries(db, merges, target)).toHaveLength(2)
    })
    workspace.close()
    await room.open()
    expect(await stored()).toEqual(before)
    expect((await counts()).term).toBe(2)
  })

  test('what was done to a term since stays, and nothing of it keeps the workspace shut', async () => {
    const mine = await call('term.add', { source: '첫째', target: 'first', note: 'mine' })
    const other = await call('term.add', { source: '둘째', target: 'second' })
    const workspace = await openWorkspace(room.path, { now: () => new Date(), create: false })
    const { db } = workspace
    const at = '2026-01-01T00:00:00.000Z'
    inTransaction(db, () => {
      const batch = startTermImport(db, 'dead.csv', at)
      run(db, "UPDATE term_batch SET running = '4194999:1' WHERE id = ?", batch)
      const target = {
        ...{ glossaryId: mine.glossaryId, batch, origin: 'dead.csv', at },
        existing: 'overwrite' as const,
      }
      const entry = (source: string, english: string) => ({
        ...{
          source,
          target: english,
          variants: [],
          partOfSpeech: 'noun' as const,
          status: 'admitted' as const,
        },
        ...{
          domain: '',
          definition: '',
          note: 'theirs',
          url: '',
          createdAt: '',
          updatedAt: '',
          line: 1,
          column: 1,
        },
      })
      mergeEntries(
        db,
        [
          { id: mine.id, entry: entry('첫째', 'first') },
          { id: other.id, entry: entry('둘째', 'second') },
        ],
        target,
      )
    })
    workspace.close()
    await call('term.update', { id: mine.id, note: 'mine, later' })
    await call('term.remove', { ids: [other.id] })
    const again = await call('term.add', { source: '둘째', target: 'second', note: 'anew' })
    await room.engine.close()
    await room.open()
    expect(await call('workspace.state', {})).toMatchObject({ status: 'open' })
    expect((await call('term.get', { id: mine.id })).note).toBe('mine, later')
    expect((await call('term.get', { id: again.id })).note).toBe('anew')
    expect(await stored()).toHaveLength(2)
    expect((await counts()).term_batch).toBe(5)
  })

  test('of before the machine was started is taken back, whoever has its number now', async () => {
    await room.engine.close()
    const workspace = await openWorkspace(room.path, { now: () => new Date(), create: false })
    inTransaction(workspace.db, () => {
      const batch = startTermImport(workspace.db, 'old.csv', '2026-01-01T00:00:00.000Z')
      run(workspace.db, 'UPDATE term_batch SET running = ? WHERE id = ?', `${process.ppid}:1:1000`, batch)
    })
    workspace.close()
    await room.open()
    expect((await counts()).term_batch).toBe(0)
  })

  test('is left alone while its process lives', async () => {
    await room.engine.close()
    const workspace = await openWorkspace(room.path, { now: () => new Date(), create: false })
    inTransaction(workspace.db, () => {
      const batch = startTermImport(workspace.db, 'alive.csv', '2026-01-01T00:00:00.000Z')
      run(workspace.db, 'UPDATE term_batch SET running = ? WHERE id = ?', `${process.ppid}:1`, batch)
    })
    workspace.close()
    await room.open()
    expect((await counts()).term_batch).toBe(1)
  })
})

describe('two imports at once', () => {
  test('into one glossary: the second is refused, as the first may still be stopped', async () => {
    const term = await call('term.add', { source: '하나', target: 'one' })
    const { jobId } = await start(file('첫.csv', table(8_000)), term.glossaryId)
    await untilWritten(300)
    await expect(bringIn(file('둘.csv', table(10)), term.glossaryId)).rejects.toMatchObject({ code: 'busy' })
    await call('job.cancel', { id: jobId })
    await expect(call('job.wait', { id: jobId })).rejects.toMatchObject({ code: 'cancelled' })
    const report = (await bringIn(file('둘.csv', table(10)), term.glossaryId)) as unknown as { added: number }
    expect(report.added).toBe(10)
  })
})

describe('what is brought in', () => {
  test('is told to everybody once, at the end', async () => {
    await bringIn(file('몇 개.csv', table(400)), '몇 개')
    expect(room.events.filter(({ type }) => type === 'term')).toHaveLength(1)
  })

  test.each([
    ['merge', { note: 'mine', status: 'admitted', added: 1, merged: 0 }],
    ['overwrite', { note: 'note 0', status: 'preferred', added: 1, merged: 1 }],
    ['skip', { note: 'mine', status: 'admitted', added: 1, merged: 0 }],
  ] as const)('%s: what is there already', async (existing, wanted) => {
    const term = await call('term.add', {
      ...{ source: '가상 용어 0', target: 'invented term 0', note: 'mine', status: 'admitted' },
    })
    const report = (await bringIn(file('둘.csv', table(2)), term.glossaryId, { existing })) as unknown as {
      added: number
      merged: number
      skipped: number
      same: number
    }
    const { note, status } = await call('term.get', { id: term.id })
    expect({ note, status, added: report.added, merged: report.merged }).toEqual(wanted)
    expect(report.added + report.merged + report.same + report.skipped).toBe(2)
  })
})

describe('a file of which not all can be read', () => {
  const codes = ({ notices }: ResultOf<'glossary.import'>) => notices.map(({ code, line }) => [code, line])
  const pairs = async () => (await stored()).map(({ source, target }) => `${source} ${target}`).sort()

  test('of a table with a wrong quotation mark and a wrong byte all other rows land', async () => {
    const rows = Array.from({ length: 200 }, (_, at) => `가상 ${at},word ${at}`)
    const bytes = Buffer.from(['source,target', ...rows].join('\n'))
    const text = bytes
      .toString('latin1')
      .replace('word 7\n', '"word 7\n')
      .replace('word 50\n', 'word \xff50\n')
    const name = join(room.folder, 'faulty.csv')
    writeFileSync(name, Buffer.from(text, 'latin1'))
    const report = await bringIn(name, '용어')
    expect([report.added, report.skipped]).toEqual([198, 2])
    expect(codes(report)).toEqual([
      ['bad-bytes', 52],
      ['bad-quote', 9],
    ])
    const { terms } = await call('term.list', { limit: 1000 })
    const sources = new Set(terms.map(({ source }) => source))
    expect([6, 7, 8, 49, 50, 51].filter((at) => !sources.has(`가상 ${at}`))).toEqual([7, 50])
  })

  test('a text in which much is wrong is refused as a whole', async () => {
    const name = join(room.folder, 'wrong.csv')
    const rows = Array.from({ length: 50 }, (_, at) => `가상 ${at},word ${at % 5 === 0 ? '\xff' : ''}${at}`)
    writeFileSync(name, Buffer.from(rows.join('\n'), 'latin1'))
    await expect(bringIn(name, '용어')).rejects.toMatchObject({
      code: expect.stringMatching(/^file-/) as string,
    })
    expect((await counts()).term).toBe(0)
  })

  test.each([
    ['nothing', ''],
    ['a header', 'Korean,English\n'],
    ['rows without Korean', 'Korean,English\n,Wuhan\n,Nanjing\n'],
  ])('%s makes no glossary', async (_, text) => {
    const before = (await call('glossary.list', {})).length
    await expect(bringIn(file('empty.csv', text), '빈 용어집')).rejects.toMatchObject({
      code: 'nothing-to-import',
    })
    expect((await call('glossary.list', {})).length).toBe(before)
  })

  test('where the header has the languages the other way round the cells are heard, unless columns are said', async () => {
    const name = file('swapped.csv', 'Source,Target\nWuhan,우한\nNanjing,난징\n')
    const report = await bringIn(name, '용어')
    expect(codes(report)).toEqual([['languages-swapped', 1]])
    expect(await pairs()).toEqual(['난징 Nanjing', '우한 Wuhan'])
    const said = await bringIn(name, '거꾸로', { table: { columns: ['source', 'target'], header: true } })
    expect(codes(said)).toEqual([])
    expect(await pairs()).toContain('Wuhan 우한')
  })

  test('what the glossary says otherwise and keeps is told', async () => {
    await call('term.add', { source: '우한', target: 'Wuhan', note: 'mine', domain: 'city' })
    const [glossary] = await call('glossary.list', {})
    const name = file(
      'other.csv',
      'source,target,status,note,domain,definition\n우한,Wuhan,forbidden,theirs,city,A city.\n',
    )
    const report = await bringIn(name, glossary?.id ?? 0)
    expect([report.merged, codes(report)]).toEqual([1, [['kept-otherwise', 2]]])
    expect(report.notices[0]?.detail).toBe('우한: status, note')
    expect(await stored()).toMatchObject([{ status: 'preferred', note: 'mine', definition: 'A city.' }])
    // Nothing new any more, and still otherwise.
    const again = await bringIn(name, glossary?.id ?? 0)
    expect([again.same, codes(again)]).toEqual([1, [['kept-otherwise', 2]]])
    const over = await bringIn(name, glossary?.id ?? 0, { existing: 'overwrite' })
    expect([over.merged, codes(over)]).toEqual([1, []])
  })

  test('that takes more memory than it is given ends its thread and nothing else', async () => {
    const before = memory.megabytes
    memory.megabytes = 24
    try {
      const name = file('large.csv', table(120_000))
      await expect(bringIn(name, '용어')).rejects.toMatchObject({
        code: 'file-too-large',
        details: { file: 'large.csv' },
      })
    } finally {
      memory.megabytes = before
    }
    expect((await counts()).term).toBe(0)
    expect((await bringIn(file('small.csv', table(2)), '용어')).added).toBe(2)
  })
})
