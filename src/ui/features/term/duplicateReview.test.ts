// @vitest-environment happy-dom
import { createPinia, setActivePinia } from 'pinia'
import { nextTick } from 'vue'
import { beforeEach, expect, test, vi } from 'vitest'
import type { DuplicateGroup } from '#contract/term.ts'
import { useDuplicateReview } from './duplicateReview.ts'

const client = vi.hoisted(() => ({ call: vi.fn(), listen: vi.fn(() => () => undefined) }))
vi.mock('../../app/client.ts', () => client)

const group = (kind: DuplicateGroup['kind'], ...ids: number[]) =>
  ({
    kind,
    terms: ids.map((id) => ({ id, glossaryId: 1, status: 'preferred' })),
  }) as unknown as DuplicateGroup
let stored: DuplicateGroup[]
const keys = (groups: readonly DuplicateGroup[]) =>
  groups.map(({ kind, terms }) => `${kind} ${terms.map(({ id }) => id).join(' ')}`)

beforeEach(() => {
  setActivePinia(createPinia())
  client.call.mockReset()
  stored = [group('same', 1, 2), group('same', 3, 4), group('source', 1, 2, 5)]
  client.call.mockImplementation((name: string) =>
    Promise.resolve(
      name === 'term.duplicates'
        ? stored
        : name === 'term.merge' || name === 'term.change'
          ? { batch: 7 }
          : name === 'term.undo'
            ? { reverted: 1, kept: 0, batch: 8 }
            : [],
    ),
  )
})

test('what is left of other groups after a merge is what is gone through, and undoing brings all back', async () => {
  const review = useDuplicateReview()
  await review.load()
  await nextTick()
  expect(keys(review.groups.value)).toEqual(['same 1 2', 'same 3 4', 'source 1 2 5'])
  // Of the third group the merge takes one term with it.
  stored = [group('same', 3, 4), group('source', 1, 5)]
  await review.merge()
  expect(keys(review.groups.value)).toEqual(['same 1 2', 'same 3 4', 'source 1 5'])
  expect([review.place.value, review.decided.value, review.counts.value.merged]).toEqual([1, 1, 1])
  review.step(-1)
  expect(review.decision.value).toBe('merged')
  stored = [group('same', 1, 2), group('same', 3, 4), group('source', 1, 2, 5)]
  await review.undo()
  expect(keys(review.groups.value)).toEqual(['same 1 2', 'same 3 4', 'source 1 2 5'])
  expect([review.place.value, review.decided.value]).toEqual([0, 0])
})

test('a group that is kept as it is does not come back with the next fetch', async () => {
  const review = useDuplicateReview()
  await review.load()
  await review.keepAll()
  expect([keys(review.groups.value).length, review.place.value]).toEqual([3, 1])
  stored = [group('same', 1, 2)]
  await review.merge()
  expect(keys(review.groups.value)).toEqual(['same 1 2', 'same 3 4'])
  // Nothing is open any more.
  expect([review.place.value, review.group.value]).toEqual([2, undefined])
  expect(review.counts.value).toEqual({ merged: 1, kept: 1, admitted: 0 })
})

test('past the last group it goes on with the first that is open', async () => {
  const review = useDuplicateReview()
  await review.load()
  review.step(1)
  review.step(1)
  await review.keepAll()
  expect(keys(review.groups.value)).toEqual(['source 1 2 5', 'same 1 2', 'same 3 4'])
  expect(review.place.value).toBe(1)
})
