import fc from 'fast-check'
import { expect, test } from 'vitest'
import { unitText, type UnitEntry, type UnitNotice } from '../unit.ts'
import { openUnitTable, readUnitRows, writeUnitTable, type UnitTableLayout } from './table.ts'

const read = (text: string, layout?: UnitTableLayout) => {
  const units: UnitEntry[] = []
  const notices: UnitNotice[] = []
  const table = openUnitTable(text, 'm.csv', layout)
  readUnitRows(table, [0, table.rows.length], {
    onUnit: (unit) => units.push(unit),
    onNotice: (each) => notices.push(each),
  })
  return { units, notices: [...table.notices, ...notices], layout: table.layout }
}

test.each([
  [
    'a header',
    '원문,번역,작성자\n우한시는 크다.,Wuhan is large.,KIM\n',
    [['우한시는 크다.', 'Wuhan is large.', 'KIM']],
  ],
  [
    'no header, tabs, English first',
    'Wuhan is large.\t우한시는 크다.\nIt grew.\t커졌다.\n',
    [
      ['우한시는 크다.', 'Wuhan is large.', ''],
      ['커졌다.', 'It grew.', ''],
    ],
  ],
])('%s', (_, text, expected) => {
  expect(read(text).units.map(({ source, target, author }) => [source, target, author])).toEqual(expected)
})

test('tells of rows it leaves out, with their lines', () => {
  const { units, notices } = read('Korean,English\n가,\n,B\n다,C\n')
  expect(units).toHaveLength(1)
  expect(notices.map(({ code, line }) => [code, line])).toEqual([
    ['no-target', 2],
    ['no-source', 3],
  ])
})

const cell = fc
  .string({
    unit: fc.constantFrom('가', 'a', ' ', '"', ',', '=', "'", '+', ';', '\t', '1'),
    minLength: 1,
    maxLength: 12,
  })
  .map(unitText)
  .filter((text) => text !== '')
const date = fc.date({ min: new Date('2000-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
test('what is written is read as it was', () => {
  const unit = fc.record({
    ...{ source: cell, target: cell, author: cell, note: cell },
    createdAt: date.map((at) => at.toISOString()),
    updatedAt: date.map((at) => at.toISOString()),
  })
  fc.assert(
    fc.property(
      fc.array(unit, { maxLength: 8 }),
      fc.constantFrom(',' as const, '\t' as const),
      fc.boolean(),
      (units, delimiter, defuse) => {
        const text = [...writeUnitTable(units, { delimiter, defuse })].join('')
        const columns = ['source', 'target', 'author', 'created', 'updated', 'note'] as const
        const back = read(text, { columns, header: true, delimiter }).units
        expect(
          back.map(({ source, target, author, note, createdAt, updatedAt }) => ({
            source,
            target,
            author,
            note,
            createdAt,
            updatedAt,
          })),
        ).toEqual(units)
      },
    ),
    { seed: 73, numRuns: 300 },
  )
})
