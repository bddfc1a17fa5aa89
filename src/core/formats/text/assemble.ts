import type { ArticleHead } from '../../model/article.ts'
import { type HeadFields, type RemovedPiece, recogniseHead } from '../../text/head.ts'
import { unsaidLines } from '../../text/headFields.ts'
import { countInvisible } from '../../text/invisible.ts'
import { singleLine, toNfc } from '../../text/normalise.ts'
import { cutText } from '../../text/segment.ts'
import {
  type ArticleDraft,
  type DraftParagraph,
  type DraftWarning,
  MAX_PARAGRAPH_CODE_UNITS,
  MAX_PARAGRAPHS,
  type ReadOptions,
} from '../draft.ts'
import { FormatError, type FormatErrorDetails, positionAt } from '../failure.ts'
import { originalsOf, rangesOf } from './align.ts'

/** UTF-16 code units from which on a paragraph is called long in a warning. */
const LONG_PARAGRAPH = 2_000

export interface AssembleOptions extends ReadOptions {
  /** What is known already, as from front matter. */
  head?: HeadFields
  notes?: string[]
  titleLine?: boolean
  mixedNewlines?: boolean
  /** Lines of the file the lines of the text come from; without it they are the same. */
  lineNumbers?: readonly number[]
  warnings?: DraftWarning[]
}

/**
 * Makes an article of a text whose newlines are `\n`: recognises its head, cuts it, brings it into NFC
 * keeping what came in, and holds it to the limits.
 *
 * Throws FormatError `not-storable`, `no-text`, `paragraph-too-long`, `too-many-paragraphs`.
 */
export function assembleArticle(incoming: string, options: AssembleOptions): ArticleDraft {
  const fileLine = (line: number): number => options.lineNumbers?.[line - 1] ?? line
  const named = options.fileName === undefined ? {} : { fileName: options.fileName }
  const refuse = (
    code: 'no-text' | 'paragraph-too-long' | 'too-many-paragraphs',
    details: FormatErrorDetails,
  ) =>
    new FormatError(
      code,
      { ...named, ...details },
      `${code}${details.line ? ` at line ${details.line}` : ''}`,
    )

  refuseUnstorable(incoming, options)
  const text = toNfc(incoming)
  const recognised = recogniseHead(text, { titleLine: options.titleLine ?? true })
  const warnings: DraftWarning[] = [...(options.warnings ?? [])]
  if (options.mixedNewlines === true) warnings.push({ code: 'mixed-newlines' })

  const request = options.split ?? 'auto'
  let cut = cutText(recognised.body, request)
  let tooLong = cut.paragraphs.findIndex((paragraph) => paragraph.length > MAX_PARAGRAPH_CODE_UNITS)
  if (tooLong !== -1 && request === 'auto' && cut.mode !== 'sentence') {
    cut = cutText(recognised.body, 'sentence')
    tooLong = cut.paragraphs.findIndex((paragraph) => paragraph.length > MAX_PARAGRAPH_CODE_UNITS)
  }
  if (tooLong !== -1 && cut.mode !== 'sentence') {
    const start = rangesOf(text, recognised.removed, cut.paragraphs)?.[tooLong]?.start ?? 0
    throw refuse('paragraph-too-long', {
      paragraph: tooLong + 1,
      line: fileLine(positionAt(text, start).line),
      length: cut.paragraphs[tooLong]?.length ?? 0,
      limit: MAX_PARAGRAPH_CODE_UNITS,
      advice: 'sentence',
    })
  }
  const sources: string[] = []
  for (const paragraph of cut.paragraphs) {
    const pieces = forceCut(paragraph, MAX_PARAGRAPH_CODE_UNITS)
    if (pieces.length > 1) {
      warnings.push({ code: 'forced-cut', paragraph: sources.length + 1, length: paragraph.length })
    }
    sources.push(...pieces)
  }
  if (sources.length === 0) throw refuse('no-text', {})
  if (sources.length > MAX_PARAGRAPHS) {
    const start = rangesOf(text, recognised.removed, sources)?.[MAX_PARAGRAPHS]?.start ?? 0
    throw refuse('too-many-paragraphs', {
      line: fileLine(positionAt(text, start).line),
      length: sources.length,
      limit: MAX_PARAGRAPHS,
    })
  }

  const ranges = text === incoming ? null : rangesOf(text, recognised.removed, sources)
  const originals = ranges === null ? [] : originalsOf(incoming, ranges)
  const paragraphs = sources.map((source, index): DraftParagraph => {
    const original = singleLine(originals[index] ?? source)
    return { source, original: toNfc(original) === original ? null : original }
  })
  const changed = paragraphs.filter((paragraph) => paragraph.original !== null).length
  if (changed > 0) warnings.push({ code: 'nfd-normalised', count: changed })
  const invisible = sources.reduce((sum, source) => sum + countInvisible(source), 0)
  if (invisible > 0) warnings.push({ code: 'invisible-characters', count: invisible })
  sources.forEach((source, index) => {
    if (source.length > LONG_PARAGRAPH) {
      warnings.push({ code: 'long-paragraph', paragraph: index + 1, length: source.length })
    }
  })
  return { head: headOf(text, recognised, options), split: cut.mode, paragraphs, warnings }
}

/** The head as stored. What was taken out of the text and fits no field is kept in the note. */
function headOf(
  text: string,
  recognised: { head: HeadFields; removed: RemovedPiece[] },
  options: AssembleOptions,
): ArticleHead {
  const known = options.head ?? { title: '', outlet: '', byline: '', dateline: '' }
  const fields: HeadFields = {
    title: known.title || recognised.head.title,
    outlet: known.outlet || recognised.head.outlet,
    byline: known.byline || recognised.head.byline,
    dateline: known.dateline || recognised.head.dateline,
  }
  const pieces = recognised.removed.map((piece) => text.slice(piece.start, piece.end)).join('\n')
  const rest = [...(options.notes ?? []), ...unsaidLines(pieces, fields)].map((line) => toNfc(line))
  const address = /https?:\/\/[^\s"'<>]+/.exec(rest.join('\n'))?.[0] ?? ''
  return {
    title: singleLine(toNfc(fields.title)),
    headline: '',
    outlet: singleLine(toNfc(fields.outlet)),
    byline: singleLine(toNfc(fields.byline)),
    dateline: fields.dateline,
    sourceUrl: address,
    note: rest.filter((line) => /[\p{L}\p{N}]/u.test(withoutAddress(line, address))).join('\n'),
  }
}

const withoutAddress = (line: string, address: string): string =>
  address !== '' && line.includes(address) ? line.replace(address, '').replace(/^[\p{L}_]+\s*:/u, '') : line

/** Cuts at the last space before the limit; without one, between characters. Nothing but the blank at a cut goes. */
export function forceCut(paragraph: string, limit: number): string[] {
  if (paragraph.length <= limit) return [paragraph]
  const pieces: string[] = []
  let start = 0
  while (paragraph.length - start > limit) {
    const space = paragraph.lastIndexOf(' ', start + limit)
    let end = space > start ? space : start + limit
    if (space <= start && /[\uDC00-\uDFFF\p{M}\u200D]/u.test(paragraph.charAt(end))) {
      while (end > start + limit - 64 && /[\uDC00-\uDFFF\p{M}\u200D]/u.test(paragraph.charAt(end))) end--
    }
    pieces.push(paragraph.slice(start, end).trim())
    start = paragraph.charAt(end) === ' ' ? end + 1 : end
  }
  pieces.push(paragraph.slice(start).trim())
  return pieces.filter((piece) => piece !== '')
}

/** Throws `not-storable` at the first NUL or lone surrogate (RELIABILITY I7). */
export function refuseUnstorable(
  text: string,
  options: Pick<AssembleOptions, 'fileName' | 'lineNumbers'>,
): void {
  const nul = text.indexOf('\0')
  const surrogate = text.isWellFormed() ? -1 : text.search(/\p{Surrogate}/u)
  const at = nul === -1 ? surrogate : surrogate === -1 ? nul : Math.min(nul, surrogate)
  if (at === -1) return
  const reason = at === nul ? 'nul' : 'lone-surrogate'
  const { line, column } = positionAt(text, at)
  throw new FormatError(
    'not-storable',
    {
      ...(options.fileName === undefined ? {} : { fileName: options.fileName }),
      line: options.lineNumbers?.[line - 1] ?? line,
      column,
      reason,
    },
    `A ${reason} at line ${line}, column ${column}`,
  )
}
