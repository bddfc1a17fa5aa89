import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { meaningKey } from '../model/value.ts'
import { decimal } from '../text/decimal.ts'
import { koreanValues } from '../korean/values.ts'
import { englishValues } from './values.ts'
import { writeValue } from './writeValue.ts'

const read = (text: string) =>
  englishValues(text).map(({ start, end, meaning }) => `${text.slice(start, end)} = ${meaningKey(meaning)}`)

describe('values of English text', () => {
  it.each([
    [
      'It passed 2.2 trillion yuan (about $313.8 billion).',
      '2.2 trillion yuan = CNY 2200000000000e-0',
      '$313.8 billion = USD 313800000000e-0',
    ],
    [
      'US$1.2 million after 1,066 seconds',
      'US$1.2 million = USD 1200000e-0',
      '1,066 seconds = second 1066e-0',
    ],
    [
      '8.4 percent, 8.4% and 3.2 percentage points',
      '8.4 percent = % 84e-1',
      '8.4% = % 84e-1',
      '3.2 percentage points = %p 32e-1',
    ],
    [
      'July 1, 2025; 1 July 2025; Jul. 1',
      'July 1, 2025 = year=2025,month=7,day=1',
      '1 July 2025 = year=2025,month=7,day=1',
      'Jul. 1 = month=7,day=1',
    ],
    [
      'the third quarter of 2025, Q3, the first half',
      'third quarter of 2025 = year=2025,quarter=3',
      'Q3 = quarter=3',
      'first half = half=1',
    ],
    [
      'threefold, three times, tripled, twice',
      'threefold = times 3e-0',
      'three times = times 3e-0',
      'tripled = times 3e-0',
      'twice = times 2e-0',
    ],
    ['the 12th fair, ranked second', '12th = ordinal 12e-0', 'second = ordinal 2e-0'],
    [
      '50,000 square meters, 2-3 million units',
      '50,000 square meters = m2 50000e-0',
      '2-3 million = count 2000000e-0~3000000e-0',
    ],
    ['two-thirds of them, a third laboratory', 'two-thirds = 1/3 2e-0', 'third = ordinal 3e-0'],
    ['the first nine months of 2025', 'first nine months of 2025 = year=2025,month=1,toMonth=9'],
    ['met on the 11th, in May 2025', '11th = day=11', 'May 2025 = year=2025,month=5'],
    ['Z-20, 5G, COVID-19, Global 500, Vision 2035, version 3.5, G20, iOS 18.2, 1:1, CR450-2'],
  ])('%s', (text, ...values) => {
    expect(read(text)).toEqual(values)
  })
})

describe('a value in the style of another', () => {
  it.each([
    ['2.2 trillion yuan', '3조 1천억 위안', '3.1 trillion yuan'],
    ['2,200 billion yuan', '3조 1천억 위안', '3,100 billion yuan'],
    ['$313.8 billion', '3,145억 달러', '$314.5 billion'],
    ['US$1.2 million', '135만 달러', 'US$1.35 million'],
    ['8.4 percent', '9.0%', '9.0 percent'],
    ['8.4%', '12%', '12%'],
    ['1 year', '2년', '2 years'],
    ['2 years', '1년', '1 year'],
    ['10-year', '5년', '5-year'],
    ['July 1, 2025', '2026년 8월 15일', 'August 15, 2026'],
    ['1 July 2025', '2026년 8월 15일', '15 August 2026'],
    ['Jan. 3', '9월 4일', 'Sept. 4'],
    ['Q3', '4분기', 'Q4'],
    ['third quarter', '4분기', 'fourth quarter'],
    ['first half', '하반기', 'second half'],
    ['January-September', '1~6월', 'January-June'],
    ['first nine months', '1~6월', 'first six months'],
    ['July 24-25', '8월 3~5일', 'August 3-5'],
    ['threefold', '5배', 'fivefold'],
    ['tripled', '2배', 'doubled'],
    ['12th', '제23회', '23rd'],
    ['third', '4위', 'fourth'],
    ['two-thirds', '4분의 3', 'three-quarters'],
    ['10-15 percent', '20~25%', '20-25 percent'],
    ['2-3 million tons', '400만~500만t', '4-5 million tons'],
    ['1 percentage point', '2%p', '2 percentage points'],
    ['five companies', '12개', '12'],
  ])('%s for %s', (old, korean, expected) => {
    const [value] = englishValues(old)
    const [wanted] = koreanValues(korean)
    expect(value && wanted && writeValue(old, value, wanted.meaning, wanted.places)).toBe(expected)
  })

  it('means what it was to mean', () => {
    const olds = [
      '2.2 trillion yuan',
      'RMB 500 million',
      '8.4 percent',
      '1,066 seconds',
      'two hours',
      '5-6 million tons',
    ]
    fc.assert(
      fc.property(
        fc.constantFrom(...olds),
        fc.bigInt({ min: 2n, max: 10n ** 15n }),
        fc.integer({ min: 0, max: 3 }),
        (old, digits, places) => {
          const [value] = englishValues(old)
          if (!value || value.meaning.type !== 'quantity') throw new Error(old)
          const low = decimal(digits, places)
          const high = value.meaning.high ? decimal(digits + 1_000_000n, places) : null
          const meaning = { ...value.meaning, low, high }
          const written = writeValue(old, value, meaning)
          // Only a range whose scale is said once may be refused.
          if (written === null) {
            expect(high).not.toBeNull()
            return
          }
          expect(englishValues(written).map((each) => meaningKey(each.meaning))).toEqual([
            meaningKey(meaning),
          ])
        },
      ),
      { seed: 44, numRuns: 5_000 },
    )
  })
})
