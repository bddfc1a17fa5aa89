import { comparedWords } from './comparedWords.ts'
import type { TermInSource } from './pieces.ts'

export { comparedWords } from './comparedWords.ts'

/** Steps from one list of words to the other: one word put in, left out or put for another. */
const distance = (x: readonly string[], y: readonly string[]): number => {
  let head = 0
  while (head < x.length && head < y.length && x[head] === y[head]) head++
  let tail = 0
  while (tail < Math.min(x.length, y.length) - head && x[x.length - 1 - tail] === y[y.length - 1 - tail])
    tail++
  const columns = y.length - head - tail
  const row = Int32Array.from({ length: columns + 1 }, (_, index) => index)
  for (let i = head; i < x.length - tail; i++) {
    let diagonal = row[0] as number
    row[0] = diagonal + 1
    for (let j = 0; j < columns; j++) {
      const above = row[j + 1] as number
      const replaced = diagonal + (x[i] === y[head + j] ? 0 : 1)
      row[j + 1] = Math.min(replaced, above + 1, (row[j] as number) + 1)
      diagonal = above
    }
  }
  return row[columns] as number
}

/** A text with the terms found in it, by their spans in its NFC form. */
export interface ScoredText {
  text: string
  terms?: readonly TermInSource[]
}

/**
 * Compares one text with many by words: Levenshtein over `comparedWords`, 0–100 by the longer list. The same whichever of
 * two texts is asked for, and 100 for the same text with the same terms.
 */
export const wordScorer = (query: ScoredText): ((source: ScoredText) => number) => {
  const asked = comparedWords(query.text, query.terms)
  return ({ text, terms }) => {
    const words = comparedWords(text, terms)
    const longer = Math.max(asked.length, words.length)
    return longer === 0 ? 100 : (1 - distance(asked, words) / longer) * 100
  }
}

/** As `wordScorer`, of two texts; `terms`: those found in `a` and in `b`. */
export const wordSimilarity = (
  a: string,
  b: string,
  terms?: { a: readonly TermInSource[]; b: readonly TermInSource[] },
): number => wordScorer({ text: a, terms: terms?.a ?? [] })({ text: b, terms: terms?.b ?? [] })
