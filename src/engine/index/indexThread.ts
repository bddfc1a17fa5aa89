import type { ConcordanceResult } from '#contract/memory.ts'
import type { FoundUnit } from '#core/memory/scan.ts'
import type { ConcordanceQuery } from './concordance.ts'
import type { IndexAnswer, IndexAsk, SearchOrder } from './index-worker.ts'
import { createLine } from './line.ts'

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

type Of<Key extends string> = Extract<IndexAnswer, Record<Key, unknown>>

export const createIndexThread = (workspace: string, grown: () => void): IndexThread => {
  const line = createLine<IndexAnswer>('index-worker', {
    open: { ask: 'open', workspace } satisfies IndexAsk,
    onTold: grown,
  })
  const ask = (make: (id: number) => IndexAsk): Promise<IndexAnswer> => line.ask(make)
  return {
    search: async (orders) => ((await ask((id) => ({ ask: 'search', id, orders }))) as Of<'found'>).found,
    concordance: async (query) =>
      ((await ask((id) => ({ ask: 'concordance', id, query }))) as Of<'concordance'>).concordance,
    settled: async () => ((await ask((id) => ({ ask: 'settled', id }))) as Of<'settled'>).settled,
    follow: () => line.tell({ ask: 'follow' } satisfies IndexAsk),
    warm: line.warm,
    close: line.close,
  }
}
