import { expect, test } from 'vitest'
import type { Assembly, MatchKind, MemoryMatch } from '../model/memory.ts'
import { assembleSentences, GAP } from './assemble.ts'
import { fillingOf, type FillingOptions } from './filling.ts'

let ids = 0
const match = (
  target: string,
  score: number,
  {
    repaired,
    complete = true,
    penalty = 0,
  }: { repaired?: string; complete?: boolean; penalty?: number } = {},
): MemoryMatch => {
  const kind: MatchKind = score === 101 ? 'context' : score === 100 ? 'exact' : 'fuzzy'
  return {
    unit: {
      ...{ id: ++ids, memoryId: 1, source: '', target, scope: 'paragraph' },
      ...{ previousSignature: '', nextSignature: '', origin: '', author: '', note: '' },
      ...{ articleId: null, paragraphId: null, useCount: 0, createdAt: '', updatedAt: '' },
    },
    ...{ kind, score, wordScore: score, penalty },
    ...{ difference: [], values: [], touched: [], memoryName: '', articleTitle: '' },
    repair: repaired === undefined ? null : { target: repaired, replacements: [], complete },
  }
}
/** Of sentences of the same length. */
const parts = (...matches: (MemoryMatch | null)[]): Assembly | null =>
  assembleSentences(
    matches.map((_, at) => ({ start: at * 10, end: at * 10 + 9 })),
    matches,
  )

const USUAL: FillingOptions = { floor: 75, repair: true, sentences: true, confirmContext: false }
const said = (best: MemoryMatch | null, assembly: Assembly | null, options: Partial<FillingOptions> = {}) => {
  const filling = fillingOf(best, assembly, { ...USUAL, ...options })
  if (!filling) return null
  const marks = (['confirm', 'repaired', 'assembled'] as const).filter((mark) => filling[mark])
  return [filling.target, marks.join(' ')]
}

const repairable = () => match('It sold 3 ships.', 90, { repaired: 'It sold 4 ships.' })
const half = () => match('It sold 3 ships.', 90, { repaired: 'It sold 4 ships.', complete: false })
const one = () => match('One.', 100)
const two = () => match('There are 2.', 85, { repaired: 'There are 3.' })

test.each<[string, unknown, unknown]>([
  ['nothing known', said(null, null), null],
  ['the same source', said(match('A.', 100), null), ['A.', '']],
  ['just at the floor', said(match('A.', 75), null), ['A.', '']],
  ['under it', said(match('A.', 74), null), null],
  ['under it by a penalty', said(match('A.', 80, { penalty: 6 }), null), null],
  ['an empty target', said(match(' ', 100), null), null],
  ['a target of two lines', said(match('A.\r\nB.\u2028', 100), null), ['A. B.', '']],
  ['repaired', said(repairable(), null), ['It sold 4 ships.', 'repaired']],
  ['repairing not wished', said(repairable(), null, { repair: false }), ['It sold 3 ships.', '']],
  ['repaired by half', said(half(), null), ['It sold 3 ships.', '']],
  ['context is a draft', said(match('A.', 101), null), ['A.', '']],
  ['or is confirmed', said(match('A.', 101), null, { confirmContext: true }), ['A.', 'confirm']],
  ['exact is not', said(match('A.', 100), null, { confirmContext: true }), ['A.', '']],
  [
    'nor context of a memory that is trusted less',
    said(match('A.', 101, { penalty: 1 }), null, { confirmContext: true }),
    ['A.', ''],
  ],
  ['from sentences', said(null, parts(one(), two())), ['One. There are 3.', 'repaired assembled']],
  ['not repaired', said(null, parts(one(), two()), { repair: false }), ['One. There are 2.', 'assembled']],
  ['a gap stays', said(null, parts(null, one())), [`${GAP} One.`, 'assembled']],
  ['sentences not wished', said(null, parts(one(), one()), { sentences: false }), null],
  ['whole and surer', said(match('A.', 80), parts(one(), one())), ['One. One.', 'assembled']],
  ['whole and not surer', said(match('A.', 97), parts(one(), two())), ['A.', '']],
  ['surer but with a gap', said(match('A.', 80), parts(one(), one(), one(), null)), ['A.', '']],
  [
    'surer but for a penalty',
    said(match('A.', 80), parts(match('B.', 100, { penalty: 30 }), match('C.', 100, { penalty: 30 }))),
    ['A.', ''],
  ],
  ['under the floor, parts known', said(match('A.', 60), parts(one(), null)), [`One. ${GAP}`, 'assembled']],
])('%s', (_, found, expected) => {
  expect(found).toEqual(expected)
})

test('says what it was taken from', () => {
  const [whole, first, last] = [match('A.', 90), match('B.', 100), match('C.', 100)]
  expect(fillingOf(whole, null, USUAL)?.unitIds).toEqual([whole.unit.id])
  expect(fillingOf(null, parts(first, null, last), USUAL)?.unitIds).toEqual([first.unit.id, last.unit.id])
})
