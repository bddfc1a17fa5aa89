import { readXlsx, type CellValue, type Workbook } from 'hucre/xlsx'
import { FormatError } from '../failure.ts'

/** A workbook as rows of text by sheet. The zip must have been checked: this inflates all of it. */
export interface TextWorkbook {
  sheets: string[]
  /** Rows of a sheet; cells at the end of a row that are empty are left out. */
  rows(sheet: string): string[][]
}

const textOf = (value: CellValue | undefined): string => {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return value.toISOString().replace(/T00:00:00\.000Z$/u, '')
  return typeof value === 'string' ? value : String(value)
}

/** Throws `malformed`. Formulas give the value they had, rich text its letters. */
export const openWorkbook = async (bytes: Uint8Array, fileName: string): Promise<TextWorkbook> => {
  let workbook: Workbook
  try {
    workbook = await readXlsx(bytes)
  } catch (error) {
    throw new FormatError(
      'malformed',
      { fileName },
      `The workbook cannot be read: ${String(error).slice(0, 200)}`,
    )
  }
  const visible = workbook.sheets.filter(({ hidden, veryHidden }) => !hidden && !veryHidden)
  const sheets = visible.length > 0 ? visible : workbook.sheets
  return {
    sheets: sheets.map(({ name }) => name),
    rows(wanted) {
      const sheet = sheets.find(({ name }) => name === wanted)
      if (!sheet) throw new FormatError('malformed', { fileName }, `There is no sheet named ${wanted}`)
      return sheet.rows.map((row) => {
        const cells = Array.from(row, textOf)
        while (cells.at(-1) === '') cells.pop()
        return cells
      })
    },
  }
}
