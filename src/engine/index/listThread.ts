import { createLine } from './line.ts'
import type { ListAnswer, ListAsk, ListQuestion, ListResult } from './list-worker.ts'

type Of<Key extends string> = Extract<ListResult, Record<Key, unknown>>
type Question<Ask extends ListQuestion['ask']> = Omit<Extract<ListQuestion, { ask: Ask }>, 'ask'>

/** Questions over all units, answered in a thread of their own, since each reads all of them. */
export interface ListThread {
  list(question: Question<'list'>): Promise<{ ids: number[]; total: number }>
  duplicates(question: Question<'duplicates'>): Promise<{ groups: number[][]; total: number }>
  dirty(question: Question<'dirty'>): Promise<Of<'dirty'>['dirty']>
  close(): Promise<void>
}

export const createListThread = (workspace: string): ListThread => {
  const line = createLine<ListAnswer>('list-worker', { open: { ask: 'open', workspace } satisfies ListAsk })
  const ask = (question: ListQuestion): Promise<ListAnswer> =>
    line.ask((id): ListAsk => ({ ...question, id }))
  return {
    list: async (question) => (await ask({ ask: 'list', ...question })) as Of<'ids'>,
    duplicates: async (question) => (await ask({ ask: 'duplicates', ...question })) as Of<'groups'>,
    dirty: async (question) => ((await ask({ ask: 'dirty', ...question })) as Of<'dirty'>).dirty,
    close: line.close,
  }
}
