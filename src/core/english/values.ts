import type { Quantity } from '../model/value.ts'
import { scaled } from '../text/decimal.ts'
import { readEnglishDate } from './dates.ts'
import { readEnglishNumeral, scalePower } from './numerals.ts'
import { readCurrencySign, readEnglishUnit } from './units.ts'
import type { EnglishValue, NumeralPart, Writing } from './value.ts'
import { readWordValue } from './wordValues.ts'

export type { EnglishValue } from './value.ts'

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
    else value = readWordValue(text, at) ?? quantityAt(text, at)
    if (value) {
      values.push(value)
      last = value.end
    } else if (/\d/u.test(text.charAt(at))) last = at + (/^[\d.,]*\d/u.exec(text.slice(at))?.[0].length ?? 1)
  }
  return values
}
