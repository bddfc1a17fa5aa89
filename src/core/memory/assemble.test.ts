import { describe, expect, it } from 'vitest'
import { assembleSentences, GAP, type SentenceFound } from './assemble.ts'

const KNOWN = new Map([
  ['우한시가 새 노선을 열었다.', { target: 'Wuhan opened a new line.', score: 100 }],
  ['“제대로 갖추겠다”고 시는 밝혔다.', { target: 'The city said it would “do it right.”', score: 80 }],
  ['빈 번역이다.', { target: '  ', score: 100 }],
])
const find = (sentence: string): SentenceFound | null => {
  const found = KNOWN.get(sentence)
  return found ? { unitId: sentence.length, source: sentence, ...found } : null
}

describe('a paragraph from its sentences', () => {
  it('is put together in order, with gaps shown and places kept', () => {
    const text = '우한시가 새 노선을 열었다. 모르는 문장이다. “제대로 갖추겠다”고 시는 밝혔다.'
    const assembly = assembleSentences(text, find)
    expect(assembly?.target).toBe(`Wuhan opened a new line. ${GAP} The city said it would “do it right.”`)
    expect(assembly?.covered).toBe(2)
    expect(
      assembly?.sentences.map(({ start, end, found, targetStart, targetEnd }) => [
        text.slice(start, end),
        found?.score ?? null,
        assembly.target.slice(targetStart, targetEnd),
      ]),
    ).toEqual([
      ['우한시가 새 노선을 열었다.', 100, 'Wuhan opened a new line.'],
      ['모르는 문장이다.', null, GAP],
      ['“제대로 갖추겠다”고 시는 밝혔다.', 80, 'The city said it would “do it right.”'],
    ])
    // 15 units of 100, 20 of 80 and 9 of nothing.
    expect(assembly?.score).toBe(Math.floor((15 * 100 + 20 * 80) / (15 + 20 + 9)))
  })
  it.each([
    ['one sentence', '우한시가 새 노선을 열었다.'],
    ['nothing known', '처음 보는 글이다. 이것도 처음이다.'],
    ['a translation that is empty', '빈 번역이다. 이것은 모른다.'],
    ['nothing at all', ''],
  ])('is none for %s', (_, text) => {
    expect(assembleSentences(text, find)).toBeNull()
  })
})
