import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { wrapOffsets } from './wrap.ts'

// Every character one wide; a surrogate pair counts as two, as its code units do.
const byUnits = { ofUnit: () => 1, ofPair: () => 2 }
const lines = (text: string, width: number) => {
  let start = 0
  return wrapOffsets(text, width, byUnits).map((end) => {
    const line = text.slice(start, end)
    start = end
    return line
  })
}

describe('wrapOffsets', () => {
  test.each([
    ['', 10, ['']],
    ['우한시는 최근', 20, ['우한시는 최근']],
    ['우한시는 최근 방안을', 8, ['우한시는 최근 ', '방안을']],
    // The space hangs: it does not push the word before it to the next line.
    ['가나다 라마바', 3, ['가나다 ', '라마바']],
    ['가나다   라마바', 3, ['가나다   ', '라마바']],
    ['가나다라마바사', 3, ['가나다', '라마바', '사']],
    ['가 나다라마바', 4, ['가 ', '나다라마', '바']],
    ['國務院常務會議', 3, ['國務院', '常務會', '議']],
    ['high-speed rail', 6, ['high-', 'speed ', 'rail']],
    ['a-b', 2, ['a-', 'b']],
    ['-5도까지', 4, ['-5도까', '지']],
    ['a😀b', 2, ['a', '😀', 'b']],
  ] as [string, number, string[]][])('%s at %d', (text, width, expected) => {
    expect(lines(text, width)).toEqual(expected)
  })

  test('loses nothing, and no line but one of a single character is wider than asked', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 200 }),
        fc.integer({ min: 1, max: 30 }),
        (text, width) => {
          const cut = lines(text, width)
          expect(cut.join('')).toBe(text)
          for (const line of cut) {
            const ink = line.replace(/[ \t]+$/, '')
            if (ink.length > width)
              expect([...new Intl.Segmenter().segment(ink)].length).toBeLessThanOrEqual(1)
          }
        },
      ),
      { seed: 7, numRuns: 500 },
    )
  })
})
