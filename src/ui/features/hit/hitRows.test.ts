import { describe, expect, it } from 'vitest'
import type { TermHitDetail } from '#contract/term.ts'
import type { Term, TermStatus } from '#core/model/term.ts'
import { hitRows, wrongPlaces } from './hitRows.ts'

let ids = 0
const term = (source: string, target: string, status: TermStatus = 'preferred'): Term => ({
  id: ++ids,
  glossaryId: 1,
  source,
  variants: [],
  target,
  partOfSpeech: '',
  status,
  domain: '',
  definition: '',
  note: '',
  url: '',
  origin: '',
  createdAt: '',
  updatedAt: '',
})
const hit = (start: number, ...terms: Term[]): TermHitDetail => ({
  twins: [],
  termIds: terms.map(({ id }) => id),
  start,
  end: start + (terms[0]?.source.length ?? 0),
  reason: { kind: 'exact', particle: '' },
  terms,
})

const wuhan = [term('우한', 'Wuhan'), term('우한', 'Uhan', 'forbidden')]
const laboratory = [term('실험실', 'laboratory'), term('실험실', 'lab', 'admitted')]

describe('the terms of a paragraph', () => {
  const hits = [hit(0, ...wuhan), hit(5, ...laboratory), hit(12, ...wuhan)]
  it('are counted once each, in reading order', () => {
    expect(hitRows(hits, '').map(({ number, count, state }) => [number, count, state])).toEqual([
      [1, 2, 'missing'],
      [2, 1, 'missing'],
    ])
  })
  it.each([
    ['Wuhan opened two labs.', ['rendered', 'rendered']],
    ['Uhan opened a laboratory.', ['wrong', 'rendered']],
    ['Uhan, or Wuhan.', ['wrong', 'missing']],
  ])('in “%s”: %j', (target, states) => {
    expect(hitRows(hits, target).map(({ state }) => state)).toEqual(states)
  })
  it('say which of several translations was used', () => {
    const [, row] = hitRows(hits, 'A lab in Wuhan')
    expect(row?.rendered.map(({ termId }) => termId)).toEqual([laboratory[1]?.id])
  })
  it('hold nothing against a forbidden word inside a right translation, of whichever term', () => {
    const joint = [term('공동 실험실', 'joint laboratory'), term('공동 실험실', 'laboratory', 'forbidden')]
    expect(wrongPlaces([hit(0, ...joint)], 'The joint laboratory opened.')).toEqual([])
    expect(hitRows([hit(0, ...joint)], 'The joint laboratory opened.')[0]?.state).toBe('rendered')
    expect(
      wrongPlaces([hit(0, ...joint)], 'The joint laboratory, a laboratory.').map(({ start }) => start),
    ).toEqual([24])
    const government = [term('중국 정부', 'the Chinese government'), term('중국 정부', 'China', 'forbidden')]
    const china = [term('중국', 'China')]
    expect(wrongPlaces([hit(0, ...government), hit(9, ...china)], 'China said so.')).toEqual([])
    expect(wrongPlaces([hit(0, ...government)], 'China said so.')).toHaveLength(1)
  })
  it('show where a translation stands that is not to be used, once', () => {
    expect(
      wrongPlaces(hits, 'Uhan and Uhan').map(({ start, end, instead }) => [start, end, instead?.target]),
    ).toEqual([
      [0, 4, 'Wuhan'],
      [9, 13, 'Wuhan'],
    ])
  })
})
