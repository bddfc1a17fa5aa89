import type { PackedMemory } from './packed.ts'
import type { Needle } from './needle.ts'
import { textsWithSigns, textsWithWords } from './packedNeedle.ts'
import { offer, startSearch } from './bestFound.ts'
import { askText, createPackedSearch, type PackedSearch } from './packedSearch.ts'
import { createMatchIndex, type FoundUnit } from './scan.ts'

/** A unit as the index holds it. Texts are NFC. */
export interface IndexedUnit {
  id: number
  memoryId: number
  source: string
  target: string
}

/**
 * All units that are looked up: most of them packed, in segments that never change; what came or changed since in a
 * small overlay that is scanned. Of each unit is known where it is valid: what stands of it elsewhere is stale.
 */
export interface MemoryIndex {
  /**
   * Takes a segment over; its units are valid there from now on, wherever they were before, but for those in `newer`.
   * Gives its number.
   */
  addSegment(packed: PackedMemory, newer?: ReadonlySet<number>): number
  /** Drops a segment whose units are in another one, or gone. */
  dropSegment(number: number): void
  segments(): { number: number; packed: PackedMemory; valid: number }[]
  /** Ids of a segment that are not valid there any more. */
  stale(number: number): number[]
  put(unit: IndexedUnit): void
  remove(id: number): void
  has(id: number): boolean
  /** Units of the overlay, in no order. */
  overlay(): IndexedUnit[]
  readonly size: number
  /** Memories that are asked; until it is said, all. */
  lookUp(memoryIds: ReadonlySet<number>): void
  /** A memory is gone with all its units. */
  forget(memoryId: number): void
  /**
   * Units at or over `floor` (similarity 0–100), best first, then the lower id; at most `limit`. With `memoryIds` of these
   * memories alone.
   */
  search(text: string, floor: number, limit: number, memoryIds?: ReadonlySet<number>): FoundUnit[]
  /**
   * Ids of units that may have what is searched for, the latest first; all that do are among them. Null where nothing
   * is known of what they have to have, and, unless a list is wanted `anyway`, where so many may have it that the first
   * page is found sooner by looking at the latest.
   */
  candidates(
    needle: Needle,
    side: 'source' | 'target' | 'both',
    options?: { memoryIds?: ReadonlySet<number>; anyway?: boolean },
  ): number[] | null
}

/** Where a unit is valid: 0 nowhere, 1 in the overlay, from 2 on in a segment. */
const NOWHERE = 0
const OVERLAY = 1
const FIRST_SEGMENT = 2

interface Segment {
  number: number
  packed: PackedMemory
  search: PackedSearch
}

export const createMemoryIndex = (): MemoryIndex => {
  let home = new Uint8Array(1 << 12)
  const segments: Segment[] = []
  const units = new Map<number, IndexedUnit>()
  const scan = createMatchIndex()
  let asked: ReadonlySet<number> | null = null
  let size = 0

  const reach = (id: number): void => {
    if (id < home.length) return
    let length = home.length
    while (length <= id) length *= 2
    const larger = new Uint8Array(length)
    larger.set(home)
    home = larger
  }

  const move = (id: number, to: number): void => {
    reach(id)
    const before = home[id] as number
    if (before === OVERLAY && to !== OVERLAY) {
      units.delete(id)
      scan.remove(id)
    }
    size += (to === NOWHERE ? 0 : 1) - (before === NOWHERE ? 0 : 1)
    home[id] = to
  }

  const freeNumber = (): number => {
    const taken = new Set(segments.map(({ number }) => number))
    let number = FIRST_SEGMENT
    while (taken.has(number)) number++
    return number
  }

  const isAsked = (memoryId: number): boolean => asked === null || asked.has(memoryId)

  const isValid = ({ packed: { ids, owners }, number }: Segment, text: number): boolean =>
    home[ids[text] as number] === number && isAsked(owners[text] as number)

  return {
    addSegment(packed, newer) {
      const number = freeNumber()
      for (const id of packed.ids) if (!newer?.has(id)) move(id, number)
      segments.push({ number, packed, search: createPackedSearch(packed) })
      return number
    },
    dropSegment(number) {
      const at = segments.findIndex((segment) => segment.number === number)
      const [dropped] = at < 0 ? [] : segments.splice(at, 1)
      for (const id of dropped?.packed.ids ?? []) if (home[id] === number) move(id, NOWHERE)
    },
    segments: () =>
      segments.map(({ number, packed }) => {
        let valid = 0
        for (const id of packed.ids) if (home[id] === number) valid++
        return { number, packed, valid }
      }),
    stale(number) {
      const segment = segments.find((each) => each.number === number)
      return Array.from(segment?.packed.ids ?? []).filter((id) => home[id] !== number)
    },
    put(unit) {
      move(unit.id, OVERLAY)
      units.set(unit.id, unit)
      scan.set(unit.id, unit.source)
    },
    remove: (id) => move(id, NOWHERE),
    has: (id) => (home[id] ?? NOWHERE) !== NOWHERE,
    overlay: () => [...units.values()],
    get size() {
      return size
    },
    lookUp(memoryIds) {
      asked = memoryIds
    },
    forget(memoryId) {
      for (const { number, packed } of segments)
        for (let text = 0; text < packed.count; text++)
          if (packed.owners[text] === memoryId && home[packed.ids[text] as number] === number)
            move(packed.ids[text] as number, NOWHERE)
      for (const unit of units.values()) if (unit.memoryId === memoryId) move(unit.id, NOWHERE)
    },
    search(text, floor, limit, memoryIds) {
      const best = startSearch(floor, limit)
      const isWanted = (memoryId: number): boolean => memoryIds === undefined || memoryIds.has(memoryId)
      const some = asked !== null || memoryIds !== undefined
      // The overlay first: what was confirmed a moment ago is what is most likely wanted, and raises the bar.
      for (const found of scan.search(text, floor, some ? units.size : limit)) {
        const memoryId = units.get(found.id)?.memoryId ?? 0
        if (isAsked(memoryId) && isWanted(memoryId)) offer(best, found)
      }
      const prepared = askText(text)
      for (const segment of segments)
        segment.search.search(
          prepared,
          best,
          (place) => isValid(segment, place) && isWanted(segment.packed.owners[place] as number),
        )
      return best.found
    },
    candidates(needle, side, { memoryIds, anyway = false } = {}) {
      const wantsMemory = (owner: number): boolean => memoryIds === undefined || memoryIds.has(owner)
      const seen = new Uint8Array(home.length)
      const ids: number[] = []
      const take = (id: number): void => {
        if (seen[id] === 1) return
        seen[id] = 1
        ids.push(id)
      }
      for (const segment of segments) {
        const { packed } = segment
        for (const which of side === 'both' ? (['source', 'target'] as const) : [side]) {
          const texts = which === 'source' ? sourcesWith(packed, needle) : targetsWith(packed, needle)
          if (texts === null) return null
          if (!anyway && texts.length > packed.count * WORTH_A_LIST + FEW) return null
          for (const text of texts)
            if (isValid(segment, text) && wantsMemory(packed.owners[text] as number))
              take(packed.ids[text] as number)
        }
      }
      for (const { id, memoryId, source, target } of units.values())
        if (
          isAsked(memoryId) &&
          wantsMemory(memoryId) &&
          ((side !== 'target' && needle.find(source).length > 0) ||
            (side !== 'source' && needle.find(target).length > 0))
        )
          take(id)
      return Array.from(Int32Array.from(ids).sort().reverse())
    },
  }
}

const sourcesWith = (packed: PackedMemory, { signs, loose }: Needle): number[] | null =>
  signs === null ? null : textsWithSigns(packed, signs, loose)
const targetsWith = (packed: PackedMemory, { words }: Needle): number[] | null =>
  words === null ? null : textsWithWords(packed, words)

/** Where more than this share of all texts may have it, a page of it is among some thousands of the latest. */
const WORTH_A_LIST = 0.03
const FEW = 2_000
