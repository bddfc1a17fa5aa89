import { expect, it } from 'vitest'
import { takesEnter } from './completeEnter.ts'

it.each([
  // Half a word of a term of this paragraph.
  ['indu', 'industry bureau', true, true],
  ['Wuh', 'Wuhan', true, true],
  ['bur', 'industry bureau', true, true],
  ['low-', 'low-altitude aviation', true, true],
  ['low-al', 'low-altitude aviation', true, true],
  ['bank of ch', 'Bank of China', true, true],
  ['R&', 'R&D', true, false],
  // A term of elsewhere.
  ['Wuh', 'Wuhan', false, false],
  // A word as it is.
  ['bank', 'Bank of China', true, false],
  ['Bank', 'Bank of China', true, false],
  ['bank', 'banking association', true, false],
  ['in', 'industry bureau', true, false],
  ['low', 'low-altitude aviation', true, false],
  ['industry', 'industry bureau', true, false],
  ['bank of', 'Bank of China', true, false],
  ['harbin', 'Harbinger Fund', true, false],
  // Too little to mean anything.
  ['w', 'Wuhan', true, false],
  ['5', '5G network', true, false],
  ['', 'Wuhan', true, false],
  // No translation is written in Korean.
  ['우한', 'Wuhan', false, true],
  ['우', 'Wuhan', false, true],
  ['ㅇㅎㅅ', 'City of Wuhan', true, true],
])('“%s” for %s (of the paragraph: %s): %s', (typed, text, inParagraph, expected) => {
  expect(takesEnter(typed, { text, inParagraph }, (word) => word.toLowerCase() === 'harbin')).toBe(expected)
})
