import { extname } from 'node:path'
import type { MemoryImportFormat } from '#contract/formats.ts'
import type { UnitLayout } from '#contract/memoryExchange.ts'
import { FormatError } from '#core/formats/failure.ts'
import type { TmxHeader } from '#core/formats/tmx/read.ts'
import type { UnitEntry, UnitNotice } from '#core/formats/unit.ts'

import { decodedPieces, type TextPiece } from './textPieces.ts'

/*
 * Reading files of units, format by format, a piece of the file at a time. All of it keeps its thread busy and belongs into
 * `unit-worker`.
 */

export interface UnitSource {
  path: string
  fileName: string
  format?: MemoryImportFormat | undefined
  encoding?: string | undefined
  table?: UnitLayout | undefined
  /** Only the beginning is wanted: no more than so many bytes are read. */
  most?: number | undefined
}

export interface UnitShape {
  format: MemoryImportFormat
  /** Of TMX and XLIFF. */
  version: string
  encoding: string
  table: (UnitLayout & { rows: string[][] }) | null
  header: TmxHeader | null
}

export interface UnitPart {
  entries: UnitEntry[]
  notices: UnitNotice[]
  /** Languages met so far, with how many variants of each. */
  languages: Map<string, number>
  /** Of the file, 0–1. */
  share: number
}

/** Tables are held whole while they are read. */
const MOST_TABLE = 256 * 1024 * 1024
/** Rows shown in a preview. */
const SHOWN = 12

const byName = (fileName: string): MemoryImportFormat | null => {
  const extension = extname(fileName).toLowerCase()
  if (extension === '.tmx') return 'tmx'
  if (['.xlf', '.xliff', '.sdlxliff', '.mqxliff', '.mxliff'].includes(extension)) return 'xliff'
  if (extension === '.csv') return 'csv'
  if (extension === '.tsv' || extension === '.tab') return 'tsv'
  return null
}

const byContent = (start: string): MemoryImportFormat =>
  /<tmx[\s>]/iu.test(start)
    ? 'tmx'
    : /<xliff[\s>]/iu.test(start)
      ? 'xliff'
      : /^\uFEFF?\s*</u.test(start)
        ? 'tmx'
        : 'csv'

/** How a file is read, then its units in parts. Throws FormatErrors that name line and column. */
export async function* readUnitFile(source: UnitSource): AsyncGenerator<UnitShape | UnitPart> {
  const found: UnitPart = { entries: [], notices: [], languages: new Map(), share: 0 }
  const take = (share: number): UnitPart => {
    const part = { ...found, share }
    found.entries = []
    found.notices = []
    return part
  }
  const all = decodedPieces(source)
  const first = await all.next()
  const start = first.done ? '' : first.value.text
  const encoding = first.done ? '' : first.value.encoding
  const format = source.format ?? byName(source.fileName) ?? byContent(start)
  async function* again(): AsyncGenerator<TextPiece> {
    if (!first.done) yield first.value
    yield* all
  }
  if (format === 'csv' || format === 'tsv') {
    yield* readTable(source, format, again(), found, take)
    return
  }
  const shape: UnitShape = { format, version: '', encoding, table: null, header: null }
  const sink = {
    fileName: source.fileName,
    onUnit: (entry: UnitEntry) => void found.entries.push(entry),
    onNotice: (notice: UnitNotice) => void found.notices.push(notice),
  }
  const count = (code: string) => found.languages.set(code, (found.languages.get(code) ?? 0) + 1)
  const reader =
    format === 'tmx'
      ? (await import('#core/formats/tmx/read.ts')).createTmxReader({
          ...sink,
          onLanguage: count,
          onHeader: (header) => Object.assign(shape, { header, version: header.version }),
        })
      : (await import('#core/formats/xliff/read.ts')).createXliffReader({
          ...sink,
          onShape: ({ version, source: from, target: to }) => {
            shape.version = version
            count(from)
            count(to)
          },
        })
  let told = false
  for await (const { text, share } of again()) {
    reader.write(text)
    if (!told) yield shape
    told = true
    yield take(share)
  }
  // Of a beginning the end is not missed.
  if (source.most === undefined) reader.close()
  if (!told) yield shape
  yield take(1)
}

async function* readTable(
  source: UnitSource,
  format: 'csv' | 'tsv',
  all: AsyncGenerator<TextPiece>,
  found: UnitPart,
  take: (share: number) => UnitPart,
): AsyncGenerator<UnitShape | UnitPart> {
  const { openUnitTable, readUnitRows } = await import('#core/formats/unitTable/table.ts')
  let text = ''
  let encoding = ''
  for await (const piece of all) {
    text += piece.text
    encoding = piece.encoding
    // Where only the beginning was asked for, the last row may be cut off.
    if (piece.cut) text = text.slice(0, Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1) || text
    if (text.length > MOST_TABLE)
      throw new FormatError(
        'too-large',
        { fileName: source.fileName, limit: MOST_TABLE },
        'The table is too large',
      )
  }
  const table = openUnitTable(text, source.fileName, source.table)
  found.notices.push(...table.notices)
  yield {
    format,
    version: '',
    encoding,
    header: null,
    table: { ...table.layout, columns: [...table.layout.columns], rows: table.rows.slice(0, SHOWN) },
  }
  for (let from = 0; from < table.rows.length; from += 500) {
    readUnitRows(table, [from, from + 500], {
      onUnit: (entry) => void found.entries.push(entry),
      onNotice: (notice) => void found.notices.push(notice),
    })
    yield take(Math.min(1, (from + 500) / table.rows.length))
  }
}
