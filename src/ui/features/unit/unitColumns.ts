import type { UnitSort } from '#contract/unit.ts'

/** The columns of the memory's table, from the left; the choice and the way into the dialog stand outside of them. */
export const COLUMNS = ['source', 'target', 'memory', 'origin', 'used', 'created', 'updated'] as const
export type Column = (typeof COLUMNS)[number]

const SORTED = ['source', 'target', 'used', 'created', 'updated'] as const satisfies readonly UnitSort[]
export const isSorted = (column: string): column is UnitSort => (SORTED as readonly string[]).includes(column)

/** What can be changed in its row. */
export const EDITED = ['source', 'target'] as const
export type EditedColumn = (typeof EDITED)[number]
export const isEdited = (column: Column): column is EditedColumn =>
  (EDITED as readonly Column[]).includes(column)

/** CSS pixels: two lines of text, since units are whole paragraphs. */
export const ROW_HEIGHT = 46
export const HEAD_HEIGHT = 28

export const GRID =
  'grid grid-cols-[22px_minmax(140px,1.7fr)_minmax(140px,1.7fr)_minmax(60px,0.5fr)_minmax(76px,0.7fr)_44px_74px_74px_24px] gap-x-2 px-3'
