import { distanceTo, preparePattern, similarityOf } from '../text/similarity.ts'
import { createGramReader } from './grams.ts'
import { pointsOfQuery, readPoints, type PackedMemory } from './packed.ts'
import { excess, PROFILE_WORDS, writeProfile } from './profile.ts'
import type { FoundUnit } from './scan.ts'

/**
 * Searches a packed memory exactly: what comparing with every text would find is found. Two texts `k` edits apart share
 * all but 2k of the longer one's bigrams (E. Ukkonen, 1992); texts that share too few are never looked at. Of the
 * lists, the longest are not read but asked about the texts that are left (C. Li, J. Lu, Y. Lu, 2008). What remains is
 * compared in the order of the best it could be, until nothing better can come.
 */
export interface PackedSearch {
  /**
   * Texts at or over `floor` (similarity 0–100), best first, then the lower unit; at most `limit`. `skip` marks texts
   * that do not count.
   */
  search(query: string, floor: number, limit: number, skip?: Uint8Array): FoundUnit[]
}

/** Edits that leave two texts, the longer of this length, at or over the floor. */
const editsAllowed = (longer: number, floor: number): number =>
  Math.floor((longer * (100 - floor)) / 100 + 1e-9)

interface List {
  from: number
  to: number
}

export const createPackedSearch = (packed: PackedMemory): PackedSearch => {
  const { count, ids, lengths, offsets, postings, profiles, sums } = packed
  const profile = new Int32Array(PROFILE_WORDS)
  const reader = createGramReader(packed.buckets)
  const shared = new Uint16Array(count)
  let keys = new Int32Array(256)
  const points = new Int32Array((lengths[count - 1] ?? 0) + 1)

  /** The first place in a sorted stretch that is not under `wanted`. */
  const lowerBound = (list: ArrayLike<number>, from: number, to: number, wanted: number): number => {
    while (from < to) {
      const middle = (from + to) >>> 1
      if ((list[middle] as number) < wanted) from = middle + 1
      else to = middle
    }
    return from
  }

  return {
    search(query, floor, limit, skip) {
      const asked = pointsOfQuery(query)
      const own = asked.length
      const found: FoundUnit[] = []
      if (limit < 1 || count === 0) return found
      const pattern = preparePattern(asked)
      const ownSum = writeProfile(asked, own, profile, 0)
      let least = floor

      const compare = (text: number): void => {
        if (skip?.[text] === 1) return
        const length = lengths[text] as number
        const allowed = editsAllowed(Math.max(length, own), least)
        if (Math.abs(length - own) > allowed) return
        const over = excess(profile, 0, profiles, text * PROFILE_WORDS)
        if (over > allowed || over - ownSum + (sums[text] as number) > allowed) return
        const edits = distanceTo(pattern, points, allowed, readPoints(packed, text, points))
        if (edits > allowed) return
        const score = similarityOf(edits, length, own)
        if (score < floor) return
        insert(found, { id: ids[text] as number, score }, limit)
        if (found.length === limit) least = Math.max(least, (found.at(-1) as FoundUnit).score)
      }

      // Lengths that can reach the floor at all: shorter by what may be inserted, longer by what may be deleted.
      const shortest = Math.ceil((own * floor) / 100 - 1e-9)
      const longest = floor === 0 ? Infinity : Math.floor((own * 100) / floor + 1e-9)
      const low = lowerBound(lengths, 0, count, shortest)
      const high = lowerBound(lengths, low, count, longest + 1)
      /** Bigrams a text of this length shares with the query at least, if it reaches the floor. */
      const needed = (length: number): number => {
        const longer = Math.max(length, own)
        return longer - 1 - 2 * editsAllowed(longer, floor)
      }
      // Where nothing need be shared, everything is compared: short texts, and floors near one half.
      let from = low
      while (from < high && needed(lengths[from] as number) < 1) compare(from++)
      for (let text = from; text < high; text++) {
        if (needed(lengths[text] as number) >= 1) continue
        compare(text)
      }
      if (from >= high) return found

      if (keys.length < own) keys = new Int32Array(own * 2)
      const grams = reader.read(asked, own, keys)
      const lists: List[] = []
      for (let at = 0; at < grams; at++) {
        const key = keys[at] as number
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
        const best = bestOf(length, (shared[text] as number) + asking)
        if (best >= floor) byBest[best]?.push(text)
      }
      for (let best = 100; best >= least; best--) {
        for (const text of byBest[best] as number[]) {
          const length = lengths[text] as number
          const longer = Math.max(length, own)
          const wanted = longer - 1 - 2 * editsAllowed(longer, least)
          let number = shared[text] as number
          let left = asking
          // Shortest first: they are missed most.
          for (let list = reading; list < lists.length && number + left >= wanted; list++, left--) {
            const { from: first, to: last } = lists[list] as List
            const place = lowerBound(postings, first, last, text)
            if (place < last && postings[place] === text) number++
          }
          if (number + left >= wanted) compare(text)
        }
      }
      return found
    },
  }
}

/** Of the lists that need not be read, the share that is not: the rest is read to have fewer texts to ask about. */
const ASKED_SHARE = 0.75

const better = (a: FoundUnit, b: FoundUnit): boolean =>
  a.score > b.score || (a.score === b.score && a.id < b.id)

const insert = (found: FoundUnit[], unit: FoundUnit, limit: number): void => {
  let at = found.length
  while (at > 0 && better(unit, found[at - 1] as FoundUnit)) at--
  if (at >= limit) return
  found.splice(at, 0, unit)
  if (found.length > limit) found.pop()
}
