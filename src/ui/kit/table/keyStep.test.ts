import { expect, test } from 'vitest'
import { keyStep as step, type TablePlace } from './keyStep.ts'

const COLUMNS = ['source', 'target', 'partOfSpeech'] as const
type Column = (typeof COLUMNS)[number]
const keyStep = (event: Parameters<typeof step>[0], from: TablePlace<Column>) => step(event, from, COLUMNS)

const press = (key: string, held: { ctrlKey?: boolean; metaKey?: boolean } = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  ...held,
})
const place = { column: 'target' as Column, total: 100, page: 20 }

test.each<[key: string, from: number, to: number]>([
  ['ArrowDown', 5, 6],
  ['ArrowDown', 99, 99],
  ['ArrowUp', 0, 0],
  ['PageDown', 90, 99],
  ['PageUp', 30, 10],
  ['Home', 50, 0],
  ['End', 50, 99],
])('%s from row %i leads to row %i of the same column', (key, from, to) => {
  expect(keyStep(press(key), { ...place, current: from })).toEqual({
    index: to,
    column: 'target',
    rows: true,
  })
})

test('arrows to the side walk the columns and stop at the last', () => {
  expect(keyStep(press('ArrowLeft'), { ...place, current: 3 })?.column).toBe('source')
  expect(keyStep(press('ArrowLeft'), { ...place, column: 'source', current: 3 })?.column).toBe('source')
  expect(keyStep(press('ArrowRight'), { ...place, current: 3 })).toEqual({
    index: 3,
    column: 'partOfSpeech',
    rows: false,
  })
})

test('an empty table has one place', () => {
  expect(keyStep(press('End'), { ...place, total: 0, current: 0 })?.index).toBe(0)
})

test('other keys are not the table’s', () => {
  for (const key of ['a', 'F3', 'Tab']) expect(keyStep(press(key), { ...place, current: 3 })).toBeNull()
  expect(keyStep(press('ArrowRight', { ctrlKey: true }), { ...place, current: 3 })).toBeNull()
})
