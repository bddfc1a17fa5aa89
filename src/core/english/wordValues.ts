import type { Quantity } from '../model/value.ts'
import { decimal, type Decimal } from '../text/decimal.ts'
import { readEnglishNumeral } from './numerals.ts'
import { ORDINAL_WORDS, readOrdinalWord } from './ordinals.ts'
import type { EnglishValue } from './value.ts'

const FOLD = /(two|three|four|five|six|seven|eight|nine|ten|\d+(?:\.\d+)?)-?fold(?!\p{L})/iuy
const MULTIPLES = new Map([
  ['doubl', 2],
  ['tripl', 3],
  ['quadrupl', 4],
])
const VERB = /(doubl|tripl|quadrupl)(?:e|es|ed|ing)(?![\p{L}-])/iuy
const TWICE = /twice(?!\p{L})/iuy
const FRACTION =
  /(one|two|three|four|five|\d|an?)([ -])(third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth)(s?)(?!\p{L})/iuy
const ORDINAL = new RegExp(
  `(?:\\d+(?:st|nd|rd|th)|${ORDINAL_WORDS.toReversed().join('|')}|No\\. ?\\d+)(?![\\p{L}\\d])`,
  'iuy',
)

/** For the first time, first-ever, First, …: no place in a row. */
const ADVERB = /^(?:first|second)(?: time|-ever|-hand|,| of all)/iu
const RUNNING =
  / (?:straight|consecutive|successive) (year|quarter|month|week|day)(?!s)| (year|quarter|month|week|day) (?:in a row|running)/uy

const matched = (pattern: RegExp, text: string, at: number) => {
  pattern.lastIndex = at
  return pattern.exec(text)
}

/** The value said in one word, or an ordinal, that begins at `at`: threefold, doubled, twice, two-thirds, 12th, No. 1. */
export const readWordValue = (text: string, at: number): EnglishValue | null => {
  const made = (
    end: number,
    as: 'ordinal' | 'fraction' | 'fold' | 'verb' | 'twice',
    unit: string,
    low: Decimal,
  ): EnglishValue => {
    const unitClass = as === 'ordinal' || as === 'fraction' ? as : 'times'
    const meaning: Quantity = { type: 'quantity', low, high: null, unitClass, unit }
    return { start: at, end, meaning, approximation: null, writing: { as }, leads: false }
  }
  const fold = matched(FOLD, text, at)
  if (fold)
    return made(
      at + fold[0].length,
      'fold',
      'times',
      readEnglishNumeral(fold[1] ?? '', 0)?.value ?? decimal(0n),
    )
  const verb = matched(VERB, text, at)
  if (verb)
    return made(
      at + verb[0].length,
      'verb',
      'times',
      decimal(BigInt(MULTIPLES.get((verb[1] ?? '').toLowerCase()) ?? 0)),
    )
  const twice = matched(TWICE, text, at)
  if (twice) return made(at + twice[0].length, 'twice', 'times', decimal(2n))
  const part = matched(FRACTION, text, at)
  // A third laboratory is one more; a third of them is a share.
  if (part && (part[2] === '-' || part[4] === 's' || text.startsWith(' of', at + part[0].length))) {
    const count = /^an?$/iu.test(part[1] ?? '')
      ? decimal(1n)
      : (readEnglishNumeral(text, at)?.value ?? decimal(1n))
    const name = (part[3] ?? '').toLowerCase()
    const below = name === 'quarter' ? 4 : (readOrdinalWord(name) ?? 0)
    return made(at + part[0].length, 'fraction', `1/${below}`, count)
  }
  const ordinal = matched(ORDINAL, text, at)
  if (!ordinal || ADVERB.test(text.slice(at, at + 16))) return null
  const word = ordinal[0].toLowerCase().replace(/^no\. ?/u, '')
  const value = readOrdinalWord(word) ?? Number.parseInt(word, 10)
  const end = at + ordinal[0].length
  const which = made(end, 'ordinal', 'ordinal', decimal(BigInt(value)))
  // A fourth straight year is the end of four years.
  const running = matched(RUNNING, text, end)
  const unit = running?.[1] ?? running?.[2]
  if (unit === undefined) return which
  return {
    ...which,
    meaning: { type: 'quantity', low: decimal(BigInt(value)), high: null, unit, unitClass: 'duration' },
  }
}
