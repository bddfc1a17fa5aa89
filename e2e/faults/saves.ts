/** Saves a target against the revision it was based on and gives the new revision. */
export type Save = (id: number, target: string, baseRevision: number) => Promise<number>

export interface Acknowledgement {
  id: number
  revision: number
  /** Which save of its process this was. */
  number: number
}

/** The same numbers for the same seed (mulberry32). Between 0 and 1. */
export const seeded = (seed: number): (() => number) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const WORDS = [
  'The',
  'city',
  'opened',
  'a',
  'library',
  'with',
  '2.2 trillion',
  'won',
  '도서관',
  '—',
  '“quoted”',
  '𝄞',
]

/** The text of one save, of up to some hundred words; known to both sides without being sent. */
export const savedText = (round: number, number: number): string => {
  const random = seeded(round * 1_000_003 + number)
  const words = [`${round}/${number}`]
  for (let left = Math.floor(random() * 120); left > 0; left--)
    words.push(WORDS[Math.floor(random() * WORDS.length)] ?? '')
  return words.join(' ')
}
