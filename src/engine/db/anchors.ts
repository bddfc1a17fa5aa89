import { carryThroughStructure, makeAnchor, reanchor } from '#core/model/anchor.ts'
import type { Side, SpanAnchor } from '#core/model/annotation.ts'
import { listPlaced, putAnchor, type Placed } from './annotation.ts'
import type { Writer } from './database.ts'

/** A paragraph's texts as far as annotations go. */
export interface Texts {
  id: number
  source: string
  target: string
}

const sameAnchor = (one: SpanAnchor, other: SpanAnchor): boolean =>
  one.start === other.start &&
  one.end === other.end &&
  one.quote === other.quote &&
  one.prefix === other.prefix &&
  one.suffix === other.suffix

const samePlace = (one: Placed, other: Placed): boolean =>
  one.paragraphId === other.paragraphId &&
  one.orphaned === other.orphaned &&
  sameAnchor(one.anchor, other.anchor)

/** Anchors the annotations of one side of a paragraph in its new text. Gives whether any of them moved. */
export const followText = (
  db: Writer,
  paragraphId: number,
  side: Side,
  before: string,
  after: string,
): boolean => {
  let moved = false
  for (const placed of listPlaced(db, [paragraphId])) {
    if (placed.side !== side) continue
    const { orphaned, ...anchor } = reanchor(before, after, placed.anchor)
    const next: Placed = { ...placed, anchor, orphaned }
    if (samePlace(placed, next)) continue
    putAnchor(db, next)
    moved = true
  }
  return moved
}

/**
 * Remembers what a change of structure did to annotations, so that its undo puts back exactly what was there: a span
 * that was cut by a split cannot be told from the texts alone. Lives as long as the window's undo does.
 */
export interface PlaceKeeper {
  keep(change: StructureChange, placed: readonly { before: Placed; after: Placed }[]): void
  /** Where annotations stood before the change that this one takes back; empty when it takes none back. */
  recall(change: StructureChange): Map<number, { before: Placed; after: Placed }>
}

export interface StructureChange {
  before: readonly Texts[]
  after: readonly Texts[]
}

const KEPT_CHANGES = 500

export const createPlaceKeeper = (): PlaceKeeper => {
  const kept = new Map<string, Map<number, { before: Placed; after: Placed }>>()
  const keyOf = (from: readonly Texts[], to: readonly Texts[]): string =>
    JSON.stringify([from, to].map((run) => run.map(({ id, source, target }) => [id, source, target])))
  return {
    keep({ before, after }, placed) {
      // Under the key its undo will ask with.
      const key = keyOf(after, before)
      kept.delete(key)
      if (placed.length > 0) kept.set(key, new Map(placed.map((pair) => [pair.after.id, pair])))
      for (const oldest of kept.keys()) {
        if (kept.size <= KEPT_CHANGES) break
        kept.delete(oldest)
      }
    },
    recall: ({ before, after }) => kept.get(keyOf(before, after)) ?? new Map(),
  }
}

/**
 * Anchors all annotations of a run of paragraphs in the run that takes its place; both hold the same content, white
 * space aside. Gives whether any of them moved.
 */
export const followStructure = (db: Writer, change: StructureChange, places: PlaceKeeper): boolean => {
  const { before, after } = change
  const all = [...new Set([...before, ...after].map(({ id }) => id))]
  const recalled = places.recall(change)
  const texts = (run: readonly Texts[]) => ({
    source: run.map(({ source }) => source),
    target: run.map(({ target }) => target),
  })
  const old = texts(before)
  const fresh = texts(after)
  const standing = new Set(after.map(({ id }) => id))
  const pairs: { before: Placed; after: Placed }[] = []
  for (const placed of listPlaced(db, all)) {
    const next = follow(placed)
    pairs.push({ before: placed, after: next })
    if (!samePlace(placed, next)) putAnchor(db, next)
  }
  places.keep(change, pairs)
  return pairs.some((pair) => !samePlace(pair.before, pair.after))

  function follow(placed: Placed): Placed {
    const earlier = recalled.get(placed.id)
    if (earlier && samePlace(earlier.after, placed) && standing.has(earlier.before.paragraphId))
      return earlier.before
    const paragraphId = standing.has(placed.paragraphId)
      ? placed.paragraphId
      : (after[0]?.id ?? placed.paragraphId)
    if (placed.orphaned) return { ...placed, paragraphId }
    const index = before.findIndex(({ id }) => id === placed.paragraphId)
    if (index < 0) return { ...placed, paragraphId }
    const to = fresh[placed.side]
    const carried = carryThroughStructure(old[placed.side], to, index, placed.anchor)
    const where = after[carried.index]
    const { start, end } = carried.anchor
    if (!where || start >= end) return { ...placed, paragraphId, orphaned: true }
    // Quoted as it stands now: a quotation longer than its span would be lost at the next edit of the text.
    return { ...placed, paragraphId: where.id, anchor: makeAnchor(to[carried.index] ?? '', start, end) }
  }
}
