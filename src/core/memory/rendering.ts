import type { EnglishValue } from '../english/values.ts'
import { type CalendarDate, type Quantity, saidFields, type Value } from '../model/value.ts'
import { type Decimal, rounded, sameDecimal, scaled } from '../text/decimal.ts'
import { scalePower } from '../english/numerals.ts'

/**
 * How an English value renders a Korean one. `same`: says just that. `part`: a date that says more than its source (July
 * 11 for 11일) or less (July 11 for 2025년 7월 11일). `rounded`: as far as its digits go.
 */
export type Rendering = 'same' | 'part' | 'rounded'

/** What is counted in Korean has no unit in English, save that times are counted, and years of age named. */
const sameUnit = (korean: Quantity, english: Quantity): boolean => {
  if (korean.unit === english.unit) return true
  if (korean.unitClass === 'count') return english.unit === 'count'
  if (korean.unitClass === 'occasion') return english.unit === 'times'
  if (korean.unitClass === 'age') return english.unit === 'year' || english.unit === 'count'
  return false
}

const sameRange = (korean: Quantity, english: Quantity): boolean =>
  sameDecimal(korean.low, english.low) &&
  (korean.high === null
    ? english.high === null
    : english.high !== null && sameDecimal(korean.high, english.high))

const isRounded = (value: Decimal, english: EnglishValue): boolean => {
  if (english.writing.as !== 'quantity' || english.writing.numerals.length !== 1) return false
  const [numeral] = english.writing.numerals
  if (!numeral || numeral.style.words) return false
  const power = -(scalePower(numeral.style.scale) ?? 0)
  return sameDecimal(rounded(scaled(value, power), numeral.style.places), scaled(numeral.value, power))
}

const dateRendering = (korean: CalendarDate, english: CalendarDate): Rendering | null => {
  const own = saidFields(korean)
  const theirs = saidFields(english)
  const shared = own.filter((field) => english[field] !== undefined)
  if (shared.some((field) => korean[field] !== english[field])) return null
  const more = theirs.filter((field) => korean[field] === undefined)
  const less = own.filter((field) => english[field] === undefined)
  if (more.length === 0 && less.length === 0) return 'same'
  // The year may be left open on one side, and the month of a day in Korean.
  const dated = shared.some((field) => field !== 'year')
  const open = (field: string) => field === 'year' || (field === 'month' && korean.day !== undefined)
  return dated && more.every(open) && less.every((field) => field === 'year') ? 'part' : null
}

/** Whether and how an English value renders a Korean one; null where it does not. */
export const renders = (korean: Value, english: EnglishValue): Rendering | null => {
  const [one, other] = [korean.meaning, english.meaning]
  if (one.type === 'date' || other.type === 'date')
    return one.type === 'date' && other.type === 'date' ? dateRendering(one, other) : null
  if (!sameUnit(one, other)) return null
  if (sameRange(one, other)) return 'same'
  return one.high === null && isRounded(one.low, english) ? 'rounded' : null
}
