import { extname } from 'node:path'
import { isUtf8 } from 'node:buffer'
import type { GlossaryFormat, TableLayout } from '#contract/glossary.ts'
import { FormatError } from '#core/formats/failure.ts'
import type { GlossaryEntry, GlossaryNotice } from '#core/formats/glossary.ts'
import type { TermContent } from '#core/model/term.ts'
import { sheetBounds } from '../files/sheetBounds.ts'
import { checkZip } from '../files/zip.ts'

/*
 * Reading and writing glossary files, format by format. All of it keeps its thread busy and belongs into
 * `glossary-worker`.
 */

export interface GlossarySource {
  bytes: Uint8Array
  fileName: string
  format?: GlossaryFormat | 'tbx-dct' | undefined
  encoding?: string | undefined
  table?: TableLayout | undefined
}

/** How a file is read. */
export interface GlossaryShape {
  format: GlossaryFormat | 'tbx-dct'
  encoding: string
  table: (TableLayout & { sheets: string[]; rows: string[][] }) | null
}

export interface GlossaryPart {
  entries: GlossaryEntry[]
  notices: GlossaryNotice[]
  /** Of the file, 0–1. */
  share: number
}

/** Code units fed to a reader in one go. */
const PIECE = 64 * 1024
/** Rows shown in a preview. */
const SHOWN = 12

/** Decoded text in pieces; large files of valid UTF-8 are never decoded as a whole. */
function* pieces(source: GlossarySource): Generator<{ text: string; share: number; encoding: string }> {
  const { bytes, encoding } = source
  const plain = encoding === undefined || /^utf-?8$/iu.test(encoding)
  const wide =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : null
  const name = plain && !wide && isUtf8(bytes) && !bytes.includes(0) ? 'utf-8' : null
  if (name === null) {
    const { text, encoding: found } = decodeAll(source)
    for (let from = 0; from < text.length || from === 0; from += PIECE)
      yield {
        text: text.slice(from, from + PIECE),
        share: Math.min(1, (from + PIECE) / text.length),
        encoding: found,
      }
    return
  }
  const decoder = new TextDecoder(name, { fatal: true })
  for (let from = 0; from < bytes.length || from === 0; from += PIECE) {
    const to = Math.min(bytes.length, from + PIECE)
    const text = decoder.decode(bytes.subarray(from, to), { stream: to < bytes.length })
    yield { text, share: bytes.length === 0 ? 1 : to / bytes.length, encoding: name }
  }
}

let decodeAll: (source: GlossarySource) => { text: string; encoding: string }

const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5)

/** The format by what was asked for, by the bytes, and by the name. */
const formatOf = (source: GlossarySource): GlossaryFormat | 'tbx-dct' => {
  if (source.format) return source.format
  if (isZip(source.bytes)) return 'xlsx'
  const extension = extname(source.fileName).toLowerCase()
  const start = new TextDecoder().decode(source.bytes.subarray(0, 4000)).replaceAll('\u0000', '')
  if (/^\uFEFF?\s*</u.test(start)) return /<martif[\s>]/u.test(start) ? 'tbx2' : 'tbx'
  if (extension === '.csv') return 'csv'
  if (extension === '.tsv' || extension === '.tab') return 'tsv'
  if (extension === '.xlsx') return 'xlsx'
  if (extension === '.tbx' || extension === '.xml') return 'tbx'
  // OmegaT's glossaries have three columns, no header, and lines of comment.
  return extension === '.txt' || extension === '.utf8' ? 'omegat' : 'csv'
}

/**
 * Reads a glossary file: first how it is read, then its entries in parts. Throws FormatErrors that name line and column.
 */
export async function* readGlossary(source: GlossarySource): AsyncGenerator<GlossaryShape | GlossaryPart> {
  const { decodeText } = await import('#core/formats/text/decode.ts')
  decodeAll = ({ bytes, encoding }) => decodeText(bytes, encoding)
  const format = formatOf(source)
  if (format === 'xlsx') yield* readWorkbook(source)
  else if (format === 'omegat') yield* readTabs(source)
  else if (format === 'csv' || format === 'tsv') yield* readDelimited(source, format)
  else yield* readXml(source, format)
}

/** What readers hand over one by one, given on in parts. */
const collector = () => {
  let entries: GlossaryEntry[] = []
  let notices: GlossaryNotice[] = []
  return {
    onEntry: (entry: GlossaryEntry) => void entries.push(entry),
    onNotice: (notice: GlossaryNotice) => void notices.push(notice),
    take(share: number): GlossaryPart {
      const part = { entries, notices, share }
      entries = []
      notices = []
      return part
    },
  }
}

async function* readXml(
  source: GlossarySource,
  asked: GlossaryFormat | 'tbx-dct',
): AsyncGenerator<GlossaryShape | GlossaryPart> {
  const { createTbxReader } = await import('#core/formats/tbx/read.ts')
  const found = collector()
  let format = asked
  const reader = createTbxReader({
    fileName: source.fileName,
    onEntry: found.onEntry,
    onNotice: found.onNotice,
    onStyle: (style) => (format = style === 'martif' ? 'tbx2' : style === 'dct' ? 'tbx-dct' : 'tbx'),
  })
  let told = false
  for (const { text, share, encoding } of pieces(source)) {
    reader.write(text)
    if (!told) yield { format, encoding, table: null }
    told = true
    yield found.take(share)
  }
  reader.close()
  yield found.take(1)
}

async function* readTabs(source: GlossarySource): AsyncGenerator<GlossaryShape | GlossaryPart> {
  const { readOmegat } = await import('#core/formats/omegat/read.ts')
  const { text, encoding, notices } = textOf(source)
  yield { format: 'omegat', encoding, table: null }
  const read = readOmegat(text, source.fileName)
  yield { entries: read.entries, notices: [...notices, ...read.notices], share: 1 }
}

/**
 * All of the text; a table cannot be cut before its quotation marks are known. In UTF-8 with a few wrong bytes the lines
 * they stand in are left out and told (`bad-bytes`); with more it is refused as any other text.
 */
const textOf = (source: GlossarySource): { text: string; encoding: string; notices: GlossaryNotice[] } => {
  const { bytes, encoding: asked } = source
  const mostly =
    (asked === undefined || /^utf-?8$/iu.test(asked)) && !isUtf8(bytes) ? mostlyUtf8(bytes) : null
  if (mostly) return { ...mostly, encoding: 'utf-8' }
  let text = ''
  let encoding = ''
  for (const piece of pieces(source)) {
    text += piece.text
    encoding = piece.encoding
  }
  return { text, encoding, notices: [] }
}

/** Of a hundred lines at most so many may have wrong bytes; and at least as many right ones must not be plain ASCII. */
const WRONG_LINES = 0.01

const mostlyUtf8 = (bytes: Uint8Array): { text: string; notices: GlossaryNotice[] } | null => {
  if (bytes.includes(0)) return null
  const decoder = new TextDecoder('utf-8')
  const lines: string[] = []
  const notices: GlossaryNotice[] = []
  let proven = 0
  for (let from = 0, line = 1; from < bytes.length; line++) {
    const found = bytes.indexOf(10, from)
    const to = found < 0 ? bytes.length : found + 1
    const part = bytes.subarray(from, to)
    if (isUtf8(part)) {
      if (part.some((byte) => byte > 127)) proven++
      lines.push(decoder.decode(part))
    } else {
      const text = decoder.decode(part)
      notices.push({
        code: 'bad-bytes',
        line,
        column: text.indexOf('\uFFFD') + 1,
        detail: text.trim().slice(0, 80),
      })
      // An empty line: the lines behind it keep their numbers.
      lines.push('\n')
    }
    from = to
  }
  const few = notices.length <= Math.max(1, lines.length * WRONG_LINES)
  return few && proven > notices.length ? { text: lines.join(''), notices } : null
}

/** What was asked for; columns nobody has said are as they were found. */
const saysColumns = (table: TableLayout | undefined): boolean => (table?.columns.length ?? 0) > 0
/** The header has the languages the other way round than the cells; the cells were heard. */
const SWAPPED: GlossaryNotice = { code: 'languages-swapped', line: 1, column: null, detail: '' }
const layoutOf = (asked: TableLayout | undefined, found: TableLayout): TableLayout => ({
  ...found,
  ...asked,
  columns: asked && asked.columns.length > 0 ? asked.columns : found.columns,
  header: asked && asked.columns.length > 0 ? asked.header : found.header,
})

/** Rows made into entries in one go. */
const STEP = 300

async function* readDelimited(
  source: GlossarySource,
  format: 'csv' | 'tsv',
): AsyncGenerator<GlossaryShape | GlossaryPart> {
  const { openDelimited, readDelimitedRows } = await import('#core/formats/table/read.ts')
  const { fileName, table } = source
  const { text, encoding, notices } = textOf(source)
  const file = openDelimited(text, fileName, table?.delimiter ?? (format === 'tsv' ? '\t' : undefined))
  const layout = layoutOf(table, { ...file.layout, columns: [...file.layout.columns] })
  yield {
    format: layout.delimiter === '\t' ? 'tsv' : 'csv',
    encoding,
    table: { ...layout, sheets: [], rows: file.rows.slice(0, SHOWN) },
  }
  const found = collector()
  for (const notice of [...notices, ...file.notices]) found.onNotice(notice)
  if (file.swapped && !saysColumns(table)) found.onNotice(SWAPPED)
  if (file.rows.length === 0) yield found.take(1)
  for (let from = 0; from < file.rows.length; from += STEP) {
    readDelimitedRows(file, layout, [from, from + STEP], found)
    yield found.take(Math.min(1, (from + STEP) / file.rows.length))
  }
}

async function* readWorkbook(source: GlossarySource): AsyncGenerator<GlossaryShape | GlossaryPart> {
  const { bytes, fileName, table } = source
  await checkZip(bytes, fileName, sheetBounds(fileName))
  const { openWorkbook } = await import('#core/formats/xlsx/read.ts')
  const { recogniseColumns } = await import('#core/formats/table/columns.ts')
  const { readRows } = await import('#core/formats/table/rows.ts')
  const workbook = await openWorkbook(bytes, fileName)
  const sheet = table?.sheet ?? workbook.sheets[0]
  if (sheet === undefined) throw new FormatError('no-text', { fileName }, 'The workbook has no sheet')
  const rows = workbook.rows(sheet)
  const { swapped, ...recognised } = recogniseColumns(rows.slice(0, 200))
  const layout = layoutOf(table, { ...recognised, sheet })
  const { sheets } = workbook
  yield { format: 'xlsx', encoding: '', table: { ...layout, sheet, sheets, rows: rows.slice(0, SHOWN) } }
  const found = collector()
  if (swapped && !saysColumns(table)) found.onNotice(SWAPPED)
  for (let from = 0; from < rows.length; from += STEP) {
    readRows(rows.slice(from, from + STEP), { layout, firstRow: from, typed: true, ...found })
    yield found.take(Math.min(1, (from + STEP) / rows.length))
  }
}

export type WrittenTerm = TermContent & { createdAt: string; updatedAt: string }

/** The bytes of a glossary in a format. */
export const writeGlossary = async (
  terms: readonly WrittenTerm[],
  { format, title, defuse }: { format: GlossaryFormat; title: string; defuse: boolean },
): Promise<Uint8Array> => {
  switch (format) {
    case 'tbx':
    case 'tbx2': {
      const { writeTbx } = await import('#core/formats/tbx/write.ts')
      return encoded(writeTbx(terms, { version: format === 'tbx' ? 'v3' : 'v2', title }))
    }
    case 'omegat': {
      const { writeOmegat } = await import('#core/formats/omegat/write.ts')
      return encoded(writeOmegat(terms))
    }
    case 'csv':
    case 'tsv': {
      const { writeDelimited } = await import('#core/formats/table/write.ts')
      return encoded(writeDelimited(terms, { delimiter: format === 'csv' ? ',' : '\t', defuse }))
    }
    case 'xlsx': {
      const { writeXlsx } = await import('#core/formats/xlsx/write.ts')
      return writeXlsx(terms, { title })
    }
  }
}

const encoded = (parts: Iterable<string>): Uint8Array => {
  const encoder = new TextEncoder()
  return Buffer.concat(Array.from(parts, (part) => encoder.encode(part)))
}
