import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CallFunction, InputOf, JobName, ResultOf } from '#contract/index.ts'
import { openEngine } from '#engine/open.ts'
import { writeMemoryFile } from './memoryFile.ts'

export interface BenchEngine {
  call: CallFunction
  /** Starts a job and waits for what it gives. */
  run<Name extends JobName>(name: Name, input: InputOf<Name>): Promise<ResultOf<Name>>
  close(): Promise<void>
}

export const openBenchEngine = async (workspacePath: string): Promise<BenchEngine> => {
  const engine = await openEngine({ workspacePath, resources: tmpdir(), withSample: false, ahead: true })
  const call: CallFunction = async (name, input) => {
    const answer = await engine.call(name, input, 'bench')
    if (!answer.ok) throw new Error(JSON.stringify(answer.error))
    return answer.value as never
  }
  return {
    call,
    run: async (name, input) => {
      const { jobId } = (await call(name, input)) as { jobId: string }
      return (await call('job.wait', { id: jobId })) as never
    },
    close: () => engine.close(),
  }
}

/** Until every unit of the corpus can be found: the index says so by the number of units it has looked at. */
export const untilAllIn = async ({ call }: BenchEngine, units: number): Promise<void> => {
  for (const end = performance.now() + 600_000; performance.now() < end;) {
    const { looked, of } = await call('memory.concordance', { text: 'QQQQQQ' })
    if (looked >= units && of >= units) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('The index does not get all units')
}

/** A workspace in a folder of its own with so many units of the corpus, brought in as a TMX. */
export const memoryWorkspace = async (
  units: number,
): Promise<{ folder: string; path: string; remove(): void }> => {
  const folder = mkdtempSync(join(tmpdir(), 'naranhi-bench-'))
  const path = join(folder, 'w.naranhi')
  const file = join(folder, 'memory.tmx')
  writeMemoryFile(file, units)
  const engine = await openBenchEngine(path)
  try {
    const report = await engine.run('memory.import', { from: { kind: 'path', path: file }, into: 'Bench' })
    await untilAllIn(engine, report.added)
  } finally {
    await engine.close()
  }
  rmSync(file)
  return { folder, path, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
