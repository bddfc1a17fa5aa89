import type { PackedMemory } from './packed.ts'
import { createWordNumbers, foldWord, WORD } from './wordNumbers.ts'

export { foldWord, WORD }

export type PackedWords = Pick<
  PackedMemory,
  'vocabulary' | 'wordStarts' | 'wordOffsets' | 'wordPostings' | 'everywhere'
>

/** A word that more than this share of all targets has says nothing, and is kept without its texts. */
const EVERYWHERE = 0.04
const FEW = 200

/** The words of targets, which are given by place, for texts in `order` of places. */
export const packWords = (order: ArrayLike<number>, targets: readonly string[]): PackedWords => {
  const words = createWordNumbers()
  const counts: number[] = []
  /** The last text each word was met in: a text counts once. */
  const last: number[] = []
  let met = new Int32Array(1 << 12)
  const ends = new Uint32Array(order.length)
  let size = 0
  for (let text = 0; text < order.length; text++) {
    words.read(targets[order[text] as number] as string, (number) => {
      if (number === counts.length) {
        counts.push(0)
        last.push(-1)
      }
      if (last[number] === text) return
      last[number] = text
      counts[number] = (counts[number] as number) + 1
      if (size === met.length) {
        const larger = new Int32Array(size * 2)
        larger.set(met)
        met = larger
      }
      met[size++] = number
    })
    ends[text] = size
  }
  const vocabulary = encodeWords(words.all())
  const wordOffsets = new Uint32Array(counts.length + 1)
  const everywhere = new Uint8Array(counts.length)
  for (let word = 0; word < counts.length; word++) {
    const number = counts[word] as number
    everywhere[word] = number > FEW && number > order.length * EVERYWHERE ? 1 : 0
    wordOffsets[word + 1] = (wordOffsets[word] as number) + (everywhere[word] === 1 ? 0 : number)
  }
  const next = wordOffsets.slice(0, counts.length)
  const wordPostings = new Uint32Array(wordOffsets[counts.length] as number)
  let at = 0
  for (let text = 0; text < order.length; text++)
    for (; at < (ends[text] as number); at++) {
      const word = met[at] as number
      if (everywhere[word] === 1) continue
      const place = next[word] as number
      wordPostings[place] = text
      next[word] = place + 1
    }
  return { ...vocabulary, wordOffsets, wordPostings, everywhere }
}

const LINE_FEED = 10

const encodeWords = (words: readonly string[]): Pick<PackedWords, 'vocabulary' | 'wordStarts'> => {
  const wordStarts = new Uint32Array(words.length + 1)
  let total = 0
  for (const [word, text] of words.entries()) {
    total += utf8Length(text) + 1
    wordStarts[word + 1] = total
  }
  const vocabulary = new Uint8Array(total)
  let at = 0
  for (const word of words) {
    at = writeUtf8(word, vocabulary, at)
    vocabulary[at++] = LINE_FEED
  }
  return { vocabulary, wordStarts }
}

const utf8Length = (text: string): number => {
  let bytes = 0
  for (const sign of text) {
    const point = sign.codePointAt(0) ?? 0
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4
  }
  return bytes
}

const writeUtf8 = (text: string, into: Uint8Array, from: number): number => {
  let at = from
  for (const sign of text) {
    const point = sign.codePointAt(0) ?? 0
    if (point < 0x80) into[at++] = point
    else if (point < 0x800) {
      into[at++] = 0xc0 | (point >> 6)
      into[at++] = 0x80 | (point & 63)
    } else if (point < 0x10000) {
      into[at++] = 0xe0 | (point >> 12)
      into[at++] = 0x80 | ((point >> 6) & 63)
      into[at++] = 0x80 | (point & 63)
    } else {
      into[at++] = 0xf0 | (point >> 18)
      into[at++] = 0x80 | ((point >> 12) & 63)
      into[at++] = 0x80 | ((point >> 6) & 63)
      into[at++] = 0x80 | (point & 63)
    }
  }
  return at
}

/** Where a word has to have the letters looked for. */
export type WordPart = 'whole' | 'beginning' | 'end' | 'anywhere'

const encode = (text: string): Uint8Array => {
  const bytes = new Uint8Array(utf8Length(text))
  writeUtf8(text, bytes, 0)
  return bytes
}

/** Words (by number) that are, begin with, end with or hold the letters; `letters` as `foldWord` gives them. */
export const wordsWith = (
  { vocabulary, wordStarts }: PackedWords,
  letters: string,
  part: WordPart,
): number[] => {
  const needle = encode(letters)
  const first = needle[0]
  const found: number[] = []
  if (first === undefined) return found
  for (let at = vocabulary.indexOf(first); at >= 0; at = vocabulary.indexOf(first, at + 1)) {
    let same = 1
    while (same < needle.length && vocabulary[at + same] === needle[same]) same++
    if (same < needle.length) continue
    const begins = at === 0 || vocabulary[at - 1] === LINE_FEED
    const ends = vocabulary[at + needle.length] === LINE_FEED
    if ((part === 'whole' || part === 'beginning') && !begins) continue
    if ((part === 'whole' || part === 'end') && !ends) continue
    const word = wordAt(wordStarts, at)
    if (found.at(-1) !== word) found.push(word)
  }
  return found
}

/** The word a byte belongs to. */
const wordAt = (starts: Uint32Array, byte: number): number => {
  let [from, to] = [0, starts.length - 1]
  while (to - from > 1) {
    const middle = (from + to) >>> 1
    if ((starts[middle] as number) <= byte) from = middle
    else to = middle
  }
  return from
}
