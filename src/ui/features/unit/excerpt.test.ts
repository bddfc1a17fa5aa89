import { expect, test } from 'vitest'
import { excerptParts } from './excerpt.ts'

const long =
  '허페이시는 올해 상반기 지역총생산이 지난해 같은 기간보다 6.1% 늘었다고 밝혔으며 신에너지차 생산은 두 배가 됐다.'
const shown = (text: string, search: string, language: 'ko' | 'en') =>
  excerptParts(text, search, language)
    .map((part) => (part.marked ? `[${part.text}]` : part.text))
    .join('')

test('without a search the text stands as it is', () => {
  expect(excerptParts(long, '', 'ko')).toEqual([{ text: long, marked: false }])
})

test('a mark at the beginning leaves the text whole', () => {
  expect(shown(long, '상반기', 'ko')).toBe(long.replace('상반기', '[상반기]'))
})

test('a mark far behind is brought into sight, from the beginning of a word', () => {
  expect(shown(long, '신에너지차', 'ko')).toBe('…늘었다고 밝혔으며 [신에너지차] 생산은 두 배가 됐다.')
})

test('nothing found in this side leaves it whole', () => {
  expect(shown(long, 'battery', 'ko')).toBe(long)
})
