import type { Decimal } from '../text/decimal.ts'
import type { TextSpan } from './memory.ts'

/** What a quantity is measured in; `count` is of things that are not measured but counted. */
export type UnitClass =
  | 'money'
  | 'percentage'
  | 'points'
  | 'area'
  | 'length'
  | 'weight'
  | 'volume'
  | 'power'
  | 'energy'
  | 'temperature'
  | 'duration'
  | 'age'
  | 'times'
  | 'occasion'
  | 'ordinal'
  | 'fraction'
  | 'count'

/**
 * A number with what it is of. `unit` is the same word in both languages: a currency code (CNY), a sign (%, m2, km, t),
 * `year`, `times`, `ordinal`, `count`, and of thirds and quarters `1/3`, `1/4`.
 */
export interface Quantity {
  type: 'quantity'
  low: Decimal
  /** The other end of a range; null where it is none. */
  high: Decimal | null
  unitClass: UnitClass
  unit: string
}

/** A calendar date or period as far as the text says it; what it leaves open is missing. `to…` ends a period. */
export interface CalendarDate {
  type: 'date'
  year?: number
  month?: number
  day?: number
  quarter?: number
  /** Of a year: 1 or 2. */
  half?: number
  toYear?: number
  toMonth?: number
  toDay?: number
  toQuarter?: number
}

export type Meaning = Quantity | CalendarDate

/** Said with the number itself: `about` 약, `over` 여 and 이상, `under` 미만 … */
export type Approximation = 'about' | 'over' | 'atLeast' | 'under' | 'atMost' | 'nearly'

/** A value that stands in a text; the span leaves out words of approximation that stand apart from it. */
export interface Value extends TextSpan {
  meaning: Meaning
  approximation: Approximation | null
}

const DATE_FIELDS = [
  ...(['year', 'month', 'day', 'quarter', 'half'] as const),
  ...(['toYear', 'toMonth', 'toDay', 'toQuarter'] as const),
] as const
export type DateField = (typeof DATE_FIELDS)[number]

/** The fields a date says, in a fixed order. */
export const saidFields = (date: CalendarDate): DateField[] =>
  DATE_FIELDS.filter((field) => date[field] !== undefined)

const said = ({ digits, places }: Decimal): string => `${digits}e-${places}`

/** Equal for equal meanings, however they are written. */
export const meaningKey = (meaning: Meaning): string =>
  meaning.type === 'date'
    ? saidFields(meaning)
        .map((field) => `${field}=${meaning[field] ?? ''}`)
        .join()
    : `${meaning.unit} ${said(meaning.low)}${meaning.high ? `~${said(meaning.high)}` : ''}`

/** Equal for values that can stand for one another in a sentence: of one unit, or dates that say the same fields. */
export const meaningClass = (meaning: Meaning): string =>
  meaning.type === 'date'
    ? `date ${saidFields(meaning).join()}`
    : `${meaning.unitClass === 'fraction' ? 'fraction' : meaning.unit}${meaning.high ? ' range' : ''}`
