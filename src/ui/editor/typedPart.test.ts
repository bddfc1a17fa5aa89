import { expect, test } from 'vitest'
import { isLikely, typedPart } from './typedPart.ts'

test.each([
  ['The industry bur', 'bur', ['industry bureau', '산업국'], 'industry bur'],
  ['The Industry bur', 'bur', ['industry bureau'], 'Industry bur'],
  ['The bur', 'bur', ['industry bureau'], 'bur'],
  ['agroindustry bur', 'bur', ['industry bureau'], 'bur'],
  ['경제 성', '성', ['economic growth rate', '경제 성장률'], '경제 성'],
  ['low-alt', 'low-alt', ['low-altitude aviation'], 'low-alt'],
  ['ㅅㅇㄱ', 'ㅅㅇㄱ', ['industry bureau', '산업국'], 'ㅅㅇㄱ'],
  ['', '', ['industry bureau'], ''],
  // Nothing typed yet of the next word: what stands before is left alone.
  ['the ', '', ['the'], ''],
])('%j, word %j, of %j: %j', (before, typed, forms, part) => {
  expect(typedPart(before, typed, forms)).toBe(part)
})

test.each([
  ['industry bureau', true, 'indus', 'indus', true],
  ['industry bureau', true, 'Indus', 'Indus', true],
  ['industry bureau', true, 'bur', 'industry bur', true],
  ['low-altitude aviation', true, 'low-', 'low-', true],
  // A whole word is a word.
  ['industry bureau', true, 'industry', 'industry', false],
  ['Bank of China', true, 'bank', 'bank', false],
  ['low-altitude aviation', true, 'low', 'low', false],
  // Of another paragraph, of one letter, or found by a later word only.
  ['industry bureau', false, 'indus', 'indus', false],
  ['industry bureau', true, 'i', 'i', false],
  ['industry bureau', true, 'bur', 'bur', false],
  // Korean is typed to find something.
  ['industry bureau', false, 'ㅅㅇㄱ', 'ㅅㅇㄱ', true],
  ['industry bureau', false, '산', '산', true],
])('%s (of this paragraph: %s), typed %s, of it %s: %s', (text, here, typed, part, likely) => {
  expect(isLikely({ text, here }, typed, part)).toBe(likely)
})
