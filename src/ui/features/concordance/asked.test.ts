import { expect, test } from 'vitest'
import { wordAt } from './asked.ts'

test.each([
  ['우한시에서도 경제 성장률이 높다.', 2, '우한시'],
  ['우한시에서도 경제 성장률이 높다.', 8, '경제'],
  ['우한시에서도 경제 성장률이 높다.', 13, '성장률'],
  ['‘광밸리’는 넓다', 1, '광밸리'],
  ['‘광밸리’는 넓다', 4, '광밸리'],
  ['Optics Valley is wide', 8, 'Valley'],
  ['its R&D spending', 5, 'R&D'],
  ['the city’s port.', 6, 'city’s'],
  ['the port.', 8, 'port'],
  ['약 3,138억 달러', 9, '달러'],
  ['a  b', 2, ''],
  ['', 0, ''],
])('“%s” at %d: %s', (text, offset, word) => {
  expect(wordAt(text, offset)).toBe(word)
})
