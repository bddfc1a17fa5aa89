import type { FoundUnit } from '#core/memory/scan.ts'
import { codePoints, distanceTo, preparePattern, similarityOf } from '#core/text/similarity.ts'

/** Texts as they are compared: NFC code points, one behind the other. The id of each is its place plus one. */
export interface Texts {
  count: number
  points: Int32Array
  starts: Int32Array
}

export const textsOf = (sources: readonly { source: string }[]): Texts => {
  const starts = new Int32Array(sources.length + 1)
  sources.forEach(({ source }, at) => (starts[at + 1] = (starts[at] as number) + codePoints(source).length))
  const points = new Int32Array(starts[sources.length] as number)
  sources.forEach(({ source }, at) => points.set(codePoints(source), starts[at]))
  return { count: sources.length, points, starts }
}

const best = (found: FoundUnit[], limit: number): FoundUnit[] =>
  found.sort((one, other) => other.score - one.score || one.id - other.id).slice(0, limit)

/**
 * Compares a text with the first `count` of all. With `within`, those are left out whose length alone keeps them under the
 * floor, and a comparison ends where they cannot reach it any more: the same is found.
 */
export const compareAll = (
  texts: Texts,
  query: string,
  {
    floor,
    limit,
    count = texts.count,
    within = false,
  }: { floor: number; limit: number; count?: number; within?: boolean },
): FoundUnit[] => {
  const asked = codePoints(query)
  const pattern = preparePattern(asked)
  const found: FoundUnit[] = []
  for (let at = 0; at < count; at++) {
    const [from, to] = [texts.starts[at] as number, texts.starts[at + 1] as number]
    const length = to - from
    const longer = Math.max(length, asked.length)
    const most = within ? Math.floor((longer * (100 - floor)) / 100 + 1e-9) : Infinity
    if (Math.abs(length - asked.length) > most) continue
    const edits = distanceTo(pattern, texts.points.subarray(from, to), most)
    if (edits > most) continue
    const score = similarityOf(edits, length, asked.length)
    if (score >= floor) found.push({ id: at + 1, score })
  }
  return best(found, limit)
}

/** Levenshtein as it is written in books, to hold the faster ways against. */
export const plainDistance = (a: Int32Array, b: Int32Array): number => {
  let row = Int32Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let up = 1; up <= a.length; up++) {
    const next = new Int32Array(b.length + 1)
    next[0] = up
    for (let left = 1; left <= b.length; left++)
      next[left] = Math.min(
        (row[left] as number) + 1,
        (next[left - 1] as number) + 1,
        (row[left - 1] as number) + (a[up - 1] === b[left - 1] ? 0 : 1),
      )
    row = next
  }
  return row[b.length] as number
}
