import type { Term } from '#core/model/term.ts'
import { call } from '../../app/client.ts'
import { useRowPages, type RowPages } from '../../kit/table/rowPages.ts'
import type { FilterQuery, TermSort } from './glossaryFilter.ts'

export type TermPages = RowPages<Term>

export const useTermPages = (query: () => FilterQuery & { sort: TermSort; descending: boolean }): TermPages =>
  useRowPages<Term>({
    fetch: async (offset, limit) => {
      const { terms, total } = await call('term.list', { ...query(), offset, limit })
      return { rows: terms, total }
    },
    ids: () => call('term.ids', query()),
    idsInOrder: true,
  })
