import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { similarity } from '../text/similarity.ts'
import { createMatchIndex, type FoundUnit } from './scan.ts'

const text = fc.string({ unit: fc.constantFrom('가', '나', 'a', '😀', ' '), maxLength: 40 })

describe('createMatchIndex', () => {
  it('finds what comparing with every unit finds, after additions, changes and removals', () => {
    const change = fc.tuple(fc.integer({ min: 1, max: 12 }), fc.option(text))
    fc.assert(
      fc.property(
        fc.array(change, { maxLength: 40 }),
        text,
        fc.integer({ min: 1, max: 100 }),
        fc.integer({ min: 1, max: 9 }),
        (changes, query, floor, limit) => {
          const index = createMatchIndex()
          const kept = new Map<number, string>()
          for (const [id, source] of changes) {
            if (source === null) {
              index.remove(id)
              kept.delete(id)
            } else {
              index.set(id, source)
              kept.set(id, source)
            }
          }
          const all = Array.from(kept, ([id, source]): FoundUnit => ({
            id,
            score: similarity(query, source),
          }))
          const expected = all
            .filter(({ score }) => score >= floor)
            .sort((a, b) => b.score - a.score || a.id - b.id)
            .slice(0, limit)
          expect(index.search(query, floor, limit)).toEqual(expected)
          expect(index.size).toBe(kept.size)
        },
      ),
      { seed: 13, numRuns: 1500 },
    )
  })

  it('keeps long texts with few different characters apart (counts stop at 255)', () => {
    const index = createMatchIndex()
    index.set(1, '가'.repeat(700))
    index.set(2, '가'.repeat(600) + '나'.repeat(100))
    expect(index.search('가'.repeat(699) + '나', 80, 9)).toEqual([
      { id: 1, score: 99 },
      { id: 2, score: 85 },
    ])
  })

  it('takes decomposed Hangul for the same text', () => {
    const index = createMatchIndex()
    index.set(1, '다리를 놓았다'.normalize('NFD'))
    expect(index.search('다리를 놓았다', 100, 1)).toEqual([{ id: 1, score: 100 }])
  })
})
