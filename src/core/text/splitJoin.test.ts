import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { joinTexts, sameContent, splitPoints, splitText } from './splitJoin.ts'

describe('splitText', () => {
  it.each<[string, number, [string, string]]>([
    ['다리가 놓였다. 시민이 건넜다.', 8, ['다리가 놓였다.', '시민이 건넜다.']],
    ['다리가 놓였다. 시민이 건넜다.', 9, ['다리가 놓였다.', '시민이 건넜다.']],
    ['놓였다.시민이', 4, ['놓였다.', '시민이']],
    ['놓였다.  \u3000 시민이', 6, ['놓였다.', '시민이']],
    ['다리', 0, ['', '다리']],
    ['다리', 2, ['다리', '']],
    ['다리', 99, ['다리', '']],
    ['다리', -1, ['', '다리']],
    ['', 0, ['', '']],
    ['   ', 1, ['', '']],
    ['가😀나', 2, ['가', '😀나']],
    ['가 👨‍👩‍👧 나', 5, ['가', '👨‍👩‍👧 나']],
    [' 앞 뒤 ', 3, [' 앞', '뒤 ']],
  ])('%j at %d', (text, offset, expected) => {
    expect(splitText(text, offset)).toEqual(expected)
  })

  it('loses nothing but the space at the cut', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: -2, max: 40 }), (text, offset) => {
        const { firstEnd, secondStart } = splitPoints(text, offset)
        const [first, second] = splitText(text, offset)
        expect(first + text.slice(firstEnd, secondStart) + second).toBe(text)
        expect(text.slice(firstEnd, secondStart).trim()).toBe('')
        expect(sameContent([text], [first, second])).toBe(true)
      }),
      { seed: 5 },
    )
  })
})

describe('joinTexts', () => {
  it.each<[string, string, string, number]>([
    ['놓였다.', '시민이', '놓였다. 시민이', 1],
    ['建成了。', '市民', '建成了。 市民', 1],
    ['It opened.', 'People', 'It opened. People', 1],
    ['놓였다. ', '시민이', '놓였다. 시민이', 0],
    ['놓였다.', ' 시민이', '놓였다. 시민이', 0],
    ['', '시민이', '시민이', 0],
    ['놓였다.', '', '놓였다.', 0],
    ['', '', '', 0],
  ])('%j and %j', (first, second, text, separatorLength) => {
    expect(joinTexts(first, second, 'source')).toEqual({ text, separatorLength })
    expect(joinTexts(first, second, 'target')).toEqual({ text, separatorLength })
  })

  it('undoes a split at a single space', () => {
    const word = fc.string({ unit: fc.constantFrom('가', '나', 'x', '.', '😀'), minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(fc.array(word, { minLength: 2, maxLength: 9 }), fc.nat(), (parts, pick) => {
        const text = parts.join(' ')
        const offset = parts.slice(0, 1 + (pick % (parts.length - 1))).join(' ').length
        const [first, second] = splitText(text, offset)
        expect(joinTexts(first, second, 'source').text).toBe(text)
      }),
      { seed: 6 },
    )
  })

  it('is undone by a split behind the first text', () => {
    const text = fc.string({ unit: 'grapheme' }).map((value) => value.trim())
    fc.assert(
      fc.property(text, text, (first, second) => {
        fc.pre(first !== '' && second !== '')
        const joined = joinTexts(first, second, 'target')
        expect(splitText(joined.text, first.length)).toEqual([first, second])
      }),
      { seed: 7 },
    )
  })
})

describe('sameContent', () => {
  it.each<[string[], string[], boolean]>([
    [['가 나', '다'], ['가', '나 다'], true],
    [['가나'], ['가\u00a0나', ''], true],
    [['가 나'], ['가'], false],
    [['가 나'], ['나 가'], false],
    [[], [''], true],
  ])('%j and %j', (before, after, expected) => {
    expect(sameContent(before, after)).toBe(expected)
  })
})
