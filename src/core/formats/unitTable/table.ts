import { defused, readDate, undefused } from '../table/cells.ts'
import { columnOfHeader, recogniseColumns } from '../table/columns.ts'
import type { TermColumn } from '../table/layout.ts'
import { openDelimited, parseDelimited } from '../table/read.ts'
import type { UnitColumn } from './columns.ts'
import { unitText, type UnitEntry, type UnitNotice } from '../unit.ts'

export interface UnitTableLayout {
  columns: readonly UnitColumn[]
  header: boolean
  delimiter?: string | undefined
}

export interface UnitTable {
  rows: string[][]
  lines: number[]
  layout: UnitTableLayout & { delimiter: string }
  notices: UnitNotice[]
}

const OF_TERM: Partial<Record<TermColumn, UnitColumn>> = {
  source: 'source',
  target: 'target',
  note: 'note',
  createdAt: 'created',
  updatedAt: 'updated',
}
const AUTHOR = /^\s*(?:author|user|created\s*by|changed\s*by|translator|번역자|작성자)\s*$/iu

/** A text of rows with its layout as recognised, or as given. Throws `malformed` as `parseDelimited` does. */
export const openUnitTable = (text: string, fileName: string, given?: UnitTableLayout): UnitTable => {
  const opened = given?.delimiter
    ? { ...parseDelimited(text, given.delimiter, fileName), delimiter: given.delimiter }
    : (({ layout, ...parsed }) => ({ ...parsed, delimiter: layout.delimiter ?? ',' }))(
        openDelimited(text, fileName),
      )
  const { columns: found, header } = recogniseColumns(opened.rows.slice(0, 200))
  const first = header ? (opened.rows[0] ?? []) : []
  const columns = found.map((column, at): UnitColumn => {
    if (AUTHOR.test(first[at] ?? '') && columnOfHeader(first[at] ?? '') === null) return 'author'
    return OF_TERM[column] ?? 'ignore'
  })
  return {
    rows: opened.rows,
    lines: opened.lines,
    layout: {
      columns: given?.columns ?? columns,
      header: given?.header ?? header,
      delimiter: opened.delimiter,
    },
    notices: opened.notices.map(({ line, column, detail }) => ({ code: 'bad-quote', line, column, detail })),
  }
}

/** Units of the rows from `from` to `to` (exclusive). */
export const readUnitRows = (
  { rows, lines, layout }: UnitTable,
  [from, to]: readonly [number, number],
  sink: { onUnit(unit: UnitEntry): void; onNotice(notice: UnitNotice): void },
): void => {
  const { columns, header } = layout
  for (let at = Math.max(from, header ? 1 : 0); at < Math.min(to, rows.length); at++) {
    const row = rows[at] as string[]
    if (row.every((cell) => cell.trim() === '')) continue
    const line = lines[at] ?? at + 1
    const cell = (wanted: UnitColumn): string => undefused(row[columns.indexOf(wanted)] ?? '')
    const [source, target] = [unitText(cell('source')), unitText(cell('target'))]
    const column = columns.indexOf('source') + 1 || null
    if (source === '') sink.onNotice({ code: 'no-source', line, column, detail: target.slice(0, 80) })
    else if (target === '') sink.onNotice({ code: 'no-target', line, column, detail: source.slice(0, 80) })
    else
      sink.onUnit({
        ...{ source, target, author: cell('author').trim(), note: cell('note').trim() },
        ...{ createdAt: readDate(cell('created')), updatedAt: readDate(cell('updated')) },
        ...{ useCount: 0, scope: 'paragraph', previousSignature: '', nextSignature: '', props: '' },
        ...{ line, column: column ?? 1 },
      })
  }
}

const HEADER = ['Korean', 'English', 'Author', 'Created', 'Changed', 'Note']

export type UnitTableRow = Pick<
  UnitEntry,
  'source' | 'target' | 'author' | 'createdAt' | 'updatedAt' | 'note'
>

export interface UnitTableStyle {
  delimiter: ',' | '\t'
  /** Puts an apostrophe before cells a spreadsheet would take for a formula. */
  defuse: boolean
}

const lineOf = (cells: readonly string[], delimiter: string): string => {
  const quoted = (cell: string): string =>
    /["\r\n]/u.test(cell) || cell.includes(delimiter) || /^\s|\s$/u.test(cell)
      ? `"${cell.replaceAll('"', '""')}"`
      : cell
  return `${cells.map(quoted).join(delimiter)}\r\n`
}

/** A CSV begins with a BOM, without which Excel reads it in another encoding. */
export const unitTableHead = ({ delimiter }: UnitTableStyle): string =>
  (delimiter === ',' ? '\uFEFF' : '') + lineOf(HEADER, delimiter)

export const unitTableLine = (
  { source, target, author, createdAt, updatedAt, note }: UnitTableRow,
  { delimiter, defuse }: UnitTableStyle,
): string => {
  // What would be taken for a defused cell is defused too, or it would come back without its apostrophe.
  const plain = (cell: string): string => (defuse || cell.startsWith("'") ? defused(cell) : cell)
  return lineOf([source, target, author, createdAt, updatedAt, note].map(plain), delimiter)
}

/** RFC 4180. */
export function* writeUnitTable(units: Iterable<UnitTableRow>, style: UnitTableStyle): Generator<string> {
  yield unitTableHead(style)
  for (const unit of units) yield unitTableLine(unit, style)
}
