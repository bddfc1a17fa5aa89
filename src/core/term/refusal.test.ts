import { describe, expect, it } from 'vitest'
import { REFUSAL_CONTEXT, refuses, type RefusalMark } from './refusal.ts'

/** A refusal of the `nth` (from 1) 선전 of a text, as it is kept. */
const markOf = (text: string, nth: number, scope: RefusalMark['scope'], word = '선전에'): RefusalMark => {
  const start = placeOf(text, nth)
  const end = start + 2
  return {
    scope,
    form: '선전',
    word,
    prefix: text.slice(Math.max(0, start - REFUSAL_CONTEXT), start),
    suffix: text.slice(end, end + REFUSAL_CONTEXT),
  }
}
const placeOf = (text: string, nth: number): number => {
  let at = -1
  for (let count = 0; count < nth; count++) at = text.indexOf('선전', at + 1)
  return at
}
const refusedIn = (mark: RefusalMark, text: string, nth: number, word = '선전에'): boolean => {
  const start = placeOf(text, nth)
  return refuses(mark, { form: '선전', word, text, start, end: start + 2 })
}

const TEXT = '시는 새 상품 선전에 힘을 쏟고 있다. 업체들도 선전에 공장을 짓는다고 전했다.'

describe('a refusal of a place', () => {
  const mark = markOf(TEXT, 1, 'place')
  const cases: [label: string, text: string, nth: number, refused: boolean][] = [
    ['is known in the text it was made in', TEXT, 1, true],
    ['is not meant for the same word elsewhere in it', TEXT, 2, false],
    ['stays through an edit further on', TEXT.replace('공장을', '연구소를'), 1, true],
    ['stays through an edit further before', `이날 ${TEXT}`, 1, true],
    ['stays when the paragraph is split behind it', TEXT.slice(0, 21), 1, true],
    ['stays when the paragraph is split right before it', TEXT.slice(placeOf(TEXT, 1)), 1, true],
    ['stays when the paragraph is joined to others', `앞 문단이다. ${TEXT} 뒤 문단이다.`, 1, true],
    ['goes when its words now stand in another sentence', '관광객은 선전에 도착했다.', 1, false],
    ['is not taken for a text of the word alone', '선전', 1, false],
  ]
  it.each(cases)('%s', (_, text, nth, refused) => {
    expect(refusedIn(mark, text, nth)).toBe(refused)
  })
  it('of a text that is the word alone is meant for that text', () => {
    const alone = markOf('선전', 1, 'place', '선전')
    expect(refusedIn(alone, '선전', 1, '선전')).toBe(true)
    expect(refusedIn(alone, TEXT, 1)).toBe(false)
  })
})

describe('wider refusals', () => {
  it('of the article are meant for the spelling, whatever is attached', () => {
    const mark = markOf(TEXT, 1, 'article')
    expect(refusedIn(mark, '선전을 다녀왔다', 1, '선전을')).toBe(true)
    expect(refuses(mark, { form: '우한', word: '우한에', text: '우한에', start: 0, end: 2 })).toBe(false)
  })
  it('for always are meant for the very word', () => {
    const mark = markOf(TEXT, 1, 'always')
    expect(refusedIn(mark, '그는 선전에 나섰다', 1, '선전에')).toBe(true)
    expect(refusedIn(mark, '그는 선전을 다녀왔다', 1, '선전을')).toBe(false)
  })
})
