import type { CodePoints } from '../text/similarity.ts'

/**
 * How often which characters stand in a text, in few words: 64 counts of four bits, a character's own by its hash. From two
 * of them follows the least number of edits between the texts: an edit takes away at most one character too many of one
 * side and one of the other. Counts end at 15, which only brings texts nearer to each other.
 */
export const PROFILE_WORDS = 8
const MOST = 15

/** Adds up the counts of the first `count` code points into `PROFILE_WORDS` words from `at`; gives the sum of the counts. */
export const writeProfile = (points: CodePoints, count: number, into: Int32Array, at: number): number => {
  into.fill(0, at, at + PROFILE_WORDS)
  let sum = 0
  for (let index = 0; index < count; index++) {
    const place = Math.imul(points[index] as number, 0x9e3779b1) >>> 26
    const word = at + (place >>> 3)
    const shift = (place & 7) << 2
    const before = into[word] as number
    if (((before >>> shift) & MOST) === MOST) continue
    into[word] = before + (1 << shift)
    sum++
  }
  return sum
}

/** What the counts of one profile exceed those of another by, summed. */
export const excess = (one: Int32Array, at: number, other: Int32Array, from: number): number => {
  // Two counts a byte apart do not run into each other: 16 differences of at most 15.
  let bytes = 0
  for (let word = 0; word < PROFILE_WORDS; word++) {
    const a = one[at + word] as number
    const b = other[from + word] as number
    const even = ((a & 0x0f0f0f0f) | 0x10101010) - (b & 0x0f0f0f0f)
    const odd = (((a >>> 4) & 0x0f0f0f0f) | 0x10101010) - ((b >>> 4) & 0x0f0f0f0f)
    bytes = (bytes + (even & Math.imul((even >>> 4) & 0x01010101, 15))) | 0
    bytes = (bytes + (odd & Math.imul((odd >>> 4) & 0x01010101, 15))) | 0
  }
  return (bytes & 0xff) + ((bytes >>> 8) & 0xff) + ((bytes >>> 16) & 0xff) + (bytes >>> 24)
}
