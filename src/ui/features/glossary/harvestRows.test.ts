import { expect, test } from 'vitest'
import type { Candidate } from '#contract/glossary.ts'
import { carryOver, draftsOf, filterRows, isTouched, placeAfter, rowsOf } from './harvestRows.ts'

const candidate = (
  source: string,
  kind: Candidate['kind'],
  target = '',
  variants: string[] = [],
): Candidate => ({
  source,
  target,
  variants,
  kind,
  count: 3,
  paragraphs: 2,
  score: 50,
  contexts: [],
})
const rows = rowsOf([
  candidate('국내총생산', 'paired', 'GDP', ['GDP']),
  candidate('우한', 'hanja', '', ['武漢']),
  candidate('장강경제벨트', 'quoted'),
  candidate('후베이성 발전개혁위원회', 'name'),
])
const sources = (found: typeof rows) => found.map(({ source }) => source)

test.each([
  ['', [], ['국내총생산', '우한', '장강경제벨트', '후베이성 발전개혁위원회']],
  ['우한', [], ['우한']],
  ['ㅇㅎ', [], ['우한', '후베이성 발전개혁위원회']],
  ['gdp', [], ['국내총생산']],
  ['武', [], ['우한']],
  ['', ['name', 'quoted'], ['장강경제벨트', '후베이성 발전개혁위원회']],
  ['우한', ['name'], []],
  ['우한'.normalize('NFD'), [], ['우한']],
] as const)('filter %j of kinds %j', (text, kinds, left) => {
  expect(sources(filterRows(rows, text, new Set(kinds)))).toEqual(left)
})

test('only what is ticked and has both sides is added; the rest is held back and said so', () => {
  const now = rows.map((row, at) => ({
    ...row,
    ticked: at !== 2,
    target: at === 3 ? ' Hubei Development and Reform Commission ' : row.target,
  }))
  const { drafts, added, held } = draftsOf(now, { glossaryId: 7, status: 'admitted' })
  expect(drafts).toEqual([
    {
      source: '국내총생산',
      target: 'GDP',
      variants: ['GDP'],
      partOfSpeech: '',
      status: 'admitted',
      origin: 'harvest',
      glossaryId: 7,
    },
    {
      source: '후베이성 발전개혁위원회',
      target: 'Hubei Development and Reform Commission',
      variants: [],
      partOfSpeech: 'name',
      status: 'admitted',
      origin: 'harvest',
      glossaryId: 7,
    },
  ])
  expect(sources(added)).toEqual(['국내총생산', '후베이성 발전개혁위원회'])
  expect(sources(held)).toEqual(['우한'])
})

test('the keyboard stays on its row, or comes to the one that took its place', () => {
  const without = (...gone: number[]) => rows.filter(({ key }) => !gone.includes(key))
  expect(placeAfter(rows, without(0), 2)).toBe(1)
  expect(placeAfter(rows, without(2), 2)).toBe(2)
  expect(placeAfter(rows, without(3), 3)).toBe(2)
  expect(placeAfter(rows, [], 1)).toBe(0)
})

test('a second harvest keeps what was ticked and written in the first', () => {
  const touched = rows.map((row) =>
    row.source === '우한'
      ? { ...row, target: 'Wuhan', ticked: true }
      : row.source === '장강경제벨트'
        ? { ...row, target: 'Yangtze River Economic Belt' }
        : row,
  )
  const again = carryOver(touched, [candidate('난징', 'name'), candidate('우한', 'repeated')])
  expect(again.map(({ source, target, ticked }) => [source, target, ticked])).toEqual([
    ['장강경제벨트', 'Yangtze River Economic Belt', false],
    ['난징', '', false],
    ['우한', 'Wuhan', true],
  ])
  expect(again.map(({ key }) => key)).toEqual([0, 1, 2])
  expect(again.map(isTouched)).toEqual([true, false, true])
})
