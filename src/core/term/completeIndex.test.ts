import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { MatchableTerm } from '../model/term.ts'
import { completeTerms } from './complete.ts'
import { createCompletionIndex } from './completeIndex.ts'

const korean = fc.string({
  unit: fc.constantFrom('우', '한', '시', '욱', '항', 'G', 'D', ' ', '武', '하'),
  maxLength: 6,
})
const english = fc.string({
  unit: fc.constantFrom('w', 'u', 'H', 'a', 'n', '-', ' ', '&', 'é', '1'),
  maxLength: 9,
})
const term = (id: number): fc.Arbitrary<MatchableTerm> =>
  fc.record({
    id: fc.constant(id),
    source: fc.oneof(
      korean,
      korean.map((text) => text.normalize('NFD')),
    ),
    target: english,
    variants: fc.array(fc.oneof(korean, english), { maxLength: 2 }),
    status: fc.constantFrom('preferred', 'admitted', 'deprecated', 'forbidden'),
    glossaryId: fc.constantFrom(1, 2),
  })
const query = fc.oneof(
  korean,
  english,
  fc.string({ unit: fc.constantFrom('ㅇ', 'ㅎ', 'ㅅ', 'ㅄ', '우', '하', 'w', '-'), maxLength: 4 }),
)

describe('the index of terms to complete from', () => {
  it('gives what looking through all terms gives, through additions and removals', () => {
    fc.assert(
      fc.property(
        fc
          .array(fc.nat(), { minLength: 1, maxLength: 12 })
          .chain((list) => fc.tuple(...list.map((_, id) => term(id)))),
        fc.array(fc.nat(11), { maxLength: 4 }),
        fc.array(query, { minLength: 1, maxLength: 6 }),
        fc.constantFrom(undefined, new Set([2])),
        (terms, gone, queries, glossaries) => {
          const index = createCompletionIndex()
          index.add(terms)
          index.remove(gone)
          const kept = terms.filter(({ id }) => !gone.includes(id))
          const back = terms.filter(({ id }) => gone.includes(id) && id % 2 === 0)
          index.add(back)
          const all = [...kept, ...back].filter(
            ({ glossaryId = 0 }) => !glossaries || glossaries.has(glossaryId),
          )
          for (const asked of queries.filter((each) => each.trim() !== ''))
            expect(index.complete([], asked, 5, glossaries)).toEqual(completeTerms(all, [], asked, 5))
        },
      ),
      { numRuns: 600 },
    )
  })

  it('asked for nothing, gives the terms of the paragraph in its order', () => {
    const index = createCompletionIndex()
    const made = (id: number): MatchableTerm => ({ id, source: '가', target: `t${id}`, status: 'preferred' })
    index.add([made(1), made(2), made(3)])
    const hits = [3, 1].map((id) => ({
      ...{ termIds: [id], start: id, end: id, reason: { kind: 'exact' as const, particle: '' } },
    }))
    expect(index.complete(hits, ' ', 5).map(({ termId }) => termId)).toEqual([3, 1])
  })
})
