import { pluralOf, singularOf } from '../english/plural.ts'
import { VERB_FORMS, verbForm, type VerbForm } from '../english/verb.ts'
import { englishWords, type EnglishWord } from './englishWords.ts'
import type { FoundTarget } from './target.ts'

/** With its first letter a capital. */
export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

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
export const bentAsThere = (
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
export const casedAsThere = (there: string, from: string, target: string, starts: boolean): string => {
  if (isUpper(there) && !isUpper(from)) return target.toUpperCase()
  if (!/^\p{Ll}/u.test(from) || !/^\p{Lu}/u.test(there)) return target
  const words = englishWords(there)
  const isTitle =
    words.length > 1
      ? words.every(({ text }) => /^\p{Lu}/u.test(text) || SMALL.has(text) || text === '&')
      : !starts
  return isTitle ? titledAll(capitalised(target)) : capitalised(target)
}
