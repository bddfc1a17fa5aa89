import type { Term, TermStatus } from '#core/model/term.ts'
import type { TermSort } from './glossaryFilter.ts'

/** The columns of the glossary's table, from the left; the choice and the way into the dialog stand outside of them. */
export const COLUMNS = [
  'source',
  'target',
  'partOfSpeech',
  'status',
  'domain',
  'glossary',
  'note',
  'uses',
  'updated',
] as const
export type Column = (typeof COLUMNS)[number]

const SORTED = ['source', 'target', 'status', 'domain', 'updated'] as const satisfies readonly TermSort[]
export const isSorted = (column: Column): column is TermSort => (SORTED as readonly Column[]).includes(column)

export const EDITED = ['source', 'target', 'status', 'domain', 'note'] as const
/** What can be changed in its row. */
export type EditedColumn = (typeof EDITED)[number] & keyof Term
export const isEdited = (column: Column): column is EditedColumn =>
  (EDITED as readonly Column[]).includes(column)

/** CSS pixels. */
export const ROW_HEIGHT = 30
export const HEAD_HEIGHT = 28

export const GRID =
  'grid grid-cols-[22px_minmax(104px,1.3fr)_minmax(112px,1.5fr)_58px_78px_minmax(56px,0.7fr)_minmax(64px,0.8fr)_minmax(40px,1fr)_44px_74px_24px] items-center gap-x-2 px-3'

export const statusTone: Record<TermStatus, string> = {
  preferred: 'text-ink-quiet',
  admitted: 'text-ink-soft',
  deprecated: 'text-warn',
  forbidden: 'text-bad',
}
