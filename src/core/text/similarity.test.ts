import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { distance, similarity } from './similarity.ts'

/** The textbook table, as the judge. */
const plain = (a: string, b: string): number => {
  const x = [...a.normalize('NFC')]
  const y = [...b.normalize('NFC')]
  let row = y.map((_, index) => index + 1)
  row.unshift(0)
  x.forEach((charX, i) => {
    const next = [i + 1]
    y.forEach((charY, j) => {
      next.push(
        Math.min(
          (row[j] as number) + (charX === charY ? 0 : 1),
          (row[j + 1] as number) + 1,
          (next[j] as number) + 1,
        ),
      )
    })
    row = next
  })
  return row.at(-1) as number
}

describe('distance', () => {
  test.each([
    ['', '', 0],
    ['', '우한', 2],
    ['우한시는', '우한시의', 1],
    ['2조 위안', '2억 위안', 1],
    ['kitten', 'sitting', 3],
    ['한국'.normalize('NFD'), '한국', 0],
    ['𠮷野', '吉野', 1],
  ] as const)('%s → %s is %d', (a, b, expected) => {
    expect(distance(a, b)).toBe(expected)
  })

  const word = fc.string({ unit: fc.constantFrom(...'가나다라마 우한시는2조𠮷'), maxLength: 110 })

  test('is what the table says, whatever the length', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(distance(a, b)).toBe(plain(a, b))
      }),
      { seed: 1, numRuns: 400 },
    )
  })

  test('a limit either gives the same answer or says that it is more', () => {
    fc.assert(
      fc.property(word, word, fc.nat(20), (a, b, limit) => {
        const exact = plain(a, b)
        expect(distance(a, b, limit)).toBe(exact <= limit ? exact : Infinity)
      }),
      { seed: 2, numRuns: 400 },
    )
  })
})

test('similarity is symmetric, and 100 only for equal texts', () => {
  const text = fc.string({ unit: fc.constantFrom(...'가나다 2억조'), minLength: 1, maxLength: 300 })
  fc.assert(
    fc.property(text, text, (a, b) => {
      expect(similarity(a, b)).toBe(similarity(b, a))
      expect(similarity(a, b) === 100).toBe(a === b)
    }),
    { seed: 3 },
  )
  const long = '우한시는 최근 '.repeat(3000)
  expect(similarity(long, `${long}!`)).toBeLessThan(100)
})
