import type { CodePoints } from '../text/similarity.ts'

/**
 * Bigrams of a text as keys of an index. The second 다. of a text has another key than its first, so that counting
 * common keys counts common occurrences. Keys are hashes: two bigrams may share one, which makes texts look more alike
 * than they are and never less.
 */
export interface GramReader {
  /** Writes the keys (32 bits) of the first `count` code points; gives how many, one less than points. */
  read(points: CodePoints, count: number, into: Int32Array): number
}

/** The key of the first occurrence of a bigram in a text. */
export const gramKey = (a: number, b: number): number => mixed(a, b) | 0

/** Holds scratch space: one text at a time. */
export const createGramReader = (): GramReader => {
  let size = 256
  let first = new Int32Array(size)
  let second = new Int32Array(size)
  let seen = new Int32Array(size)
  /** The text a place was last used for. */
  let owner = new Int32Array(size)
  let text = 0

  return {
    read(points, count, into) {
      if (size < count * 2) {
        while (size < count * 2) size *= 2
        first = new Int32Array(size)
        second = new Int32Array(size)
        seen = new Int32Array(size)
        owner = new Int32Array(size)
        text = 0
      }
      text++
      const mask = size - 1
      for (let at = 0; at + 1 < count; at++) {
        const a = points[at] as number
        const b = points[at + 1] as number
        const hash = mixed(a, b)
        let slot = hash & mask
        while (owner[slot] === text && (first[slot] !== a || second[slot] !== b)) slot = (slot + 1) & mask
        let before = 0
        if (owner[slot] === text) before = seen[slot] as number
        else {
          owner[slot] = text
          first[slot] = a
          second[slot] = b
        }
        seen[slot] = before + 1
        into[at] = before === 0 ? hash : mixed(hash, before)
      }
      return Math.max(0, count - 1)
    },
  }
}

const mixed = (a: number, b: number): number => {
  let hash = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b)
  hash ^= hash >>> 15
  hash = Math.imul(hash, 0x2c1b3c6d)
  hash ^= hash >>> 12
  return (hash ^ (hash >>> 16)) >>> 0
}
