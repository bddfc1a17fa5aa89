import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ordinalDigits } from '../english/ordinals.ts'
import type { MatchableTerm } from '../model/term.ts'
import { buildMatcher, findTerms } from '../term/matcher.ts'
import { REPAIR_TERMS, type RepairCase, repairCases } from './repair.cases.ts'
import {
  type ComparedPair,
  differingValues,
  repairTarget,
  type TermInSource,
  touchedPlaces,
} from './repair.ts'

const matcher = buildMatcher(
  REPAIR_TERMS.map(([source, target], index): MatchableTerm => ({
    id: index + 1,
    source,
    target,
    status: 'preferred',
  })),
)

const termsIn = (text: string): TermInSource[] =>
  findTerms(matcher, text).map(({ start, end, termIds }) => ({
    start,
    end,
    key: termIds.join(),
    targets: termIds.map((id) => REPAIR_TERMS[id - 1]?.[1] ?? ''),
  }))

const pairOf = ({ from, to, target, terms }: RepairCase): ComparedPair => ({
  from,
  to,
  target,
  fromTerms: terms ? termsIn(from) : [],
  toTerms: terms ? termsIn(to) : [],
})

const applied = (text: string, { start, end, text: now }: { start: number; end: number; text: string }) =>
  text.slice(0, start) + now + text.slice(end)

describe('labelled repair cases', () => {
  it('number at least 150', () => {
    expect(repairCases.length).toBeGreaterThanOrEqual(150)
    for (const { from, to, target } of repairCases) expect(from && to && target).toBeTruthy()
  })

  it('at least 98 % of the replacements made are right, and at least 95 % of the cases come out whole', () => {
    let [made, right, wanted, whole] = [0, 0, 0, 0]
    const wrong: string[] = []
    for (const each of repairCases) {
      const { target, expected } = each
      const repair = repairTarget(pairOf(each))
      const replacements = repair?.replacements ?? []
      const goals = expected.map((edit) => applied(target, edit))
      const good = replacements.filter(({ was, targetTo }) =>
        goals.includes(applied(target, { ...was, text: targetTo })),
      )
      for (const each of replacements)
        if (!good.includes(each)) wrong.push(`not so: ${each.targetFrom} → ${each.targetTo}`)
      const goal = expected.toReversed().reduce(applied, target)
      made += replacements.length
      right += good.length
      wanted += expected.length
      const complete = repair?.complete ?? false
      if ((repair?.target ?? target) === goal && complete === each.complete) whole++
      else
        wrong.push(
          `${each.from} | ${each.to} | ${repair?.target ?? '–'} | ${complete ? 'complete' : 'incomplete'}`,
        )
    }
    const [precision, share] = [right / made, whole / repairCases.length]
    console.log(
      `repairs: ${repairCases.length} cases, ${wanted} replacements wanted, ${made} made, precision ` +
        `${precision.toFixed(4)}, cases right as a whole ${share.toFixed(4)}${wrong.map((line) => `\n  ${line}`).join('')}`,
    )
    expect(precision).toBeGreaterThanOrEqual(0.98)
    expect(share).toBeGreaterThanOrEqual(0.95)
  })
})

describe('replacements', () => {
  it('applied to the target give the repaired target, and taken back the target', () => {
    let seen = 0
    for (const each of repairCases) {
      const repair = repairTarget(pairOf(each))
      if (!repair) continue
      seen += repair.replacements.length
      let [there, back, last, lastNow] = ['', '', 0, 0]
      for (const { was, now, targetFrom, targetTo } of repair.replacements) {
        expect(each.target.slice(was.start, was.end)).toBe(targetFrom)
        expect(repair.target.slice(now.start, now.end)).toBe(targetTo)
        there += each.target.slice(last, was.start) + targetTo
        back += repair.target.slice(lastNow, now.start) + targetFrom
        ;[last, lastNow] = [was.end, now.end]
      }
      expect(there + each.target.slice(last)).toBe(repair.target)
      expect(back + repair.target.slice(lastNow)).toBe(each.target)
    }
    expect(seen).toBeGreaterThan(100)
  })

  const amounts = fc.integer({ min: 11, max: 999 }).map((tenths) => tenths * 10)
  const between = (low: number, high: number) => fc.integer({ min: low, max: high })
  /** A source and its translation with slots for values, written in ways that do not depend on how large they are. */
  const slots: [fc.Arbitrary<number>, (value: number) => [string, string]][] = [
    [amounts, (value) => [`매출 ${value}억 위안`, `sales of ${value / 10} billion yuan`]],
    [between(2, 99), (value) => [`기업 ${value}개`, `${value} companies`]],
    [between(101, 999), (value) => [`성장률 ${value / 10}%`, `growth of ${value / 10} percent`]],
    [between(1, 28), (value) => [`6월 ${value}일`, `June ${value}`]],
    [between(2000, 2035), (value) => [`${value}년`, `the year ${value}`]],
    [between(1, 98), (value) => [`제${value}회 대회`, `the ${ordinalDigits(value)} contest`]],
    [between(2, 9), (value) => [`공사 ${value}년`, `${value} years of work`]],
  ]
  const pair = fc
    .shuffledSubarray(slots, { minLength: 1 })
    .chain((chosen) =>
      fc.tuple(...chosen.map(([value, write]) => fc.tuple(value, value, fc.constant(write)))),
    )

  it('lead from one side to the other and back again where nothing else differs', () => {
    let complete = 0
    fc.assert(
      fc.property(pair, (chosen) => {
        const side = (which: 0 | 1, language: 0 | 1) =>
          `${chosen.map((slot) => slot[2](slot[which])[language]).join(', ')}.`
        const [from, to, target, goal] = [side(0, 0), side(1, 0), side(0, 1), side(1, 1)]
        const none = { fromTerms: [], toTerms: [] }
        const there = repairTarget({ from, to, target, ...none })
        if (from === to) expect(there).toBeNull()
        if (!there?.complete) return
        complete++
        expect(there.target).toBe(goal)
        const back = repairTarget({ from: to, to: from, target: goal, ...none })
        if (back?.complete) expect(back.target).toBe(target)
      }),
      { seed: 61, numRuns: 1_000 },
    )
    // Two values alike are refused now and then; the rest must come through.
    expect(complete).toBeGreaterThan(900)
  })
})

describe('what differs', () => {
  it.each([
    ['수출은 8.4% 증가했다.', '수출은 9.1% 증가했다.', ['percentage 8.4% 9.1%']],
    ['수출은 8.4% 증가했다.', '수출은 8.4% 감소했다.', []],
    ['길이는 1,000km다.', '길이는 1000㎞다.', []],
    ['2조 2천억 위안을 넘었다.', '2조 2,000억 위안을 넘었다.', []],
    [
      '2조 위안(약 2,800억 달러)',
      '3조 위안(약 4,200억 달러)',
      ['amount 2조 위안 3조 위안', 'amount 2,800억 달러 4,200억 달러'],
    ],
    ['3개 공장을 7월 1일 세웠다.', '5개 공장을 8월 2일 세웠다.', ['number 3개 5개', 'date 7월 1일 8월 2일']],
    ['매출을 공개했다.', '3억 위안의 매출을 공개했다.', ['amount  3억 위안']],
    ['3억 위안의 매출을 공개했다.', '매출을 공개했다.', ['amount 3억 위안 ']],
    ['매출은 5억 위안이다.', '매출은 5억 달러다.', ['amount 5억 위안 5억 달러']],
    ['200여 개 기업', '200개 기업', ['number 200여 개 200개']],
    ['3500만 명이 왔다.', '4200만 명이 왔다.', ['amount 3500만 명 4200만 명']],
    ['3배 늘었다.', '4배 늘었다.', ['number 3배 4배']],
  ])('%s – %s', (from, to, expected) => {
    const values = differingValues({ from, to, target: '', fromTerms: [], toTerms: [] })
    expect(values.map(({ kind, from: one, to: other }) => `${kind} ${one} ${other}`)).toEqual(expected)
  })
})

describe('what is touched', () => {
  it.each([
    [
      '수출은 8.4%, 수입은 3% 늘었다.',
      '수출은 9.1%, 수입은 5% 늘었다.',
      'Exports rose [8.4 percent], imports [3 percent].',
    ],
    ['규모는 2조 2,197억 위안이다.', '규모는 3조 위안이다.', 'It is worth [2.22 trillion yuan].'],
    ['매출은 5억 위안이다.', '매출은 5억 달러다.', 'Sales are [500 million yuan].'],
    ['우한은 7월 1일 발표했다.', '청두는 7월 1일 발표했다.', '[Wuhan] announced it on July 1.'],
    ['우한은 7월 1일 발표했다.', '청두는 7월 2일 발표했다.', 'On [July 1], [Wuhan] announced it.'],
    ['수출은 8.4% 늘었다.', '수출은 8.4% 줄었다.', 'Exports rose 8.4 percent.'],
  ])('%s – %s', (from, to, marked) => {
    const target = marked.replaceAll(/[[\]]/gu, '')
    const places = touchedPlaces({ from, to, target, fromTerms: termsIn(from), toTerms: termsIn(to) })
    const shown = places
      .toReversed()
      .reduce(
        (text, { start, end }) => `${text.slice(0, start)}[${text.slice(start, end)}]${text.slice(end)}`,
        target,
      )
    expect(shown).toBe(marked)
  })
})

it('whatever the texts are, what is given lies within them and fits together', () => {
  const korean = fc.constantFrom(
    ...'우한은 |청두는 |수출이 |2조 2천억 위안|3억 달러|8.4%|9%|7월 1일|24~25일|2025년 |3개 |세 곳|제3회 |3배|을 |에 |. |, |G20 |(|)|1,000km|1000㎞'.split(
      '|',
    ),
  )
  const english = fc.constantFrom(
    ...'Wuhan |Chengdu |exports |2.2 trillion yuan |$300 million |8.4 percent |an 8.4% |July 1 |July 24-25, 2025|in 2025 |three |Three |third |threefold |1,000 km |. |, |G20 |('.split(
      '|',
    ),
  )
  const text = (piece: fc.Arbitrary<string>) =>
    fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(''))
  fc.assert(
    fc.property(text(korean), text(korean), text(english), (from, to, target) => {
      const pair = { from, to, target, fromTerms: termsIn(from), toTerms: termsIn(to) }
      for (const value of differingValues(pair)) {
        expect(from).toContain(value.from)
        expect(to).toContain(value.to)
        expect(value.from).not.toBe(value.to)
      }
      let last = -1
      for (const { start, end } of touchedPlaces(pair)) {
        expect(start).toBeGreaterThan(last)
        expect(end).toBeGreaterThan(start)
        last = end
      }
      expect(last).toBeLessThanOrEqual(target.length)
      const repair = repairTarget(pair)
      if (!repair) return
      expect(repair.replacements.length).toBeGreaterThan(0)
      let [made, at] = ['', 0]
      for (const { was, now, targetFrom, targetTo } of repair.replacements) {
        made += target.slice(at, was.start)
        expect([made.length, target.slice(was.start, was.end)]).toEqual([now.start, targetFrom])
        made += targetTo
        expect([made.length, targetTo === targetFrom]).toEqual([now.end, false])
        at = was.end
      }
      expect(made + target.slice(at)).toBe(repair.target)
    }),
    { seed: 62, numRuns: 3_000 },
  )
})
