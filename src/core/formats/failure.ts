/**
 * Why something could not be read.
 *
 * - `undecodable`: bytes that are wrong in `encoding`; `truncated`: the last character is cut off;
 *   `binary`: not a text file; `unknown-encoding`: an encoding nobody here can read.
 * - `not-storable`: a NUL or half of a surrogate pair; `paragraph-too-long`, `too-many-paragraphs`,
 *   `too-large`: over a limit; `no-text`: nothing but a head or blanks.
 * - `malformed`: broken as the format it is said to be (XML, CSV, a workbook); `unknown-format`: none that is read here.
 */
export type FormatErrorCode =
  | 'undecodable'
  | 'truncated'
  | 'binary'
  | 'unknown-encoding'
  | 'not-storable'
  | 'paragraph-too-long'
  | 'too-many-paragraphs'
  | 'too-large'
  | 'no-text'
  | 'malformed'
  | 'unknown-format'

/** Plain data, so that it can cross any wall. Lines and columns count from 1, columns in UTF-16 code units. */
export interface FormatErrorDetails {
  fileName?: string
  line?: number
  column?: number
  /** From 0, in the file as it came in. */
  byteOffset?: number
  encoding?: string
  /** Encodings in which the bytes can be read without loss, likeliest first. */
  candidates?: string[]
  /** What a binary file looks like, as a short word: `zip`, `pdf`, `nul`, … */
  looksLike?: string
  /** Paragraph number from 1. */
  paragraph?: number
  length?: number
  limit?: number
  /** What would help: a split mode (`sentence`), another reader (`text`), or reading one article a line. */
  advice?: 'sentence' | 'text' | 'per-line'
  /** For `not-storable`. */
  reason?: 'nul' | 'lone-surrogate'
}

/** A refusal of what came in. The interface switches on `code` and `details`; `message` is for logs. */
export class FormatError extends Error {
  readonly code: FormatErrorCode
  readonly details: FormatErrorDetails

  constructor(code: FormatErrorCode, details: FormatErrorDetails, message: string) {
    super(message)
    this.name = 'FormatError'
    this.code = code
    this.details = details
  }
}

/** Line and column (both from 1, columns in UTF-16 code units) of an offset; CRLF, CR and LF all end a line. */
export function positionAt(text: string, offset: number): { line: number; column: number } {
  let line = 1
  let lineStart = 0
  for (let index = 0; index < offset; index++) {
    const unit = text.charCodeAt(index)
    if (unit === 10 || (unit === 13 && text.charCodeAt(index + 1) !== 10)) {
      line++
      lineStart = index + 1
    }
  }
  return { line, column: offset - lineStart + 1 }
}
