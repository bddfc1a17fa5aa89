import { pluralOf, singularOf } from '../english/plural.ts'
import { VERB_FORMS, verbForm, type VerbForm } from '../english/verb.ts'
import { englishWords, type EnglishWord } from './englishWords.ts'
import { startsSentence } from './sentence-start.ts'
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

const PRONOUN = new Set('it he she that which who this what everything'.split(' '))
const BEFORE_NOUN = new Set(
  'a an the this that these those its their his her our your my any some no each every of for in on at to with by from as and or'.split(
    ' ',
  ),
)

/** Whether a first word in -s is a verb there: “it worries us”, “China boosts demand”, not “a components supplier”. */
const isVerbThere = ({ headFirst }: FoundTarget, before: EnglishWord | undefined): boolean => {
  if (!before || before.possessive) return false
  return headFirst ? PRONOUN.has(before.folded) : !BEFORE_NOUN.has(before.folded)
}

/** The target in the singular; SOEs gives SOE, and what is no plural stays. */
const singularWord = (target: string): string => {
  const head = headOf(target)
  if (!head || /^[\p{Lu}\p{N}&]{2,}$/u.test(head.text)) return target
  if (/^[\p{Lu}\p{N}&]{2,}s$/u.test(head.text)) return target.slice(0, head.end - 1) + target.slice(head.end)
  return withWord(target, head, (word) => singularOf(word) ?? word)
}

/** Carry out, set up: no noun. */
const isPhrasal = (target: string): boolean =>
  /^\p{Ll}+ (?:.* )?(?:out|up|on|in|down|off|over|forward|away|back)$/u.test(target)

/** The new target with the plural, singular or verb form the old one had there. `before`: the word before it. */
const bentAsThere = (
  place: FoundTarget,
  from: string,
  to: string,
  before: EnglishWord | undefined,
): string => {
  const { first, head, headFirst } = place
  const verb = (form: VerbForm) => withWord(to, englishWords(to)[0], (word) => verbForm(word, form))
  if ((VERB_FORMS as readonly string[]).includes(first)) return verb(first as VerbForm)
  const many = first === 'plural' && (headFirst || head !== 'plural')
  if (many && (isPhrasal(from) || isVerbThere(place, before))) return verb('third')
  if (head === 'plural') return withWord(to, headOf(to), pluralOf)
  if (head === 'singular') return singularWord(to)
  return to
}

const isUpper = (text: string): boolean => /\p{L}.*\p{L}/u.test(text) && text === text.toUpperCase()
const titledAll = (text: string): string => text.replace(/(?<![\p{L}’'])\p{Ll}[\p{L}]*/gu, titled)

/** `target` in the capitals of what stood there: ALL, Of Every Word, or Of the first. `starts`: a sentence does. */
const casedAsThere = (there: string, from: string, target: string, starts: boolean): string => {
  if (isUpper(there) && !isUpper(from)) return target.toUpperCase()
  if (!/^\p{Ll}/u.test(from) || !/^\p{Lu}/u.test(there)) return target
  const words = englishWords(there)
  const isTitle =
    words.length > 1
      ? words.every(({ text }) => /^\p{Lu}/u.test(text) || SMALL.has(text) || text === '&')
      : !starts
  return isTitle ? titledAll(capitalised(target)) : capitalised(target)
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
