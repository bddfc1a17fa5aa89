import {
  distanceTo,
  preparePattern,
  similarityOf,
  writeCodePoints,
  type Pattern,
} from '../text/similarity.ts'
import { createGramReader } from './grams.ts'
import { readPoints, type PackedMemory } from './packed.ts'
import { excess, PROFILE_WORDS, writeProfile } from './profile.ts'
import type { FoundUnit } from './scan.ts'

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

/** The best found so far, over all that is searched for one text. */
export interface BestFound {
  /** Best first, then the lower unit; at most `limit`. */
  found: FoundUnit[]
  /** Similarity 0–100 under which nothing is wanted. */
  floor: number
  limit: number
  /** Under it nothing can come in any more: the floor, or the last of `found` once there are enough. */
  least: number
}

export const startSearch = (floor: number, limit: number): BestFound => ({
  found: [],
  floor,
  limit,
  least: floor,
})

export const offer = (best: BestFound, unit: FoundUnit): void => {
  const { found, limit } = best
  let at = found.length
  while (at > 0 && better(unit, found[at - 1] as FoundUnit)) at--
  if (at >= limit) return
  found.splice(at, 0, unit)
  if (found.length > limit) found.pop()
  if (found.length === limit) best.least = Math.max(best.least, (found.at(-1) as FoundUnit).score)
}

const better = (a: FoundUnit, b: FoundUnit): boolean =>
  a.score > b.score || (a.score === b.score && a.id < b.id)

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
/** Texts compared in one packed memory under that floor: those that share most. */
const MOST_COMPARED = 1_500

/** Lower floors ask for as many common bigrams as this one: fewer would let nearly everything through. */
const SHARED_AS_FROM = 60

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
  const { count, ids, lengths, offsets, postings, profiles, sums } = packed
  const mask = packed.buckets - 1
  const shared = new Uint16Array(count)
  const points = new Int32Array((lengths[count - 1] ?? 0) + 1)

  return {
    search(asked, best, accepts) {
      const { floor } = best
      const own = asked.points.length
      if (best.limit < 1 || count === 0) return
      const exact = floor >= EXACT_FROM
      let left = exact ? Infinity : MOST_COMPARED

      const compare = (text: number): void => {
        const length = lengths[text] as number
        const allowed = editsAllowed(Math.max(length, own), best.least)
        if (Math.abs(length - own) > allowed) return
        const over = excess(asked.profile, 0, profiles, text * PROFILE_WORDS)
        if (over > allowed || over - asked.profileSum + (sums[text] as number) > allowed) return
        if (accepts && !accepts(text)) return
        left--
        const edits = distanceTo(asked.pattern, points, allowed, readPoints(packed, text, points))
        if (edits > allowed) return
        const score = similarityOf(edits, length, own)
        if (score >= floor) offer(best, { id: ids[text] as number, score })
      }

      // Lengths that can reach the floor at all: shorter by what may be inserted, longer by what may be deleted.
      const bar = best.least
      const shortest = Math.ceil((own * bar) / 100 - 1e-9)
      const longest = bar === 0 ? Infinity : Math.floor((own * 100) / bar + 1e-9)
      const low = lowerBound(lengths, 0, count, shortest)
      const high = lowerBound(lengths, low, count, longest + 1)
      /** Bigrams a text of this length shares with the query at least, if it reaches the floor. */
      const needed = (length: number): number => {
        const longer = Math.max(length, own)
        if (exact) return longer - 1 - 2 * editsAllowed(longer, bar)
        return Math.max(1, longer - 1 - 2 * editsAllowed(longer, Math.max(bar, SHARED_AS_FROM)))
      }
      // Where nothing need be shared, everything is compared: very short texts.
      let from = low
      while (from < high && needed(lengths[from] as number) < 1) compare(from++)
      for (let text = from; text < high; text++) if (needed(lengths[text] as number) < 1) compare(text)
      if (from >= high) return

      const lists: List[] = []
      for (const each of asked.keys) {
        const key = each & mask
        const start = offsets[key] as number
        const end = offsets[key + 1] as number
        const first = lowerBound(postings, start, end, from)
        const last = lowerBound(postings, first, end, high)
        if (last > first) lists.push({ from: first, to: last })
      }
      lists.sort((one, other) => one.to - one.from - (other.to - other.from))

      let fewest = Infinity
      for (let length = lengths[from] as number; length <= (lengths[high - 1] as number); length++) {
        const number = needed(length)
        if (number >= 1 && number < fewest) fewest = number
      }
      const asking = Math.min(lists.length, Math.max(0, Math.floor((fewest - 1) * ASKED_SHARE)))
      const reading = lists.length - asking
      const enough = fewest - asking
      const candidates: number[] = []
      shared.fill(0, from, high)
      for (let list = 0; list < reading; list++) {
        const { from: first, to: last } = lists[list] as List
        for (let at = first; at < last; at++) {
          const text = postings[at] as number
          const number = (shared[text] as number) + 1
          shared[text] = number
          if (number === enough) candidates.push(text)
        }
      }

      // In the order of the best each could be, were it in every list that was not read: good ones raise the bar for
      // the rest, and most of those are never asked about.
      const bestOf = (length: number, number: number): number => {
        const longer = Math.max(length, own)
        const edits = Math.max(0, Math.ceil((longer - 1 - number) / 2), Math.abs(length - own))
        return similarityOf(Math.min(edits, longer), length, own)
      }
      const byBest: number[][] = Array.from({ length: 101 }, () => [])
      for (const text of candidates) {
        const length = lengths[text] as number
        // Those of whom nothing is needed were compared already.
        if (needed(length) < 1) continue
        const could = bestOf(length, (shared[text] as number) + asking)
        if (could >= best.least) byBest[could]?.push(text)
      }
      for (let could = 100; could >= best.least && left > 0; could--) {
        for (const text of byBest[could] as number[]) {
          if (left <= 0) break
          const length = lengths[text] as number
          const longer = Math.max(length, own)
          const wanted = longer - 1 - 2 * editsAllowed(longer, best.least)
          let number = shared[text] as number
          let open = asking
          // Shortest first: they are missed most.
          for (let list = reading; list < lists.length && number + open >= wanted; list++, open--) {
            const { from: first, to: last } = lists[list] as List
            const place = lowerBound(postings, first, last, text)
            if (place < last && postings[place] === text) number++
          }
          if (number + open >= wanted) compare(text)
        }
      }
    },
  }
}

/** Of the lists that need not be read, the share that is not: the rest is read to have fewer texts to ask about. */
const ASKED_SHARE = 0.75
