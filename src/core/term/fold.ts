import { createStream, fillStream } from './stream.ts'

const folded = createStream()

/**
 * A text as the matcher compares it: NFC, without spaces, middle dots and invisible characters, case and width folded,
 * Hanja of one form (武漢, 武汉), dashes and quotes of one kind made alike. Two texts with the same fold are one spelling.
 */
export function foldSpelling(text: string): string {
  const { length, symbol } = fillStream(folded, text)
  let spelling = ''
  for (let at = 0; at < length; at++) spelling += String.fromCharCode(symbol[at] ?? 0)
  return spelling
}

const AROUND = /^[\p{P}\p{S}]+|[\p{P}\p{S}]+$/gu

/**
 * The whole word (어절, a run without spaces) that the span `start`–`end` (UTF-16 code units) stands in, with what is
 * attached, without the punctuation around it. A span over several words gives all of them.
 */
export function wordAround(text: string, start: number, end: number): string {
  let from = start
  while (from > 0 && !/\s/u.test(text.charAt(from - 1))) from--
  let to = end
  while (to < text.length && !/\s/u.test(text.charAt(to))) to++
  return text.slice(from, to).replace(AROUND, '')
}
