import { expect, test } from 'vitest'
import { countCharacters, countWords } from './count.ts'

test.each([
  ['', 0],
  [' \n\t', 0],
  ['수출이 늘었다.', 2],
  ['수출이\n늘었다.\u3000올해', 3],
  ['수출 — 수입', 2],
  ['“ 인용 ”', 1],
  ['GDP는 3.5% 늘었다', 3],
  ['2조 2,197억 위안(약 454조 원)', 5],
  ['The plan covers 12 cities.', 5],
  ['중국-중남미·카리브해', 1],
  ['经济增长', 1],
  ['… ! ?', 0],
  ['①', 1],
  ['우한시'.normalize('NFD'), 1],
])('countWords %j is %d', (text, expected) => {
  expect(countWords(text)).toBe(expected)
})

test.each([
  ['', 0, 0],
  ['수출이 늘었다.', 8, 7],
  ['수출이 늘었다.'.normalize('NFD'), 8, 7],
  ['𠮷野', 2, 2],
  ['😀 가', 3, 2],
  [' \u3000\n', 3, 0],
  ['GDP 3.5%', 8, 7],
])('countCharacters %j is %d with spaces and %d without', (text, all, solid) => {
  expect(countCharacters(text)).toBe(all)
  expect(countCharacters(text, { spaces: true })).toBe(all)
  expect(countCharacters(text, { spaces: false })).toBe(solid)
})
