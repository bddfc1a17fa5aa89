import { pluralOf } from '../english/plural.ts'
import { VERB_FORMS, verbForm, type VerbForm } from '../english/verb.ts'
import { englishWords } from './englishWords.ts'
import { findInWords, type FoundTarget } from './target.ts'

/** UTF-16 code units: what was replaced, in the text before, and what stands there now, in the text after. */
export interface ReplacedPlace {
  start: number
  end: number
  newStart: number
  newEnd: number
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const SMALL = new Set('a an and as at by for from in of on or the to with'.split(' '))
const titled = (word: string): string => (SMALL.has(word) ? word : capitalised(word))

/** The word that takes a plural: the last, or the one before the first preposition (ministers of industry). */
const headOf = (target: string): { start: number; end: number; text: string } | null => {
  const words = englishWords(target)
  const preposition = words.findIndex(
    ({ folded }, at) =>
      at > 0 && ['of', 'for', 'in', 'on', 'at', 'to', 'with', 'by', 'from'].includes(folded),
  )
  return (preposition > 0 ? words[preposition - 1] : words.at(-1)) ?? null
}

const withWord = (
  target: string,
  word: { start: number; end: number; text: string } | null | undefined,
  change: (lower: string) => string,
): string => {
  if (!word) return target
  const bent = change(word.text.toLowerCase())
  const kept = /^\p{Lu}/u.test(word.text) ? capitalised(bent) : bent
  // What is written in capitals only takes an ending behind them: SOEs.
  const acronym = /^[\p{Lu}\p{N}&]{2,}$/u.test(word.text)
  return target.slice(0, word.start) + (acronym ? `${word.text}s` : kept) + target.slice(word.end)
}

/** The new target as the old one stood there: its plural or verb form, its capitals. */
const asThere = (text: string, place: FoundTarget, from: string, to: string): string => {
  let target = to
  const isVerb = (VERB_FORMS as readonly string[]).includes(place.bent)
  if (place.bent === 'plural') target = withWord(to, headOf(to), pluralOf)
  else if (isVerb)
    target = withWord(to, englishWords(to)[0], (word) => verbForm(word, place.bent as VerbForm))
  const there = text.slice(place.start, place.end)
  const lowerBefore = /^\p{Ll}/u.test(from)
  if (lowerBefore && /^\p{Lu}/u.test(there)) {
    const words = englishWords(there)
    const all = words.length > 1 && words.every((word) => /^\p{Lu}/u.test(word.text) || word.text.length < 4)
    if (there.length > 4 && there === there.toUpperCase()) return target.toUpperCase()
    if (all) return target.replace(/(?<![\p{L}’'])\p{Ll}[\p{L}]*/gu, titled)
    return capitalised(target)
  }
  return target
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
  const there = findInWords(text, words, to)
  for (const place of findInWords(text, words, from)) {
    if (there.some(({ start, end }) => start <= place.start && place.end <= end)) continue
    if (only && !only.some(({ start, end }) => start === place.start && end === place.end)) continue
    let { start } = place
    const before = text.slice(last, start)
    // The article of the target gives way to the one that stands there, or takes its place.
    const bare = /(?:^|\s)the\s+$/iu.test(before) || ARTICLE.test(before) ? to.replace(article, '') : to
    let target = asThere(text, place, from.replace(article, ''), bare)
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
