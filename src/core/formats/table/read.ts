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
    throw refused(error, text, delimiter, fileName)
  }
}

const refused = (error: CsvError, text: string, delimiter: string, fileName: string): FormatError => {
  const fault = wrongQuote(text, delimiter)
  const line = Number((error as unknown as { lines?: number }).lines ?? 1)
  const place = fault === null ? { line, column: 1 } : positionAt(text, fault)
  const message =
    error.code === 'CSV_QUOTE_NOT_CLOSED'
      ? 'A quotation mark is not closed'
      : 'A quotation mark stands where none can'
  return new FormatError('malformed', { fileName, ...place }, message)
}

/**
 * Where the quotation mark stands that a table could not be read for: one that is never closed is told where it
 * opens, which is where it has to be mended, though the parser sees it at the end of the file only.
 */
const wrongQuote = (text: string, delimiter: string): number | null => {
  const ends = (sign: string | undefined) =>
    sign === undefined || sign === delimiter || sign === '\n' || sign === '\r'
  const relaxed = delimiter === '\t'
  let opened: number | null = null
  for (let at = text.startsWith('\uFEFF') ? 1 : 0; at < text.length; at++) {
    if (text[at] !== '"') continue
    if (opened === null) {
      if (at === 0 || ends(text[at - 1]) || text[at - 1] === '\uFEFF') opened = at
      else if (!relaxed) return at
    } else if (text[at + 1] === '"') at++
    else if (ends(text[at + 1])) opened = null
    else if (!relaxed) return at
  }
  return opened
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
