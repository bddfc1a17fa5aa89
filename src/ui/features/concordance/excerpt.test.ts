import { expect, test } from 'vitest'
import { excerptOf } from './excerpt.ts'

const said = (...given: Parameters<typeof excerptOf>) =>
  excerptOf(...given)
    .map(({ text, marked }) => (marked ? `[${text}]` : text))
    .join('')

test('places are marked, and a text is cut where the first would not be seen', () => {
  expect(said('우한의 항구', [{ start: 0, end: 2 }], 'ko', false)).toBe('[우한]의 항구')
  expect(
    said(
      '가 나 가',
      [
        { start: 0, end: 1 },
        { start: 4, end: 5 },
      ],
      'ko',
      false,
    ),
  ).toBe('[가] 나 [가]')
  const long = `${'긴 글이 이어진다 '.repeat(12)}우한에서`
  const start = long.indexOf('우한')
  expect(said(long, [{ start, end: start + 2 }], 'ko', true)).toBe(`${long.slice(0, start)}[우한]에서`)
  const cut = said(long, [{ start, end: start + 2 }], 'ko', false)
  expect(cut).toMatch(/^…\S.*\[우한\]에서$/u)
  expect(cut.length).toBeLessThan(40)
  // Without a space to begin at it is cut where it is.
  const dense = '가'.repeat(100)
  expect(said(dense, [{ start: 90, end: 91 }], 'ko', false)).toBe(`…${'가'.repeat(24)}[가]${'가'.repeat(9)}`)
  expect(said('', [], 'en', false)).toBe('')
})
