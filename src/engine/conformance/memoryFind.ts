import type { CallFunction } from '#contract/index.ts'
import type { ConformanceCase } from '../conformance.ts'
import { holds, nth, refused, same, withArticle } from './check.ts'

/** Hangul nobody writes, so that no two cases have a word in common. */
let count = 0
const word = (): string => {
  count++
  const syllables = '뷁쀏쭳똻뜛쒧쫆뤣'
  return Array.from({ length: 6 }, () => syllables[Math.floor(Math.random() * syllables.length)]).join('')
}

/** An article whose paragraphs are confirmed with these targets. */
const confirmed = async (call: CallFunction, pairs: readonly (readonly [string, string])[]) => {
  const detail = await withArticle(
    call,
    pairs.map(([source]) => source),
  )
  await call('paragraph.save', {
    edits: pairs.map(([, target], place) => ({
      id: nth(detail, place).id,
      target,
      baseRevision: 0,
      status: 'confirmed' as const,
    })),
  })
  return detail
}

export const memoryFindCases: readonly ConformanceCase[] = [
  {
    name: 'memory: a paragraph is put together from sentences that are known, with its gaps',
    async run(call) {
      const [one, other, third] = [word(), word(), word()]
      const known = [
        [`${one}시가 새 노선을 열었다.`, 'It opened a new line.'],
        [`${other} 기업 세 곳이 입주했다.`, 'Three firms moved in.'],
      ] as const
      await confirmed(call, known)
      const source = `${known[0][0]} ${third}의 뜻은 아무도 모른다. ${known[1][0]}`
      const { id } = nth(await withArticle(call, [source]), 0)
      const { assembly } = await call('memory.findForParagraph', { id })
      same(assembly?.target, 'It opened a new line. […] Three firms moved in.')
      same(
        assembly?.sentences.map(({ start, end, match }) => [source.slice(start, end), match?.score ?? null]),
        [
          [known[0][0], 100],
          [`${third}의 뜻은 아무도 모른다.`, null],
          [known[1][0], 100],
        ],
      )
      const { id: single } = nth(await withArticle(call, [known[0][0]]), 0)
      same((await call('memory.findForParagraph', { id: single })).assembly, null)
    },
  },
  {
    name: 'memory: sentences of a confirmed paragraph are units of their own, and follow when it is confirmed anew',
    async run(call) {
      const [one, other] = [`${word()}시가 공장을 열었다.`, `${word()} 투자액은 12억 위안이다.`]
      const detail = await confirmed(call, [
        [`${one} ${other}`, 'The city opened a plant. The investment comes to 1.2 billion yuan.'],
      ])
      const { id, articleId } = { id: nth(detail, 0).id, articleId: detail.article.id }
      const targets = async () =>
        (
          await call('unit.list', { articleId, scope: 'sentence', sort: 'created', descending: false })
        ).units.map(({ target }) => target)
      same(await targets(), ['The city opened a plant.', 'The investment comes to 1.2 billion yuan.'])
      const [match] = (await call('memory.find', { text: other })).matches
      same([match?.score, match?.unit.scope], [100, 'sentence'])
      const again = async (target: string, baseRevision: number) =>
        call('paragraph.save', { edits: [{ id, target, baseRevision, status: 'confirmed' }] })
      await again('The city has opened a plant. The investment comes to 1.2 billion yuan.', 1)
      same(await targets(), ['The city has opened a plant.', 'The investment comes to 1.2 billion yuan.'])
      // Said in one sentence, it says nothing of each.
      await again('The city has opened a plant for 1.2 billion yuan.', 2)
      same(await targets(), [])
      same((await call('memory.find', { text: other, floor: 100, lower: false })).matches, [])
    },
  },
  {
    name: 'memory: the floor is lowered where nothing is found, and it is said',
    async run(call) {
      const [one, other] = [word(), word()]
      await confirmed(call, [[`${one} ${other} 개통식`, 'Opening']])
      const found = await call('memory.find', { text: `${one} 무역항 준공`, floor: 90 })
      same([found.lowered !== null, found.matches.length > 0], [true, true])
      holds((found.matches[0]?.score ?? 100) < 90, 'what is under the floor is shown with its own score')
      const none = await call('memory.find', { text: word().repeat(3), floor: 90 })
      same([none.lowered, none.matches], [null, []])
    },
  },
  {
    name: 'memory: a sentence that was edited by hand stays as it was made',
    async run(call) {
      const [one, other] = [`${word()}는 공장을 세웠다.`, `예산은 ${word()}이 정한다.`]
      const detail = await confirmed(call, [
        [`${one} ${other}`, 'The city built a plant. The office sets the budget.'],
      ])
      const { id, articleId } = { id: nth(detail, 0).id, articleId: detail.article.id }
      const sentences = async () =>
        (await call('unit.list', { articleId, scope: 'sentence', sort: 'created', descending: false })).units
      const second = (await sentences())[1]
      await call('unit.update', {
        id: second?.id ?? 0,
        updatedAt: second?.updatedAt ?? '',
        target: 'The budget is set by the office.',
      })
      await call('paragraph.save', {
        edits: [
          {
            ...{ id, baseRevision: 1, status: 'confirmed' },
            target: 'The city has built a plant. The office sets the budget.',
          },
        ],
      })
      same(
        (await sentences()).map(({ target }) => target),
        ['The city has built a plant.', 'The budget is set by the office.'],
      )
    },
  },
  {
    name: 'memory: ready, everything confirmed is found',
    async run(call) {
      const source = `${word()}은 넓다.`
      await confirmed(call, [[source, 'It is wide.']])
      const { units, complete } = await call('memory.ready', {})
      same([units > 0, complete], [true, true])
      same((await call('memory.find', { text: source, floor: 100 })).matches[0]?.score, 100)
    },
  },
  {
    name: 'memory: a use is counted with its unit',
    async run(call) {
      const source = `${word()}은 크다.`
      await confirmed(call, [[source, 'It is large.']])
      const [match] = (await call('memory.find', { text: source })).matches
      const unitId = match?.unit.id ?? 0
      await call('memory.used', { unitId })
      await call('memory.used', { unitId })
      same((await call('memory.find', { text: source })).matches[0]?.unit.useCount, 2)
    },
  },
  {
    name: 'memory: concordance through spaces, particles, case and both languages, page by page',
    async run(call) {
      const [one, other, latin] = [word(), word(), `Zq${word().codePointAt(0) ?? 0}${count}`]
      await confirmed(call, [
        [`${one} ${other}의 몫이 늘었다.`, `The share of ${latin} grew.`],
        [`${one}${other}에서는 줄었다.`, `In ${latin.toLowerCase()} it fell.`],
        [`${one}만 남았다.`, 'Only that was left.'],
      ])
      const find = async (text: string, more: object = {}) =>
        (await call('memory.concordance', { text, ...more })).hits.map(({ unit, source, target }) => [
          ...source.map(({ start, end }) => unit.source.slice(start, end)),
          ...target.map(({ start, end }) => unit.target.slice(start, end)),
        ])
      // The latest first.
      same(await find(`${one}${other}`), [[`${one}${other}`], [`${one} ${other}`]])
      same(await find(`${one}${other}`, { ignoreSpaces: false }), [[`${one}${other}`]])
      same(await find(`${other}에서도`, { ignoreParticles: true }), [[other], [other]])
      same(await find(`${other}에서도`), [])
      same(await find(latin), [[latin.toLowerCase()], [latin]])
      same(await find(latin, { side: 'source' }), [])
      same(await find(`${other}.*(늘었|줄었)다`, { regex: true }), [
        [`${other}에서는 줄었다`],
        [`${other}의 몫이 늘었다`],
      ])
      same(await find(one, { from: '2999-01-01' }), [])
      const first = await call('memory.concordance', { text: one, limit: 2 })
      same([first.hits.length, first.total], [2, 3])
      holds((first.atMost ?? 0) >= 3, 'no more than so many')
      const rest = await call('memory.concordance', { text: one, limit: 2, before: first.next ?? 1 })
      same([rest.hits.length, rest.total, rest.next], [1, null, null])
      same(new Set([...first.hits, ...rest.hits].map(({ unit }) => unit.id)).size, 3)
      await refused(call, 'memory.concordance', { text: '(', regex: true }, 'bad-input')
    },
  },
  {
    name: 'memory: what is typed is gone on with from targets of what is alike',
    async run(call) {
      const place = word()
      await confirmed(call, [
        [`${place} 단지는 올해 상반기에 착공한다.`, 'Work on the park begins this spring.'],
      ])
      const { id } = nth(await withArticle(call, [`${place} 단지는 올해 하반기에 착공한다.`]), 0)
      same(
        (await call('memory.complete', { paragraphId: id, typed: 'begins' })).map(({ text }) => text),
        ['begins this spring'],
      )
      same(await call('memory.complete', { paragraphId: id, typed: 'qqq' }), [])
    },
  },
]
