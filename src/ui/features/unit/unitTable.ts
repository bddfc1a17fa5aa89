import type { TranslationUnit } from '#core/model/memory.ts'
import { call } from '../../app/client.ts'
import { useRowPages, type RowPages } from '../../kit/table/rowPages.ts'
import { useRowTable } from '../../kit/table/rowTable.ts'
import type { Column } from './unitColumns.ts'
import { useUnitFilter } from './unitFilter.ts'

/** Ids one may have, and have something done to, at once. */
export const MOST_CHOSEN = 20_000

export type UnitPages = RowPages<TranslationUnit>

/** The list behind the memory's table. */
export const useUnitTable = (moveTo: (index: number) => void, toTop: () => void) => {
  const filter = useUnitFilter()
  const pages = useRowPages<TranslationUnit>({
    fetch: async (offset, limit) => {
      const { units, total } = await call('unit.list', { ...filter.query, ...filter.order, offset, limit })
      return { rows: units, total }
    },
    ids: async () => (await call('unit.ids', filter.query)).ids,
    idsInOrder: false,
  })
  return useRowTable({
    pages,
    asked: [() => filter.query, () => filter.order],
    isChange: ({ type }) => type === 'memory' || type === 'elsewhere',
    column: 'target' as Column,
    ...{ moveTo, toTop },
  })
}
