/*
 * node e2e/bench/memoryEngineChild.ts WORKSPACE QUESTIONS.json: opens the engine as a host does, in a process that holds
 * nothing else, asks, and prints what it took as one line of JSON.
 */
import { readFileSync } from 'node:fs'
import { createIndexThread } from '#engine/index/indexThread.ts'
import { openBenchEngine } from './memoryWorkspace.ts'

export interface EngineQuestions {
  queries: string[]
  needles: string[]
  asked: { floor: number; limit: number }[]
}

/** Milliseconds and bytes. */
export interface EngineFigures {
  opened: number
  saved: number
  firstAnswer: number
  /** By way of asking: of the thread of the index, there and back; and of the whole call. */
  worker: number[][]
  find: number[][]
  /** Units found by the thread, by way of asking. */
  found: number[]
  concordance: { needle: string; took: number; hits: number }[]
  /** After the first answer, after all answers, and the most it ever was. */
  residentFirst: number
  resident: number
  residentMost: number
}

const clocked = async <Result>(work: () => Promise<Result>): Promise<[number, Result]> => {
  const start = performance.now()
  const result = await work()
  return [performance.now() - start, result]
}

const measure = async (
  workspace: string,
  { queries, needles, asked }: EngineQuestions,
): Promise<EngineFigures> => {
  const start = performance.now()
  const engine = await openBenchEngine(workspace)
  const opened = performance.now() - start
  const { call } = engine
  // The first answer is asked for at once; an edit, while it is being waited for.
  const first = call('memory.find', { text: queries[0] ?? '' }).then(() => performance.now() - start)
  const { articles } = await call('article.list', {}).then((list) => ({ articles: list }))
  const [paragraph] = (await call('article.get', { id: articles[0]?.id ?? 0 })).paragraphs
  const edits = [
    { id: paragraph?.id ?? 0, target: 'The port opened.', baseRevision: paragraph?.revision ?? 0 },
  ]
  await call('paragraph.save', { edits })
  const saved = performance.now() - start
  const firstAnswer = await first
  const residentFirst = process.memoryUsage.rss()
  const find: number[][] = []
  for (const { floor, limit } of asked) {
    for (const text of queries.slice(0, 20)) await call('memory.find', { text, floor, limit })
    const took: number[] = []
    for (const text of queries)
      took.push((await clocked(() => call('memory.find', { text, floor, limit })))[0])
    find.push(took)
  }
  const concordance: EngineFigures['concordance'] = []
  for (const needle of needles) {
    const [took, { hits }] = await clocked(() => call('memory.concordance', { text: needle, limit: 200 }))
    concordance.push({ needle, took, hits: hits.length })
  }
  const resident = process.memoryUsage.rss()
  const residentMost = process.resourceUsage().maxRSS * 1024
  await engine.close()
  const index = createIndexThread(workspace, () => undefined)
  const worker: number[][] = []
  const found: number[] = []
  for (const { floor, limit } of asked) {
    for (const text of queries.slice(0, 20)) await index.search([{ text, floor, limit }])
    const took: number[] = []
    let units = 0
    for (const text of queries) {
      const [milliseconds, [matches = []]] = await clocked(() => index.search([{ text, floor, limit }]))
      took.push(milliseconds)
      units += matches.length
    }
    worker.push(took)
    found.push(units)
  }
  await index.close()
  return {
    opened,
    saved,
    firstAnswer,
    worker,
    find,
    found,
    concordance,
    residentFirst,
    resident,
    residentMost,
  }
}

const [workspace = '', questions = ''] = process.argv.slice(2)
const figures = await measure(workspace, JSON.parse(readFileSync(questions, 'utf8')) as EngineQuestions)
console.log(JSON.stringify(figures))
