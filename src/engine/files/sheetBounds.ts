import { FormatError } from '#core/formats/failure.ts'

/** More rows than any glossary, and cells than a gigabyte holds: rows are built as wide as their last cell. */
const MAX_ROWS = 400_000
const MAX_CELLS = 12_000_000

const columnOf = (letters: string): number => {
  let column = 0
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64
  return column
}

/**
 * Looks where the cells of a workbook say they are, as its parts are inflated (`checkZip`): one cell in the last corner
 * of a sheet makes a table of 17 thousand million out of some bytes. Throws `too-large`.
 */
export const sheetBounds = (fileName: string): ((part: string, chunk: Buffer) => void) => {
  let sheet = ''
  let rest = ''
  let rows = 0
  let cells = 0
  /** The row that is being read, and its last column. */
  let row = 0
  let width = 0
  return (part, chunk) => {
    if (!/^xl\/worksheets\/[^/]+\.xml$/u.test(part)) return
    if (part !== sheet) {
      sheet = part
      rest = ''
      rows = cells = row = width = 0
    }
    const text = rest + chunk.toString('latin1')
    // What is cut at the end of a chunk is seen whole with the next one; counted twice it does no harm.
    rest = text.slice(-24)
    for (const [, letters = '', number] of text.matchAll(/\br="([A-Z]{0,3})(\d{1,7})"/gu)) {
      rows = Math.max(rows, Number(number))
      if (Number(number) !== row) {
        row = Number(number)
        width = 0
      }
      const column = columnOf(letters)
      cells += Math.max(0, column - width)
      width = Math.max(width, column)
      if (rows > MAX_ROWS || cells > MAX_CELLS)
        throw new FormatError(
          'too-large',
          { fileName, limit: MAX_ROWS },
          `The sheet is too large: row ${rows}${letters === '' ? '' : `, column ${letters}`}`,
        )
    }
  }
}
