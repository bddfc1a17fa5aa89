import { cutEnglishSentences } from '../english/sentences.ts'
import { cutSentences } from '../text/segment.ts'

export interface SentencePair {
  source: string
  target: string
}

/** A sentence of English news has about so many times the signs of its Korean: between these, and near the paragraph's own. */
const LEAST = 0.8
const MOST = 7
const APART = 2.6

const hasDigit = (text: string): boolean => /\d/.test(text)

/**
 * The sentences of a paragraph with their translations, in order; none where the two sides have not as many sentences, or
 * where lengths and numbers make it unlikely that the n-th of one says what the n-th of the other says. One sentence is none:
 * the paragraph itself says it.
 */
export const pairSentences = (source: string, target: string): SentencePair[] => {
  const from = cutSentences(source).map(({ start, end }) => source.slice(start, end).trim())
  const to = cutEnglishSentences(target).map(({ start, end }) => target.slice(start, end))
  if (from.length < 2 || from.length !== to.length || from.some((text) => text === '')) return []
  const whole = target.length / source.length
  let odd = 0
  for (const [place, one] of from.entries()) {
    const other = to[place] as string
    const ratio = other.length / one.length
    if (ratio < LEAST || ratio > MOST || ratio > whole * APART || ratio < whole / APART) return []
    // Small numbers are often words in English; so this may be so once.
    if (hasDigit(one) !== hasDigit(other)) odd++
  }
  if (odd > Math.max(1, from.length / 3)) return []
  return from.map((one, place) => ({ source: one, target: to[place] as string }))
}
