import { expect, test } from 'vitest'
import { attachedAt, attachedOrNot } from './attachOrder.ts'

// Capitals are attached.
const listOf = (letters: string) =>
  [...letters].map((letter) => ({ id: letter.toLowerCase().charCodeAt(0), attached: letter < 'a', letter }))
const id = (letter: string) => letter.charCodeAt(0)
const said = (list: readonly { id: number; attached: boolean }[] | null) =>
  list
    ?.map((each) => {
      const letter = String.fromCharCode(each.id)
      return each.attached ? letter.toUpperCase() : letter
    })
    .join('') ?? null

test.each([
  ['ABCd', 'c', 0, 'CABd'],
  ['ABCd', 'a', 1, 'BACd'],
  ['ABCd', 'a', 9, 'BCAd'],
  ['ABCd', 'a', 0, null],
  ['ABCd', 'c', 3, null],
  ['ABCd', 'd', 0, null],
])('%s: %s to place %i gives %s', (list, letter, goal, result) => {
  expect(said(attachedAt(listOf(list), id(letter), goal))).toBe(result)
})

test.each([
  ['ABcd', 'd', 'ABDc'],
  ['ABcd', 'a', 'Bacd'],
  ['ab', 'b', 'Ba'],
])('%s: %s attached or not gives %s', (list, letter, result) => {
  expect(said(attachedOrNot(listOf(list), id(letter)))).toBe(result)
})
