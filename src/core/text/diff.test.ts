import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DiffPart } from '../model/memory.ts'
import { diffCharacters, diffWords } from './diff.ts'

const show = (parts: readonly DiffPart[]) =>
  parts
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'from' ? `[-${text}-]` : `{+${text}+}`))
    .join('')

describe('diffWords', () => {
  test.each([
    ['2025년 GDP는 늘었다', '2026년 GDP는 늘었다', '[-2025-]{+2026+}년 GDP는 늘었다'],
    ['우한시는 발표했다', '우한시의 발표했다', '우한시[-는-]{+의+} 발표했다'],
    ['2조 2,197억 위안', '2조 2,179억 위안', '2조 [-2,197-]{+2,179+}억 위안'],
    ['같다', '같다', '같다'],
    ['', '새로', '{+새로+}'],
    ['The city grew.', 'The port grew.', 'The [-city-]{+port+} grew.'],
    ['장강 벨트', '장강 경제 벨트', '장강 {+경제 +}벨트'],
  ])('%s → %s', (from, to, expected) => {
    expect(show(diffWords(from, to))).toBe(expected)
  })
})

const some = fc
  .array(fc.constantFrom('우한', '시는', ' ', '2,197', '억', '.', '한', 'GDP', '𠮷'), { maxLength: 30 })
  .map((all) => all.join(''))

test.each([
  ['words', diffWords],
  ['characters', diffCharacters],
] as const)('%s: what is the same and what is from (or to) gives that side back', (_name, diff) => {
  fc.assert(
    fc.property(some, some, (from, to) => {
      const parts = diff(from, to)
      const side = (other: DiffPart['kind']) =>
        parts
          .filter(({ kind }) => kind !== other)
          .map(({ text }) => text)
          .join('')
      expect(side('to')).toBe(from)
      expect(side('from')).toBe(to)
    }),
    { seed: 5, numRuns: 500 },
  )
})
