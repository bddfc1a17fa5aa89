import { gramKey } from './grams.ts'
import type { PackedMemory } from './packed.ts'
import { wordsWith, type WordPart } from './packedWords.ts'

const SPACE = 32

/** Code points a sign may stand as: itself, in small and in capital letters. */
const casesOf = (sign: string): number[] =>
  [
    ...new Set(
      [sign, sign.toLowerCase(), sign.toUpperCase()].flatMap((each) => Array.from(each).slice(0, 1)),
    ),
  ].map((each) => each.codePointAt(0) ?? 0)

/** Stretches of `postings`. */
interface Stretch {
  from: number
  to: number
}

const lengthOf = (stretches: readonly Stretch[]): number =>
  stretches.reduce((sum, { from, to }) => sum + to - from, 0)

const listOf = ({ offsets, buckets }: PackedMemory, a: number, b: number): Stretch => {
  const key = gramKey(a, b) & (buckets - 1)
  return { from: offsets[key] as number, to: offsets[key + 1] as number }
}

/** Lists of texts that may have these two signs one after the other; with `loose`, a space between them, too. */
const listsOf = (packed: PackedMemory, first: string, second: string, loose: boolean): Stretch[] => {
  const stretches: Stretch[] = []
  for (const a of casesOf(first)) for (const b of casesOf(second)) stretches.push(listOf(packed, a, b))
  if (!loose) return stretches
  const before = casesOf(first).map((a) => listOf(packed, a, SPACE))
  const after = casesOf(second).map((b) => listOf(packed, SPACE, b))
  return stretches.concat(lengthOf(before) < lengthOf(after) ? before : after)
}

/**
 * Texts whose source has the signs one after the other, with `loose` whatever white space stands between them; a few
 * that only nearly do may be among them. Null for fewer than two signs: then it may be any text. `signs` without white space.
 */
export const textsWithSigns = (packed: PackedMemory, signs: string, loose: boolean): number[] | null => {
  const all = Array.from(signs)
  if (all.length < 2) return null
  let best: Stretch[] | null = null
  for (let at = 0; at + 1 < all.length; at++) {
    const lists = listsOf(packed, all[at] as string, all[at + 1] as string, loose)
    if (!best || lengthOf(lists) < lengthOf(best)) best = lists
  }
  const wanted = wantedOf(all)
  const found: number[] = []
  const seen = new Uint8Array((best ?? []).length > 1 ? packed.count : 0)
  for (const { from, to } of best ?? [])
    for (let at = from; at < to; at++) {
      const text = packed.postings[at] as number
      if (seen[text] === 1) continue
      seen[text] = 1
      if (hasSigns(packed, text, wanted, loose)) found.push(text)
    }
  return found
}

/** What signs may stand as, three code units each; one that has fewer cases has the first of them again. */
const CASES = 3
interface Wanted {
  units: Uint16Array
  signs: number
  /** Signs beyond the BMP, or with more cases, are taken for standing everywhere. */
  anywhere: boolean
}

const wantedOf = (all: readonly string[]): Wanted => {
  const cases = all.map(casesOf)
  const units = new Uint16Array(all.length * CASES)
  cases.forEach((points, sign) => {
    for (let at = 0; at < CASES; at++) units[sign * CASES + at] = points[at] ?? (points[0] as number)
  })
  const anywhere = cases.some((points) => points.length > CASES || points.some((point) => point > 0xffff))
  return { units, signs: all.length, anywhere }
}

/** Whether the signs stand in a text one after the other. */
const hasSigns = (
  { pool, starts }: PackedMemory,
  text: number,
  { units, signs, anywhere }: Wanted,
  loose: boolean,
): boolean => {
  if (anywhere) return true
  const end = starts[text + 1] as number
  const [one, other, third] = [units[0] as number, units[1] as number, units[2] as number]
  for (let from = starts[text] as number; from < end; from++) {
    const first = pool[from] as number
    if (first !== one && first !== other && first !== third) continue
    let place = CASES
    for (let at = from + 1; at < end && place < signs * CASES; at++) {
      const unit = pool[at] as number
      if (unit === units[place] || unit === units[place + 1] || unit === units[place + 2]) place += CASES
      else if (!loose || !isSpace(unit)) break
    }
    if (place === signs * CASES) return true
  }
  return false
}

const isSpace = (unit: number): boolean =>
  unit === SPACE || unit === 0xa0 || unit === 0x3000 || unit === 9 || (unit >= 0x2000 && unit <= 0x200a)

/** Texts whose target has all of these words. Null where that may be any text, or nearly. */
export const textsWithWords = (
  packed: PackedMemory,
  words: readonly { letters: string; part: WordPart }[],
): number[] | null => {
  const { wordOffsets, wordPostings, everywhere } = packed
  const lists = words.flatMap(({ letters, part }) => {
    const found = wordsWith(packed, letters, part)
    if (found.some((word) => everywhere[word] === 1)) return []
    return [found.map((word) => ({ from: wordOffsets[word] as number, to: wordOffsets[word + 1] as number }))]
  })
  if (lists.length === 0) return null
  lists.sort((one, other) => lengthOf(one) - lengthOf(other))
  // A text that is in the shortest list is looked for in the others.
  const [first = [], ...others] = lists
  const seen = new Set<number>()
  for (const { from, to } of first) for (let at = from; at < to; at++) seen.add(wordPostings[at] as number)
  return [...seen].filter((text) =>
    others.every((stretches) => stretches.some((stretch) => isIn(wordPostings, stretch, text))),
  )
}

const isIn = (list: Uint32Array, { from, to }: Stretch, wanted: number): boolean => {
  let [low, high] = [from, to]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((list[middle] as number) < wanted) low = middle + 1
    else high = middle
  }
  return low < to && list[low] === wanted
}
