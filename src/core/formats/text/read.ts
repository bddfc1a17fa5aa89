import { recogniseHead } from '../../text/head.ts'
import { normaliseNewlines } from '../../text/normalise.ts'
import type { ArticleDraft, ReadOptions } from '../draft.ts'
import { FormatError } from '../failure.ts'
import { assembleArticle, refuseUnstorable } from './assemble.ts'
import { type NewlineKind, newlineKind } from './decode.ts'

export interface TextReadOptions extends ReadOptions {
  /** How the lines of the file ended, where the text has been through `decodeText` and no longer shows it. */
  newline?: NewlineKind
}

const prepare = (text: string): string => normaliseNewlines(text.replace(/^\uFEFF/, ''))

const isMixed = (text: string, options: TextReadOptions): boolean =>
  (options.newline ?? newlineKind(text)) === 'mixed'

/**
 * A plain text as one article: its head recognised, its body cut as `split` says (`auto`: lines where the text
 * has them, sentences where an article stands on one line).
 *
 * Throws FormatError `not-storable` (NUL, lone surrogate), `no-text`, `paragraph-too-long` (line and number;
 * only under `line` and `none`), `too-many-paragraphs`.
 */
export function readTextArticle(text: string, options: TextReadOptions = {}): ArticleDraft {
  return assembleArticle(prepare(text), { ...options, mixedNewlines: isMixed(text, options) })
}

/**
 * A plain text that holds one article a line; blank lines are skipped. Throws like `readTextArticle`, the
 * whole file or nothing.
 */
export function readPerLine(text: string, options: TextReadOptions = {}): ArticleDraft[] {
  const mixedNewlines = isMixed(text, options)
  const prepared = prepare(text)
  refuseUnstorable(prepared, options)
  const articles: ArticleDraft[] = []
  prepared.split('\n').forEach((line, index) => {
    if (line.trim() === '') return
    articles.push(assembleArticle(line, { ...options, mixedNewlines, lineNumbers: [index + 1] }))
  })
  if (articles.length === 0) {
    const named = options.fileName === undefined ? {} : { fileName: options.fileName }
    throw new FormatError('no-text', named, 'The file holds no text')
  }
  return articles
}

/**
 * Whether a text looks like several articles, one a line: at least two lines, every one as long as an
 * article, and one with a head of its own after the first. For a preview to offer `readPerLine`.
 */
export function looksPerLine(text: string): boolean {
  const lines = text.split('\n', 1000).filter((line) => line.trim() !== '')
  return (
    lines.length > 1 &&
    lines.every((line) => line.length >= 200) &&
    lines.slice(1).some((line) => recogniseHead(line).removed.length > 0)
  )
}
