import { expect, test } from 'vitest'
import { movedTo } from './memoryOrder.ts'

test.each([
  ['up', [4, 7, 9], 9, 1, [4, 9, 7]],
  ['down', [4, 7, 9], 4, 1, [7, 4, 9]],
  ['beyond the end', [4, 7, 9], 4, 99, [7, 9, 4]],
  ['before the beginning', [4, 7, 9], 9, -3, [9, 4, 7]],
  ['nowhere', [4, 7, 9], 7, 1, null],
  ['up from the top', [4, 7, 9], 4, -1, null],
  ['what is not there', [4, 7, 9], 5, 0, null],
] as const)('%s', (_, ids, id, goal, after) => {
  expect(movedTo(ids, id, goal)).toEqual(after)
})
