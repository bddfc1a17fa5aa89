import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { useEngine } from '../fixtures/testEngine.ts'
import { indexFolder } from './files.ts'

/*
 * The index beside a workspace among processes: one that is killed while it writes, at whatever moment, and two that share
 * a workspace, each finding what the other wrote.
 */

const room = useEngine()
/** Whole processes are started, one after the other. */
vi.setConfig({ testTimeout: 60_000 })
const { call } = room
const children = new Set<ChildProcess>()
afterEach(() => {
  for (const child of children) child.kill('SIGKILL')
  children.clear()
})

const CITIES = ['창사', '허페이', '우한', '쑤저우', '청두', '시안', '정저우']
const sourceOf = (at: number): string =>
  `${CITIES[at % CITIES.length] ?? ''}시는 ${at}번째 공동 실험실을 열었다.`
const targetOf = (at: number): string => `The city opened its joint laboratory no. ${at}.`
const COUNT = 12_000

const table = (name: string, from: number, to: number): string => {
  const path = join(room.folder, name)
  const lines = Array.from({ length: to - from }, (_, at) => `${sourceOf(from + at)}\t${targetOf(from + at)}`)
  writeFileSync(path, `source\ttarget\n${lines.join('\n')}\n`)
  return path
}

const cli = new URL('../../hosts/cli/dev.ts', import.meta.url).pathname
const child = (...given: string[]): ChildProcess => {
  const started = spawn(process.execPath, [cli, ...given, '--workspace', room.path], { stdio: 'ignore' })
  children.add(started)
  return started
}
const ended = async (started: ChildProcess): Promise<number | null> => {
  if (started.exitCode === null && started.signalCode === null) await once(started, 'exit')
  return started.exitCode
}

const exact = async (at: number): Promise<string[]> =>
  (await call('memory.find', { text: sourceOf(at), floor: 100, lower: false })).matches.map(
    ({ unit }) => unit.target,
  )
const until = async (holds: () => Promise<boolean> | boolean, what: string): Promise<void> => {
  for (const end = Date.now() + 25_000; !(await holds()); await pause(10))
    if (Date.now() > end) throw new Error(`Waited in vain: ${what}`)
}
const integrity = (): unknown => {
  const db = new Database(room.path, { readonly: true, timeout: 1000 })
  try {
    return db.pragma('integrity_check', { simple: true })
  } finally {
    db.close()
  }
}
const written = (): string[] =>
  existsSync(indexFolder(room.path)) ? readdirSync(indexFolder(room.path)) : []
/** Some units of everywhere in the file. */
const PROBES = [0, 1, 4_999, 7_777, COUNT - 1]

describe('a process that is killed while it writes the index', () => {
  /** When it is killed: by what stands in the folder of the index then. */
  const moments: [string, (names: readonly string[]) => boolean][] = [
    ['before it has written anything', () => true],
    ['while it writes a segment', (names) => names.some((name) => name.endsWith('.tmp'))],
    [
      'with a segment and no manifest that names it',
      (names) => names.some((name) => name.endsWith('.segment')),
    ],
    ['with its manifest just written', (names) => names.includes('manifest.json')],
  ]
  test.each(moments)('%s: nothing is lost, and everything is found', async (_, reached) => {
    const path = table('units.tsv', 0, COUNT)
    const { jobId } = await call('memory.import', { from: { kind: 'path', path }, into: '데스크' })
    await call('job.wait', { id: jobId })
    await room.engine.close()
    for (const name of written()) writeFileSync(join(indexFolder(room.path), name), '')
    // It finds no index it can use, and begins to make one.
    const finding = child('memory', 'find', sourceOf(3))
    await until(
      () => finding.exitCode !== null || reached(written().filter((name) => sizeOf(name) > 0)),
      'the moment of the kill',
    )
    finding.kill('SIGKILL')
    await ended(finding)
    expect(integrity()).toBe('ok')
    await room.open()
    await until(async () => (await exact(COUNT - 1)).length > 0, 'the index')
    for (const at of PROBES) expect(await exact(at)).toEqual([targetOf(at)])
    expect((await call('memory.list', {})).find(({ name }) => name === '데스크')?.units).toBe(COUNT)
    const { hits, total } = await call('memory.concordance', { text: '7777번째' })
    expect([hits.map(({ unit }) => unit.target), total]).toEqual([[targetOf(7_777)], 1])
    expect(written().filter((name) => name.endsWith('.tmp'))).toEqual([])
  })
})

const sizeOf = (name: string): number => {
  try {
    return readFileSync(join(indexFolder(room.path), name)).byteLength
  } catch {
    return 0
  }
}

describe('a process that is killed while it brings a memory in', () => {
  test.each([1, 2_000, 8_000])(
    'after %i units: of these none is found, and all of those before',
    async (least) => {
      const before = table('before.tsv', 0, 300)
      const { jobId } = await call('memory.import', { from: { kind: 'path', path: before }, into: '데스크' })
      await call('job.wait', { id: jobId })
      const count = (): number => {
        const db = new Database(room.path, { readonly: true, timeout: 1000 })
        try {
          return db.prepare<[], number>('SELECT count(*) FROM unit').pluck().get() ?? 0
        } finally {
          db.close()
        }
      }
      const start = count()
      await room.engine.close()
      const importing = child('memory', 'import', table('more.tsv', 300, 300 + 40_000), '--into', '데스크')
      await until(() => importing.exitCode !== null || count() >= start + least, 'units of the import')
      importing.kill('SIGKILL')
      expect(await ended(importing)).toBe(null)
      expect(integrity()).toBe('ok')
      await room.open()
      for (const at of [0, 7, 299]) expect(await exact(at)).toEqual([targetOf(at)])
      for (const at of [300, 305, 1_000]) expect(await exact(at)).toEqual([])
      await until(() => count() === start, 'what was left behind goes away')
      expect((await call('memory.list', {})).find(({ name }) => name === '데스크')?.units).toBe(300)
    },
  )
})

describe('two processes on one workspace', () => {
  test('a window finds what the command line brought in, and the command line what the window did', async () => {
    expect(await exact(0)).toEqual([])
    expect(await ended(child('memory', 'import', table('few.tsv', 0, 40), '--into', '데스크'))).toBe(0)
    await until(async () => (await exact(39)).length > 0, 'few units of the other process')
    expect(await exact(0)).toEqual([targetOf(0)])
    // More than an overlay holds, while this one is open and has its own index.
    expect(await ended(child('memory', 'import', table('many.tsv', 40, 9_040), '--into', '데스크'))).toBe(0)
    await until(async () => (await exact(9_039)).length > 0, 'many units of the other process')
    for (const at of [0, 39, 40, 5_000]) expect(await exact(at)).toEqual([targetOf(at)])
    const path = table('own.tsv', 9_040, 9_060)
    const { jobId } = await call('memory.import', { from: { kind: 'path', path }, into: '데스크' })
    await call('job.wait', { id: jobId })
    const asked = spawn(
      process.execPath,
      [cli, 'memory', 'find', sourceOf(9_059), '--min', '100', '--json', '--workspace', room.path],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    )
    children.add(asked)
    let said = ''
    asked.stdout.on('data', (part: Buffer) => (said += part.toString()))
    await once(asked, 'close')
    const { matches } = JSON.parse(said) as { matches: { score: number; target: string }[] }
    expect(matches.map(({ score, target }) => [score, target])).toEqual([[100, targetOf(9_059)]])
  })
})
