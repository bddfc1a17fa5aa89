import { expect, test } from 'vitest'
import type { Assembly, MemoryMatch } from '#core/model/memory.ts'
import { ghostTexts, groupOffers, offersOf, piecesOf } from './offers.ts'

const match = (id: number, score: number, more: Partial<MemoryMatch> = {}): MemoryMatch => ({
  unit: {
    ...{
      id,
      memoryId: 1,
      source: '',
      target: `Target ${id}`,
      scope: 'paragraph',
      origin: '',
      author: '',
      note: '',
    },
    ...{ previousSignature: '', nextSignature: '', articleId: null, paragraphId: null, useCount: 0 },
    ...{ createdAt: '', updatedAt: '' },
  },
  ...{ kind: 'fuzzy', score, wordScore: score, penalty: 0, difference: [], values: [], touched: [] },
  ...{ repair: null, memoryName: '', articleTitle: '' },
  ...more,
})
const assembly = (score: number): Assembly => ({
  sentences: [
    { start: 0, end: 2, match: match(7, score), target: { start: 0, end: 8 } },
    { start: 3, end: 5, match: null, target: { start: 9, end: 12 } },
  ],
  target: 'Target 7 […]',
  score,
  covered: 1,
})

test('what is put together stands before matches that are worth less, penalties counted', () => {
  const matches = [match(1, 95), match(2, 90, { penalty: 20 }), match(3, 60)]
  const texts = (score: number) => offersOf({ matches, assembly: assembly(score) }).map(({ text }) => text)
  expect(texts(80)).toEqual(['Target 1', 'Target 7 […]', 'Target 2', 'Target 3'])
  expect(texts(50)).toEqual(['Target 1', 'Target 2', 'Target 3', 'Target 7 […]'])
  expect(offersOf({ matches, assembly: null })).toHaveLength(3)
  expect(offersOf(null)).toEqual([])
})

test('what is inserted is the repaired target', () => {
  const repair = { target: 'Repaired', replacements: [], complete: false }
  expect(offersOf({ matches: [match(1, 95, { repair })], assembly: null })).toMatchObject([
    { text: 'Repaired', repaired: true, unitIds: [1] },
  ])
  expect(offersOf({ matches: [], assembly: assembly(50) })).toMatchObject([{ unitIds: [7] }])
})

test('a text in pieces is the text', () => {
  const text = 'rose 4.2 percent to 639 billion'
  const pieces = piecesOf(text, [
    { start: 5, end: 8 },
    { start: 20, end: 31 },
    { start: 25, end: 40 },
  ])
  expect(pieces.map(({ text: piece }) => piece).join('')).toBe(text)
  expect(pieces.filter(({ marked }) => marked).map(({ text: piece, place }) => [piece, place])).toEqual([
    ['4.2', 0],
    ['639 billion', 1],
  ])
})

test('ghost text is a whole translation that is good enough', () => {
  const complete = { target: 'Repaired 1', replacements: [], complete: true }
  const partly = { target: 'Repaired 2', replacements: [], complete: false }
  const matches = [
    match(1, 95.7, { repair: complete }),
    match(2, 90, { repair: partly }),
    match(3, 90, { penalty: 20 }),
    match(4, 60),
  ]
  const whole: Assembly = { ...assembly(80), covered: 2 }
  const texts = (own: Assembly) =>
    ghostTexts(offersOf({ matches, assembly: own }), 75).map(({ text, points }) => [text, points])
  expect(texts(assembly(80))).toEqual([
    ['Repaired 1', 95],
    ['Target 2', 90],
  ])
  expect(texts(whole).at(-1)).toEqual(['Target 7 […]', 80])
})

test('targets of one source stand together, with the numbers they are called by', () => {
  const of = (id: number, source: string) => ({ ...match(id, 90).unit, source })
  const matches = [
    match(1, 100, { unit: of(1, '가') }),
    match(2, 100, { unit: of(2, '가') }),
    match(3, 80, { unit: of(3, '나') }),
    match(4, 70, { unit: of(4, '가') }),
  ]
  const places = (own: Assembly | null) =>
    groupOffers(offersOf({ matches, assembly: own })).map((group) =>
      group.kind === 'assembly' ? `a${group.place}` : group.matches.map(({ place }) => place).join(),
    )
  expect(places(null)).toEqual(['0,1', '2', '3'])
  expect(places(assembly(85))).toEqual(['0,1', 'a2', '3', '4'])
  expect(groupOffers([])).toEqual([])
})
