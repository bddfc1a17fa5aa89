/** What a column of a table holds. `ignore`: nothing that is wanted. */
export const TERM_COLUMNS = [
  'ignore',
  'source',
  'target',
  'variants',
  'partOfSpeech',
  'status',
  'domain',
  'definition',
  'note',
  'url',
  'createdAt',
  'updatedAt',
] as const
export type TermColumn = (typeof TERM_COLUMNS)[number]

/** How a table is read. */
export interface TableLayout {
  /** By column, from the left. */
  columns: readonly TermColumn[]
  /** Whether the first row names the columns. */
  header: boolean
  /** One character; only for text. */
  delimiter?: string | undefined
  sheet?: string | undefined
}

/** The columns a glossary is written with, and their names in the header. */
export const WRITTEN: readonly (readonly [TermColumn, string])[] = [
  ['source', 'Korean'],
  ['target', 'English'],
  ['variants', 'Variants'],
  ['partOfSpeech', 'Part of speech'],
  ['status', 'Status'],
  ['domain', 'Domain'],
  ['definition', 'Definition'],
  ['note', 'Note'],
  ['url', 'Link'],
  ['createdAt', 'Created'],
  ['updatedAt', 'Changed'],
]
