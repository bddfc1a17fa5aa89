import { codePoints, distanceTo, preparePattern, similarityOf, writeCodePoints } from '../text/similarity.ts'

/**
 * The sources of a memory, held so that a look-up compares as few as it can: by length (a text ten characters longer
 * cannot be nine edits away), then by how often characters occur (each that only one side has costs an edit), and
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

/** Classes of characters counted for each unit: one byte each. */
const CLASSES = 128
const classOf = (point: number): number => (Math.imul(point, 0x9e3779b1) >>> 25) & (CLASSES - 1)

/** Units of one length in code points; the counts of unit `at` begin at `at * CLASSES`. */
interface Bucket {
  ids: number[]
  sources: string[]
  counts: Uint8Array
}

/** Counts the characters of each class; at 255 a count stays, which only ever makes two texts look more alike. */
const count = (points: Int32Array, into: Uint8Array, base: number): void => {
  into.fill(0, base, base + CLASSES)
  for (const point of points) {
    const place = base + classOf(point)
    if ((into[place] as number) < 255) into[place] = (into[place] as number) + 1
  }
}

/** At least so many edits lie between two texts with these counts (bag distance). */
const leastEdits = (query: Int32Array, counts: Uint8Array, base: number): number => {
  let apart = 0
  let balance = 0
  for (let at = 0; at < CLASSES; at++) {
    const difference = (query[at] as number) - (counts[base + at] as number)
    const sign = difference >> 31
    balance += difference
    apart += (difference ^ sign) - sign
  }
  return (apart + Math.abs(balance)) >> 1
}

export const createMatchIndex = (): MatchIndex => {
  const byLength = new Map<number, Bucket>()
  const places = new Map<number, { bucket: Bucket; at: number }>()
  let scratch = new Int32Array(256)

  const take = (id: number): void => {
    const place = places.get(id)
    if (place === undefined) return
    const { bucket, at } = place
    const lastId = bucket.ids.pop() as number
    const lastSource = bucket.sources.pop() as string
    if (lastId !== id) {
      bucket.ids[at] = lastId
      bucket.sources[at] = lastSource
      const from = bucket.ids.length * CLASSES
      bucket.counts.copyWithin(at * CLASSES, from, from + CLASSES)
      places.set(lastId, place)
    }
    places.delete(id)
  }

  return {
    get size() {
      return places.size
    },
    set(id, source) {
      take(id)
      const text = source.normalize('NFC')
      const points = codePoints(text)
      let bucket = byLength.get(points.length)
      if (bucket === undefined) {
        bucket = { ids: [], sources: [], counts: new Uint8Array(4 * CLASSES) }
        byLength.set(points.length, bucket)
      }
      const at = bucket.ids.length
      if (bucket.counts.length < (at + 1) * CLASSES) {
        const wider = new Uint8Array(bucket.counts.length * 2)
        wider.set(bucket.counts)
        bucket.counts = wider
      }
      count(points, bucket.counts, at * CLASSES)
      bucket.ids.push(id)
      bucket.sources.push(text)
      places.set(id, { bucket, at })
      if (scratch.length < text.length) scratch = new Int32Array(text.length * 2)
    },
    remove: take,
    search(query, floor, limit) {
      const found: FoundUnit[] = []
      if (limit < 1) return found
      const points = codePoints(query)
      const pattern = preparePattern(points)
      const bytes = new Uint8Array(CLASSES)
      count(points, bytes, 0)
      const counts = Int32Array.from(bytes)
      // The lowest score that still helps: the floor, then that of the worst of a full list.
      let least = floor
      const allowedBy = (length: number): number =>
        Math.floor((Math.max(length, points.length) * (100 - least)) / 100 + 1e-9)
      const reach = [...byLength.keys()]
        .filter((length) => Math.abs(length - points.length) <= allowedBy(length))
        // Nearest lengths first: good matches come early and raise the bar for the rest.
        .sort((a, b) => Math.abs(a - points.length) - Math.abs(b - points.length))
      for (const length of reach) {
        const bucket = byLength.get(length) as Bucket
        let allowed = allowedBy(length)
        if (Math.abs(length - points.length) > allowed) continue
        for (let at = 0; at < bucket.ids.length; at++) {
          if (leastEdits(counts, bucket.counts, at * CLASSES) > allowed) continue
          writeCodePoints(bucket.sources[at] as string, scratch)
          const edits = distanceTo(pattern, scratch, allowed, length)
          if (edits > allowed) continue
          const score = similarityOf(edits, length, points.length)
          if (score < floor) continue
          insert(found, { id: bucket.ids[at] as number, score }, limit)
          if (found.length === limit) {
            least = Math.max(least, (found.at(-1) as FoundUnit).score)
            allowed = allowedBy(length)
          }
        }
      }
      return found
    },
  }
}

const better = (a: FoundUnit, b: FoundUnit): boolean =>
  a.score > b.score || (a.score === b.score && a.id < b.id)

const insert = (found: FoundUnit[], unit: FoundUnit, limit: number): void => {
  let at = found.length
  while (at > 0 && better(unit, found[at - 1] as FoundUnit)) at--
  if (at >= limit) return
  found.splice(at, 0, unit)
  if (found.length > limit) found.pop()
}
