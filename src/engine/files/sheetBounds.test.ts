import { describe, expect, it } from 'vitest'
import { sheetBounds } from './sheetBounds.ts'

const rowsOf = (count: number, cells: (row: number) => string): string =>
  Array.from({ length: count }, (_, at) => `<row r="${at + 1}">${cells(at + 1)}</row>`).join('')
const cell = (column: string, row: number) => `<c r="${column}${row}" t="s"><v>0</v></c>`

/** In chunks of some bytes, so that places are cut. */
const look = (text: string, size = 997, part = 'xl/worksheets/sheet1.xml'): void => {
  const see = sheetBounds('a.xlsx')
  const bytes = Buffer.from(text)
  for (let from = 0; from < bytes.length; from += size) see(part, bytes.subarray(from, from + size))
}

describe('sheetBounds', () => {
  it('lets a glossary of 100,000 rows and eleven columns through', () => {
    const columns = Array.from('ABCDEFGHIJK')
    expect(() =>
      look(
        rowsOf(100_000, (row) => columns.map((column) => cell(column, row)).join('')),
        65_536,
      ),
    ).not.toThrow()
  })
  it.each([
    ['a cell in the last row', `<row r="1048576">${cell('A', 1_048_576)}</row>`],
    ['a row marked in the last place', '<row r="1048576"/>'],
    ['rows as wide as a sheet can be', rowsOf(800, (row) => cell('XFD', row))],
  ])('refuses %s', (_, text) => {
    expect(() => look(text)).toThrow(expect.objectContaining({ code: 'too-large' }))
  })
  it('looks at sheets alone', () => {
    expect(() => look('<row r="1048576"/>', 50, 'xl/sharedstrings.xml')).not.toThrow()
  })
})
