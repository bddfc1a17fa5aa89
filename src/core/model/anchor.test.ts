import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { joinTexts, splitText } from '../text/splitJoin.ts'
import { carryThroughStructure, findAnchor, isDuplicate, makeAnchor, reanchor, smallestAt } from './anchor.ts'

const TEXT = '우한시는 최근 산업 혁신 방안을 발표했고, 우한시의 기업들은 이를 반겼다.'
const at = (text: string, quote: string, from = 0) => {
  const start = text.indexOf(quote, from)
  return makeAnchor(text, start, start + quote.length)
}

describe('reanchor', () => {
  test.each([
    ['before the span', '우한시의', `중국 ${TEXT}`, '우한시의'],
    ['after the span', '우한시의', `${TEXT} 끝.`, '우한시의'],
    ['inside the span', '산업 혁신 방안', TEXT.replace('혁신', '대혁신'), '산업 대혁신 방안'],
    ['an equal word before it', '우한시의', `우한시의 ${TEXT}`, '우한시의'],
    ['a word replaced elsewhere', '기업들은', TEXT.replace('최근', '어제'), '기업들은'],
  ])('follows an edit %s', (_name, quote, edited, expected) => {
    const result = reanchor(TEXT, edited, at(TEXT, quote))
    expect(result.orphaned).toBe(false)
    expect(edited.slice(result.start, result.end)).toBe(expected)
    expect(result.quote).toBe(expected)
  })

  test('an orphan keeps its quotation and finds its place when the words come back', () => {
    const anchor = at(TEXT, '산업 혁신 방안을')
    const without = TEXT.replace('산업 혁신 방안을 ', '')
    const orphan = reanchor(TEXT, without, anchor)
    expect(orphan).toMatchObject({ orphaned: true, quote: '산업 혁신 방안을' })
    const back = reanchor(without, TEXT, orphan)
    expect(back).toEqual({ ...anchor, orphaned: false })
  })

  test('of two equal quotations the one in the same context is meant', () => {
    const text = '수출은 10% 늘었고 수입은 10% 줄었다.'
    const second = at(text, '10%', 8)
    const edited = `지난해 수출은 10% 늘었고 반면 수입은 10% 줄었다.`
    const place = findAnchor(edited, second)
    expect(edited.slice(0, place?.start)).toMatch(/수입은 $/)
  })

  test('edits outside a span keep its quotation exactly', () => {
    const word = fc.string({
      unit: fc.constantFrom(...'가나다라마바사아자차 .'),
      minLength: 1,
      maxLength: 20,
    })
    fc.assert(
      fc.property(word, word, word, word, (before, quote, after, added) => {
        // A mark that occurs nowhere else: with repeated text the alignment of a difference is ambiguous.
        const span = `《${quote}》`
        const text = before + span + after
        const anchor = makeAnchor(text, before.length, before.length + span.length)
        for (const edited of [
          added + text,
          text + added,
          before + added + span + after,
          before + span + added + after,
        ]) {
          const result = reanchor(text, edited, anchor)
          expect(edited.slice(result.start, result.end)).toBe(span)
        }
      }),
      { seed: 21 },
    )
  })
})

describe('carryThroughStructure', () => {
  test('splitting and joining again is the identity, across the cut too', () => {
    const words = fc.array(fc.constantFrom('우한', '시는', ' ', '2조 ', '억', '. ', 'GDP'), {
      minLength: 3,
      maxLength: 20,
    })
    fc.assert(
      fc.property(words, fc.nat(), fc.nat(), fc.nat(), (list, cutAt, startAt, length) => {
        const text = list.join('').trim().replace(/\s+/g, ' ')
        if (text.length < 3) return
        const cut = 1 + (cutAt % (text.length - 1))
        let start = startAt % text.length
        let end = Math.min(text.length, start + 1 + (length % 8))
        while (start < end && text[start] === ' ') start++
        while (end > start && text[end - 1] === ' ') end--
        if (start === end) return
        const parts = splitText(text, cut)
        if (parts.includes('') || joinTexts(...parts, 'source').text !== text) return
        const anchor = makeAnchor(text, start, end)
        const there = carryThroughStructure([text], parts, 0, anchor)
        const part = parts[there.index] as string
        expect(anchor.quote).toContain(part.slice(there.anchor.start, there.anchor.end))
        const back = carryThroughStructure(parts, [text], there.index, there.anchor)
        expect(back.index).toBe(0)
        expect({ start: back.anchor.start, end: back.anchor.end }).toEqual({ start, end })
      }),
      { seed: 22, numRuns: 500 },
    )
  })
})

test('anchors never cut a character', () => {
  const text = `a😀${'한'.normalize('NFD')}b`
  expect(makeAnchor(text, 2, 4).quote).toBe(`😀${'한'.normalize('NFD')}`)
})

test('a click means the smallest span', () => {
  const spans = [
    { start: 0, end: 10 },
    { start: 2, end: 5 },
    { start: 4, end: 9 },
  ]
  expect(smallestAt(spans, 4)).toBe(spans[1])
  expect(smallestAt(spans, 11)).toBeUndefined()
})

test('the same span twice in one kind is a duplicate, in another kind or side not', () => {
  const one = { kind: 'term', side: 'source', start: 0, end: 3 }
  expect(isDuplicate([one], { ...one })).toBe(true)
  expect(isDuplicate([one], { ...one, kind: 'name' })).toBe(false)
  expect(isDuplicate([one], { ...one, side: 'target' })).toBe(false)
})
