import { peelParticles } from '../korean/particles.ts'
import { similarity } from '../text/similarity.ts'

/** 어절 with their particles taken off and numbers as one class: 우한시는 and 우한시의 are one word, 2조 and 3조 alike. */
export const comparedWords = (text: string): string[] =>
  text
    .normalize('NFC')
    .split(/\s+/)
    .map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}%]+$/gu, ''))
    .filter((word) => word !== '')
    .map((word) =>
      peelParticles(word)
        .stem.replace(/\d+(?:[.,]\d+)*/g, '#')
        .toLowerCase(),
    )

/** Levenshtein over the words of two texts, 0–100 by the longer list. */
export const wordSimilarity = (a: string, b: string): number => {
  const x = comparedWords(a)
  const y = comparedWords(b)
  if (x.length === 0 && y.length === 0) return 100
  let row = Array.from({ length: y.length + 1 }, (_, index) => index)
  x.forEach((wordX, i) => {
    const next = [i + 1]
    y.forEach((wordY, j) => {
      const replace = (row[j] as number) + (wordX === wordY ? 0 : 1)
      next.push(Math.min(replace, (row[j + 1] as number) + 1, (next[j] as number) + 1))
    })
    row = next
  })
  return (1 - (row.at(-1) as number) / Math.max(x.length, y.length)) * 100
}

/** Both honest scores of a unit for a query, 0–100: by characters and by words. */
export const scoreUnit = (query: string, source: string): { score: number; wordScore: number } => ({
  score: similarity(query, source),
  wordScore: wordSimilarity(query, source),
})
