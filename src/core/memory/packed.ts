import { createGramReader } from './grams.ts'
import { packWords } from './packedWords.ts'
import { PROFILE_WORDS, writeProfile } from './profile.ts'

/**
 * The sources of a memory as flat arrays, so that they can be kept in a file and handed to a worker as they are. Texts
 * are in the order of their length in code points, and each list of postings in that order too: the texts of a stretch of
 * lengths are a stretch of every list.
 */
export interface PackedMemory {
  /** Number of texts. */
  count: number
  /** Unit of each text. */
  ids: Int32Array
  /** Memory of each text, as it was packed. */
  owners: Uint16Array
  /** Code points of each text, ascending. */
  lengths: Int32Array
  /** Where each text begins in `pool`; one more than texts. */
  starts: Uint32Array
  /** UTF-16 code units of all texts, NFC. */
  pool: Uint16Array
  /** Of each text, `PROFILE_WORDS` words. */
  profiles: Int32Array
  /** The sum of the counts of each profile. */
  sums: Uint16Array
  /** A power of two. */
  buckets: number
  /** Where the list of each bucket begins in `postings`; one more than buckets. */
  offsets: Uint32Array
  /** Texts, by bucket, ascending. */
  postings: Uint32Array
  /** The different words of all targets in small letters, UTF-8, each followed by a line feed. */
  vocabulary: Uint8Array
  /** Where each word begins in `vocabulary`; one more than words. */
  wordStarts: Uint32Array
  /** Where the list of each word begins in `wordPostings`; one more than words. */
  wordOffsets: Uint32Array
  /** Texts whose target has the word, ascending. */
  wordPostings: Uint32Array
  /** By word, 1 for one that so many targets have that its texts are not listed. */
  everywhere: Uint8Array
}

/** What is packed: units by place. Sources are NFC. */
export interface UnitsToPack {
  ids: ArrayLike<number>
  /** Ids of memories, below 65,536. */
  owners: ArrayLike<number>
  sources: readonly string[]
  targets: readonly string[]
}

/** Time and space are linear in the length of the texts. */
export const packMemory = ({ ids, owners, sources, targets }: UnitsToPack): PackedMemory => {
  const count = sources.length
  let units = 0
  let longest = 0
  const lengthOf = new Int32Array(count)
  for (let at = 0; at < count; at++) {
    const source = sources[at] as string
    units += source.length
    longest = Math.max(longest, source.length)
    lengthOf[at] = pointsIn(source)
  }
  const order = byLength(lengthOf, longest)
  const packed: PackedMemory = {
    count,
    ids: new Int32Array(count),
    owners: new Uint16Array(count),
    lengths: new Int32Array(count),
    starts: new Uint32Array(count + 1),
    pool: new Uint16Array(units),
    profiles: new Int32Array(count * PROFILE_WORDS),
    sums: new Uint16Array(count),
    buckets: bucketsFor(units),
    offsets: new Uint32Array(0),
    postings: new Uint32Array(0),
    ...packWords(order, targets),
  }
  const { ids: ownIds, lengths, starts, pool } = packed
  let end = 0
  for (let place = 0; place < count; place++) {
    const at = order[place] as number
    const source = sources[at] as string
    ownIds[place] = ids[at] as number
    packed.owners[place] = owners[at] as number
    lengths[place] = lengthOf[at] as number
    starts[place] = end
    for (let index = 0; index < source.length; index++) pool[end++] = source.charCodeAt(index)
  }
  starts[count] = end
  fillPostings(packed, longest)
  return packed
}

/** Code points of a well-formed text. */
const pointsIn = (text: string): number => {
  let count = text.length
  for (let index = 0; index < text.length; index++) if ((text.charCodeAt(index) & 0xfc00) === 0xdc00) count--
  return count
}

/** Places of `lengths` in ascending order of length; a counting sort, so equal lengths keep their order. */
const byLength = (lengths: Int32Array, longest: number): Int32Array => {
  const next = new Int32Array(longest + 2)
  for (const length of lengths) next[length + 1] = (next[length + 1] as number) + 1
  for (let length = 1; length < next.length; length++)
    next[length] = (next[length] as number) + (next[length - 1] as number)
  const order = new Int32Array(lengths.length)
  for (let at = 0; at < lengths.length; at++) {
    const length = lengths[at] as number
    const place = next[length] as number
    order[place] = at
    next[length] = place + 1
  }
  return order
}

const bucketsFor = (units: number): number => {
  let buckets = 1 << 12
  while (buckets < 1 << 19 && buckets * 20 < units) buckets *= 2
  return buckets
}

/** Writes the code points of a packed text and gives their number. */
export const readPoints = ({ pool, starts }: PackedMemory, text: number, into: Int32Array): number => {
  let count = 0
  const end = starts[text + 1] as number
  for (let at = starts[text] as number; at < end; at++) {
    const unit = pool[at] as number
    if ((unit & 0xfc00) === 0xd800 && at + 1 < end) {
      const low = pool[at + 1] as number
      into[count++] = 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00)
      at++
    } else into[count++] = unit
  }
  return count
}

/** The text as it was packed. */
export const readText = ({ pool, starts }: PackedMemory, text: number): string =>
  String.fromCharCode(...pool.subarray(starts[text] as number, starts[text + 1] as number))

const fillPostings = (packed: PackedMemory, longest: number): void => {
  const { count, buckets, lengths } = packed
  const points = new Int32Array(longest + 1)
  const keys = new Int32Array(longest + 1)
  const reader = createGramReader()
  const offsets = new Uint32Array(buckets + 1)
  // One key less than points, as the reader gives them.
  const all = new Int32Array(packed.pool.length)
  let end = 0
  for (let text = 0; text < count; text++) {
    const length = readPoints(packed, text, points)
    packed.sums[text] = writeProfile(points, length, packed.profiles, text * PROFILE_WORDS)
    const grams = reader.read(points, length, keys)
    for (let at = 0; at < grams; at++) {
      const bucket = (keys[at] as number) & (buckets - 1)
      all[end++] = bucket
      offsets[bucket + 1] = (offsets[bucket + 1] as number) + 1
    }
  }
  for (let bucket = 0; bucket < buckets; bucket++)
    offsets[bucket + 1] = (offsets[bucket + 1] as number) + (offsets[bucket] as number)
  const postings = new Uint32Array(offsets[buckets] as number)
  const next = offsets.slice(0, buckets)
  end = 0
  for (let text = 0; text < count; text++) {
    const to = end + Math.max(0, (lengths[text] as number) - 1)
    for (; end < to; end++) {
      const bucket = all[end] as number
      const place = next[bucket] as number
      postings[place] = text
      next[bucket] = place + 1
    }
  }
  packed.offsets = offsets
  packed.postings = postings
}
