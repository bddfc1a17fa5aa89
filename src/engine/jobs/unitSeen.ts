/**
 * What has been met already, by two hashes of source and target: 53 and 32 bits, so that among a million units the odds of
 * taking two for one are a billion to one against; what is found so is compared before it is believed wherever it can be.
 * Some twenty bytes a unit.
 */
export interface SeenUnits {
  /** The number a unit was given, or 0 for one that is new. Past `most` units nothing is added any more. */
  find(source: string, target: string): number
  add(source: string, target: string, number: number): void
}

const MOST = 8_000_000

export const createSeenUnits = (most = MOST): SeenUnits => {
  let size = 1 << 12
  let first = new Float64Array(size)
  let second = new Uint32Array(size)
  let numbers = new Int32Array(size)
  let filled = 0
  let high = 0
  let low = 0
  /** What `high` and `low` are the hashes of: what is new is looked for, then added. */
  let [hashedSource, hashedTarget]: [string | null, string] = [null, '']

  const hash = (source: string, target: string): void => {
    if (source === hashedSource && target === hashedTarget) return
    ;[hashedSource, hashedTarget] = [source, target]
    let one = 0x811c9dc5
    let two = 0x9747b28c
    let three = 0x2c1b3c6d
    const mix = (text: string): void => {
      for (let index = 0; index < text.length; index++) {
        const unit = text.charCodeAt(index)
        one = Math.imul(one ^ unit, 0x01000193)
        two = Math.imul(two ^ (unit + index), 0x85ebca6b)
        two ^= two >>> 15
        three = Math.imul(three ^ unit, 0x27d4eb2f) ^ (three >>> 13)
      }
      one = Math.imul(one ^ 0xffff, 0x01000193)
      two = Math.imul(two ^ 0xffff, 0x85ebca6b)
    }
    mix(source)
    mix(target)
    high = (one >>> 0) * 0x200000 + (two >>> 11)
    // Zero stands for an empty place.
    if (high === 0) high = 1
    low = three >>> 0
  }

  const placeOf = (): number => {
    let at = (Math.imul(low ^ ((high % 0xffffffff) | 0), 0x9e3779b1) >>> 0) & (size - 1)
    while (first[at] !== 0 && (first[at] !== high || second[at] !== low)) at = (at + 1) & (size - 1)
    return at
  }

  const grow = (): void => {
    hashedSource = null
    const [oldFirst, oldSecond, oldNumbers] = [first, second, numbers]
    size *= 2
    first = new Float64Array(size)
    second = new Uint32Array(size)
    numbers = new Int32Array(size)
    for (let at = 0; at < oldFirst.length; at++) {
      if (oldFirst[at] === 0) continue
      high = oldFirst[at] as number
      low = oldSecond[at] as number
      const place = placeOf()
      first[place] = high
      second[place] = low
      numbers[place] = oldNumbers[at] as number
    }
  }

  return {
    find(source, target) {
      hash(source, target)
      return numbers[placeOf()] as number
    },
    add(source, target, number) {
      if (filled >= most) return
      if (filled * 2 >= size) grow()
      hash(source, target)
      const place = placeOf()
      if (first[place] === 0) filled++
      first[place] = high
      second[place] = low
      numbers[place] = number
    },
  }
}
