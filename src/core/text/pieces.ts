/** A stretch of text by its UTF-16 offsets, `end` exclusive. */
export interface TextSpan {
  start: number
  end: number
}

const graphemes = new Intl.Segmenter('ko', { granularity: 'grapheme' })

/** Characters as a reader counts them. */
export const graphemesOf = (text: string): string[] =>
  Array.from(graphemes.segment(text), ({ segment }) => segment)

/**
 * The nearest place at or before `offset` that does not stand inside a character (a surrogate pair, decomposed
 * Hangul, an emoji with its modifiers).
 */
export const graphemeStart = (text: string, offset: number): number => {
  if (offset <= 0 || offset >= text.length) return Math.max(0, Math.min(offset, text.length))
  const inside = graphemes.segment(text).containing(offset)
  return inside?.index ?? offset
}

/** The nearest place at or after `offset` that does not stand inside a character. */
export const graphemeEnd = (text: string, offset: number): number => {
  const start = graphemeStart(text, offset)
  if (start === offset) return offset
  const inside = graphemes.segment(text).containing(start)
  return inside ? inside.index + inside.segment.length : offset
}

// Numbers keep their points and commas (2,197 and 1.45), words their hyphens and apostrophes; the rest are signs.
const TOKEN = /\d+(?:[.,]\d+)*|[\p{L}\p{M}\p{N}_]+(?:[-'’&][\p{L}\p{M}\p{N}_]+)*|\s+|[^\s\p{L}\p{M}\p{N}_]/gu

/** Words, numbers, single signs and runs of white space, covering the text without gaps. */
export const tokensOf = (text: string): string[] => text.match(TOKEN) ?? []

/** Words and numbers with their places; signs and white space left out. */
export const wordSpans = (text: string): TextSpan[] => {
  const spans: TextSpan[] = []
  for (const match of text.matchAll(TOKEN)) {
    if (/[\p{L}\p{N}]/u.test(match[0])) spans.push({ start: match.index, end: match.index + match[0].length })
  }
  return spans
}
