/** A word of a target: letters and digits of any script with their marks. */
export const WORD = /[\p{L}\p{M}\p{N}]+/gu

/** How words of targets are compared. */
export const foldWord = (word: string): string => word.normalize('NFC').toLowerCase()

/**
 * The different words of many texts, numbered as they come. Read by code unit and kept in one table, since cutting millions
 * of words out of their texts takes longer than all else of packing.
 */
export interface WordNumbers {
  /** Tells the number of each word of a text, in order; a new one is one more than the last. */
  read(text: string, told: (number: number) => void): void
  /** By number. */
  all(): string[]
}

/** By code unit: whether it stands in words; 0 where that was never asked. Halves of surrogate pairs are asked together. */
const NO = 1
const YES = 2
const PAIRED = 3
const kinds = new Uint8Array(1 << 16)
const ONE_WORD = new RegExp(WORD.source, 'u')

const kindOf = (unit: number): number => {
  const known = kinds[unit] as number
  if (known !== 0) return known
  const kind = (unit & 0xf800) === 0xd800 ? PAIRED : ONE_WORD.test(String.fromCharCode(unit)) ? YES : NO
  kinds[unit] = kind
  return kind
}

const isPlain = (text: string): boolean => {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 0x7f) return false
  return true
}

export const createWordNumbers = (): WordNumbers => {
  /** Code units of all words, one behind the other. */
  let units = new Uint16Array(1 << 14)
  const starts: number[] = [0]
  /** Number of a word plus one, by its hash. */
  let slots = new Int32Array(1 << 12)

  const isWord = (number: number, text: string, from: number, to: number): boolean => {
    const start = starts[number] as number
    if ((starts[number + 1] as number) - start !== to - from) return false
    for (let at = 0; at < to - from; at++)
      if (units[start + at] !== lowered(text.charCodeAt(from + at))) return false
    return true
  }

  const grow = (): void => {
    const mask = slots.length * 2 - 1
    const larger = new Int32Array(mask + 1)
    for (let number = 0; number + 1 < starts.length; number++) {
      let hash = SEED
      for (let at = starts[number] as number; at < (starts[number + 1] as number); at++)
        hash = mixed(hash, units[at] as number)
      let slot = spread(hash) & mask
      while (larger[slot] !== 0) slot = (slot + 1) & mask
      larger[slot] = number + 1
    }
    slots = larger
  }

  const add = (text: string, from: number, to: number): number => {
    let end = starts.at(-1) as number
    while (end + to - from > units.length) {
      const larger = new Uint16Array(units.length * 2)
      larger.set(units)
      units = larger
    }
    for (let at = from; at < to; at++) units[end++] = lowered(text.charCodeAt(at))
    return starts.push(end) - 2
  }

  const numberOf = (hash: number, text: string, from: number, to: number): number => {
    const mask = slots.length - 1
    let slot = spread(hash) & mask
    for (let found = slots[slot] as number; found !== 0; found = slots[slot] as number) {
      if (isWord(found - 1, text, from, to)) return found - 1
      slot = (slot + 1) & mask
    }
    const number = add(text, from, to)
    slots[slot] = number + 1
    if (starts.length * 2 > slots.length) grow()
    return number
  }

  const hashOf = (word: string): number => {
    let hash = SEED
    for (let at = 0; at < word.length; at++) hash = mixed(hash, word.charCodeAt(at))
    return hash
  }

  return {
    read(text, told) {
      const folded = isPlain(text) ? text : foldWord(text)
      for (let at = 0; at < folded.length;) {
        let kind = kindOf(folded.charCodeAt(at))
        if (kind === NO) {
          at++
          continue
        }
        const from = at
        let hash = SEED
        while (kind === YES) {
          hash = mixed(hash, lowered(folded.charCodeAt(at)))
          at++
          kind = at < folded.length ? kindOf(folded.charCodeAt(at)) : NO
        }
        if (kind === PAIRED) {
          // Seldom: the rest is read sign by sign.
          for (const [word] of folded.slice(from).matchAll(WORD))
            told(numberOf(hashOf(word), word, 0, word.length))
          return
        }
        told(numberOf(hash, folded, from, at))
      }
    },
    all() {
      return Array.from({ length: starts.length - 1 }, (_, number) => {
        let word = ''
        for (let at = starts[number] as number; at < (starts[number + 1] as number); at++)
          word += String.fromCharCode(units[at] as number)
        return word
      })
    },
  }
}

const SEED = 0x811c9dc5 | 0
/** Other letters are small already. */
const lowered = (unit: number): number => (unit >= 65 && unit <= 90 ? unit + 32 : unit)
const mixed = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193)
const spread = (hash: number): number => hash ^ (hash >>> 15)
