import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { TranslationUnit } from '../model/memory.ts'
import { similarity } from '../text/similarity.ts'
import { rankMatches } from './rank.ts'
import { createMatchIndex } from './scan.ts'
import { wordSimilarity } from './score.ts'
import { sourceSignature } from './signature.ts'

const unit = (id: number, source: string, more: Partial<TranslationUnit> = {}): TranslationUnit => ({
  id,
  memoryId: 1,
  source,
  target: `target ${id}`,
  scope: 'paragraph',
  author: '',
  note: '',
  useCount: 0,
  previousSignature: '',
  nextSignature: '',
  origin: '',
  articleId: null,
  paragraphId: null,
  createdAt: '2026-01-01T00:00:00Z',
  updatedAt: '2026-01-01T00:00:00Z',
  ...more,
})

describe('createMatchIndex', () => {
  const source = fc.string({ unit: fc.constantFrom(...'우한시는 2조억.'), minLength: 1, maxLength: 40 })

  test('finds what comparing with every unit finds, through additions, changes and removals', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 30 }), fc.option(source)), { maxLength: 60 }),
        source,
        fc.integer({ min: 40, max: 100 }),
        fc.integer({ min: 1, max: 12 }),
        (steps, query, floor, limit) => {
          const index = createMatchIndex()
          const all = new Map<number, string>()
          for (const [id, text] of steps) {
            if (text === null) {
              all.delete(id)
              index.remove(id)
            } else {
              all.set(id, text)
              index.set(id, text)
            }
          }
          const expected = [...all]
            .map(([id, text]) => ({ id, score: similarity(query, text) }))
            .filter(({ score }) => score >= floor)
            .sort((a, b) => b.score - a.score || a.id - b.id)
            .slice(0, limit)
          expect(index.size).toBe(all.size)
          expect(index.search(query, floor, limit)).toEqual(expected)
        },
      ),
      { seed: 31, numRuns: 400 },
    )
  })
})

describe('rankMatches', () => {
  test('orders by context, sameness, text, words, age and id', () => {
    const query = '우한시는 2조 위안을 넘었다.'
    const found = rankMatches(
      query,
      [
        unit(1, '우한시는 3조 위안을 넘었다.'),
        unit(2, query, { previousSignature: 'x', nextSignature: 'y' }),
        unit(3, query.normalize('NFD')),
        unit(4, '전혀 다른 문장이다.'),
        unit(5, '우한시는 3조 위안을 넘었다.', { updatedAt: '2026-02-01T00:00:00Z' }),
      ].map((each) => ({ unit: each, penalty: 0, priority: 0 })),
      { floor: 60, limit: 9, previousSignature: 'x', nextSignature: 'y' },
    )
    expect(found.map(({ unit: { id }, kind, score }) => [id, kind, Math.floor(score)])).toEqual([
      [2, 'context', 101],
      [3, 'exact', 100],
      [5, 'fuzzy', 93],
      [1, 'fuzzy', 93],
    ])
  })

  test('takes names that are terms on both sides for one class where it is told of them', () => {
    const termsIn = (source: string) => [
      { start: 0, end: source.indexOf('는'), key: source, targets: ['City'] },
    ]
    const candidates = [{ unit: unit(1, '허페이시는 발표했다.'), penalty: 0, priority: 0 }]
    const options = { floor: 0, limit: 1 }
    const scores = [options, { ...options, termsIn }].map(
      (each) => rankMatches('청두시는 발표했다.', candidates, each)[0]?.wordScore,
    )
    expect(scores).toEqual([50, 100])
  })

  test('words look through particles and numbers', () => {
    expect(wordSimilarity('우한시는 2조 위안을', '우한시의 3조 위안이')).toBe(100)
    expect(wordSimilarity('우한시는 발표했다', '청두시는 발표했다')).toBe(50)
  })
})

test('signatures are equal for equal texts whatever their form or spacing, and differ otherwise', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
      const bare = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim()
      expect(sourceSignature(a)).toBe(sourceSignature(` ${a.normalize('NFD')}  `))
      expect(sourceSignature(a) === sourceSignature(b)).toBe(bare(a) === bare(b))
    }),
    { seed: 33, numRuns: 500 },
  )
})
