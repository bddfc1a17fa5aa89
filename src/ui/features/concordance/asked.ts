import { peelParticles } from '#core/korean/particles.ts'

const WORD_SIGN = /[\p{L}\p{M}\p{N}]/u
/** Signs that stand inside a word as long as one goes on behind them: R&D, city’s, 3.5, low-altitude. */
const INSIDE = /[&’'.-]/u
/** Behind Korean they close what was quoted. */
const JOINED = /[\p{Script=Latin}\p{N}]/u
const KOREAN_END = /\p{Script=Hangul}$/u

/**
 * What one most likely wants to look up with the caret in a text: the word it stands in or behind, of Korean without its
 * particles. Empty where there is none.
 */
export const wordAt = (text: string, offset: number): string => {
  const isWord = (at: number): boolean => {
    const sign = text.charAt(at)
    if (WORD_SIGN.test(sign)) return true
    return INSIDE.test(sign) && JOINED.test(text.charAt(at - 1)) && JOINED.test(text.charAt(at + 1))
  }
  let start = offset
  while (start > 0 && isWord(start - 1)) start--
  let end = offset
  while (end < text.length && isWord(end)) end++
  const word = text.slice(start, end).normalize('NFC')
  return KOREAN_END.test(word) ? peelParticles(word).stem : word
}
