/**
 * The columns once one is said to hold `holds`: where another held the same and that may not be twice, that one is left
 * out.
 */
export const assignColumn = <Column extends string>(
  columns: readonly (Column | 'ignore')[],
  place: number,
  holds: Column | 'ignore',
  repeatable: readonly (Column | 'ignore')[],
): (Column | 'ignore')[] =>
  columns.map((each, at) =>
    at === place ? holds : each === holds && !repeatable.includes(holds) ? 'ignore' : each,
  )

/** As many as the table has: rows may be shorter or longer than what is said of them. */
export const widthOf = (columns: readonly string[], rows: readonly (readonly string[])[]): number =>
  Math.max(columns.length, ...rows.map((row) => row.length))

/** Whether a table so read gives both sides at all. */
export const isMapped = (columns: readonly string[]): boolean =>
  columns.includes('source') && columns.includes('target')

export const DELIMITERS = [
  [',', 'comma'],
  [';', 'semicolon'],
  ['\t', 'tab'],
  ['|', 'bar'],
] as const
