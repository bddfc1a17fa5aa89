import type { Quantity, Value } from '../model/value.ts'
import { decimal, type Decimal, scaled } from '../text/decimal.ts'
import { type EnglishDate, readEnglishDate } from './dates.ts'
import {
  type NumeralStyle,
  ORDINAL_WORDS,
  readEnglishNumeral,
  readOrdinalWord,
  scalePower,
} from './numerals.ts'
import { readCurrencySign, readEnglishUnit } from './units.ts'

/** A number inside a value: where it stands and how it is written. */
export interface NumeralPart {
  value: Decimal
  start: number
  end: number
  style: NumeralStyle
}

/** How a value is written, for writing another one alike. */
export type Writing =
  | { as: 'date'; date: EnglishDate }
  /** `unit`: the word of the unit and what stands before it; null for a sign before the number, and for what is counted. */
  | { as: 'quantity'; numerals: NumeralPart[]; unit: { gap: string; word: string } | null }
  | { as: 'ordinal' | 'fraction' | 'fold' | 'verb' | 'twice' }

export interface EnglishValue extends Value {
  meaning: Value['meaning']
  writing: Writing
  /** A year within what may be a name: the 2025 World Expo. */
  leads: boolean
}

const NAMED_BEFORE =
  /(?:^|[^\p{L}\p{N}])(?:(?:version|chapter|article|section|phase|level|type|model|grade|tier|class|route|line|group|page|[nN]os?\.?)|([\p{Ll}]?\p{Lu}[\p{L}\p{N}’'-]*)) $/u
/** Capitals of a sentence's first word before a number. */
const PLAIN = new Set(
  'In By With About Some Over From The A Of Nearly All And At Only Its For To As But Around Up Since Another These Those Their Other Roughly Almost Under Between Until During After Before On Last This Next Early Late Through China’s'.split(
    ' ',
  ),
)

/** Whether digits at `at` belong to a name: Global 500, Vision 2035, Article 3, version 3.5. */
const isNamed = (text: string, at: number): boolean => {
  const found = NAMED_BEFORE.exec(text.slice(Math.max(0, at - 30), at))
  return found !== null && !(found[1] !== undefined && PLAIN.has(found[1]))
}

/** Rose by 10,000 to 120,000: two numbers, no range. */
const STEP = /\b(?:by|up|down|of) (?:about |some |around |more than )?$/iu
const RANGE = /\s?[-–—]\s?(?=[\d$€£¥])| to (?=[\p{L}\d$€£¥])/uy
const CODE = /^(?: ?[ap]\.?m\b|[:/]\d|\.\d|\p{L}|-\d+-|-\p{Lu}{2})/u

const quantityAt = (text: string, at: number): EnglishValue | null => {
  const sign = readCurrencySign(text, at)
  const from = sign?.end ?? at
  const low = readEnglishNumeral(text, from, sign !== null)
  if (!low) return null
  let end = low.end
  const numerals: NumeralPart[] = [{ value: low.value, start: from, end, style: low.style }]
  RANGE.lastIndex = end
  const ranged = RANGE.exec(text)
  if (ranged && !(ranged[0] === ' to ' && STEP.test(text.slice(Math.max(0, at - 20), at)))) {
    const again = end + ranged[0].length
    const next = readCurrencySign(text, again)?.end ?? again
    const high = readEnglishNumeral(text, next, sign !== null)
    // “Rose to 5 billion”, “from 3 to a record”: a number must follow, written as the first is.
    if (high && high.style.words === low.style.words) {
      const power = scalePower(high.style.scale)
      // 2-3 million: the scale is said once.
      const both = low.style.scale === '' && power !== undefined
      numerals[0] = {
        ...{ start: from, end, style: both ? { ...low.style, scale: high.style.scale, gap: '' } : low.style },
        value: both ? scaled(low.value, power) : low.value,
      }
      numerals.push({ value: high.value, start: next, end: high.end, style: high.style })
      end = high.end
    }
  }
  const measure = sign ? null : readEnglishUnit(text, end)
  const written = text.slice(from, low.end)
  const plain = !sign && !measure && low.style.scale === '' && /^\d+(?:\.\d+)?$/u.test(written)
  if (plain && isNamed(text, at)) return null
  if (!measure && CODE.test(text.slice(end, end + 4))) return null
  const meaning: Quantity = {
    type: 'quantity',
    low: numerals[0]?.value ?? low.value,
    high: numerals[1]?.value ?? null,
    unitClass: sign ? 'money' : (measure?.unitClass ?? 'count'),
    unit: sign?.unit ?? measure?.unit ?? 'count',
  }
  const unit = measure ? { gap: measure.gap, word: measure.word } : null
  const writing: Writing = { as: 'quantity', numerals, unit }
  return { start: at, end: measure?.end ?? end, meaning, approximation: null, writing, leads: false }
}

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

const specialAt = (text: string, at: number): EnglishValue | null => {
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

/** The beginnings of all that can be a value, so that other words are passed over at once. */
const STARTS = new RegExp(
  '(?<![\\p{L}\\p{N}_])(?:\\d|[$€£¥￥₩]|(?:US|U\\.S\\.|HK|NT|A|S)\\$|(?:RMB|CNY|USD|KRW|JPY|EUR|GBP|CN¥|JP¥)|Q[1-4]|H[12]|' +
    '(?:an?|one|two|three|four|five|six|seven|eigh|nin|ten|eleven|twel|thir|fif|twen|for|dozen|firs|sec|latter|hund|' +
    'doubl|tripl|quadrupl|twice|no\\.|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?=\\p{L}*))',
  'giu',
)

/**
 * Values of an English text in its order, never overlapping: quantities, percentages, multiples, ordinals, dates. What is
 * part of a name or a code (Z-20, 5G, Global 500, COVID-19) is left out.
 */
export const englishValues = (text: string): EnglishValue[] => {
  const values: EnglishValue[] = []
  let last = 0
  for (const { index: at } of text.matchAll(STARTS)) {
    if (at < last) continue
    // Z-20, 2.5-3, -3.5: behind a hyphen of a name, a point within a number, or a sign that belongs to it.
    const before = text.slice(Math.max(0, at - 2), at)
    if (/\d/u.test(text.charAt(at)) && /[\p{L}\p{N}][-–.,/:]$|(?:^|[\s(])[-−]$/u.test(before)) {
      last = at + (/^[\d.,]*\d/u.exec(text.slice(at))?.[0].length ?? 1)
      continue
    }
    const date = readEnglishDate(text, at)
    const years = date !== null && date.parts.every(({ field }) => field === 'year' || field === 'toYear')
    let value: EnglishValue | null
    if (date && !(years && (isNamed(text, at) || readEnglishUnit(text, date.end) !== null)))
      value = {
        ...{
          start: at,
          end: date.end,
          meaning: date.date,
          approximation: null,
          writing: { as: 'date', date },
        },
        leads: years && /^ \p{Lu}/u.test(text.slice(date.end, date.end + 2)),
      }
    else value = specialAt(text, at) ?? quantityAt(text, at)
    if (value) {
      values.push(value)
      last = value.end
    } else if (/\d/u.test(text.charAt(at))) last = at + (/^[\d.,]*\d/u.exec(text.slice(at))?.[0].length ?? 1)
  }
  return values
}
