import { englishWords, type EnglishWord } from './englishWords.ts'
import { startsSentence } from './sentence-start.ts'
import { findInWords } from './target.ts'
import { bentAsThere, capitalised, casedAsThere } from './targetForm.ts'

/** UTF-16 code units: what was replaced, in the text before, and what stands there now, in the text after. */
export interface ReplacedPlace {
  start: number
  end: number
  newStart: number
  newEnd: number
}

const ARTICLE = /(^|[^\p{L}\p{N}])(an?)(\s+)$/iu
/** Begins with the sound of a vowel: hour and honest do, use, European and one do not; of letters, those named so. */
const vowelSound = (text: string): boolean => {
  const word = /^[\p{L}\p{N}]+/u.exec(text)?.[0] ?? ''
  if (/^\p{Lu}{2,}/u.test(word)) return /^[AEFHILMNORSX]/u.test(word)
  if (/^(?:8|11|18)/u.test(word)) return true
  if (/^(?:hour|honest|honou?r|heir)/iu.test(word)) return true
  if (/^(?:uni(?!n)|us[aeu]|eu|one\b|once|u[bt]i)/iu.test(word)) return false
  return /^[aeiou]/iu.test(word)
}

/** The word before a place, in the same clause. */
const wordBefore = (text: string, words: readonly EnglishWord[], at: number): EnglishWord | undefined => {
  const word = words.findLast(({ end }) => end <= at)
  return word && /^['’]?s?\s+$/u.test(text.slice(word.end, at)) ? word : undefined
}

/**
 * Replaces every place of `from` in a text by `to`, bent and capitalised as it stood there (joint laboratories → joint
 * labs); an a or an before it follows the new sound, and no article is doubled. Nothing else is touched, nor what is part
 * of the new one already. `only`: no places but these (UTF-16 code units).
 */
export const replaceTarget = (
  text: string,
  from: string,
  to: string,
  only?: readonly { start: number; end: number }[],
): { text: string; places: ReplacedPlace[] } => {
  const places: ReplacedPlace[] = []
  let result = ''
  let last = 0
  const article = /^(the|an?)\s+/iu
  const words = englishWords(text)
  // Where the new one stands already, the old one in it (Wuhan of Wuhan City) is no place to replace.
  const already = findInWords(text, words, to)
  for (const place of findInWords(text, words, from)) {
    if (already.some(({ start, end }) => start <= place.start && place.end <= end)) continue
    if (only && !only.some(({ start, end }) => start === place.start && end === place.end)) continue
    let { start } = place
    const before = text.slice(last, start)
    // The article of the target gives way to the one that stands there, or takes its place.
    const bare = /(?:^|\s)the\s+$/iu.test(before) || ARTICLE.test(before) ? to.replace(article, '') : to
    const there = text.slice(place.start, place.end)
    let target = casedAsThere(
      there,
      from.replace(article, ''),
      bentAsThere(place, from, bare, wordBefore(text, words, place.start)),
      startsSentence(text.slice(Math.max(0, place.start - 80), place.start)),
    )
    const found = ARTICLE.exec(before)
    // A capital A inside a sentence is a letter (Group A laboratory).
    const isLetter =
      found?.[2] === 'A' && /[\p{L}\p{N},]\s+$/u.test(before.slice(0, found.index + (found[1]?.length ?? 0)))
    if (found && !isLetter && /^[\p{L}\p{N}]/u.test(target)) {
      const [, , written = '', gap = ''] = found
      const wanted = vowelSound(target) ? 'an' : 'a'
      if (written.toLowerCase() !== wanted) {
        start -= written.length + gap.length
        target = (/^\p{Lu}/u.test(written) ? capitalised(wanted) : wanted) + gap + target
      }
    }
    result += text.slice(last, start)
    places.push({ start, end: place.end, newStart: result.length, newEnd: result.length + target.length })
    result += target
    last = place.end
  }
  return { text: result + text.slice(last), places }
}
