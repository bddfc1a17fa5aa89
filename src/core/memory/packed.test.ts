import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { similarity } from '../text/similarity.ts'
import { packMemory, readText } from './packed.ts'
import { createPackedSearch } from './packedSearch.ts'
import type { FoundUnit } from './scan.ts'

const brute = (
  sources: readonly string[],
  query: string,
  floor: number,
  limit: number,
  skipped: ReadonlySet<number> = new Set(),
): FoundUnit[] =>
  sources
    .map((source, index): FoundUnit => ({ id: index + 1, score: similarity(query, source) }))
    .filter(({ id, score }) => score >= floor && !skipped.has(id))
    .sort((a, b) => b.score - a.score || a.id - b.id)
    .slice(0, limit)

const pack = (sources: readonly string[]) =>
  packMemory(
    sources.map((_, index) => index + 1),
    sources,
  )

describe('a packed memory', () => {
  it('holds the texts as they were', () => {
    const sources = ['우한시는 컸다.', '', '😀가', '가', '우한시는 컸다.']
    const packed = pack(sources)
    const texts = Array.from({ length: 5 }, (_, text) => [packed.ids[text], readText(packed, text)])
    expect(texts).toEqual([
      [2, ''],
      [4, '가'],
      [3, '😀가'],
      [1, '우한시는 컸다.'],
      [5, '우한시는 컸다.'],
    ])
  })

  it.each([
    [
      'few different characters',
      fc.string({ unit: fc.constantFrom('가', '나', 'a', '😀', ' '), maxLength: 40 }),
    ],
    [
      'long and repetitive',
      fc.string({ unit: fc.constantFrom('가', '나', '다.'), minLength: 200, maxLength: 700 }),
    ],
    [
      'many different characters',
      fc.string({ unit: fc.constantFrom(...'우한시는2조억위안을넘었다고밝혔다.'), maxLength: 60 }),
    ],
  ])('finds what comparing with every text finds: %s', (label, text) => {
    fc.assert(
      fc.property(
        fc.array(text, { minLength: 1, maxLength: label.startsWith('long') ? 12 : 60 }),
        fc.nat(),
        fc.array(fc.tuple(fc.nat(), fc.constantFrom('가', '나', '다', '')), { maxLength: 8 }),
        fc.integer({ min: 0, max: 100 }),
        fc.integer({ min: 1, max: 9 }),
        (all, which, edits, floor, limit) => {
          // Queries near one of the texts, as those of a translator are.
          const sources = all.map((source) => source.normalize('NFC'))
          const characters = Array.from(sources[which % sources.length] ?? '')
          for (const [at, to] of edits) characters[at % (characters.length + 1)] = to
          const query = characters.join('')
          const skipped = new Set(edits.map(([at]) => (at % sources.length) + 1))
          const packed = pack(sources)
          const engine = createPackedSearch(packed)
          expect(engine.search(query, floor, limit)).toEqual(brute(sources, query, floor, limit))
          const skip = Uint8Array.from(packed.ids, (id) => (skipped.has(id) ? 1 : 0))
          expect(engine.search(query, floor, limit, skip)).toEqual(
            brute(sources, query, floor, limit, skipped),
          )
        },
      ),
      { seed: 41, numRuns: label.startsWith('long') ? 60 : 800 },
    )
  })
})
