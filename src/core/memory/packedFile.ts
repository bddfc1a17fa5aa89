import type { PackedMemory } from './packed.ts'

/*
 * A packed memory as bytes: a header, then its arrays one behind the other, each beginning at a multiple of eight. Numbers
 * are little-endian, as every machine this runs on has them; another one finds another magic number and packs anew.
 */

/** "NRHIDX" and the version of this layout; to be raised with any change of what is stored or how keys are made. */
const MAGIC = 0x6e7268_69
const VERSION = 1

/** Arrays in the order they are stored. */
const ARRAYS = [
  ['ids', Int32Array],
  ['owners', Uint16Array],
  ['lengths', Int32Array],
  ['starts', Uint32Array],
  ['pool', Uint16Array],
  ['profiles', Int32Array],
  ['sums', Uint16Array],
  ['offsets', Uint32Array],
  ['postings', Uint32Array],
  ['vocabulary', Uint8Array],
  ['wordStarts', Uint32Array],
  ['wordOffsets', Uint32Array],
  ['wordPostings', Uint32Array],
  ['everywhere', Uint8Array],
] as const

/** Of 32 bits each: magic, version, checksum of all that follows, count, buckets, what it was made from, lengths of the arrays. */
const CHECKED_FROM = 3
const STAMP_AT = 5
const STAMP_WORDS = 8
const LENGTHS_AT = STAMP_AT + STAMP_WORDS
const HEADER_WORDS = LENGTHS_AT + ARRAYS.length + ((LENGTHS_AT + ARRAYS.length) % 2)

const padded = (bytes: number): number => (bytes + 7) & ~7

/** What a stored index was made from: eight numbers of 32 bits that are others when it is stale. */
export type Stamp = readonly number[]

/** Why stored bytes are no index that can be used; all of them mean that it is made anew. */
export type PackedFault = 'foreign' | 'version' | 'stale' | 'truncated' | 'damaged'

/** FNV-1a over words of 32 bits in four lanes: some hundred million words a second. */
const checksumOf = (bytes: ArrayBuffer, from: number): number => {
  const words = new Int32Array(bytes, from)
  let [a, b, c, d] = [0x811c9dc5, 0x811c9dc6, 0x811c9dc7, 0x811c9dc8]
  const whole = words.length & ~3
  for (let at = 0; at < whole; at += 4) {
    a = Math.imul(a ^ (words[at] as number), 0x01000193)
    b = Math.imul(b ^ (words[at + 1] as number), 0x01000193)
    c = Math.imul(c ^ (words[at + 2] as number), 0x01000193)
    d = Math.imul(d ^ (words[at + 3] as number), 0x01000193)
  }
  for (let at = whole; at < words.length; at++) a = Math.imul(a ^ (words[at] as number), 0x01000193)
  return (a ^ Math.imul(b, 3) ^ Math.imul(c, 5) ^ Math.imul(d, 7)) | 0
}

/** The bytes of a packed memory. `stamp` says what it was made from. */
export const packedBytes = (packed: PackedMemory, stamp: Stamp): ArrayBuffer => {
  const sizes = ARRAYS.map(([name]) => packed[name].byteLength)
  const total = sizes.reduce((sum, size) => sum + padded(size), HEADER_WORDS * 4)
  const bytes = new ArrayBuffer(padded(total))
  const header = new Int32Array(bytes, 0, HEADER_WORDS)
  let at = HEADER_WORDS * 4
  ARRAYS.forEach(([name], place) => {
    const array = packed[name]
    header[LENGTHS_AT + place] = array.length
    new Uint8Array(bytes, at, array.byteLength).set(
      new Uint8Array(array.buffer, array.byteOffset, array.byteLength),
    )
    at += padded(array.byteLength)
  })
  header.set([MAGIC, VERSION, 0, packed.count, packed.buckets])
  for (let word = 0; word < STAMP_WORDS; word++) header[STAMP_AT + word] = stamp[word] ?? 0
  header[2] = checksumOf(bytes, CHECKED_FROM * 4)
  return bytes
}

/** The packed memory in stored bytes, as views of them; else why it cannot be used. */
export const readPacked = (bytes: ArrayBuffer, stamp: Stamp): PackedMemory | PackedFault => {
  if (bytes.byteLength < HEADER_WORDS * 4 || bytes.byteLength % 8 !== 0) return 'truncated'
  const header = new Int32Array(bytes, 0, HEADER_WORDS)
  if (header[0] !== MAGIC) return 'foreign'
  if (header[1] !== VERSION) return 'version'
  for (let word = 0; word < STAMP_WORDS; word++)
    if (header[STAMP_AT + word] !== ((stamp[word] ?? 0) | 0)) return 'stale'
  let at = HEADER_WORDS * 4
  const found = ARRAYS.map(([name, Kind], place) => {
    const length = header[LENGTHS_AT + place] as number
    const from = at
    at += padded(length * Kind.BYTES_PER_ELEMENT)
    return { name, Kind, length, from }
  })
  if (found.some(({ length }) => length < 0) || at !== bytes.byteLength) return 'truncated'
  if (header[2] !== checksumOf(bytes, CHECKED_FROM * 4)) return 'damaged'
  const arrays = Object.fromEntries(
    found.map(({ name, Kind, length, from }) => [name, new Kind(bytes, from, length)]),
  ) as Omit<PackedMemory, 'count' | 'buckets'>
  return { count: header[3] as number, buckets: header[4] as number, ...arrays }
}
