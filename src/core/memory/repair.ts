import type { Repair, TextSpan, ValueDifference } from '../model/memory.ts'

/** A term that stands in one of the two sources, as the matcher found it. */
export interface TermInSource extends TextSpan {
  /** Equal for the same term in both sources. */
  key: string
  /** Its translations, the preferred one first. */
  targets: readonly string[]
}

export interface ComparedPair {
  /** The source of the unit, and the text that is to be translated. */
  from: string
  to: string
  /** The unit's target. */
  target: string
  fromTerms: readonly TermInSource[]
  toTerms: readonly TermInSource[]
}

/** Amounts, numbers, percentages and dates of the two sources that differ, in the order of the text. */
export const differingValues = (_pair: ComparedPair): ValueDifference[] => []

/** Places of the unit's target that the difference of the sources most likely touches, ascending. */
export const touchedPlaces = (_pair: ComparedPair): TextSpan[] => []

/** The unit's target with what differs replaced; null where nothing can be. */
export const repairTarget = (_pair: ComparedPair): Repair | null => null
