import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isStorable, normaliseNewlines, searchKey, singleLine, toNfc } from './normalise.ts'

describe('toNfc', () => {
  test.each([
    ['우한시'.normalize('NFD'), '우한시', 3],
    ['우한시', '우한시', 3],
    ['e\u0301', 'é', 1],
    ['', '', 0],
  ])('%j', (text, expected, length) => {
    expect(toNfc(text)).toBe(expected)
    expect(toNfc(text)).toHaveLength(length)
  })
})

test.each([
  ['a\r\nb', 'a\nb'],
  ['a\rb', 'a\nb'],
  ['a\nb', 'a\nb'],
  ['a\r\r\nb', 'a\n\nb'],
  ['a\n\rb', 'a\n\nb'],
  ['a\u0085b', 'a\nb'],
  ['a\u2028b\u2029c', 'a\nb\nc'],
  ['a\tb', 'a\tb'],
])('normaliseNewlines %j → %j', (text, expected) => {
  expect(normaliseNewlines(text)).toBe(expected)
})

test.each([
  ['수출이\n늘었다.', '수출이 늘었다.'],
  ['수출이 \r\n\t늘었다.', '수출이 늘었다.'],
  ['\n수출\n\n\n수입\n', '수출 수입'],
  ['수출\u2028수입', '수출 수입'],
  ['두  칸', '두  칸'],
  [' \n ', ''],
])('singleLine %j → %j', (text, expected) => {
  expect(singleLine(text)).toBe(expected)
})

describe('isStorable', () => {
  test.each([
    ['', { ok: true }],
    ['우한시 😀 𠮷', { ok: true }],
    ['가\u0000나', { ok: false, reason: 'nul', index: 1 }],
    ['가\ud83d나', { ok: false, reason: 'lone-surrogate', index: 1 }],
    ['\ude00', { ok: false, reason: 'lone-surrogate', index: 0 }],
    ['😀\ud83d', { ok: false, reason: 'lone-surrogate', index: 2 }],
    ['\ud83d\u0000', { ok: false, reason: 'lone-surrogate', index: 0 }],
    ['\u0000\ud83d', { ok: false, reason: 'nul', index: 0 }],
  ] as const)('%j', (text, expected) => {
    expect(isStorable(text)).toEqual(expected)
  })

  test('says yes exactly to what UTF-8 gives back', () => {
    const encoder = new TextEncoder()
    const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
    const unit = fc.constantFrom('가', 'a', '\ud83d', '\ude00', '\u0000', '\ufeff')
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 8 }), (units) => {
        const text = units.join('')
        const comesBack = decoder.decode(encoder.encode(text)) === text && !text.includes('\u0000')
        expect(isStorable(text).ok).toBe(comesBack)
      }),
      { seed: 21, numRuns: 1000 },
    )
  })
})

describe('searchKey', () => {
  test.each([
    ['ＧＤＰ ２０２５', 'gdp 2025'],
    ['GDP\u00a0\u3000 2조', 'gdp 2조'],
    [' 우한시\n'.normalize('NFD'), '우한시'],
    ['％', '%'],
  ])('%j → %j', (text, expected) => {
    expect(searchKey(text)).toBe(expected)
  })

  test('a key is its own key', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'가ＡaZ１  \t\u3000é') }), (text) => {
        expect(searchKey(searchKey(text))).toBe(searchKey(text))
      }),
      { seed: 22 },
    )
  })

  test('an accent that narrowing or lower case brings together with its letter', () => {
    expect(searchKey('Ａ\u0301')).toBe('á')
    expect(searchKey('J\u030c')).toBe('\u01f0')
  })
})
