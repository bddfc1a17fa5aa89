import { expect, test } from 'vitest'
import type { TermColumn } from '#contract/glossary.ts'
import { assignColumn, isMapped, widthOf } from './columns.ts'

const cases: [before: TermColumn[], place: number, holds: TermColumn, after: TermColumn[]][] = [
  // What one column took over the other gives up: no table has two Korean columns.
  [['source', 'target', 'ignore'], 2, 'source', ['ignore', 'target', 'source']],
  [['source', 'target', 'note'], 1, 'note', ['source', 'note', 'ignore']],
  [['ignore', 'ignore'], 0, 'target', ['target', 'ignore']],
  // Spellings may stand in several columns, and any number is left out.
  [['source', 'target', 'variants', 'ignore'], 3, 'variants', ['source', 'target', 'variants', 'variants']],
  [['source', 'ignore', 'target'], 0, 'ignore', ['ignore', 'ignore', 'target']],
]

test.each(cases)('%j, column %i holds %s', (before, place, holds, after) => {
  expect(assignColumn(before, place, holds, ['ignore', 'variants'])).toEqual(after)
})

test('a table gives terms once Korean and English are said', () => {
  expect(isMapped(['source', 'note'])).toBe(false)
  expect(isMapped(['target', 'ignore'])).toBe(false)
  expect(isMapped(['note', 'target', 'source'])).toBe(true)
})

test('a row longer than the rest still shows all its cells', () => {
  expect(
    widthOf(
      ['source', 'target'],
      [
        ['우한', 'Wuhan'],
        ['난징', 'Nanjing', '장쑤성'],
      ],
    ),
  ).toBe(3)
  expect(widthOf(['source', 'target', 'note'], [['우한', 'Wuhan']])).toBe(3)
  expect(widthOf([], [])).toBe(0)
})
