/**
 * Where one paragraph breaks into lines of a given width. Korean is broken at spaces only, as in print (keep-all);
 * a word wider than the line is broken between characters. Spaces hang past the end of a line.
 */

// Hanja, kana and full-width signs may be parted from each other, unlike Hangul; not before closing signs.
const IDEOGRAPH = /[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]/
const CLOSING = /[\u3001\u3002\uff0c\uff0e\uff09\u300d\u300f\u300b\u3009\u3011)\]},.!?%’”]/

interface Piece {
  start: number
  end: number
  /** End without the spaces that follow. */
  inkEnd: number
}

/** Stretches that are not broken unless they are wider than a line: words with the spaces behind them. */
export const pieces = (text: string): Piece[] => {
  const found: Piece[] = []
  let start = 0
  let inkEnd = 0
  let inSpace = false
  for (let index = 0; index < text.length; index++) {
    const char = text[index] as string
    const space = char === ' ' || char === '\t'
    const before = text[index - 1]
    const opens =
      (inSpace && !space) ||
      // After a hyphen or dash inside a word, and between ideographs.
      (!space &&
        index > start &&
        (before === '—' || before === '–' || (before === '-' && index - start > 1))) ||
      (!space &&
        index > start &&
        before !== undefined &&
        IDEOGRAPH.test(before) &&
        IDEOGRAPH.test(char) &&
        !CLOSING.test(char))
    if (opens && index > start) {
      found.push({ start, end: index, inkEnd: Math.max(inkEnd, start) })
      start = index
      inkEnd = index
    }
    if (!space) inkEnd = index + 1
    inSpace = space
  }
  if (start < text.length) found.push({ start, end: text.length, inkEnd: Math.max(inkEnd, start) })
  return found
}

const graphemes = new Intl.Segmenter('ko', { granularity: 'grapheme' })

/**
 * Offsets (UTF-16 code units, exclusive) at which each line ends; the last is the length of the text. An empty text
 * is one empty line.
 */
export const wrapOffsets = (text: string, width: number, measure: (text: string) => number): number[] => {
  if (text === '') return [0]
  const ends: number[] = []
  let used = 0
  let lineStart = 0
  for (const piece of pieces(text)) {
    const ink = measure(text.slice(piece.start, piece.inkEnd))
    const all = piece.end === piece.inkEnd ? ink : measure(text.slice(piece.start, piece.end))
    if (used + ink <= width) {
      used += all
      continue
    }
    if (piece.start > lineStart) {
      ends.push(piece.start)
      lineStart = piece.start
      used = 0
    }
    if (ink <= width) {
      used = all
      continue
    }
    // Wider than a whole line: broken between characters.
    for (const { segment, index } of graphemes.segment(text.slice(piece.start, piece.end))) {
      const charWidth = measure(segment)
      const at = piece.start + index
      if (used + charWidth > width && at > lineStart && segment.trim() !== '') {
        ends.push(at)
        lineStart = at
        used = 0
      }
      used += charWidth
    }
  }
  ends.push(text.length)
  return ends
}
