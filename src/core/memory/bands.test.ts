import { expect, test } from 'vitest'
import { addCount, bandOf, countSource, noBands, noCount, type BestMatch } from './bands.ts'

const fuzzy = (score: number): BestMatch => ({ kind: 'fuzzy', score })
test.each([
  [{ kind: 'context', score: 101 }, false, 'context'],
  [{ kind: 'context', score: 101 }, true, 'context'],
  // A penalty makes it less sure than what the text itself says.
  [{ kind: 'context', score: 96 }, true, 'repetition'],
  [{ kind: 'context', score: 96 }, false, '95-99'],
  [{ kind: 'exact', score: 100 }, true, 'repetition'],
  [{ kind: 'exact', score: 100 }, false, '100'],
  [{ kind: 'exact', score: 90 }, false, '85-94'],
  [fuzzy(99), false, '95-99'],
  [fuzzy(95), false, '95-99'],
  [fuzzy(94), false, '85-94'],
  [fuzzy(85), false, '85-94'],
  [fuzzy(84), false, '75-84'],
  [fuzzy(75), false, '75-84'],
  [fuzzy(74), false, 'under'],
  [null, false, 'none'],
  [null, true, 'repetition'],
] as const)('%j, repeated %s: %s', (best, repeated, band) => {
  expect(bandOf(best, repeated)).toBe(band)
})

test('counts 어절 and characters without white space', () => {
  const total = noCount()
  addCount(total, countSource('우한시는 2조 위안을 넘었다.'))
  addCount(total, countSource('끝.'))
  expect(total).toEqual({ paragraphs: 2, words: 5, characters: 13 + 2 })
  expect(Object.keys(noBands())).toHaveLength(8)
})
