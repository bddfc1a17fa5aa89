import { codePoints, distanceTo, preparePattern, similarityOf, type CodePoints } from '../text/similarity.ts'

/**
 * The sources of a memory, held so that a look-up compares as few as it can: by length (a text ten characters longer
 * cannot be nine edits away), then by which characters occur (each bit that only one side has costs an edit), and
 * only then by Myers' distance with a limit. Exact: finds what comparing with every unit would find.
 */
export interface MatchIndex {
  set(id: number, source: string): void
  remove(id: number): void
  readonly size: number
  /** Units at or over `floor` (similarity 0–100), best first, then the lower id; at most `limit`. */
  search(query: string, floor: number, limit: number): FoundUnit[]
}

export interface FoundUnit {
  id: number
  /** 0–100; 100 only for an equal source. */
  score: number
}

interface Entry {
  id: number
  points: CodePoints
  /** Two words of bits: which classes of characters occur. */
  low: number
  high: number
}

const bitsOf = (points: CodePoints): [number, number] => {
  let low = 0
  let high = 0
  for (const point of points) {
    const slot = (Math.imul(point, 0x9e3779b1) >>> 26) & 63
    if (slot < 32) low |= 1 << slot
    else high |= 1 << (slot - 32)
  }
  return [low, high]
}

const countBits = (word: number): number => {
  let bits = word - ((word >>> 1) & 0x55555555)
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333)
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

export const createMatchIndex = (): MatchIndex => {
  const byLength = new Map<number, Entry[]>()
  const lengths = new Map<number, number>()

  const take = (id: number): void => {
    const length = lengths.get(id)
    if (length === undefined) return
    lengths.delete(id)
    const bucket = byLength.get(length) ?? []
    const at = bucket.findIndex((entry) => entry.id === id)
    const last = bucket.pop()
    if (last && at < bucket.length) bucket[at] = last
  }

  return {
    get size() {
      return lengths.size
    },
    set(id, source) {
      take(id)
      const points = codePoints(source)
      const [low, high] = bitsOf(points)
      const bucket = byLength.get(points.length)
      const entry = { id, points, low, high }
      if (bucket) bucket.push(entry)
      else byLength.set(points.length, [entry])
      lengths.set(id, points.length)
    },
    remove: take,
    search(query, floor, limit) {
      const points = codePoints(query)
      const pattern = preparePattern(points)
      const [low, high] = bitsOf(points)
      const found: FoundUnit[] = []
      // The lowest score that still helps: the floor, then that of the worst of a full list.
      let least = floor
      const reach = [...byLength.keys()]
        .filter((length) => Math.min(length, points.length) >= (floor / 100) * Math.max(length, points.length) - 1e-9)
        // Nearest lengths first: good matches come early and raise the bar for the rest.
        .sort((a, b) => Math.abs(a - points.length) - Math.abs(b - points.length))
      for (const length of reach) {
        const longer = Math.max(length, points.length)
        let allowed = Math.floor(longer * (1 - least / 100) + 1e-9)
        if (Math.abs(length - points.length) > allowed) continue
        for (const entry of byLength.get(length) ?? []) {
          const only = Math.max(
            countBits(entry.low & ~low) + countBits(entry.high & ~high),
            countBits(low & ~entry.low) + countBits(high & ~entry.high),
          )
          if (only > allowed) continue
          const edits = distanceTo(pattern, entry.points, allowed)
          if (edits === Infinity) continue
          const score = similarityOf(edits, length, points.length)
          if (score < floor) continue
          insert(found, { id: entry.id, score }, limit)
          if (found.length === limit) {
            least = Math.max(least, (found.at(-1) as FoundUnit).score)
            allowed = Math.floor(longer * (1 - least / 100) + 1e-9)
          }
        }
      }
      return found
    },
  }
}

const better = (a: FoundUnit, b: FoundUnit): boolean => a.score > b.score || (a.score === b.score && a.id < b.id)

const insert = (found: FoundUnit[], unit: FoundUnit, limit: number): void => {
  let at = found.length
  while (at > 0 && better(unit, found[at - 1] as FoundUnit)) at--
  if (at >= limit) return
  found.splice(at, 0, unit)
  if (found.length > limit) found.pop()
}
