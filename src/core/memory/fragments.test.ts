import { expect, test } from 'vitest'
import { completeFragments } from './fragments.ts'

const UNITS = [
  'The high-tech zone signed 12 projects worth 3.5 billion yuan, the city said.',
  'The zone signed contracts with U.S. firms.',
  'High-tech zones in Wuhan (and elsewhere) grew by 8.2 percent over the whole of the past year in all.',
].map((target, at) => ({ unitId: at + 1, source: `원문 ${String(at + 1)}`, target }))

test.each([
  ['signed', ['signed 12 projects worth 3.5 billion yuan', 'signed contracts with U.S. firms']],
  ['sig', ['signed 12 projects worth 3.5 billion yuan', 'signed contracts with U.S. firms']],
  [
    'HIGH',
    ['high-tech zone signed 12 projects worth 3.5 billion', 'High-tech zones in Wuhan (and elsewhere'],
  ],
  // Not in the middle of a word, and nothing that adds nothing.
  ['igned', []],
  ['yuan', []],
  ['all', []],
  ['grew', ['grew by 8.2 percent over the whole of']],
  [' ', []],
])('%j goes on with %j', (typed, texts) => {
  expect(completeFragments(UNITS, typed, 9).map(({ text }) => text)).toEqual(texts)
})

test('each phrase once, as many as asked for, with its unit', () => {
  const twice = [...UNITS, ...UNITS.map((unit) => ({ ...unit, unitId: unit.unitId + 10 }))]
  expect(completeFragments(twice, 'the', 9)).toEqual(completeFragments(UNITS, 'the', 9))
  expect(completeFragments(UNITS, 'signed', 1)).toEqual([
    { text: 'signed 12 projects worth 3.5 billion yuan', unitId: 1, source: '원문 1' },
  ])
})
