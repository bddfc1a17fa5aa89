import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { similarity } from '../text/similarity.ts'
import { packMemory, readText, type PackedMemory } from './packed.ts'
import { wordsWith } from './packedWords.ts'
import { startSearch } from './bestFound.ts'
import { askText, createPackedSearch, EXACT_FROM } from './packedSearch.ts'
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

const pack = (sources: readonly string[], from = 0) =>
  packMemory({
    ids: sources.map((_, index) => from + index + 1),
    owners: sources.map((_, index) => (index % 3) + 1),
    sources,
    targets: sources.map(() => ''),
  })

const search = (
  packed: PackedMemory,
  query: string,
  floor: number,
  limit: number,
  accepts?: (text: number) => boolean,
): FoundUnit[] => {
  const best = startSearch(floor, limit)
  createPackedSearch(packed).search(askText(query), best, accepts)
  return best.found
}

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
        fc.integer({ min: EXACT_FROM, max: 100 }),
        fc.integer({ min: 1, max: 9 }),
        (all, which, edits, floor, limit) => {
          // Queries near one of the texts, as those of a translator are.
          const sources = all.map((source) => source.normalize('NFC'))
          const characters = Array.from(sources[which % sources.length] ?? '')
          for (const [at, to] of edits) characters[at % (characters.length + 1)] = to
          const query = characters.join('')
          const skipped = new Set(edits.map(([at]) => (at % sources.length) + 1))
          const packed = pack(sources)
          expect(search(packed, query, floor, limit)).toEqual(brute(sources, query, floor, limit))
          const accepts = (text: number) => !skipped.has(packed.ids[text] as number)
          expect(search(packed, query, floor, limit, accepts)).toEqual(
            brute(sources, query, floor, limit, skipped),
          )
          // In two packs, one after the other: what the first gave raises the bar for the second.
          const best = startSearch(floor, limit)
          const half = sources.length >> 1
          const asked = askText(query)
          for (const [from, to] of [
            [0, half],
            [half, sources.length],
          ] as const)
            createPackedSearch(pack(sources.slice(from, to), from)).search(asked, best)
          expect(best.found).toEqual(brute(sources, query, floor, limit))
        },
      ),
      { seed: 41, numRuns: label.startsWith('long') ? 60 : 800 },
    )
  })
})

describe('under the floor of exact search', () => {
  const words = [
    '우한시는',
    '2조 위안을',
    '넘었다고',
    '밝혔다.',
    '올해',
    '청두시도',
    '반도체',
    '투자를',
    '늘렸다.',
  ]
  it('finds the best of what is alike, and nothing that is not as alike as it says', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.constantFrom(...words), { minLength: 3, maxLength: 8 }), {
          minLength: 1,
          maxLength: 40,
        }),
        fc.array(fc.constantFrom(...words), { minLength: 3, maxLength: 8 }),
        fc.integer({ min: 30, max: EXACT_FROM - 1 }),
        (all, asked, floor) => {
          const sources = all.map((each) => each.join(' '))
          const query = asked.join(' ')
          const found = search(pack(sources), query, floor, 9)
          const true_ = brute(sources, query, floor, sources.length)
          for (const each of found) expect(true_).toContainEqual(each)
          // Whatever shares enough to be over the floor of exact search is found here, too.
          const [best] = brute(sources, query, EXACT_FROM, 1)
          if (best) expect(found[0]).toEqual(best)
        },
      ),
      { seed: 43, numRuns: 300 },
    )
  })
})

describe('words of targets', () => {
  const targets = [
    'The Bank of China, Wuhan',
    'Wuhan’s banks grew 3.5%',
    'ÉLAN vital',
    '',
    'Embankment — bank bank',
  ]
  const packed = packMemory({
    ids: [1, 2, 3, 4, 5],
    owners: [1, 1, 1, 1, 1],
    sources: ['가', '나다', '라마바', '사아자차', '카타파하가'],
    targets,
  })
  const unitsOf = (words: number[]) =>
    words.map((word) =>
      Array.from(
        packed.wordPostings.subarray(
          packed.wordOffsets[word] as number,
          packed.wordOffsets[word + 1] as number,
        ),
        (text) => packed.ids[text],
      ),
    )
  it.each([
    ['bank', 'whole', [[1, 5]]],
    ['bank', 'beginning', [[1, 5], [2]]],
    ['bank', 'anywhere', [[1, 5], [2], [5]]],
    ['ment', 'end', [[5]]],
    ['élan', 'whole', [[3]]],
    ['5', 'whole', [[2]]],
    ['wuhan', 'whole', [[1, 2]]],
    ['nothing', 'anywhere', []],
    ['', 'anywhere', []],
  ] as const)('%j as %s', (letters, part, units) => {
    expect(unitsOf(wordsWith(packed, letters, part))).toEqual(units)
  })
})
