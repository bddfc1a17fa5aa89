import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { extname } from 'node:path'
import { TextDecoder } from 'node:util'
import type { MemoryImportFormat } from '#contract/formats.ts'
import type { UnitLayout } from '#contract/memoryExchange.ts'
import { FormatError } from '#core/formats/failure.ts'
import type { TmxHeader } from '#core/formats/tmx/read.ts'
import type { UnitEntry, UnitNotice } from '#core/formats/unit.ts'

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

/** Bytes read in one go: some hundred units. */
const PIECE = 128 * 1024
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

/** The encoding of an XML or text file by its first bytes: its mark, what it declares, or the zeros of UTF-16. */
const encodingOf = (bytes: Uint8Array): string => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  if (bytes[1] === 0 && bytes[0] !== 0) return 'utf-16le'
  if (bytes[0] === 0 && bytes[1] !== 0) return 'utf-16be'
  const declared = /^[^<]*<\?xml[^>]*encoding=["']([\w-]+)["']/iu.exec(
    new TextDecoder('latin1').decode(bytes.subarray(0, 400)),
  )?.[1]
  return declared && !/^utf-?16/iu.test(declared) ? declared.toLowerCase() : 'utf-8'
}

const decoderFor = (encoding: string, fileName: string): TextDecoder => {
  try {
    return new TextDecoder(encoding, { fatal: true })
  } catch {
    throw new FormatError('unknown-encoding', { fileName, encoding }, `${encoding} cannot be read here`)
  }
}

interface Piece {
  text: string
  share: number
  encoding: string
}

/** Decoded text in pieces; throws `undecodable` with the byte at which the piece begins that is wrong. */
async function* pieces({ path, fileName, encoding: asked }: UnitSource): AsyncGenerator<Piece> {
  const { size } = await stat(path)
  let decoder: TextDecoder | null = null
  let encoding = asked ?? ''
  let done = 0
  for await (const chunk of createReadStream(path, { highWaterMark: PIECE })) {
    const bytes = chunk as Uint8Array
    if (!decoder) {
      encoding = asked ?? encodingOf(bytes)
      decoder = decoderFor(encoding, fileName)
    }
    let text: string
    try {
      text = decoder.decode(bytes, { stream: true })
    } catch {
      throw new FormatError(
        'undecodable',
        { fileName, byteOffset: done, encoding },
        `Bytes from ${String(done)} on are no ${encoding}`,
      )
    }
    done += bytes.length
    yield { text, share: size === 0 ? 1 : Math.min(1, done / size), encoding }
  }
  try {
    yield { text: decoder?.decode() ?? '', share: 1, encoding }
  } catch {
    throw new FormatError(
      'truncated',
      { fileName, byteOffset: done, encoding },
      'The last character is cut off',
    )
  }
}

/** How a file is read, then its units in parts. Throws FormatErrors that name line and column. */
export async function* readUnitFile(source: UnitSource): AsyncGenerator<UnitShape | UnitPart> {
  const found: UnitPart = { entries: [], notices: [], languages: new Map(), share: 0 }
  const take = (share: number): UnitPart => {
    const part = { ...found, share }
    found.entries = []
    found.notices = []
    return part
  }
  const all = pieces(source)
  const first = await all.next()
  const start = first.done ? '' : first.value.text
  const encoding = first.done ? '' : first.value.encoding
  const format = source.format ?? byName(source.fileName) ?? byContent(start)
  async function* again(): AsyncGenerator<Piece> {
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
  reader.close()
  if (!told) yield shape
  yield take(1)
}

async function* readTable(
  source: UnitSource,
  format: 'csv' | 'tsv',
  all: AsyncGenerator<Piece>,
  found: UnitPart,
  take: (share: number) => UnitPart,
): AsyncGenerator<UnitShape | UnitPart> {
  const { openUnitTable, readUnitRows } = await import('#core/formats/unitTable/table.ts')
  let text = ''
  let encoding = ''
  for await (const piece of all) {
    text += piece.text
    encoding = piece.encoding
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
