import type { Worker } from 'node:worker_threads'
import { AppError } from '#contract/error.ts'
import type { ConcordanceResult } from '#contract/memory.ts'
import type { FoundUnit } from '#core/memory/scan.ts'
import { startThread } from '../jobs/thread.ts'
import type { ConcordanceQuery } from './concordance.ts'
import type { IndexAnswer, IndexAsk, SearchOrder } from './index-worker.ts'

/** The index of the memory in a thread of its own, started at the first question. */
export interface IndexThread {
  /** For each order the units at or over its floor, best first. */
  search(orders: SearchOrder[]): Promise<FoundUnit[][]>
  /** Throws `bad-input`. */
  concordance(query: ConcordanceQuery): Promise<ConcordanceResult>
  /** Something was committed. */
  follow(): void
  /** When all that is being packed is packed. */
  settled(): Promise<{ units: number; complete: boolean; segments: number }>
  /** Starts it ahead of the first question. */
  warm(): void
  close(): Promise<void>
}

type Answered = Extract<IndexAnswer, { id: number }>

const failed = (cause: string): AppError =>
  new AppError('internal', 'The index of the memory failed.', { cause })

export const createIndexThread = (workspace: string, grown: () => void): IndexThread => {
  let worker: Worker | null = null
  let closed = false
  let last = 0
  const waiting = new Map<number, PromiseWithResolvers<Answered>>()

  const fail = (gone: Worker, cause: string): void => {
    if (worker !== gone) return
    worker = null
    for (const { reject } of waiting.values()) reject(failed(cause))
    waiting.clear()
  }

  const started = (): Worker => {
    if (closed) throw new AppError('workspace-closed', 'No workspace is open.')
    if (worker) return worker
    const fresh = startThread('index-worker')
    if (!fresh) throw failed('its code is not there')
    worker = fresh
    // It is asked again with the next question, and holds nothing the workspace does not.
    fresh.unref()
    fresh.on('message', (answer: IndexAnswer) => {
      if ('grown' in answer) return grown()
      waiting.get(answer.id)?.resolve(answer)
      waiting.delete(answer.id)
      if (waiting.size === 0) fresh.unref()
    })
    fresh.on('error', (error) => fail(fresh, String(error)))
    fresh.on('exit', (code) => fail(fresh, `the thread ended with ${String(code)}`))
    fresh.postMessage({ ask: 'open', workspace } satisfies IndexAsk)
    return fresh
  }

  const ask = async (make: (id: number) => IndexAsk): Promise<Answered> => {
    const asked = started()
    const id = ++last
    const answer = Promise.withResolvers<Answered>()
    waiting.set(id, answer)
    // Whoever waits for an answer keeps the process alive.
    asked.ref()
    asked.postMessage(make(id))
    const found = await answer.promise
    if ('error' in found) throw AppError.fromShape(found.error)
    return found
  }

  return {
    async search(orders) {
      const found = await ask((id) => ({ ask: 'search', id, orders }))
      return 'found' in found ? found.found : []
    },
    async concordance(query) {
      const found = await ask((id) => ({ ask: 'concordance', id, query }))
      if (!('concordance' in found)) throw failed('it answered something else')
      return found.concordance
    },
    async settled() {
      const found = await ask((id) => ({ ask: 'settled', id }))
      if (!('settled' in found)) throw failed('it answered something else')
      return found.settled
    },
    follow() {
      worker?.postMessage({ ask: 'follow' } satisfies IndexAsk)
    },
    warm() {
      if (!closed) started()
    },
    async close() {
      closed = true
      const ended = worker
      worker = null
      for (const { reject } of waiting.values())
        reject(new AppError('workspace-closed', 'No workspace is open.'))
      waiting.clear()
      await ended?.terminate()
    },
  }
}
