import { describe, expect, it } from 'vitest'
import type { MemoryMatch } from '../model/memory.ts'
import { cutSentences } from '../text/segment.ts'
import { assembleSentences, GAP } from './assemble.ts'

const match = (target: string, score: number, repaired?: string): MemoryMatch => ({
  unit: {
    ...{
      id: 1,
      memoryId: 1,
      source: '',
      target,
      scope: 'sentence',
      previousSignature: '',
      nextSignature: '',
    },
    ...{ origin: '', author: '', note: '', articleId: null, paragraphId: null, useCount: 0 },
    ...{ createdAt: '', updatedAt: '' },
  },
  kind: score === 100 ? 'exact' : 'fuzzy',
  score,
  wordScore: score,
  ...{ penalty: 0, difference: [], values: [], touched: [], memoryName: '', articleTitle: '' },
  repair: repaired === undefined ? null : { target: repaired, replacements: [], complete: true },
})

const KNOWN = new Map([
  ['우한시가 새 노선을 열었다.', match('Wuhan opened a new line.', 100)],
  ['“제대로 갖추겠다”고 시는 밝혔다.', match('The city said it would “do it right.”', 80)],
  ['노선은 3개다.', match('There are two lines.', 85, 'There are three lines.')],
  ['빈 번역이다.', match('  ', 100)],
])
const assemble = (text: string) => {
  const spans = cutSentences(text)
  return assembleSentences(
    spans,
    spans.map(({ start, end }) => KNOWN.get(text.slice(start, end)) ?? null),
  )
}

describe('a paragraph from its sentences', () => {
  it('is put together in order, with gaps shown and places kept', () => {
    const text = '우한시가 새 노선을 열었다. 모르는 문장이다. “제대로 갖추겠다”고 시는 밝혔다.'
    const assembly = assemble(text)
    expect(assembly?.target).toBe(`Wuhan opened a new line. ${GAP} The city said it would “do it right.”`)
    expect(assembly?.covered).toBe(2)
    expect(
      assembly?.sentences.map(({ start, end, match: found, target }) => [
        text.slice(start, end),
        found?.score ?? null,
        assembly.target.slice(target.start, target.end),
      ]),
    ).toEqual([
      ['우한시가 새 노선을 열었다.', 100, 'Wuhan opened a new line.'],
      ['모르는 문장이다.', null, GAP],
      ['“제대로 갖추겠다”고 시는 밝혔다.', 80, 'The city said it would “do it right.”'],
    ])
    // 15 units of 100, 20 of 80 and 9 of nothing.
    expect(assembly?.score).toBe(Math.floor((15 * 100 + 20 * 80) / (15 + 20 + 9)))
  })
  it('takes the repaired target where nothing else differs', () => {
    expect(assemble('노선은 3개다. 모르는 문장이다.')?.target).toBe(`There are three lines. ${GAP}`)
  })
  it.each([
    ['one sentence', '우한시가 새 노선을 열었다.'],
    ['nothing known', '처음 보는 글이다. 이것도 처음이다.'],
    ['a translation that is empty', '빈 번역이다. 이것은 모른다.'],
    ['nothing at all', ''],
  ])('is none for %s', (_, text) => {
    expect(assemble(text)).toBeNull()
  })
})
