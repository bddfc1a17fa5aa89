/**
 * Levenshtein distance over code points by bit vectors: G. Myers (1999), in the block form of H. Hyyrö (2003): 32
 * characters of one text are compared with one of the other in a few machine operations.
 */
export type CodePoints = Int32Array

/** Writes the code points of `text` into `into` (room for `text.length`) and says how many there are. */
export const writeCodePoints = (text: string, into: CodePoints): number => {
  let count = 0
  for (let index = 0; index < text.length; index++) {
    let point = text.charCodeAt(index)
    if (point >= 0xd800 && point < 0xdc00) {
      point = text.codePointAt(index) ?? point
      if (point > 0xffff) index++
    }
    into[count++] = point
  }
  return count
}

/** Code points of the NFC form. */
export const codePoints = (text: string): CodePoints => {
  const nfc = text.normalize('NFC')
  const points = new Int32Array(nfc.length)
  return points.subarray(0, writeCodePoints(nfc, points))
}

/** A text prepared to be compared with many others. Holds scratch space: one comparison at a time. */
export interface Pattern {
  length: number
  blocks: number
  /** Open hash table from code point to row; -1 is an empty place. */
  mask: number
  keys: Int32Array
  rows: Int32Array
  /** For each row one word a block: a bit set where the code point occurs. Row 0 is that of strangers. */
  bits: Int32Array
  up: Int32Array
  down: Int32Array
}

// Fibonacci hashing spreads the neighbouring code points of one script.
const slotOf = (point: number, mask: number): number => (Math.imul(point, 0x9e3779b1) >>> 15) & mask

export const preparePattern = (points: CodePoints): Pattern => {
  const length = points.length
  const blocks = (length + 31) >>> 5
  let size = 8
  while (size < length * 2) size *= 2
  const mask = size - 1
  const keys = new Int32Array(size).fill(-1)
  const rows = new Int32Array(size)
  const bits = new Int32Array((length + 1) * blocks)
  let used = 0
  for (let index = 0; index < length; index++) {
    const point = points[index] as number
    let slot = slotOf(point, mask)
    while (keys[slot] !== -1 && keys[slot] !== point) slot = (slot + 1) & mask
    if (keys[slot] === -1) {
      keys[slot] = point
      rows[slot] = ++used * blocks
    }
    const word = (rows[slot] as number) + (index >>> 5)
    bits[word] = (bits[word] as number) | (1 << (index & 31))
  }
  return { length, blocks, mask, keys, rows, bits, up: new Int32Array(blocks), down: new Int32Array(blocks) }
}

/** Edits from the pattern to the first `count` code points of `text`; Infinity once they are sure to be more than `limit`. */
export const distanceTo = (
  pattern: Pattern,
  text: CodePoints,
  limit = Infinity,
  count = text.length,
): number => {
  const { length, blocks, mask, keys, rows, bits, up, down } = pattern
  if (Math.abs(length - count) > limit) return Infinity
  if (length === 0 || count === 0) return length + count
  up.fill(-1)
  down.fill(0)
  const lastBlock = blocks - 1
  const lastBit = 1 << ((length - 1) & 31)
  let edits = length
  for (let column = 0; column < count; column++) {
    const point = text[column] as number
    let slot = slotOf(point, mask)
    let key = keys[slot] as number
    while (key !== point && key !== -1) {
      slot = (slot + 1) & mask
      key = keys[slot] as number
    }
    const row = key === -1 ? 0 : (rows[slot] as number)
    // Horizontal difference coming in from above: the first row grows by one with each column.
    let carryUp = 1
    let carryDown = 0
    for (let block = 0; block < blocks; block++) {
      const pv = up[block] as number
      const mv = down[block] as number
      const eq = bits[row + block] as number
      const xv = eq | mv
      const eqIn = eq | carryDown
      const xh = ((((eqIn & pv) + pv) | 0) ^ pv) | eqIn
      let ph = mv | ~(xh | pv)
      let mh = pv & xh
      if (block === lastBlock) {
        if ((ph & lastBit) !== 0) edits++
        else if ((mh & lastBit) !== 0) edits--
      }
      const outUp = ph >>> 31
      const outDown = mh >>> 31
      ph = (ph << 1) | carryUp
      mh = (mh << 1) | carryDown
      up[block] = mh | ~(xv | ph)
      down[block] = ph & xv
      carryUp = outUp
      carryDown = outDown
    }
    // Each remaining column can take away at most one.
    if (edits - (count - column - 1) > limit) return Infinity
  }
  return edits
}

/** Edits (insert, delete, replace one code point of the NFC form) between two texts; Infinity over the limit. */
export const distance = (a: string, b: string, limit = Infinity): number =>
  distanceTo(preparePattern(codePoints(a)), codePoints(b), limit)

/** Similarity 0–100 of two texts with that distance: whole per cent rounded down, so that only identity is 100. */
export const similarityOf = (edits: number, lengthA: number, lengthB: number): number => {
  const longer = Math.max(lengthA, lengthB)
  return longer === 0 ? 100 : Math.floor((100 * (longer - edits)) / longer)
}

/** Similarity 0–100: one minus the distance over NFC code points by the longer length. 100 only for equal texts. */
export const similarity = (a: string, b: string): number => {
  const pointsA = codePoints(a)
  const pointsB = codePoints(b)
  return similarityOf(distanceTo(preparePattern(pointsA), pointsB), pointsA.length, pointsB.length)
}
