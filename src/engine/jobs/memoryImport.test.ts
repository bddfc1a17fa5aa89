import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import Database from 'better-sqlite3'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import type { InputOf, ResultOf } from '#contract/index.ts'
import { inTransaction, type Writer } from '../db/database.ts'
import { openWorkspace } from '../db/open.ts'
import { run } from '../db/statement.ts'
import { claimMemory, mergeTwins, startUnitImport } from '../db/unitImport.ts'
import { useEngine } from '../fixtures/testEngine.ts'

const room = useEngine()
const { call } = room

type Pair = readonly [source: string, target: string]
const pairs = (count: number): Pair[] =>
  Array.from({ length: count }, (_, at) => [
    `창사시는 ${at}번째 공동 실험실을 열었다.`,
    `Changsha opened its joint laboratory no. ${at}.`,
  ])
const unitOf = ([source, target]: Pair, more = '', note = ''): string =>
  `<tu${more}>${note}<tuv xml:lang="ko"><seg>${source}</seg></tuv><tuv xml:lang="en"><seg>${target}</seg></tuv></tu>\n`
const tmx = (body: string, encoding = 'UTF-8'): string =>
  `<?xml version="1.0" encoding="${encoding}"?>\n<tmx version="1.4"><header srclang="ko"/><body>\n${body}</body></tmx>\n`
const file = (name: string, content: string | Uint8Array): string => {
  const where = join(room.folder, name)
  writeFileSync(where, content)
  return where
}
const large = (count = 60_000): string =>
  file(
    '큰 것.tmx',
    tmx(
      pairs(count)
        .map((pair) => unitOf(pair))
        .join(''),
    ),
  )

type More = Partial<InputOf<'memory.import'>>
const start = (path: string, into: number | string, more: More = {}) =>
  call('memory.import', { from: { kind: 'path', path }, into, ...more })
const ended = async (jobId: string) =>
  (await call('job.wait', { id: jobId })) as unknown as ResultOf<'memory.import'>
const bringIn = async (path: string, into: number | string, more: More = {}) =>
  ended((await start(path, into, more)).jobId)
const memories = async () => (await call('memory.list', {})).map(({ name, units }) => [name, units] as const)
const said = async (memoryId: number) =>
  (await call('unit.list', { memoryIds: [memoryId], sort: 'source', descending: false, limit: 100 })).units

const TABLES = ['memory', 'unit', 'unit_batch', 'unit_history'] as const
/** Rows of everything an import writes, hidden ones too. */
const counts = (): Record<string, number> => {
  const db = new Database(room.path, { readonly: true, timeout: 1000 })
  try {
    return Object.fromEntries(
      TABLES.map((name) => [
        name,
        db.prepare<[], number>(`SELECT count(*) FROM ${name}`).pluck().get() ?? -1,
      ]),
    )
  } finally {
    db.close()
  }
}
const until = async (holds: () => boolean, what: string): Promise<void> => {
  for (const end = Date.now() + 20_000; !holds(); await pause(5))
    if (Date.now() > end) throw new Error(`${what}: ${JSON.stringify(counts())}`)
}
const untilWritten = (least: number) => until(() => (counts().unit ?? 0) >= least, `${least} units`)

describe('an import that is stopped', () => {
  test('leaves no unit and no memory behind, is seen by nobody before, and can be run again', async () => {
    const path = large()
    const before = [counts(), await memories()]
    const { jobId } = await start(path, '큰 것')
    await untilWritten(3_000)
    expect(await memories()).toEqual(before[1])
    expect((await call('memory.find', { text: pairs(1)[0]?.[0] ?? '' })).matches).toEqual([])
    await call('job.cancel', { id: jobId })
    await expect(call('job.wait', { id: jobId })).rejects.toMatchObject({ code: 'cancelled' })
    expect([counts(), await memories()]).toEqual(before)
    const report = await bringIn(path, '큰 것')
    expect([report.read, report.added, report.same, report.refused]).toEqual([60_000, 60_000, 0, 0])
    expect(await memories()).toContainEqual(['큰 것', 60_000])
  })

  test('keeps what was read until then, where that was asked for', async () => {
    const { jobId } = await start(large(), '큰 것', { whenCancelled: 'keep' })
    await untilWritten(3_000)
    await call('job.cancel', { id: jobId })
    const report = await ended(jobId)
    expect(report.cancelled).toBe(true)
    expect(report.added).toBeGreaterThanOrEqual(3_000)
    expect(report.added).toBeLessThan(60_000)
    expect(await memories()).toContainEqual(['큰 것', report.added])
    await call('memory.ready', {})
    const { matches } = await call('memory.find', { text: pairs(1)[0]?.[0] ?? '', floor: 100 })
    expect(matches.map(({ unit }) => unit.target)).toEqual([pairs(1)[0]?.[1]])
    // Brought in again, the rest comes.
    const again = await bringIn(large(), '큰 것')
    expect([again.added, again.same]).toEqual([60_000 - report.added, report.added])
  })

  test('gives units that were there back what they were', async () => {
    const first = await bringIn(
      file(
        'one.tmx',
        tmx(
          pairs(3)
            .map((pair) => unitOf(pair))
            .join(''),
        ),
      ),
      '큰 것',
    )
    const before = [counts(), await said(first.memoryId)]
    const known = pairs(3).map((pair) => unitOf(pair, ' creationid="KIM" tuid="7"', '<note>덧붙임</note>'))
    const rest = pairs(60_000).slice(3)
    const path = file('more.tmx', tmx(known.join('') + rest.map((pair) => unitOf(pair)).join('')))
    const { jobId } = await start(path, first.memoryId)
    await untilWritten(3_000)
    expect(counts().unit_history).toBe((before[0] as { unit_history: number }).unit_history + 3)
    await call('job.cancel', { id: jobId })
    await expect(call('job.wait', { id: jobId })).rejects.toMatchObject({ code: 'cancelled' })
    expect([counts(), await said(first.memoryId)]).toEqual(before)
    const again = await bringIn(file('known.tmx', tmx(known.join(''))), first.memoryId)
    expect([again.added, again.merged, again.same]).toEqual([0, 3, 0])
    expect((await said(first.memoryId)).map(({ author, note }) => [author, note])).toEqual(
      Array.from({ length: 3 }, () => ['KIM', '덧붙임']),
    )
  })
})

describe('an import whose process was killed', () => {
  test('is seen by nobody and goes away at the next opening, with the memory it made', async () => {
    const before = [counts(), await memories()]
    const path = large()
    await room.engine.close()
    const cli = new URL('../../hosts/cli/dev.ts', import.meta.url).pathname
    const child = spawn(
      process.execPath,
      [cli, 'memory', 'import', path, '--into', '큰 것', '--workspace', room.path],
      { stdio: 'ignore' },
    )
    await untilWritten(3_000)
    child.kill('SIGKILL')
    await once(child, 'exit')
    expect(counts().unit).toBeGreaterThan(0)
    await room.open()
    expect(await memories()).toEqual(before[1])
    expect((await call('memory.find', { text: pairs(1)[0]?.[0] ?? '' })).matches).toEqual([])
    await until(
      () => JSON.stringify(counts()) === JSON.stringify(before[0]),
      'what was left behind goes away',
    )
  })

  test('has changed nothing of units that were there', async () => {
    const first = await bringIn(
      file(
        'one.tmx',
        tmx(
          pairs(2)
            .map((pair) => unitOf(pair))
            .join(''),
        ),
      ),
      '하나',
    )
    const [one, two] = await said(first.memoryId)
    await room.engine.close()
    const workspace = await openWorkspace(room.path, { now: () => new Date(), create: false })
    const at = '2026-01-01T00:00:00.000Z'
    const db: Writer = workspace.db
    inTransaction(db, () => {
      const { batch } = startUnitImport(db, { fileName: 'dead.tmx', into: first.memoryId }, at)
      claimMemory(db, batch, first.memoryId)
      // No process has this number.
      run(db, "UPDATE unit_batch SET running = '4194999:1' WHERE id = ?", batch)
      const twins = [one, two].map((unit) => ({
        id: unit?.id ?? 0,
        entry: {
          ...{ source: unit?.source ?? '', target: unit?.target ?? '', author: 'KIM', note: 'theirs' },
          ...{
            createdAt: '',
            updatedAt: '',
            useCount: 0,
            scope: 'paragraph' as const,
            props: '{"props":[]}',
          },
          ...{ previousSignature: '', nextSignature: '', line: 1, column: 1 },
        },
      }))
      expect(mergeTwins(db, twins, batch, at)).toBe(2)
    })
    workspace.close()
    await room.open()
    expect(await said(first.memoryId)).toEqual([one, two])
    await until(() => counts().unit_batch === 1 && counts().unit_history === 0, 'the batch goes away')
  })
})

describe('two imports at once', () => {
  test('into one memory: the second is refused, as the first may still be stopped', async () => {
    const [memory] = await call('memory.list', {})
    const into = memory?.id ?? 'Memory'
    const { jobId } = await start(large(), into)
    await untilWritten(1_000)
    const small = file('small.tmx', tmx(unitOf(['가', 'a'])))
    await expect(bringIn(small, into)).rejects.toMatchObject({ code: 'busy' })
    await call('job.cancel', { id: jobId })
    await expect(call('job.wait', { id: jobId })).rejects.toMatchObject({ code: 'cancelled' })
    expect((await bringIn(small, into)).added).toBe(1)
  })
})

/** Syllables Node itself reads wrong in cp949. */
const RARE: Pair = ['똠방각하가 펲시를 뷁어 먹었다.', 'A rare line.']
const withBom = (order: 'utf-16le' | 'utf-16be', text: string): Uint8Array =>
  Buffer.concat([Buffer.from(order === 'utf-16le' ? [0xff, 0xfe] : [0xfe, 0xff]), iconv.encode(text, order)])
const body = (count = 3_000): string => [RARE, ...pairs(count - 1)].map((pair) => unitOf(pair)).join('')

describe('whatever the encoding', () => {
  test.each([
    ['UTF-16, little end first', withBom('utf-16le', tmx(body(), 'UTF-16'))],
    ['UTF-16, big end first', withBom('utf-16be', tmx(body(), 'UTF-16'))],
    ['UTF-16 without a mark', iconv.encode(tmx(body(), 'UTF-16'), 'utf-16le')],
    ['UTF-8 with a mark', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(tmx(body()))])],
    ['cp949, declared', iconv.encode(tmx(body(), 'EUC-KR'), 'cp949')],
  ])('%s is read', async (_, bytes) => {
    const report = await bringIn(file('m.tmx', bytes), '들어온 것')
    expect([report.added, report.refused]).toEqual([3_000, 0])
    const [match] = (await call('memory.find', { text: RARE[0], floor: 100 })).matches
    expect([match?.unit.source, match?.unit.target]).toEqual(RARE)
  })

  test('a table in cp949 is read, undeclared as it is', async () => {
    const rows = [RARE, ...pairs(3_000)].map((pair) => pair.join('\t'))
    const path = file('m.tsv', iconv.encode(['원문\t번역', ...rows].join('\r\n'), 'cp949'))
    const preview = await call('memory.preview', { from: { kind: 'path', path } })
    expect([preview.error, preview.encoding, preview.table?.columns, preview.sample[0]?.source]).toEqual([
      null,
      'cp949',
      ['source', 'target'],
      RARE[0],
    ])
    expect((await bringIn(path, '들어온 것')).added).toBe(3_001)
  })

  test.each([
    ['near the beginning', 4, 40],
    ['far behind it', 2_900, 60],
  ])('a wrong byte %s is told with its place, and nothing lands', async (_, line, column) => {
    const before = counts()
    const bytes = Buffer.from(tmx(body()))
    let offset = 0
    for (let at = 1; at < line; at++) offset = bytes.indexOf(10, offset) + 1
    // Behind so many characters of that line.
    offset += Buffer.byteLength(
      bytes
        .subarray(offset)
        .toString()
        .slice(0, column - 1),
    )
    bytes[offset] = 0xff
    const path = file('wrong.tmx', bytes)
    await expect(bringIn(path, '들어온 것')).rejects.toMatchObject({
      code: 'file-undecodable',
      details: { file: 'wrong.tmx', encoding: 'utf-8', line, column, byteOffset: offset },
    })
    expect(counts()).toEqual(before)
  })

  test('a file that is cut off is refused, and nothing lands', async () => {
    const before = counts()
    const bytes = Buffer.from(tmx(body()))
    const inLetter = bytes.lastIndexOf(Buffer.from('실험실')) + 1
    for (const end of [bytes.length - 20, inLetter])
      await expect(bringIn(file('cut.tmx', bytes.subarray(0, end)), 'x')).rejects.toMatchObject({
        code: expect.stringMatching(/^file-(malformed|truncated)$/) as string,
        details: { file: 'cut.tmx', line: expect.any(Number) as number },
      })
    expect(counts()).toEqual(before)
  })
})

describe('what is brought in', () => {
  test('goes out again as it came, through the workspace', async () => {
    const rich =
      '<?xml version="1.0"?>\n<tmx version="1.4"><header creationtool="T" srclang="ko"><note>머리말</note><prop type="x-client">항만</prop></header><body>\n' +
      '<tu tuid="a" creationdate="20250301T093000Z" creationid="KIM" usagecount="3"><note>첫째</note><prop type="x-field">경제</prop><tuv xml:lang="ko-KR"><seg><bpt i="1">&lt;b></bpt>항구<ept i="1">&lt;/b></ept>가 열렸다.</seg></tuv><tuv xml:lang="en-GB" changedate="20250401T000000Z" changeid="LEE"><seg>The harbour opened.</seg></tuv><tuv xml:lang="en-US"><seg>The harbor opened.</seg></tuv></tu>\n' +
      '<tu creationdate="20250302T093000Z"><tuv xml:lang="ko"><seg>=1+1 &amp; "둘"</seg></tuv><tuv xml:lang="en"><seg>\'90s &lt;two&gt;</seg></tuv></tu>\n</body></tmx>'
    const first = await bringIn(file('rich.tmx', rich), '풍부한')
    expect(first.added).toBe(3)
    const out = async (memoryId: number, name: string, format: 'tmx' | 'csv' | 'tsv') => {
      const path = join(room.folder, name)
      const to = { kind: 'path' as const, path }
      const { jobId } = await call('memory.export', { memoryIds: [memoryId], format, to })
      const done = (await call('job.wait', { id: jobId })) as unknown as ResultOf<'memory.export'>
      expect([done.units, done.notices, done.files[0]?.path]).toEqual([3, [], path])
      expect(readFileSync(path).byteLength).toBe(done.files[0]?.bytes)
      return path
    }
    const written = await out(first.memoryId, 'out.tmx', 'tmx')
    const text = readFileSync(written, 'utf8')
    expect(text).toContain('<note>머리말</note><prop type="x-client">항만</prop>')
    expect(text).toContain('<seg><bpt i="1">&lt;b&gt;</bpt>항구<ept i="1">&lt;/b&gt;</ept>가 열렸다.</seg>')
    const again = await bringIn(written, '다시')
    expect(readFileSync(await out(again.memoryId, 'again.tmx', 'tmx'), 'utf8')).toBe(text)
    const plain = async (memoryId: number) =>
      (await said(memoryId)).map(({ source, target, author, note, createdAt, updatedAt }) => [
        ...[source, target, author, note],
        ...[createdAt, updatedAt],
      ])
    for (const format of ['csv', 'tsv'] as const) {
      const table = await bringIn(await out(first.memoryId, `out.${format}`, format), `from ${format}`)
      expect(await plain(table.memoryId)).toEqual(await plain(first.memoryId))
    }
    // Brought in where it is already, it says nothing new.
    const same = await bringIn(written, first.memoryId)
    expect([same.added, same.merged, same.same]).toEqual([0, 0, 3])
  })

  test('refused alone is no memory', async () => {
    const before = counts()
    const path = file('none.tmx', tmx(unitOf(['', 'a']) + unitOf(['가', ' '])))
    await expect(bringIn(path, '빈 것')).rejects.toMatchObject({
      code: 'nothing-to-import',
      details: { file: 'none.tmx', refused: 2 },
    })
    expect(counts()).toEqual(before)
  })

  test('is told to everybody once, at the end', async () => {
    await bringIn(file('few.tmx', tmx(body(400))), '몇 개')
    expect(room.events.filter(({ type }) => type === 'memory')).toHaveLength(1)
  })
})

describe('a preview', () => {
  test('reads the beginning only: what is wrong further on is not its matter', async () => {
    const path = file('long.tmx', tmx(body(5_000)).slice(0, -3_000) + '<wrong')
    const preview = await call('memory.preview', { from: { kind: 'path', path } })
    expect([preview.error, preview.format, preview.version, preview.sample.length]).toEqual([
      null,
      'tmx',
      '1.4',
      20,
    ])
    const rows = pairs(60_000).map((pair) => pair.join('\t'))
    const table = file('long.tsv', ['원문\t번역', ...rows, 'x'].join('\n'))
    const read = await call('memory.preview', { from: { kind: 'path', path: table } })
    expect([read.error, read.notices, read.table?.header, read.sample.length]).toEqual([null, [], true, 20])
    expect(read.bytes).toBeGreaterThan(4_000_000)
  })

  test('of what is not there says so', async () => {
    const from = { kind: 'path' as const, path: join(room.folder, 'none.tmx') }
    expect((await call('memory.preview', { from })).error?.code).toBe('file-not-found')
  })
})
