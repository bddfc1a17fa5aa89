import { writeXlsx as packWorkbook, type Cell } from 'hucre/xlsx'
import { cellsOf, HEADER, type WrittenEntry } from '../table/write.ts'

const WIDTHS = [22, 34, 22, 14, 12, 18, 40, 40, 30, 22, 22]

/** Sheets of Excel are named with 31 letters at most, and not with these signs. */
const sheetName = (title: string): string =>
  Array.from(title.replace(/[\\/?*[\]:'\u0000-\u001f]/gu, ' ').trim())
    .slice(0, 31)
    .join('') || 'Glossary'

/** What looks like an escaped sign (_x000D_) would be read as that sign (ECMA-376 part 1, 22.9.2.19). */
const escaped = (text: string): string => text.replace(/_(?=x[0-9A-Fa-f]{4}_)/gu, '_x005F_')

/** A workbook of one sheet: a bold header that stays in view, and cells that are text and never formulas. */
export const writeXlsx = async (
  terms: Iterable<WrittenEntry>,
  { title }: { title: string },
): Promise<Uint8Array> => {
  const rows = [[...HEADER], ...Array.from(terms, (term) => cellsOf(term).map(escaped))]
  const cells = new Map<string, Partial<Cell>>(
    HEADER.map((name, column) => [
      `0,${column}`,
      { value: name, type: 'string', style: { font: { bold: true } } },
    ]),
  )
  const bytes = await packWorkbook({
    sheets: [
      {
        name: sheetName(title),
        columns: WIDTHS.map((width) => ({ width, style: { numFmt: '@' } })),
        rows,
        cells,
        freezePane: { rows: 1 },
      },
    ],
  })
  return bytes as Uint8Array
}
