import { AppError, type ErrorDetails } from '#contract/error.ts'
import { MAX_TEXT } from '#contract/define.ts'

/** One line of a file of translations. */
export interface NumberedLine {
  /** In the file, from 1. */
  line: number
  /** Of the paragraph, from 1. */
  number: number
  text: string
}

/** What a paragraph cannot hold, and what to call it. */
const NOT_STORABLE: readonly [RegExp, string][] = [
  [/\0/, 'a NUL character'],
  [/[\u2028\u2029\u0085\v\f\r]/, 'a line break inside the translation'],
  [/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/, 'half of a character'],
]

/**
 * Reads lines of paragraph number, tab and text; further tabs belong to the text, empty lines are passed over. Throws
 * `text-invalid` for the first bad line, with file, line and column (from 1, in UTF-16 code units).
 */
export const readNumberedLines = (content: string, file: string, paragraphs: number): NumberedLine[] => {
  const read: NumberedLine[] = []
  const seen = new Map<number, number>()
  for (const [index, whole] of content
    .replace(/^\ufeff/, '')
    .split('\n')
    .entries()) {
    const row = whole.replace(/\r$/, '')
    const line = index + 1
    const refuse = (column: number, message: string, details: ErrorDetails = {}): never => {
      throw new AppError('text-invalid', message, { file, line, column, ...details })
    }
    if (row.trim() === '') continue
    const tab = row.indexOf('\t')
    if (tab < 0) refuse(1, 'A line is a paragraph number, a tab and its translation; here is no tab.')
    const numeral = row.slice(0, tab)
    const number = /^\d{1,9}$/.test(numeral) ? Number(numeral) : NaN
    if (Number.isNaN(number)) refuse(1, `“${numeral}” is not the number of a paragraph.`)
    if (number < 1 || number > paragraphs)
      refuse(1, `The article has ${paragraphs} paragraphs and no number ${number}.`, { number, paragraphs })
    const before = seen.get(number)
    if (before !== undefined)
      refuse(1, `Paragraph ${number} was given in line ${before} already.`, { number, before })
    const text = row.slice(tab + 1)
    for (const [pattern, name] of NOT_STORABLE) {
      const at = text.search(pattern)
      if (at >= 0) refuse(tab + 2 + at, `Here is ${name}.`, { number })
    }
    if (text.length > MAX_TEXT)
      refuse(tab + 2 + MAX_TEXT, `A translation has at most ${MAX_TEXT} characters.`, {
        number,
        limit: MAX_TEXT,
      })
    seen.set(number, line)
    read.push({ line, number, text })
  }
  if (read.length === 0)
    throw new AppError('nothing-to-import', 'No line holds a paragraph number and a translation.', { file })
  return read
}

/** Text in UTF-8. Throws `file-undecodable` with file, line, column and byteOffset (from 0) of the first wrong byte. */
export const decodeUtf8 = (bytes: Uint8Array, file: string): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    const lenient = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
    const encoder = new TextEncoder()
    // The first replacement character that stands for other bytes than its own.
    let byteOffset = 0
    let offset = 0
    for (const character of lenient) {
      const own = encoder.encode(character)
      if (own.some((byte, index) => bytes[byteOffset + index] !== byte)) break
      byteOffset += own.length
      offset += character.length
    }
    const before = lenient.slice(0, offset)
    throw new AppError('file-undecodable', 'The file is not in UTF-8.', {
      file,
      line: before.split('\n').length,
      column: offset - before.lastIndexOf('\n'),
      byteOffset,
    })
  }
}
