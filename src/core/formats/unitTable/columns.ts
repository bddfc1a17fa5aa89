// Apart from the reader, so that the page can list them without carrying it along.

/** What a column of a table of units may hold. */
export const UNIT_COLUMNS = ['source', 'target', 'author', 'created', 'updated', 'note', 'ignore'] as const
export type UnitColumn = (typeof UNIT_COLUMNS)[number]
