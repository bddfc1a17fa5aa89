import type { Value } from '../model/value.ts'
import type { Decimal } from '../text/decimal.ts'
import type { EnglishDate } from './dates.ts'
import type { NumeralStyle } from './numerals.ts'

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
