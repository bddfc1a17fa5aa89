import { expect, test } from 'vitest'
import { BANDS, type Band } from '#contract/memoryWords.ts'
import type { BandCount } from '#contract/pretranslate.ts'
import { percentOf, sharesOf } from './bands.ts'

const nothing: BandCount = { paragraphs: 0, words: 0, characters: 0 }
const bandsOf = (given: Partial<Record<Band, BandCount>>) =>
  Object.fromEntries(BANDS.map((band) => [band, given[band] ?? nothing])) as Record<Band, BandCount>

test('shares are of the measure asked for, in the order of the bands', () => {
  const bands = bandsOf({
    context: { paragraphs: 1, words: 30, characters: 90 },
    none: { paragraphs: 3, words: 10, characters: 30 },
  })
  const total = { paragraphs: 4, words: 40, characters: 120 }
  const share = (measure: 'paragraphs' | 'words') => sharesOf(bands, total, measure).map((each) => each.share)
  expect(share('paragraphs')).toEqual([0.25, 0, 0, 0, 0, 0, 0, 0.75])
  expect(share('words')).toEqual([0.75, 0, 0, 0, 0, 0, 0, 0.25])
})

test('of nothing there are no shares', () => {
  expect(sharesOf(bandsOf({}), nothing, 'words').every(({ share }) => share === 0)).toBe(true)
})

test.each([
  [0, '0 %'],
  [0.004, '<1 %'],
  [0.125, '13 %'],
  [1, '100 %'],
])('%d is %s', (share, text) => {
  expect(percentOf(share)).toBe(text)
})
