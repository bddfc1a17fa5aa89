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
  /** Rows that had to be left out. */
  notices: GlossaryNotice[]
}

const DELIMITERS = ['\t', ',', ';', '|'] as const

interface Fault {
  code: 'CSV_QUOTE_NOT_CLOSED' | 'OTHER'
  /** Where it has to be mended, in code units of the text. */
  at: number
}

/** More rows than this with a wrong quotation mark, and it is no table of that delimiter. */
const MOST_FAULTS = 200

/**
 * Rows of a text. A row with a quotation mark that is not closed or stands in the middle is left out and told
 * (`bad-quote`); reading goes on with the next line. Throws `malformed` with line and column (from 1) where nothing else
 * is left, or where there are too many of them.
 */
export const parseDelimited = (text: string, delimiter: string, fileName: string, limit?: number): Parsed => {
  const parsed: Parsed = { rows: [], lines: [], notices: [] }
  let from = 0
  let line = 1
  for (;;) {
    const rest = from === 0 ? text : text.slice(from)
    const fault = parseInto(parsed, rest, { delimiter, line, limit })
    if (!fault) break
    const place = positionAt(text, from + fault.at)
    const refused = new FormatError(
      'malformed',
      { fileName, ...place },
      fault.code === 'CSV_QUOTE_NOT_CLOSED'
        ? 'A quotation mark is not closed'
        : 'A quotation mark stands where none can',
    )
    if (parsed.notices.length >= MOST_FAULTS) throw refused
    // Up to the line of the fault all is well; that line is left out, and with it what it would have swallowed.
    const start = lineStart(rest, fault.at)
    const end = lineEnd(rest, fault.at)
    const again = parseInto(parsed, rest.slice(0, start), { delimiter, line, limit })
    if (again) throw refused
    parsed.notices.push({ code: 'bad-quote', ...place, detail: rest.slice(start, end).trim().slice(0, 80) })
    line = place.line + 1
    from += end
    if (from >= text.length) {
      if (parsed.rows.length === 0) throw refused
      break
    }
  }
  return parsed
}

const lineStart = (text: string, at: number): number =>
  Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1)) + 1
/** Behind the line break. */
const lineEnd = (text: string, at: number): number => {
  const found = /\r\n|\n|\r/u.exec(text.slice(at))
  return found ? at + found.index + found[0].length : text.length
}

/** Adds the rows of a text whose first line is `line`; where one cannot be read, none is added and its fault is given. */
const parseInto = (
  parsed: Parsed,
  text: string,
  { delimiter, line, limit }: { delimiter: string; line: number; limit: number | undefined },
): Fault | null => {
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
    for (const { record, info } of records) {
      parsed.rows.push(record)
      const breaks = record.reduce((sum, cell) => sum + (cell.match(/\r\n|\n|\r/gu)?.length ?? 0), 0)
      parsed.lines.push(line - 1 + info.lines - breaks)
    }
    return null
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return {
      code: error.code === 'CSV_QUOTE_NOT_CLOSED' ? 'CSV_QUOTE_NOT_CLOSED' : 'OTHER',
      at: wrongQuote(text, delimiter) ?? 0,
    }
  }
}

/**
 * Where the quotation mark stands that a table could not be read for: one that is never closed, or closed where no cell
 * ends, is told where it opens, which is where it has to be mended, though it is noticed further on only.
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
    else if (!relaxed) return opened
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
  /** The header names the languages the other way round than the cells have them; the layout follows the cells. */
  swapped: boolean
}

/** A text file of rows with its layout as recognised; `delimiter` where it is known. */
export const openDelimited = (text: string, fileName: string, delimiter?: string): DelimitedFile => {
  const sign = delimiter ?? sniffDelimiter(text, fileName)
  const parsed = parseDelimited(text, sign, fileName)
  const { swapped, ...found } = recogniseColumns(parsed.rows.slice(0, 200))
  return { ...parsed, swapped, layout: { ...found, delimiter: sign } }
}

export interface EntrySink {
  onEntry(entry: GlossaryEntry): void
  onNotice(notice: GlossaryNotice): void
}

/** Entries of a table from row `from` to `to` (exclusive). */
export const readDelimitedRows = (
  { rows, lines }: Pick<Parsed, 'rows' | 'lines'>,
  layout: TableLayout,
  [from, to]: [number, number],
  sink: EntrySink,
): void => {
  readRows(rows.slice(from, to), { layout, firstRow: from, lines: lines.slice(from, to), ...sink })
}
