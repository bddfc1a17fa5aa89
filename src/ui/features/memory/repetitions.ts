import type { RepetitionGroup } from '#contract/pretranslate.ts'

/** A paragraph whose source stands elsewhere, too. */
export interface Repetition {
  /** How often it stands in the article, this one counted. */
  count: number
  /** Kept apart: propagation leaves it alone. */
  apart: boolean
}

export const repetitionsById = (groups: readonly RepetitionGroup[]): Map<number, Repetition> =>
  new Map(
    groups.flatMap(({ paragraphs }) =>
      paragraphs.map(({ paragraphId, apart }) => [paragraphId, { count: paragraphs.length, apart }]),
    ),
  )
