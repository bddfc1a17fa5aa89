import { TERM_COLUMNS, type TermColumn } from '#contract/formats.ts'

/** What several columns of one table may hold together: their cells are put together. */
const REPEATABLE: ReadonlySet<TermColumn> = new Set(['ignore', 'variants'])

/** The columns once one is said to hold `holds`: where another held the same, that one is left out of the import. */
export const assignColumn = (
  columns: readonly TermColumn[],
  place: number,
  holds: TermColumn,
): TermColumn[] =>
  columns.map((each, at) =>
    at === place ? holds : each === holds && !REPEATABLE.has(holds) ? 'ignore' : each,
  )

/** Whether a table so read gives terms at all. */
export const isMapped = (columns: readonly TermColumn[]): boolean =>
  columns.includes('source') && columns.includes('target')

/** As many as the table has: rows may be shorter or longer than what is said of them. */
export const widthOf = (columns: readonly TermColumn[], rows: readonly (readonly string[])[]): number =>
  Math.max(columns.length, ...rows.map((row) => row.length))

export const DELIMITERS = [
  [',', 'comma'],
  [';', 'semicolon'],
  ['\t', 'tab'],
  ['|', 'bar'],
] as const

export { TERM_COLUMNS }
