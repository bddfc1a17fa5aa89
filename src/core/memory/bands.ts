import { countCharacters, countWords } from '../text/count.ts'

/** Bands of an analysis, the best first. `repetition`: the same source stands before in what is analysed. */
export const BANDS = ['context', 'repetition', '100', '95-99', '85-94', '75-84', 'under', 'none'] as const
export type Band = (typeof BANDS)[number]

/** `words` are 어절 (separated by white space), `characters` code points without white space. */
export interface BandCount {
  paragraphs: number
  words: number
  characters: number
}

/** The best match of a paragraph: `score` 0–100 less its memory's penalty; context is only told from exact where it has none. */
export interface BestMatch {
  kind: 'context' | 'exact' | 'fuzzy'
  score: number
}

/** `repeated`: the same source stood before. A translation of one's own text is surer than any but the same context. */
export const bandOf = (best: BestMatch | null, repeated: boolean): Band => {
  if (best?.kind === 'context' && best.score >= 100) return 'context'
  if (repeated) return 'repetition'
  if (!best) return 'none'
  if (best.score >= 100) return '100'
  if (best.score >= 95) return '95-99'
  if (best.score >= 85) return '85-94'
  if (best.score >= 75) return '75-84'
  return 'under'
}

export const noCount = (): BandCount => ({ paragraphs: 0, words: 0, characters: 0 })
export const noBands = (): Record<Band, BandCount> =>
  Object.fromEntries(BANDS.map((band) => [band, noCount()])) as Record<Band, BandCount>

export const countSource = (source: string): BandCount => ({
  paragraphs: 1,
  words: countWords(source),
  characters: countCharacters(source, { spaces: false }),
})

/** Adds to a count in place. */
export const addCount = (to: BandCount, { paragraphs, words, characters }: BandCount): void => {
  to.paragraphs += paragraphs
  to.words += words
  to.characters += characters
}
