import { peelParticles } from '../korean/particles.ts'
import { type KoreanValue, koreanValues } from '../korean/values.ts'
import { headOfName } from './nameHead.ts'
import type { TermInSource } from './pieces.ts'

/** Stands before and behind the name of a class, where no Korean text has it; a letter, so that it is part of its word. */
const MARK = 'ǂ'

/** Of one unit or of dates; what is counted keeps its counter, as 3개 and 3명 speak of different things. */
const valueClass = ({ meaning, word }: KoreanValue): string => {
  if (meaning.type === 'date') return 'date'
  return /^(?:count|occasion)$/u.test(meaning.unitClass) ? `n${word.replace('인', '명')}` : meaning.unit
}

const PROPER = /^\p{Lu}(?!.*(?:^|\s)\p{Ll}\S{3})/u
const ACRONYM = /^[\p{Lu}\p{N}&.-]+$/u

/**
 * Two names of one kind are one class (허페이시, 청두시), as one can be put for the other without the sentence being
 * another one; the kind is their last syllable where it says one (a city, a province), else that they are names. A name is
 * a term whose translation is written with capitals. Every other term (수출, 반도체, GDP) is a class of its own, however it is
 * written: exports are not imports.
 */
const termClass = (text: string, { start, end, key, targets }: TermInSource): string => {
  const target = targets[0] ?? ''
  if (!PROPER.test(target) || ACRONYM.test(target)) return `${MARK}${key}${MARK}`
  return `${MARK}name${MARK}${headOfName(text.slice(start, end))}`
}

const NUMBERS = /[\d\uff10-\uff19십백천만억조]|반기|[한두세네섯곱덟홉열] /u

/** Values and terms put as their classes; of a value and a term in one place, the one that holds the other. */
const classed = (text: string, terms: readonly TermInSource[]): string => {
  const values = NUMBERS.test(text) ? koreanValues(text) : []
  const stretches = [
    ...values.map((value) => ({
      start: value.start,
      end: value.end,
      as: `${MARK}${valueClass(value)}${MARK}`,
    })),
    ...terms.map((term) => ({ start: term.start, end: term.end, as: termClass(text, term) })),
  ]
  if (stretches.length === 0) return text
  stretches.sort((one, other) => one.start - other.start || other.end - one.end)
  let written = ''
  let last = 0
  for (const [index, { start, end, as }] of stretches.entries()) {
    if (start < last || stretches.some((other, at) => at > index && other.start < end && other.end > end))
      continue
    written += text.slice(last, start) + as
    last = end
  }
  return written + text.slice(last)
}

const stems = new Map<string, string>()

/** A word as it is compared; kept, since the sources compared with one query share most of theirs. */
const stemOf = (eojeol: string): string => {
  const known = stems.get(eojeol)
  if (known !== undefined) return known
  const word = eojeol.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}%]+$/gu, '')
  const stem =
    word === ''
      ? ''
      : peelParticles(word)
          .stem.replace(/\d+(?:[.,]\d+)*/gu, '#')
          .toLowerCase()
  if (stems.size > 20_000) stems.clear()
  stems.set(eojeol, stem)
  return stem
}

const divide = (text: string, terms: readonly TermInSource[]): string[] =>
  classed(text.normalize('NFC'), terms)
    .split(/\s+/u)
    .map(stemOf)
    .filter((word) => word !== '')

const known = new Map<string, readonly string[]>()
const KEPT = 2_000

/**
 * 어절 with their particles taken off: 우한시는 and 우한시의 are one word. Values are compared as classes, whole (2조 2천억
 * 위안 is one word, and one with 3조 위안), and so are the terms given, by their spans in the NFC text. Kept for the
 * sources asked for last, which are asked for again as soon as a neighbouring or resembling text is looked up.
 */
export const comparedWords = (text: string, terms: readonly TermInSource[] = []): readonly string[] => {
  const key =
    text +
    terms
      .map(({ start, end, key: term, targets }) => `\0${start} ${end} ${term} ${targets[0] ?? ''}`)
      .join('')
  const kept = known.get(key)
  if (kept) return kept
  const words = divide(text, terms)
  if (known.size >= KEPT) known.clear()
  known.set(key, words)
  return words
}
