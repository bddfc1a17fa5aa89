import type { FoundUnit } from './scan.ts'

/** The best found so far, over all that is searched for one text. */
export interface BestFound {
  /** Best first, then the lower unit; at most `limit`. */
  found: FoundUnit[]
  /** Similarity 0–100 under which nothing is wanted. */
  floor: number
  limit: number
  /** Under it nothing can come in any more: the floor, or the last of `found` once there are enough. */
  least: number
}

export const startSearch = (floor: number, limit: number): BestFound => ({
  found: [],
  floor,
  limit,
  least: floor,
})

export const offer = (best: BestFound, unit: FoundUnit): void => {
  const { found, limit } = best
  let at = found.length
  while (at > 0 && better(unit, found[at - 1] as FoundUnit)) at--
  if (at >= limit) return
  found.splice(at, 0, unit)
  if (found.length > limit) found.pop()
  if (found.length === limit) best.least = Math.max(best.least, (found.at(-1) as FoundUnit).score)
}

const better = (a: FoundUnit, b: FoundUnit): boolean =>
  a.score > b.score || (a.score === b.score && a.id < b.id)
