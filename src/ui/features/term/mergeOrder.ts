import { TERM_STATUSES, type Term } from '#core/model/term.ts'
import { call } from '../../app/client.ts'

export const usesOf = async (ids: readonly number[]): Promise<ReadonlyMap<number, number>> =>
  new Map((await call('term.uses', { ids: [...ids] })).map(({ id, uses }) => [id, uses]))

/**
 * The id of the term one would keep: one that can be changed, the most used, then the one of the better status, then the
 * oldest.
 */
export const likeliest = (
  terms: readonly Term[],
  uses: ReadonlyMap<number, number>,
  isReadOnly: (glossaryId: number) => boolean,
): number =>
  [...terms].sort(
    (one, other) =>
      Number(isReadOnly(one.glossaryId)) - Number(isReadOnly(other.glossaryId)) ||
      (uses.get(other.id) ?? 0) - (uses.get(one.id) ?? 0) ||
      TERM_STATUSES.indexOf(one.status) - TERM_STATUSES.indexOf(other.status) ||
      one.id - other.id,
  )[0]?.id ?? 0
