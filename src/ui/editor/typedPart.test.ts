import { expect, test } from 'vitest'
import { typedPart } from './typedPart.ts'

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
