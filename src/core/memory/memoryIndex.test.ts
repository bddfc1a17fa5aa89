import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { similarity } from '../text/similarity.ts'
import { createMemoryIndex, type IndexedUnit, type MemoryIndex } from './memoryIndex.ts'
import { createNeedle } from './needle.ts'
import { packMemory } from './packed.ts'

const pack = (units: readonly IndexedUnit[]) =>
  packMemory({
    ids: units.map(({ id }) => id),
    owners: units.map(({ memoryId }) => memoryId),
    sources: units.map(({ source }) => source),
    targets: units.map(({ target }) => target),
  })

const brute = (units: Iterable<IndexedUnit>, query: string, floor: number, limit: number) =>
  [...units]
    .map(({ id, source }) => ({ id, score: similarity(query, source) }))
    .filter(({ score }) => score >= floor)
    .sort((a, b) => b.score - a.score || a.id - b.id)
    .slice(0, limit)

type Step =
  { kind: 'put'; unit: IndexedUnit } | { kind: 'remove'; id: number } | { kind: 'pack' } | { kind: 'repack' }

const source = fc.string({ unit: fc.constantFrom(...'우한시는 2조억.'), minLength: 1, maxLength: 24 })
const unit = fc.record({
  id: fc.integer({ min: 1, max: 25 }),
  memoryId: fc.integer({ min: 1, max: 3 }),
  source,
  target: fc.constantFrom('Wuhan grew.', 'The bank', 'It rose 3.5%', ''),
})
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: unit.map((each): Step => ({ kind: 'put', unit: each })) },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 25 }).map((id): Step => ({ kind: 'remove', id })) },
  { weight: 1, arbitrary: fc.constant<Step>({ kind: 'pack' }) },
  { weight: 1, arbitrary: fc.constant<Step>({ kind: 'repack' }) },
)

/** All segments and the overlay become one segment, as the index does when there are too many. */
const repack = (index: MemoryIndex, all: Map<number, IndexedUnit>): void => {
  const before = index.segments().map(({ number }) => number)
  index.addSegment(pack([...all.values()]))
  for (const number of before) index.dropSegment(number)
}

const play = (steps: readonly Step[]) => {
  const index = createMemoryIndex()
  const all = new Map<number, IndexedUnit>()
  for (const each of steps) {
    if (each.kind === 'put') {
      all.set(each.unit.id, each.unit)
      index.put(each.unit)
    } else if (each.kind === 'remove') {
      all.delete(each.id)
      index.remove(each.id)
    } else if (each.kind === 'pack') index.addSegment(pack(index.overlay()))
    else repack(index, all)
  }
  return { index, all }
}

describe('the index of a memory', () => {
  test('finds what comparing with every unit finds, however units came, changed, went and were packed', () => {
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 60 }),
        source,
        fc.integer({ min: 70, max: 100 }),
        fc.integer({ min: 1, max: 9 }),
        fc.subarray([1, 2, 3]),
        (steps, query, floor, limit, off) => {
          const { index, all } = play(steps)
          expect(index.size).toBe(all.size)
          expect(index.search(query, floor, limit)).toEqual(brute(all.values(), query, floor, limit))
          index.leaveOut(new Set(off))
          const asked = [...all.values()].filter(({ memoryId }) => !off.includes(memoryId))
          expect(index.search(query, floor, limit)).toEqual(brute(asked, query, floor, limit))
        },
      ),
      { seed: 53, numRuns: 600 },
    )
  })

  test('gives every unit that has what is searched for, the latest first', () => {
    const options = { regex: false, ignoreSpaces: true, ignoreParticles: false }
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 60 }),
        fc.constantFrom('우한', '시는 2', '2조', 'bank', 'grew', '3.5%', '억.'),
        fc.constantFrom('source' as const, 'target' as const, 'both' as const),
        (steps, text, side) => {
          const { index, all } = play(steps)
          const needle = createNeedle(text, options)
          const having = [...all.values()]
            .filter(
              (each) =>
                (side !== 'target' && needle.find(each.source).length > 0) ||
                (side !== 'source' && needle.find(each.target).length > 0),
            )
            .map(({ id }) => id)
          const found = index.candidates(needle, side)
          if (found === null) return
          expect(found).toEqual(found.toSorted((one, other) => other - one))
          for (const id of found) expect(all.has(id)).toBe(true)
          for (const id of having) expect(found).toContain(id)
        },
      ),
      { seed: 59, numRuns: 600 },
    )
  })

  it('knows what of a segment is stale', () => {
    const index = createMemoryIndex()
    const made = [1, 2, 3].map((id): IndexedUnit => ({ id, memoryId: 1, source: `원문 ${id}`, target: '' }))
    const number = index.addSegment(pack(made))
    index.remove(2)
    index.put({ id: 3, memoryId: 1, source: '고친 원문', target: '' })
    expect(index.stale(number).toSorted()).toEqual([2, 3])
    expect(index.segments().map(({ valid }) => valid)).toEqual([1])
  })
})
