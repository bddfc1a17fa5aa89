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
  const { text, encoding } = textOf(source)
  yield { format: 'omegat', encoding, table: null }
  yield { ...readOmegat(text, source.fileName), share: 1 }
}

/** All of the text; a table cannot be cut before its quotation marks are known. */
const textOf = (source: GlossarySource): { text: string; encoding: string } => {
  let text = ''
  let encoding = ''
  for (const piece of pieces(source)) {
    text += piece.text
    encoding = piece.encoding
  }
  return { text, encoding }
}

/** What was asked for; columns nobody has said are as they were found. */
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
  const { text, encoding } = textOf(source)
  const file = openDelimited(text, fileName, table?.delimiter ?? (format === 'tsv' ? '\t' : undefined))
  const layout = layoutOf(table, { ...file.layout, columns: [...file.layout.columns] })
  yield {
    format: layout.delimiter === '\t' ? 'tsv' : 'csv',
    encoding,
    table: { ...layout, sheets: [], rows: file.rows.slice(0, SHOWN) },
  }
  const found = collector()
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
  const layout = layoutOf(table, { ...recogniseColumns(rows.slice(0, 200)), sheet })
  const { sheets } = workbook
  yield { format: 'xlsx', encoding: '', table: { ...layout, sheet, sheets, rows: rows.slice(0, SHOWN) } }
  const found = collector()
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
