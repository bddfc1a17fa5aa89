import type { TranslationUnit } from '#core/model/memory.ts'

type Weighed = Pick<TranslationUnit, 'id' | 'useCount' | 'updatedAt' | 'target'>

/** The unit most likely to be kept: one with a translation, the most used, then the latest. 0 of none. */
export const likeliest = (units: readonly Weighed[]): number =>
  [...units].sort(
    (one, other) =>
      Number(other.target !== '') - Number(one.target !== '') ||
      other.useCount - one.useCount ||
      other.updatedAt.localeCompare(one.updatedAt),
  )[0]?.id ?? 0
