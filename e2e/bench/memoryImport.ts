// node e2e/bench/memoryImport.ts [COUNT …]; by `npm run bench memoryImport` with 200,000 and 1,000,000 units.
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { CallFunction } from '#contract/index.ts'
import { median, megabytes, milliseconds, printTable, quantile } from './figures.ts'
import { load } from './memoryCorpus.ts'
import { writeMemoryFile } from './memoryFile.ts'
import { openBenchEngine, untilAllIn } from './memoryWorkspace.ts'

const SIZES = [200_000, 1_000_000] as const
/** What issue 4 asks for. */
const LEAST_PER_SECOND = 40_000
const MOST_PAUSE = 50

/** What else happens while a job runs: whether the loop turns, how long a save takes, what the process holds. */
const watch = (call: CallFunction, paragraphId: number, revision: number) => {
  const waits: number[] = []
  const saves: number[] = []
  let [going, peak, last] = [true, 0, performance.now()]
  const beat = setInterval(() => {
    const now = performance.now()
    waits.push(Math.max(0, now - last - 5))
    last = now
    peak = Math.max(peak, process.memoryUsage.rss())
  }, 5)
  const typing = (async () => {
    for (let number = 0; going; number++) {
      const start = performance.now()
      const edits = [{ id: paragraphId, target: `The port opened ${number}.`, baseRevision: revision }]
      const { saved } = (await call('paragraph.save', { edits })) as unknown as {
        saved: { revision: number }[]
      }
      revision = saved[0]?.revision ?? revision
      saves.push(performance.now() - start)
      await pause(40)
    }
  })()
  return async () => {
    going = false
    await typing
    clearInterval(beat)
    return { waits, saves, peak, revision }
  }
}

const measure = async (size: number): Promise<string[][]> => {
  const folder = mkdtempSync(join(tmpdir(), 'naranhi-bench-'))
  const file = join(folder, 'memory.tmx')
  const bytes = writeMemoryFile(file, size)
  const engine = await openBenchEngine(join(folder, 'w.naranhi'))
  const { call, run } = engine
  try {
    const { articles } = await run('import.run', {
      items: [{ from: { kind: 'text', text: '항구가 열렸다.', name: 'a.txt' }, split: 'line' }],
      project: 'Bench',
    })
    const [paragraph] = (await call('article.get', { id: articles[0]?.id ?? 0 })).paragraphs
    let revision = paragraph?.revision ?? 0
    const rows: string[][] = []
    const timed = async (what: string, work: () => Promise<number>): Promise<number> => {
      const before = process.memoryUsage.rss()
      const stop = watch(call, paragraph?.id ?? 0, revision)
      const start = performance.now()
      const done = await work()
      const took = performance.now() - start
      const { waits, saves, peak, revision: after } = await stop()
      revision = after
      const speed = done / (took / 1000)
      rows.push([
        `${what} ${size.toLocaleString('en')}`,
        `${(took / 1000).toFixed(1)} s`,
        `${Math.round(speed).toLocaleString('en')}/s`,
        milliseconds(Math.max(...waits)),
        milliseconds(median(saves)),
        milliseconds(quantile(saves, 0.95)),
        milliseconds(Math.max(...saves)),
        megabytes(peak - before),
        megabytes(peak),
      ])
      return speed
    }
    let memoryId = 0
    const speed = await timed('import', async () => {
      const report = await run('memory.import', { from: { kind: 'path', path: file }, into: 'Bench' })
      memoryId = report.memoryId
      await untilAllIn(engine, report.added)
      return report.added + report.same
    })
    await timed('the same again', async () => {
      const report = await run('memory.import', { from: { kind: 'path', path: file }, into: memoryId })
      if (report.added !== 0) throw new Error(`${report.added} units were added twice`)
      return report.read
    })
    await timed('export', async () => {
      const to = { kind: 'path' as const, path: join(folder, 'out.tmx') }
      return (await run('memory.export', { memoryIds: [memoryId], format: 'tmx', to })).units
    })
    console.log(
      `${megabytes(bytes)} of TMX in, ${megabytes(statSync(join(folder, 'out.tmx')).size)} out; ` +
        `workspace ${megabytes(statSync(join(folder, 'w.naranhi')).size)}`,
    )
    if (speed < LEAST_PER_SECOND)
      console.log(`Slower than ${LEAST_PER_SECOND.toLocaleString('en')} units a second.`)
    return rows
  } finally {
    await engine.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

export const memoryImportBench = async (sizes: readonly number[] = SIZES): Promise<void> => {
  const rows: string[][] = []
  for (const size of sizes) rows.push(...(await measure(size)))
  printTable(
    `Memories in and out, with saves every 40 ms (${load()}; pauses over ${MOST_PAUSE} ms would be felt)`,
    [
      ['units', 'took', 'speed', 'worst wait', 'save', '95 %', 'worst', 'memory added', 'memory in all'],
      ...rows,
    ],
  )
}

if (import.meta.main) {
  const sizes = process.argv.slice(2).map(Number)
  await memoryImportBench(sizes.length > 0 ? sizes : SIZES)
}
