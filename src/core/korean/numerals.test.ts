import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decimal, parseDecimal, writeDecimal } from '../text/decimal.ts'
import { readNativeNumeral, writeNativeNumeral } from './nativeNumerals.ts'
import { readNumeral, writeNumeral } from './numerals.ts'

describe('numbers in Korean', () => {
  it.each([
    ['2조 2천억 위안', '2200000000000', '2조 2천억'],
    ['3조 535억', '3053500000000', '3조 535억'],
    ['1조 1,626억', '1162600000000', '1조 1,626억'],
    ['1만2천500원', '12500', '1만2천500'],
    ['3억5000만 명', '350000000', '3억5000만'],
    ['15만 3,200위안', '153200', '15만 3,200'],
    ['1.45만 개', '14500', '1.45만'],
    ['200만', '2000000', '200만'],
    ['5백만 달러', '5000000', '5백만'],
    ['8.4%', '8.4', '8.4'],
    ['1,066초', '1066', '1,066'],
    ['100여 명', '100', '100여'],
    ['10여만 명', '100000', '10여만'],
    ['이천백만 원', '21000000', '이천백만'],
    ['천만 명', '10000000', '천만'],
    ['만 명', '10000', '만'],
    ['10억 달러', '1000000000', '10억'],
    ['1만 5000㎡', '15000', '1만 5000'],
    ['2천여 곳', '2000', '2천여'],
    ['3조 2위', '3000000000000', '3조'],
  ])('%s', (text, value, span) => {
    const read = readNumeral(text, 0)
    expect(read && writeDecimal(read.value)).toBe(value)
    expect(text.slice(0, read?.end)).toBe(span)
  })

  it.each(['위안', '', '수십억', '여'])('none begins in %s', (text) => {
    expect(readNumeral(text, 0)).toBeNull()
  })

  it('are read back as they were written, in digits, mixed and in words', () => {
    const number = fc.oneof(
      fc.bigInt({ min: 0n, max: 10n ** 20n - 1n }),
      fc
        .tuple(fc.integer({ min: 1, max: 9999 }), fc.constantFrom(0, 4, 8, 12, 16))
        .map(([section, power]) => BigInt(section) * 10n ** BigInt(power)),
    )
    fc.assert(
      fc.property(number, fc.constantFrom('digits', 'mixed', 'words'), (value, style) => {
        const text = writeNumeral(value, style as 'digits')
        // A single digit word (이) is no number of its own beside the rest of a text, yet it is read.
        const read = readNumeral(style === 'mixed' ? text.replaceAll(' ', '') : text, 0)
        if (value === 0n && style === 'words') return
        expect(read?.value).toEqual(decimal(value))
        expect(read?.over).toBe(false)
      }),
      { seed: 41, numRuns: 20_000 },
    )
  })

  it('native ones are read back', () => {
    for (let value = 1; value < 100; value++)
      expect(readNativeNumeral(writeNativeNumeral(value) ?? '')).toBe(value)
    expect(readNativeNumeral('수십')).toBeUndefined()
  })
})

it('decimals are exact and come back as they were written', () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: 0n, max: 10n ** 25n }),
      fc.integer({ min: 0, max: 12 }),
      (digits, places) => {
        const value = decimal(digits, places)
        expect(parseDecimal(writeDecimal(value))).toEqual(value)
        expect(parseDecimal(writeDecimal(value, { grouped: true, atLeast: 3 }))).toEqual(value)
      },
    ),
    { seed: 42, numRuns: 2_000 },
  )
})
