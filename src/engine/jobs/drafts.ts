import { basename, extname } from 'node:path'
import { AppError } from '#contract/error.ts'
import type { ImportItem } from '#contract/exchange.ts'
import type { ArticleDraft } from '#core/formats/draft.ts'
import { FormatError } from '#core/formats/failure.ts'
import type { Origin } from '../db/article.ts'
import { toAppError } from '../db/errors.ts'
import { failureOf } from '../failure.ts'
import { readBytes } from '../files/read.ts'
import type { Scratch } from '../files/scratch.ts'

/** What an item holds, read and cut but not stored. */
export interface ReadItem {
  name: string
  encoding: string
  newline: string
  hadBom: boolean
  bytes: number
  articles: { draft: ArticleDraft; origin: Origin }[]
  /** What is to be known of the item as a whole; see `ArticleDraft.warnings` for the others. */
  warnings: { code: string; detail: string }[]
}

export interface ReadTools {
  scratch: Scratch
  /** Called in between; throws when the work is to stop. */
  rest: () => Promise<void>
}

export const nameOfItem = ({ from }: Pick<ImportItem, 'from'>): string =>
  from.kind === 'path' ? basename(from.path) : from.name || 'text'

/** Documents that hold text otherwise than as text; read as text they would give rubbish. */
const OTHER_FORMATS = new Set(
  '.doc .docx .hwp .hwpx .odt .pages .pdf .rtf .htm .html .xls .xlsx .ppt .pptx'.split(' '),
)
const MARKDOWN = new Set(['.md', '.markdown', '.mdown', '.mkd'])

/** Milliseconds of reading between two rests. */
const BREATH = 12

const bytesOf = async ({ from }: ImportItem, { scratch }: ReadTools): Promise<Uint8Array> => {
  if (from.kind === 'path') return readBytes(from.path)
  if (from.kind === 'upload') return scratch.readUpload(from.id)
  return new TextEncoder().encode(from.text)
}

/** Adds what the item is called to an error that does not say. */
const named = (error: unknown, item: ImportItem): AppError => {
  const known = failureOf(error) ?? toAppError(error)
  const { fileName: _, ...details } = known.details
  return new AppError(known.code, known.message, {
    ...details,
    file: nameOfItem(item),
    ...(item.from.kind === 'path' ? { path: item.from.path } : {}),
  })
}

interface Text {
  text: string
  encoding: string
  newline: 'lf' | 'crlf' | 'cr' | 'mixed' | 'none'
  hadBom: boolean
  certainty: 'certain' | 'likely'
}

// The readers and their libraries are loaded when something is brought in: the window is up sooner.
const decode = async (item: ImportItem, bytes: Uint8Array): Promise<Text> => {
  const { decodeText, newlineKind } = await import('#core/formats/text/decode.ts')
  if (item.from.kind !== 'text') return decodeText(bytes, item.encoding)
  // Pasted text comes as text; what it was encoded in before is unknown and of no matter.
  const { text } = item.from
  return { text, encoding: 'utf-8', newline: newlineKind(text), hadBom: false, certainty: 'certain' }
}

const readLines = async (
  item: ImportItem,
  decoded: Text,
  tools: ReadTools,
): Promise<ReadItem['articles']> => {
  const { assembleArticle, refuseUnstorable } = await import('#core/formats/text/assemble.ts')
  const fileName = nameOfItem(item)
  const mixedNewlines = decoded.newline === 'mixed'
  const text = decoded.text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  refuseUnstorable(text, { fileName })
  const articles: ReadItem['articles'] = []
  const encoder = new TextEncoder()
  let since = performance.now()
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue
    const draft = assembleArticle(line, {
      fileName,
      split: item.split,
      mixedNewlines,
      lineNumbers: [index + 1],
    })
    articles.push({ draft, origin: { fileName, encoding: 'utf-8', bytes: encoder.encode(line) } })
    if (performance.now() - since > BREATH) {
      await tools.rest()
      since = performance.now()
    }
  }
  if (articles.length === 0) throw new FormatError('no-text', { fileName }, 'The file holds no text')
  return articles
}

const readWhole = async (item: ImportItem, decoded: Text): Promise<ArticleDraft> => {
  const fileName = nameOfItem(item)
  const options = { fileName, split: item.split }
  if (MARKDOWN.has(extname(fileName).toLowerCase())) {
    const { readMarkdownArticle } = await import('#core/formats/markdown/read.ts')
    return readMarkdownArticle(decoded.text, options)
  }
  const { readTextArticle } = await import('#core/formats/text/read.ts')
  return readTextArticle(decoded.text, { ...options, newline: decoded.newline })
}

/**
 * Reads an item and cuts it into articles. Throws AppErrors that name the file (`details.file`, and line, column and
 * byteOffset where there are any): `file-*`, `text-invalid`, `paragraph-too-long`, `too-many-paragraphs`,
 * `nothing-to-import`; and what `rest` throws.
 */
export const readItem = async (item: ImportItem, tools: ReadTools): Promise<ReadItem> => {
  try {
    const bytes = await bytesOf(item, tools)
    const name = nameOfItem(item)
    if (item.from.kind !== 'text' && OTHER_FORMATS.has(extname(name).toLowerCase()))
      throw new AppError('file-unknown-format', 'Files of this kind are not read.', {
        extension: extname(name),
      })
    const decoded = await decode(item, bytes)
    await tools.rest()
    const warnings: ReadItem['warnings'] = []
    if (decoded.certainty === 'likely') warnings.push({ code: 'encoding-guessed', detail: decoded.encoding })
    let articles: ReadItem['articles']
    if (item.perLine) articles = await readLines(item, decoded, tools)
    else {
      const { looksPerLine } = await import('#core/formats/text/read.ts')
      if (looksPerLine(decoded.text)) warnings.push({ code: 'looks-per-line', detail: '' })
      const draft = await readWhole(item, decoded)
      articles = [{ draft, origin: { fileName: name, encoding: decoded.encoding, bytes } }]
    }
    const { encoding, newline, hadBom } = decoded
    return { name, encoding, newline, hadBom, bytes: bytes.byteLength, articles, warnings }
  } catch (error) {
    throw named(error, item)
  }
}
