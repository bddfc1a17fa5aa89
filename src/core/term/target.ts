import type { MatchableTerm, TermId } from '../model/term.ts'
import { englishWords, type EnglishWord } from './englishWords.ts'
import { formOf, type Bending, type WordForm } from './wordForms.ts'

/**
 * Where a term's translation stands in an English text, UTF-16 code units, without a possessive ending. `same`: letter
 * for letter; `case`: capitals differ, or an & stands for and; `inflected`: plural, form of a verb, British or American; `hyphenated`: its
 * words are joined or parted otherwise (high-speed rail, high speed rail).
 */
export interface TargetPlace {
  start: number
  end: number
  form: 'same' | 'case' | 'inflected' | 'hyphenated'
}

/** A place with what a replacement has to know. */
export interface FoundTarget extends TargetPlace {
  /** How the first word stands there, which bends where the target is a verb, and the head, where it is a noun. */
  first: WordForm
  head: WordForm
  /** The head is the first word. */
  headFirst: boolean
  /** Whether the target ends with a bracket that is closed. */
  closes: boolean
}

const PREPOSITION = new Set('of for in on at to with by from and'.split(' '))

/** A target divided for the search. */
interface Wanted {
  words: EnglishWord[]
  bending: Bending[]
  /** Index of the word that takes a plural. */
  head: number
  closes: boolean
}

const wantedWords = (target: string): Wanted => {
  const all = englishWords(target)
  const first = all[0]
  const isArticle = first !== undefined && all[1]?.before === 'space' && /^(?:the|an?)$/u.test(first.folded)
  const words = isArticle ? all.slice(1) : all
  const named = /^\p{Lu}/u.test(words[0]?.text ?? '')
  const isHead = (at: number): boolean =>
    at === words.length - 1 || PREPOSITION.has(words[at + 1]?.folded ?? '')
  const bending = words.map((_, at): Bending => (!named && at === 0 ? 'any' : isHead(at) ? 'noun' : 'none'))
  const head = words.findIndex((_, at) => isHead(at))
  return { words, bending, head, closes: target.endsWith(')') }
}

/** The ways a target may stand: as it is, and without what it has in brackets. */
const readings = (target: string): Wanted[] => {
  const short = target.replace(/\s*\([^)]*\)/gu, '').trim()
  return (short === '' || short === target ? [target] : [target, short])
    .map(wantedWords)
    .filter(({ words }) => words.length > 0)
}

/** Two words of one side as one word of the other. */
const joined = (one: EnglishWord, other: EnglishWord): EnglishWord => ({
  text: one.text + other.text,
  folded: one.folded + other.folded,
  start: one.start,
  end: other.end,
  possessive: other.possessive,
  before: one.before,
  between: one.between,
})

const plain = (signs: string): string => signs.replaceAll('’', "'")

/** Whether two words of a text follow each other as those of the target do, give or take a hyphen for a space. */
const meet = (
  before: EnglishWord | undefined,
  word: EnglishWord,
  wishBefore: EnglishWord | undefined,
  wish: EnglishWord,
): boolean => {
  if (before?.possessive !== wishBefore?.possessive) return false
  if (word.before === 'other' || wish.before === 'other') return plain(word.between) === plain(wish.between)
  // A-share is not a share.
  return word.before === wish.before || (wishBefore?.text.length ?? 0) > 1
}

const matchAt = (words: readonly EnglishWord[], from: number, wanted: Wanted): FoundTarget | null => {
  let at = from
  let hyphens = false
  let cased = false
  let bent = false
  const forms: WordForm[] = []
  for (let want = 0; want < wanted.words.length; want++, at++) {
    const word = words[at]
    const wish = wanted.words[want]
    if (!word || !wish) return null
    if (want > 0) {
      if (!meet(words[at - 1], word, wanted.words[want - 1], wish)) return null
      if (word.before !== wish.before) hyphens = true
    }
    const bending = wanted.bending[want] ?? 'none'
    const wanting = want
    let form = formOf(word, wish, bending)
    const next = words[at + 1]
    const nextWish = wanted.words[want + 1]
    // e-commerce for ecommerce: a hyphen in the text where the term has none.
    if (form === null && next?.before === 'hyphen') {
      form = formOf(joined(word, next), wish, bending)
      if (form !== null) {
        at++
        hyphens = true
      }
    }
    // And ecommerce for e-commerce.
    if (form === null && nextWish?.before === 'hyphen') {
      form = formOf(word, joined(wish, nextWish), wanted.bending[want + 1] ?? 'none')
      if (form !== null) {
        want++
        hyphens = true
      }
    }
    if (form === null) return null
    if (form === 'case') cased = true
    else if (form !== 'same') bent = true
    for (let each = wanting; each <= want; each++) forms[each] = form
  }
  const [begins, ends] = [words[from], words[at - 1]]
  const [first, head] = [forms[0], forms[wanted.head]]
  if (!begins || !ends || !first || !head) return null
  const form = bent ? 'inflected' : hyphens ? 'hyphenated' : cased ? 'case' : 'same'
  const { closes } = wanted
  return { start: begins.start, end: ends.end, form, first, head, headFirst: wanted.head === 0, closes }
}

/** As `findTarget`, in the words of the text already divided. */
export const findInWords = (text: string, words: readonly EnglishWord[], target: string): FoundTarget[] => {
  const found: FoundTarget[] = []
  const ways = readings(target)
  for (let at = 0; at < words.length; at++) {
    const word = words[at]
    if (!word || word.start < (found.at(-1)?.end ?? 0)) continue
    for (const way of ways) {
      const place = matchAt(words, at, way)
      if (!place) continue
      if (place.closes && text.charAt(place.end) === ')') place.end++
      found.push(place)
      break
    }
  }
  return found
}

/**
 * Every place where a translation stands in a text, left to right, never overlapping. Whole words only; a leading
 * article of the target is not asked for, nor what it has in brackets.
 */
export const findTarget = (text: string, target: string): TargetPlace[] =>
  findInWords(text, englishWords(text), target).map(({ start, end, form }) => ({ start, end, form }))

/**
 * Which translations of a hit's terms stand in a text, in the order of the terms. Where one lies within a longer one
 * (Hubei in Hubei Province), the longer one stands there alone.
 */
export const renderingOf = (
  text: string,
  terms: readonly Pick<MatchableTerm, 'id' | 'target'>[],
): { termId: TermId; places: TargetPlace[] }[] => {
  const words = englishWords(text)
  const all = terms.map(({ id, target }) => ({ termId: id, places: findInWords(text, words, target) }))
  const longer = (place: TargetPlace) =>
    all.some(({ places }) =>
      places.some(
        (other) =>
          other.start <= place.start &&
          place.end <= other.end &&
          other.end - other.start > place.end - place.start,
      ),
    )
  return all.flatMap(({ termId, places }) => {
    const own = places
      .filter((place) => !longer(place))
      .map(({ start, end, form }): TargetPlace => ({ start, end, form }))
    return own.length === 0 ? [] : [{ termId, places: own }]
  })
}
