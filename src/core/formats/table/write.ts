import type { GlossaryEntry } from '../glossary.ts'
import { defused, writeVariants } from './cells.ts'
import { WRITTEN } from './layout.ts'

export type WrittenEntry = Omit<GlossaryEntry, 'line' | 'column'>

/** The cells of a term, in the order of `WRITTEN`. */
export const cellsOf = (term: WrittenEntry): string[] =>
  WRITTEN.map(([column]) => {
    if (column === 'variants') return writeVariants(term.variants)
    if (column === 'ignore') return ''
    return term[column]
  })

export const HEADER: readonly string[] = WRITTEN.map(([, name]) => name)

/** RFC 4180; a CSV begins with a BOM, without which Excel reads it in another encoding. */
export function* writeDelimited(
  terms: Iterable<WrittenEntry>,
  { delimiter, defuse }: { delimiter: ',' | '\t'; defuse: boolean },
): Generator<string> {
  // What would be taken for a defused cell is defused too, or it would come back without its apostrophe.
  const plain = (cell: string): string => (defuse || cell.startsWith("'") ? defused(cell) : cell)
  const quoted = (cell: string): string =>
    /["\r\n]/u.test(cell) || cell.includes(delimiter) || /^\s|\s$/u.test(cell)
      ? `"${cell.replaceAll('"', '""')}"`
      : cell
  const line = (cells: readonly string[]): string => `${cells.map(quoted).join(delimiter)}\r\n`
  yield (delimiter === ',' ? '\uFEFF' : '') + line(HEADER)
  for (const term of terms) yield line(cellsOf(term).map(plain))
}
