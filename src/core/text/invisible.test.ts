import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countInvisible, findInvisible } from './invisible.ts'

describe('findInvisible', () => {
  test.each<[text: string, found: [start: number, name: string][]]>([
    ['', []],
    ['수출이 늘었다.\t\n', []],
    ['수출\u200b이', [[2, 'zero-width space']]],
    ['\ufeff수출', [[0, 'byte order mark']]],
    ['3조\u00a0위안', [[2, 'no-break space']]],
    ['😀\u200b가', [[2, 'zero-width space']]],
    [
      '가\u202e나\u202c',
      [
        [1, 'right-to-left override'],
        [3, 'pop directional formatting'],
      ],
    ],
    [
      '가\u2066나\u2069',
      [
        [1, 'left-to-right isolate'],
        [3, 'pop directional isolate'],
      ],
    ],
    [
      '가\u3164\uffa0',
      [
        [1, 'Hangul filler'],
        [2, 'half-width Hangul filler'],
      ],
    ],
    ['so\u00adft', [[2, 'soft hyphen']]],
    ['가\u200d나', [[1, 'zero-width joiner']]],
    ['가족 👨‍👩‍👧 사진', []],
    ['👩🏽‍💻', []],
    ['❤️‍🔥', []],
    ['👨\u200d가', [[2, 'zero-width joiner']]],
    ['\u3000전각', []],
  ])('%j', (text, found) => {
    expect(findInvisible(text).map(({ start, name }) => [start, name])).toEqual(found)
    expect(countInvisible(text)).toBe(found.length)
  })

  test('each stands where it says, and what is left has none', () => {
    const unit = fc.constantFrom('가', 'a', ' ', '😀', '\u200b', '\u200d', '\u202a', '\u00a0', '\ufeff', '❤️')
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 20 }), (units) => {
        const text = units.join('')
        let rest = ''
        let at = 0
        for (const { start, end, codePoint, name } of findInvisible(text)) {
          expect(text.slice(start, end)).toBe(String.fromCodePoint(codePoint))
          expect(name).not.toBe('')
          rest += text.slice(at, start)
          at = end
        }
        rest += text.slice(at)
        // Taking marks out may bring pictures and joiners together, never a mark to light that was not one before.
        expect(rest).not.toMatch(/[\u200b\u202a\u00a0\ufeff]/)
      }),
      { seed: 31, numRuns: 500 },
    )
  })
})
