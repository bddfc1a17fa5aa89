import { cutTo, padEnd, padStart, printable, widthOf } from './width.ts'

export interface Column<Row> {
  title: string
  of(row: Row): string | number
  /** Gives way when the terminal is too narrow. */
  flexible?: true
}

/** A narrower column says nothing any more. */
const NARROWEST = 12

/** Set in columns two apart; numbers to the right. `columns` null: nothing is cut off. */
export const setTable = <Row>(
  rows: readonly Row[],
  spec: readonly Column<Row>[],
  columns: number | null,
): string => {
  const cells = rows.map((row) => spec.map((column) => column.of(row)))
  const texts = cells.map((line) => line.map((cell) => printable(String(cell)).replace(/\s/g, ' ')))
  const numeric = spec.map((_, index) => cells.every((line) => typeof line[index] === 'number'))
  const widths = spec.map(({ title }, index) =>
    Math.max(widthOf(title), ...texts.map((line) => widthOf(line[index] ?? ''))),
  )
  if (columns !== null) {
    const flexible = spec.flatMap((column, index) => (column.flexible ? [index] : []))
    let over = widths.reduce((sum, width) => sum + width, 2 * (spec.length - 1)) - columns
    for (const index of flexible.sort((a, b) => (widths[b] ?? 0) - (widths[a] ?? 0))) {
      const width = widths[index] ?? 0
      const given = Math.min(Math.max(0, over), Math.max(0, width - NARROWEST))
      widths[index] = width - given
      over -= given
    }
  }
  const line = (parts: readonly string[]): string =>
    parts
      .map((part, index) => {
        const width = widths[index] ?? 0
        const cut = columns === null ? part : cutTo(part, width)
        return numeric[index] && rows.length > 0 ? padStart(cut, width) : padEnd(cut, width)
      })
      .join('  ')
      .trimEnd()
  return [line(spec.map(({ title }) => title)), ...texts.map(line)].map((text) => `${text}\n`).join('')
}
