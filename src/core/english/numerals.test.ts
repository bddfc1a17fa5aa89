import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decimal, parseDecimal, writeDecimal } from '../text/decimal.ts'
import { numberWords, readEnglishNumeral } from './numerals.ts'
import { ordinalDigits, ordinalWord, readOrdinalWord } from './ordinals.ts'
import { writeNumeral } from './writeNumeral.ts'

describe('numbers in English', () => {
  it.each([
    ['2.2 trillion yuan', '2200000000000', '2.2 trillion'],
    ['313.8bn', '313800000000', '313.8bn'],
    ['2,200 billion', '2200000000000', '2,200 billion'],
    ['1,066 seconds', '1066', '1,066'],
    ['12500', '12500', '12500'],
    ['twenty-five cities', '25', 'twenty-five'],
    ['three hundred and five', '305', 'three hundred and five'],
    ['a million people', '1000000', 'a million'],
    ['a hundred', '100', 'a hundred'],
    ['two million', '2000000', 'two million'],
    ['a dozen', '12', 'a dozen'],
    ['10-million-yuan', '10000000', '10-million'],
  ])('%s', (text, value, span) => {
    const read = readEnglishNumeral(text, 0)
    expect(read && writeDecimal(read.value)).toBe(value)
    expect(text.slice(0, read?.end)).toBe(span)
  })

  it.each(['a city', 'yuan', 'often', 'tension', ''])('none begins in “%s”', (text) => {
    expect(readEnglishNumeral(text, 0)).toBeNull()
  })

  it.each([
    ['2.2 trillion', '3100000000000', '3.1 trillion'],
    ['2,200 billion', '3100000000000', '3,100 billion'],
    ['2.2 trillion', '53500000000', '53.5 billion'],
    ['53.5 billion', '3053500000000', '3.0535 trillion'],
    ['313.8bn', '1200000000000', '1.2tn'],
    ['12', '5', '5'],
    ['three', '5', 'five'],
    ['three', '15', '15'],
    ['twenty', '15', 'fifteen'],
    ['500', '12500', '12,500'],
    ['9500', '12500', '12500'],
    ['500,000', '35000000', '35 million'],
    ['1,066', '987', '987'],
    ['5 million', '800000', '800,000'],
    ['two million', '3000000', 'three million'],
    ['two million', '3500000', '3.5 million'],
    ['8.4', '9', '9'],
  ])('in the style of %s, %s is %s', (old, value, written) => {
    const read = readEnglishNumeral(old, 0)
    expect(read).not.toBeNull()
    if (read) expect(writeNumeral(parseDecimal(value), read)).toBe(written)
  })

  it('are read back exactly, whatever style they are written in', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(
          '2.2 trillion',
          '2,200 billion',
          '313.8bn',
          '500',
          '1,066',
          '9500',
          'three',
          'twenty',
          '3 million',
        ),
        fc.bigInt({ min: 1n, max: 10n ** 16n }),
        (old, value) => {
          const read = readEnglishNumeral(old, 0)
          if (!read) throw new Error(old)
          const text = writeNumeral(decimal(value), read)
          const back = readEnglishNumeral(text, 0)
          expect(back?.value).toEqual(decimal(value))
          expect(back?.end).toBe(text.length)
        },
      ),
      { seed: 43, numRuns: 20_000 },
    )
  })

  it('in words and as ordinals are read back', () => {
    for (let value = 1; value < 1000; value++) {
      const words = numberWords(decimal(BigInt(value))) ?? ''
      expect(readEnglishNumeral(words, 0)).toMatchObject({ value: decimal(BigInt(value)), end: words.length })
    }
    for (let value = 1; value < 100; value++) expect(readOrdinalWord(ordinalWord(value) ?? '')).toBe(value)
    expect([1, 2, 3, 4, 11, 12, 13, 21, 22, 101, 111].map(ordinalDigits).join()).toBe(
      '1st,2nd,3rd,4th,11th,12th,13th,21st,22nd,101st,111th',
    )
  })
})
