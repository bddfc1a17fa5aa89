import type { Advances } from './textWidth.ts'

/**
 * Where one paragraph breaks into lines of a given width. Korean is broken at spaces only, as in print (keep-all);
 * Hanja and kana may be parted from each other; a word wider than the line is broken between characters. Spaces hang
 * past the end of a line.
 */
const kinds = { other: 0, space: 1, dash: 2, hyphen: 3, ideograph: 4 } as const
type CharClass = (typeof kinds)[keyof typeof kinds]

const classOf = (unit: number): CharClass => {
  if (unit === 0x20 || unit === 0x09) return kinds.space
  // Hangul, nearly all of a source, has nothing more to be asked.
  if (unit < 0x2d || unit > 0x9fff) return kinds.other
  if (unit === 0x2d) return kinds.hyphen
  if (unit === 0x2013 || unit === 0x2014) return kinds.dash
  const kana = unit >= 0x3040 && unit <= 0x30ff
  const hanja = (unit >= 0x3400 && unit <= 0x4dbf) || (unit >= 0x4e00 && unit <= 0x9fff)
  return kana || hanja ? kinds.ideograph : kinds.other
}

const graphemes = new Intl.Segmenter('ko', { granularity: 'grapheme' })

/**
 * Offsets (UTF-16 code units, exclusive) at which each line ends; the last is the length of the text. An empty text
 * is one empty line. One pass over the text.
 */
export const wrapOffsets = (text: string, width: number, advances: Advances): number[] => {
  const ends: number[] = []
  const length = text.length
  let lineStart = 0
  /** Width of the line so far, spaces included. */
  let used = 0
  let breakAt = 0
  let usedAtBreak = 0
  let pieceStart = 0
  let before: CharClass = kinds.other
  for (let index = 0; index < length; index++) {
    const unit = text.charCodeAt(index)
    const at = index
    let advance: number
    if (unit >= 0xd800 && unit <= 0xdbff && index + 1 < length) {
      advance = advances.ofPair(text.slice(index, index + 2))
      index++
    } else advance = advances.ofUnit(unit)
    const now = classOf(unit)
    if (now === kinds.space) {
      used += advance
      before = now
      continue
    }
    const mayBreak =
      before === kinds.space ||
      before === kinds.dash ||
      // A hyphen inside a word, but not the minus sign in front of a number.
      (before === kinds.hyphen && at - pieceStart > 1) ||
      (before === kinds.ideograph && now === kinds.ideograph)
    if (mayBreak && at > 0) {
      breakAt = at
      usedAtBreak = used
      pieceStart = at
    }
    before = now
    if (used + advance > width && at > lineStart) {
      if (breakAt > lineStart) {
        ends.push(breakAt)
        lineStart = breakAt
        used -= usedAtBreak
      }
      // The word itself is wider than a line.
      if (used + advance > width && at > lineStart) {
        const start = graphemes.segment(text).containing(at)?.index ?? at
        if (start > lineStart) {
          used = start === at ? 0 : widthOf(text, start, at, advances)
          ends.push(start)
          lineStart = start
        }
      }
    }
    used += advance
  }
  ends.push(length)
  return ends
}

const widthOf = (text: string, start: number, end: number, advances: Advances): number => {
  let sum = 0
  for (let index = start; index < end; index++) sum += advances.ofUnit(text.charCodeAt(index))
  return sum
}
