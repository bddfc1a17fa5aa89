import { useRowTable } from '../../kit/table/rowTable.ts'
import type { Column } from './columns.ts'
import { useGlossaryFilter } from './glossaryFilter.ts'
import { useTermPages } from './termPages.ts'

/** The list behind the glossary's table. */
export const useGlossaryTable = (moveTo: (index: number) => void, toTop: () => void) => {
  const filter = useGlossaryFilter()
  return useRowTable({
    pages: useTermPages(() => ({ ...filter.query, ...filter.order })),
    asked: [() => filter.query, () => filter.order],
    isChange: ({ type }) => type === 'term' || type === 'elsewhere',
    column: 'target' as Column,
    ...{ moveTo, toTop },
  })
}
