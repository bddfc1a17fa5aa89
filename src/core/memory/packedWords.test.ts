import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldWord, packWords, WORD, wordsWith } from './packedWords.ts'

/** Texts by word, found the plain way. */
const byWord = (targets: readonly string[]): Map<string, number[]> => {
  const found = new Map<string, number[]>()
  targets.forEach((target, text) => {
    for (const word of new Set(foldWord(target).match(WORD) ?? []))
      found.set(word, [...(found.get(word) ?? []), text])
  })
  return found
}

const piece = fc.constantFrom(
  ...[
    'Wuhan',
    'wuhan',
    'WUHAN',
    'U.S.',
    '3.5',
    '5G',
    ' ',
    '  ',
    '’s',
    '“',
    '”',
    '—',
    '…',
    '·',
    '\u00a0',
    '-',
    '\t',
  ],
  ...[
    'é',
    'e\u0301',
    'É',
    'İ',
    'ß',
    '우한',
    '\u1112\u1161\u11ab',
    '武汉',
    '²',
    '½',
    'ﬁ',
    '𝐀',
    '€',
    '₩',
    'a\u0300',
    '\u200d',
    '_',
  ],
)
const target = fc.array(piece, { maxLength: 9 }).map((pieces) => pieces.join(''))

test('words of targets are those a plain search finds, each with its texts', () => {
  fc.assert(
    fc.property(fc.array(target, { maxLength: 12 }), (targets) => {
      const order = targets.map((_, place) => place)
      const packed = packWords(order, targets)
      const expected = byWord(targets)
      expect(packed.wordOffsets.length - 1).toBe(expected.size)
      for (const [word, texts] of expected) {
        const [number = -1, ...more] = wordsWith(packed, word, 'whole')
        expect(more).toEqual([])
        const postings = packed.wordPostings.subarray(
          packed.wordOffsets[number],
          packed.wordOffsets[number + 1],
        )
        expect([...postings]).toEqual(texts)
      }
    }),
    { seed: 104, numRuns: 600 },
  )
})

test('thousands of words are told apart', () => {
  const targets = Array.from({ length: 30_000 }, (_, place) => `word${String(place)} Same`)
  const packed = packWords(
    targets.map((_, place) => place),
    targets,
  )
  expect(packed.wordOffsets.length - 1).toBe(30_001)
  const [number = -1] = wordsWith(packed, 'word29999', 'whole')
  expect([
    ...packed.wordPostings.subarray(packed.wordOffsets[number], packed.wordOffsets[number + 1]),
  ]).toEqual([29_999])
  const [same = -1] = wordsWith(packed, 'same', 'whole')
  expect(packed.everywhere[same]).toBe(1)
})
