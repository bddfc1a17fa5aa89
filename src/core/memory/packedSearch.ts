import {
  distanceTo,
  preparePattern,
  similarityOf,
  writeCodePoints,
  type Pattern,
} from '../text/similarity.ts'
import { offer, type BestFound } from './bestFound.ts'
import { createGramReader } from './grams.ts'
import { readPoints, type PackedMemory } from './packed.ts'
import { excess, PROFILE_WORDS, writeProfile } from './profile.ts'

/** A text that is looked for, prepared once for all that is searched. */
export interface AskedText {
  points: Int32Array
  pattern: Pattern
  profile: Int32Array
  profileSum: number
  /** Keys of its bigrams. */
  keys: Int32Array
}

const reader = createGramReader()

/** Taken as NFC. */
export const askText = (text: string): AskedText => {
  const nfc = text.normalize('NFC')
  const room = new Int32Array(nfc.length + 1)
  const points = room.subarray(0, writeCodePoints(nfc, room))
  const profile = new Int32Array(PROFILE_WORDS)
  const profileSum = writeProfile(points, points.length, profile, 0)
  const keys = new Int32Array(points.length)
  const grams = reader.read(points, points.length, keys)
  return { points, pattern: preparePattern(points), profile, profileSum, keys: keys.subarray(0, grams) }
}

/**
 * Searches a packed memory. At floors of `EXACT_FROM` and over exactly: what comparing with every text would find is
 * found. Two texts `k` edits apart share all but 2k of the longer one's bigrams (E. Ukkonen, 1992); texts that share too
 * few are never looked at. Of the lists, the longest are not read but asked about the texts that are left (C. Li, J. Lu,
 * Y. Lu, 2008). What remains is compared in the order of the best it could be, until nothing better can come. Under that
 * floor too little need be shared to tell, and only the most promising are compared.
 */
export interface PackedSearch {
  /** Adds to `best`; `accepts` says of a text (its place in the packed memory) whether it counts. */
  search(asked: AskedText, best: BestFound, accepts?: (text: number) => boolean): void
}

export const EXACT_FROM = 70
/** Under that floor: postings read of one packed memory, though of so many lists at least, and texts compared. */
const MOST_READ = 100_000
const FEWEST_LISTS = 6
const MOST_COMPARED = 500

/** Edits that leave two texts, the longer of this length, at or over the floor. */
const editsAllowed = (longer: number, floor: number): number =>
  Math.floor((longer * (100 - floor)) / 100 + 1e-9)

interface List {
  from: number
  to: number
}

/** The first place in a sorted stretch that is not under `wanted`. */
const lowerBound = (list: ArrayLike<number>, from: number, to: number, wanted: number): number => {
  while (from < to) {
    const middle = (from + to) >>> 1
    if ((list[middle] as number) < wanted) from = middle + 1
    else to = middle
  }
  return from
}

export const createPackedSearch = (packed: PackedMemory): PackedSearch => {
  const { ids, lengths, offsets, postings, profiles, sums } = packed
  const mask = packed.buckets - 1
  const shared = new Uint16Array(packed.count)
  const points = new Int32Array((lengths[packed.count - 1] ?? 0) + 1)

  return {
    search(asked, best, accepts) {
      const { floor } = best
      const own = asked.points.length
      if (best.limit < 1 || packed.count === 0) return
      const exact = floor >= EXACT_FROM

      /** Whether the letters of a text are too many others for so many edits. */
      const isFar = (text: number, allowed: number): boolean => {
        const over = excess(asked.profile, 0, profiles, text * PROFILE_WORDS)
        return over > allowed || over - asked.profileSum + (sums[text] as number) > allowed
      }

      const compare = (text: number): void => {
        const length = lengths[text] as number
        const allowed = editsAllowed(Math.max(length, own), best.least)
        if (Math.abs(length - own) > allowed || isFar(text, allowed)) return
        compareNear(text, length, allowed)
      }

      const compareNear = (text: number, length: number, allowed: number): void => {
        if (accepts && !accepts(text)) return
        const edits = distanceTo(asked.pattern, points, allowed, readPoints(packed, text, points))
        if (edits > allowed) return
        const score = similarityOf(edits, length, own)
        if (score >= floor) offer(best, { id: ids[text] as number, score })
      }

      // Lengths that can reach the floor at all: shorter by what may be inserted, longer by what may be deleted.
      const bar = best.least
      const shortest = Math.ceil((own * bar) / 100 - 1e-9)
      const longest = bar === 0 ? Infinity : Math.floor((own * 100) / bar + 1e-9)
      const low = lowerBound(lengths, 0, packed.count, shortest)
      const high = lowerBound(lengths, low, packed.count, longest + 1)
      /** Bigrams a text of this length shares with the query at least, if it reaches the floor. */
      const needed = (length: number): number => {
        const longer = Math.max(length, own)
        return exact ? longer - 1 - 2 * editsAllowed(longer, bar) : 1
      }
      if (low >= high) return
      // Where nothing need be shared, everything is compared: very short texts.
      let fewest = Infinity
      const last = lengths[high - 1] as number
      for (let length = lengths[low] as number; length <= last; length++) {
        const number = needed(length)
        if (number >= 1) {
          fewest = Math.min(fewest, number)
          continue
        }
        const end = lowerBound(lengths, low, high, length + 1)
        for (let text = lowerBound(lengths, low, end, length); text < end; text++) compare(text)
      }
      if (fewest === Infinity) return

      const lists: List[] = []
      for (const each of asked.keys) {
        const key = each & mask
        const start = offsets[key] as number
        const end = offsets[key + 1] as number
        const first = lowerBound(postings, start, end, low)
        const behind = lowerBound(postings, first, end, high)
        if (behind > first) lists.push({ from: first, to: behind })
      }
      lists.sort((one, other) => one.to - one.from - (other.to - other.from))

      if (exact) compareExactly(lists, fewest)
      else compareLikely(lists)

      function compareExactly(those: readonly List[], least: number): void {
        const asking = Math.min(those.length, Math.max(0, Math.floor((least - 1) * ASKED_SHARE)))
        const reading = those.length - asking
        const candidates = count(those.slice(0, reading), least - asking)
        // In the order of the best each could be, were it in every list that was not read: good ones raise the bar for
        // the rest, and most of those are never asked about.
        const byBest: number[][] = Array.from({ length: 101 }, () => [])
        for (const text of candidates) {
          const length = lengths[text] as number
          // Those of whom nothing is needed were compared already.
          if (needed(length) < 1) continue
          const could = bestOf(length, own, (shared[text] as number) + asking)
          if (could >= best.least) byBest[could]?.push(text)
        }
        for (let could = 100; could >= best.least; could--)
          for (const text of byBest[could] as number[]) {
            const length = lengths[text] as number
            const longer = Math.max(length, own)
            const allowed = editsAllowed(longer, best.least)
            // One look at its profile costs less than finding it in a long list.
            if (Math.abs(length - own) > allowed || isFar(text, allowed)) continue
            const wanted = longer - 1 - 2 * allowed
            let number = shared[text] as number
            let open = asking
            // Shortest first: they are missed most.
            for (let list = reading; list < those.length && number + open >= wanted; list++, open--) {
              const { from, to } = those[list] as List
              const place = lowerBound(postings, from, to, text)
              if (place < to && postings[place] === text) number++
            }
            if (number + open >= wanted) compareNear(text, length, allowed)
          }
      }

      /** The shortest lists say most; of those that stand in many of them, the most promising are compared. */
      function compareLikely(those: readonly List[]): void {
        let reading = 0
        for (let read = 0; reading < those.length; reading++) {
          const { from, to } = those[reading] as List
          read += to - from
          if (read > MOST_READ && reading >= FEWEST_LISTS) break
        }
        const byNumber: number[][] = Array.from({ length: reading + 1 }, () => [])
        for (const text of count(those.slice(0, reading), reading > FEWEST_LISTS ? 2 : 1))
          byNumber[shared[text] as number]?.push(text)
        let left = MOST_COMPARED
        for (let number = reading; number > 0 && left > 0; number--)
          for (const text of byNumber[number] as number[]) if (left-- > 0) compare(text)
      }

      /** Counts how many of the lists each text stands in; gives those that stand in at least so many. */
      function count(those: readonly List[], enough: number): number[] {
        const found: number[] = []
        shared.fill(0, low, high)
        for (const { from, to } of those)
          for (let at = from; at < to; at++) {
            const text = postings[at] as number
            const number = (shared[text] as number) + 1
            shared[text] = number
            if (number === enough) found.push(text)
          }
        return found
      }
    },
  }
}

/** The best similarity of a text of a length with one of another, given how many bigrams they share. */
const bestOf = (length: number, own: number, number: number): number => {
  const longer = Math.max(length, own)
  const edits = Math.max(0, Math.ceil((longer - 1 - number) / 2), Math.abs(length - own))
  return similarityOf(Math.min(edits, longer), length, own)
}

/** Of the lists that need not be read, the share that is not: the rest is read to have fewer texts to ask about. */
const ASKED_SHARE = 0.7
