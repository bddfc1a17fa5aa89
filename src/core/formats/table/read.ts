import { CsvError, parse } from 'csv-parse/browser/esm/sync'
import { FormatError, positionAt } from '../failure.ts'
import type { GlossaryEntry, GlossaryNotice } from '../glossary.ts'
import { recogniseColumns } from './columns.ts'
import type { TableLayout } from './layout.ts'
import { readRows } from './rows.ts'

interface Parsed {
  rows: string[][]
  /** Where each row begins, from 1. */
  lines: number[]
}

const DELIMITERS = ['\t', ',', ';', '|'] as const

/** Throws `malformed` with line and column (from 1) where a quotation mark is not closed or stands in the middle. */
export const parseDelimited = (text: string, delimiter: string, fileName: string, limit?: number): Parsed => {
  try {
    const records = parse(text, {
      delimiter,
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      // In tab-separated text a quotation mark in a cell is often just that.
      relax_quotes: delimiter === '\t',
      record_delimiter: ['\r\n', '\n', '\r'],
      ...(limit === undefined ? {} : { to: limit }),
    }) as unknown as { record: string[]; info: { lines: number } }[]
    const rows = records.map(({ record }) => record)
    const lines = records.map(
      ({ record, info }) =>
        info.lines - record.reduce((sum, cell) => sum + (cell.match(/\r\n|\n|\r/gu)?.length ?? 0), 0),
    )
    return { rows, lines }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw refused(error, text, fileName)
  }
}

/** An unclosed quotation is told where it opens, which is where it has to be mended. */
const refused = (error: CsvError, text: string, fileName: string): FormatError => {
  const line = Number((error as unknown as { lines?: number }).lines ?? 1)
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') {
    const start = lineStart(text, line)
    const quote = text.indexOf('"', start)
    return new FormatError(
      'malformed',
      { fileName, ...positionAt(text, quote < 0 ? start : quote) },
      'A quotation mark is not closed',
    )
  }
  const column = text.slice(lineStart(text, line)).search(/[^,;\t|\n"]"|"[^,;\t|\n"\r]/u)
  return new FormatError(
    'malformed',
    { fileName, line, column: Math.max(0, column) + 1 },
    'A quotation mark stands where none can',
  )
}

const lineStart = (text: string, line: number): number => {
  let at = 0
  for (let count = 1; count < line; count++) {
    const next = text.indexOf('\n', at)
    if (next < 0) break
    at = next + 1
  }
  return at
}

/** The sign between cells: the one that gives most rows of one width over one. */
export const sniffDelimiter = (text: string, fileName: string): string => {
  const sample = text.slice(0, 20_000)
  const whole = sample.length < text.length ? sample.slice(0, sample.lastIndexOf('\n') + 1) || sample : sample
  let best: { delimiter: string; score: number } = { delimiter: ',', score: 0 }
  for (const delimiter of DELIMITERS) {
    let rows: string[][]
    try {
      ;({ rows } = parseDelimited(whole, delimiter, fileName, 40))
    } catch {
      continue
    }
    const widths = rows.map((row) => row.length)
    const width = widths.toSorted((one, other) => one - other)[Math.floor(widths.length / 2)] ?? 0
    const alike = widths.filter((each) => each === width).length / Math.max(1, widths.length)
    const score = width < 2 ? 0 : alike * 10 + Math.min(width, 8) / 8
    if (score > best.score + 0.001) best = { delimiter, score }
  }
  return best.delimiter
}

export interface DelimitedFile extends Parsed {
  layout: TableLayout
}

/** A text file of rows with its layout as recognised; `delimiter` where it is known. */
export const openDelimited = (text: string, fileName: string, delimiter?: string): DelimitedFile => {
  const sign = delimiter ?? sniffDelimiter(text, fileName)
  const parsed = parseDelimited(text, sign, fileName)
  return { ...parsed, layout: { ...recogniseColumns(parsed.rows.slice(0, 200)), delimiter: sign } }
}

export interface EntrySink {
  onEntry(entry: GlossaryEntry): void
  onNotice(notice: GlossaryNotice): void
}

/** Entries of a table from row `from` to `to` (exclusive). */
export const readDelimitedRows = (
  { rows, lines }: Parsed,
  layout: TableLayout,
  [from, to]: [number, number],
  sink: EntrySink,
): void => {
  readRows(rows.slice(from, to), { layout, firstRow: from, lines: lines.slice(from, to), ...sink })
}
