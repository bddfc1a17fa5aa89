import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { carryThroughStructure, findAnchor, makeAnchor, reanchor } from './anchor.ts'
import type { SpanAnchor } from './annotation.ts'

const anchorOf = (text: string, quote: string): SpanAnchor =>
  makeAnchor(text, text.indexOf(quote), text.indexOf(quote) + quote.length)

describe('reanchor', () => {
  const port = '새항구시는 다리를 놓았다. 이날 행사에 새항구시 시민이 모였다.'
  it.each<[string, string, string, string, string | null]>([
    ['the same word elsewhere is another word', port, '새항구시', port.slice(6), null],
    [
      'the first number replaced',
      '공단은 2조 2천억 원을 들였다.',
      '2조 2천억',
      '공단은 3조 2천억 원을 들였다.',
      '3조 2천억',
    ],
    [
      'the last word replaced',
      '공단은 2조 2천억 원을 들였다.',
      '2조 2천억',
      '공단은 2조 5천억 원을 들였다.',
      '2조 5천억',
    ],
    [
      'words put inside',
      '그는 결과를 보고했다',
      '결과를 보고',
      '그는 결과를 (최종) 보고했다',
      '결과를 (최종) 보고',
    ],
    ['words put in front', '새 다리가 섰다', '다리', '새 큰 다리가 섰다', '다리'],
    ['words put behind', '새 다리가 섰다', '다리', '새 다리와 길이 섰다', '다리'],
    ['another word in its place', '새 다리가 섰다', '다리', '새 학교가 섰다', null],
    ['a sentence moved', '다리를 놓았다. 길을 닦았다.', '길을 닦', '길을 닦았다. 다리를 놓았다.', '길을 닦'],
    ['everything gone', '새 다리', '다리', '', null],
    [
      'a syllable of it changed',
      '교량 연장 공사가 끝났다',
      '연장 공사',
      '교량 연결 공사가 끝났다',
      '연결 공사',
    ],
  ])('%s', (_name, from, quote, to, expected) => {
    const anchor = anchorOf(from, quote)
    const moved = reanchor(from, to, anchor)
    expect(moved.orphaned).toBe(expected === null)
    expect(moved.quote).toBe(expected ?? quote)
    if (expected !== null) expect(to.slice(moved.start, moved.end)).toBe(expected)
  })

  it('leaves an orphan one while other text is edited, and takes it back with its words', () => {
    const orphan = reanchor(port, port.slice(6), anchorOf(port, '새항구시'))
    const edited = port.slice(6).replace('행사', '잔치')
    const still = reanchor(port.slice(6), edited, orphan)
    expect(still.orphaned).toBe(true)
    const back = reanchor(edited, `새항구시는 ${edited}`, still)
    expect([back.orphaned, back.start]).toEqual([false, 0])
  })

  it('keeps a span shortened by a cut through later edits', () => {
    const text = '북쪽 공동 실험실 개소식이 열렸다. 많은 이가 왔다.'
    const parts = ['북쪽 공동', '실험실 개소식이 열렸다. 많은 이가 왔다.']
    const cut = carryThroughStructure([text], parts, 0, anchorOf(text, '공동 실험실 개소식'))
    const edited = '실험실 개소식이 열렸다. 여러 이가 왔다.'
    const after = reanchor(parts[1] ?? '', edited, cut.anchor)
    expect([after.orphaned, edited.slice(after.start, after.end)]).toEqual([false, '실험실 개소식'])
    const joined = carryThroughStructure(['북쪽 공동', edited], [`북쪽 공동 ${edited}`], 1, after)
    expect(joined.anchor.quote).toBe('공동 실험실 개소식')
  })

  const unit = fc.constantFrom('가', '나', '다', ' ', '.', '한', '시')
  const around = fc.string({ unit, maxLength: 20 })
  const quoted = fc.string({ unit, minLength: 1, maxLength: 8 }).filter((quote) => quote.trim() !== '')

  it('keeps the words of a span whatever is edited before or after it', () => {
    fc.assert(
      fc.property(
        around,
        quoted,
        around,
        fc.nat(20),
        fc.nat(6),
        fc.string({ unit, maxLength: 6 }),
        fc.boolean(),
        (before, quote, after, at, length, put, left) => {
          const edit = (text: string): string => text.slice(0, at) + put + text.slice(at + length)
          const from = before + quote + after
          const to = left ? edit(before) + quote + after : before + quote + edit(after)
          const moved = reanchor(from, to, makeAnchor(from, before.length, before.length + quote.length))
          expect([moved.orphaned, moved.quote]).toEqual([false, quote])
          expect(to.slice(moved.start, moved.end)).toBe(quote)
        },
      ),
      { seed: 11, numRuns: 1000 },
    )
  })

  it('orphans what is deleted and finds it where it comes back', () => {
    const rare = fc.string({ unit: fc.constantFrom('물', '길', '숲'), minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(around, rare, around, (before, quote, after) => {
        const text = before + quote + after
        const anchor = makeAnchor(text, before.length, before.length + quote.length)
        const orphan = reanchor(text, before + after, anchor)
        expect([orphan.orphaned, orphan.quote]).toEqual([true, quote])
        const place = { start: before.length, end: before.length + quote.length }
        expect(findAnchor(text, orphan)).toEqual(place)
        expect(reanchor(before + after, text, orphan)).toEqual({ ...anchor, orphaned: false })
      }),
      { seed: 12, numRuns: 500 },
    )
  })
})
