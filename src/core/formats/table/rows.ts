import type { GlossaryEntry, GlossaryNotice, NoticeCode } from '../glossary.ts'
import { readDate, readPartOfSpeech, readStatus, readVariants, undefused } from './cells.ts'
import type { TableLayout, TermColumn } from './layout.ts'

export interface RowReading {
  layout: TableLayout
  /** Place of the first row in the table, from 0: a header is only there. */
  firstRow: number
  /** Where each row begins in the file, from 1; left out, rows are counted. */
  lines?: readonly number[]
  /** Cells are text by their own type (a workbook): nothing was put before a formula, and nothing is taken off. */
  typed?: boolean
  onEntry(entry: GlossaryEntry): void
  onNotice(notice: GlossaryNotice): void
}

/** Reads rows of a table. A row of blanks is passed over; one without source or target is told (`no-source`, `no-target`). */
export const readRows = (
  rows: readonly (readonly string[])[],
  { layout, firstRow, lines, typed = false, onEntry, onNotice }: RowReading,
): void => {
  rows.forEach((row, index) => {
    if (layout.header && firstRow + index === 0) return
    if (row.every((cell) => cell.trim() === '')) return
    const line = lines?.[index] ?? firstRow + index + 1
    readRow(row, { layout, line, typed, onEntry, onNotice })
  })
}

const readRow = (
  row: readonly string[],
  {
    layout,
    line,
    typed,
    onEntry,
    onNotice,
  }: Pick<RowReading, 'onEntry' | 'onNotice' | 'layout'> & { line: number; typed: boolean },
): void => {
  const columnOf = (wanted: TermColumn) => layout.columns.indexOf(wanted)
  const cell = (wanted: TermColumn): string => {
    const text = row[columnOf(wanted)] ?? ''
    return typed ? text : undefused(text)
  }
  const say = (code: NoticeCode, wanted: TermColumn, detail: string) =>
    onNotice({ code, line, column: columnOf(wanted) + 1 || null, detail: detail.slice(0, 200) })
  const source = cell('source').trim()
  const target = cell('target').trim()
  if (source === '') return say('no-source', 'source', target)
  if (target === '') return say('no-target', 'target', source)
  // Kept as they are, since a sign may belong to the word; but whoever meant several learns of it.
  if (/\S\s*[;|]\s*\S/u.test(source)) say('several-sources', 'source', source)
  if (/\S\s*[;|]\s*\S/u.test(target)) say('several-targets', 'target', target)
  const status = cell('status').trim()
  const part = cell('partOfSpeech').trim()
  if (status !== '' && readStatus(status) === null) say('unknown-status', 'status', status)
  if (part !== '' && readPartOfSpeech(part) === null) say('unknown-part-of-speech', 'partOfSpeech', part)
  if (
    row.length > layout.columns.length &&
    row.slice(layout.columns.length).some((extra) => extra.trim() !== '')
  )
    onNotice({ code: 'extra-cells', line, column: layout.columns.length + 1, detail: source.slice(0, 200) })
  onEntry({
    source,
    target,
    variants: layout.columns.flatMap((column, at) =>
      column === 'variants' ? readVariants(typed ? (row[at] ?? '') : undefused(row[at] ?? '')) : [],
    ),
    partOfSpeech: readPartOfSpeech(part) ?? '',
    status: readStatus(status) ?? 'preferred',
    domain: cell('domain').trim(),
    definition: cell('definition').trim(),
    note: cell('note').trim(),
    url: cell('url').trim(),
    createdAt: readDate(cell('createdAt')),
    updatedAt: readDate(cell('updatedAt')),
    line,
    column: columnOf('source') + 1,
  })
}
