/**
 * Levenshtein distance over code points by Myers' bit-parallel algorithm (1999) in Hyyrö's block form (2003): 32
 * characters of the shorter text are compared with one of the longer in a few machine operations.
 */
export type CodePoints = Uint32Array

/** Code points of the NFC form. */
export const codePoints = (text: string): CodePoints => {
  const nfc = text.normalize('NFC')
  const points = new Uint32Array(nfc.length)
  let count = 0
  for (let index = 0; index < nfc.length; index++) {
    const point = nfc.codePointAt(index) as number
    if (point > 0xffff) index++
    points[count++] = point
  }
  return points.subarray(0, count)
}

/** A text prepared to be compared with many others. */
export interface Pattern {
  points: CodePoints
  blocks: number
  /** For each code point: one word of bits a block, a bit set where it occurs. */
  masks: Map<number, Uint32Array>
}

export const preparePattern = (points: CodePoints): Pattern => {
  const blocks = Math.max(1, Math.ceil(points.length / 32))
  const masks = new Map<number, Uint32Array>()
  points.forEach((point, index) => {
    let mask = masks.get(point)
    if (!mask) masks.set(point, (mask = new Uint32Array(blocks)))
    mask[index >>> 5] = ((mask[index >>> 5] as number) | (1 << (index & 31))) >>> 0
  })
  return { points, blocks, masks }
}

let positive = new Int32Array(8)
let negative = new Int32Array(8)

/** Edits from the pattern to `text`; Infinity as soon as it is certain to be more than `limit`. */
export const distanceTo = (pattern: Pattern, text: CodePoints, limit = Infinity): number => {
  const length = pattern.points.length
  if (length === 0) return text.length <= limit ? text.length : Infinity
  if (Math.abs(length - text.length) > limit) return Infinity
  const { blocks, masks } = pattern
  if (positive.length < blocks) {
    positive = new Int32Array(blocks)
    negative = new Int32Array(blocks)
  }
  const up = positive
  const down = negative
  up.fill(-1, 0, blocks)
  down.fill(0, 0, blocks)
  const last = 1 << ((length - 1) & 31)
  let score = length
  for (let column = 0; column < text.length; column++) {
    const mask = masks.get(text[column] as number)
    // Horizontal difference coming in from above: the first row grows by one with each column.
    let carryUp = 1
    let carryDown = 0
    for (let block = 0; block < blocks; block++) {
      const pv = up[block] as number
      const mv = down[block] as number
      const eq = mask ? (mask[block] as number) : 0
      const xv = eq | mv
      const eqIn = eq | carryDown
      // (eqIn & pv) + pv in 32 bits; the carry out of the block is handled by the differences below.
      const xh = ((((eqIn & pv) + pv) | 0) ^ pv) | eqIn
      let ph = mv | ~(xh | pv)
      let mh = pv & xh
      if (block === blocks - 1) {
        if (ph & last) score++
        else if (mh & last) score--
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
    if (score - (text.length - column - 1) > limit) return Infinity
  }
  return score <= limit ? score : Infinity
}

/** Edits (insert, delete, replace one code point of the NFC form) between two texts. */
export const distance = (a: string, b: string, limit = Infinity): number =>
  distanceTo(preparePattern(codePoints(a)), codePoints(b), limit)

/** Similarity 0–100 of two texts with that distance; 100 is kept for distance 0. */
export const similarityOf = (edits: number, lengthA: number, lengthB: number): number => {
  if (edits === 0) return 100
  const longer = Math.max(lengthA, lengthB)
  // Two decimals are shown nowhere; what counts is that nothing but identity rounds up to 100.
  return Math.min(99.99, Math.max(0, (1 - edits / longer) * 100))
}

/** Similarity 0–100: one minus the distance over NFC code points by the longer length. 100 only for equal texts. */
export const similarity = (a: string, b: string): number => {
  const pointsA = codePoints(a)
  const pointsB = codePoints(b)
  return similarityOf(distanceTo(preparePattern(pointsA), pointsB), pointsA.length, pointsB.length)
}
