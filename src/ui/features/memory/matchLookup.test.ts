import { beforeEach, expect, test } from 'vitest'
import type { ParagraphMatches } from '#contract/memory.ts'
import { MatchLookup, type MatchQuestion } from './matchLookup.ts'

const question = (paragraphId: number, more: Partial<MatchQuestion> = {}): MatchQuestion => ({
  ...{ paragraphId, floor: 60, sources: [undefined, `원문 ${paragraphId}`, undefined] },
  ...more,
})
const answer = (lowered: number | null = null): ParagraphMatches => ({ matches: [], assembly: null, lowered })

interface Asked {
  id: number
  resolve(found: ParagraphMatches): void
  reject(error: unknown): void
}
let asked: Asked[] = []
/** What was shown, in order: a paragraph and its floor, `-` for nothing, `…` for looking. */
let shown: string[] = []
let due: (() => void) | null = null
let lookup: MatchLookup
beforeEach(() => {
  asked = []
  shown = []
  due = null
  lookup = new MatchLookup({
    find: (id) => new Promise((resolve, reject) => asked.push({ id, resolve, reject })),
    show: (found) => shown.push(found ? `${found.paragraphId}/${found.lowered ?? ''}` : '-'),
    looking: (yes) => {
      if (yes) shown.push('…')
    },
    setTimer: (work) => (due = work),
    clearTimer: () => (due = null),
  })
})
const tick = () => new Promise((resolve) => setTimeout(resolve))

test('what was looked up ahead is there at once, and asked for once', async () => {
  lookup.ahead([question(2), question(3)])
  asked[0]?.resolve(answer(40))
  await tick()
  void lookup.go(question(2))
  expect(shown).toEqual(['2/40'])
  expect(due).toBeNull()
  // On its way already: waited for, not asked again.
  void lookup.go(question(3))
  expect(asked.map(({ id }) => id)).toEqual([2, 3])
  asked[1]?.resolve(answer())
  await tick()
  expect(shown).toEqual(['2/40', '3/'])
})

test('an answer for a paragraph already left is not shown', async () => {
  void lookup.go(question(1))
  void lookup.go(question(2))
  asked[1]?.resolve(answer(2))
  await tick()
  asked[0]?.resolve(answer(1))
  await tick()
  expect(shown).toEqual(['2/2'])
  // It is known all the same.
  void lookup.go(question(1))
  expect(shown).toEqual(['2/2', '1/1'])
})

test('the former list stands for a while, then looking is said', async () => {
  void lookup.go(question(1))
  asked[0]?.resolve(answer())
  await tick()
  void lookup.go(question(2))
  expect(shown).toEqual(['1/'])
  due?.()
  expect(shown).toEqual(['1/', '-', '…'])
  asked[1]?.resolve(answer())
  await tick()
  expect(shown).toEqual(['1/', '-', '…', '2/'])
})

test('a changed memory is asked anew, quietly', async () => {
  lookup.ahead([question(2)])
  void lookup.go(question(1))
  for (const each of asked) each.resolve(answer())
  await tick()
  void lookup.renew()
  expect(due).toBeNull()
  expect(shown).toEqual(['1/'])
  asked[2]?.resolve(answer(40))
  await tick()
  expect(shown).toEqual(['1/', '1/40'])
  void lookup.go(question(2))
  expect(asked.map(({ id }) => id)).toEqual([2, 1, 1, 2])
})

test('what was asked before a change does not come over what was asked after it', async () => {
  void lookup.go(question(1))
  void lookup.renew()
  asked[1]?.resolve(answer(2))
  await tick()
  asked[0]?.resolve(answer(1))
  await tick()
  expect(shown).toEqual(['1/2'])
})

test('another source, floor or neighbour is another question', async () => {
  void lookup.go(question(1))
  void lookup.go(question(1))
  void lookup.go(question(1, { floor: 70 }))
  void lookup.go(question(1, { sources: [undefined, '원문', undefined] }))
  void lookup.go(question(1, { sources: ['앞', '원문', undefined] }))
  expect(asked).toHaveLength(4)
})

test('what failed is asked again', async () => {
  const went = lookup.go(question(1))
  asked[0]?.reject(new Error('no answer'))
  await expect(went).rejects.toThrow('no answer')
  expect(shown).toEqual(['-'])
  lookup.ahead([question(1)])
  expect(asked).toHaveLength(2)
})

test('whoever waits for the matches gets them, unless the caret has gone on', async () => {
  void lookup.go(question(1))
  const first = lookup.settled()
  asked[0]?.resolve(answer(40))
  expect(await first).toMatchObject({ paragraphId: 1, lowered: 40 })
  void lookup.go(question(2))
  const second = lookup.settled()
  void lookup.go(question(1))
  asked[1]?.resolve(answer())
  expect(await second).toBeNull()
})

test('only so many are kept', () => {
  lookup.ahead(Array.from({ length: 61 }, (_, id) => question(id + 1)))
  lookup.ahead([question(61), question(2), question(1)])
  expect(asked).toHaveLength(62)
  expect(asked.at(-1)?.id).toBe(1)
})
