import type { ConformanceCase } from '../conformance.ts'
import { fresh, holds, nth, refused, same, withArticle } from './check.ts'

// No two cases may share a term, nor may the workspace hold it before.
let count = 0
export const nameOfPlace = (): string => {
  const syllables = '가나다라마바사아자차카타파하고노도로모보소오조초코토포호'
  count++
  return `뷁${Array.from({ length: 4 }, () => syllables[Math.floor(Math.random() * syllables.length)]).join('')}${
    syllables[count % syllables.length] ?? ''
  }`
}

export const termCases: readonly ConformanceCase[] = [
  {
    name: 'term: added, found behind a particle, changed, removed and brought back',
    async run(call) {
      const source = nameOfPlace()
      const term = await call('term.add', { source, target: 'Somewhere', domain: '지명' })
      same([term.status, term.origin], ['preferred', 'typed'])
      const detail = await withArticle(call, [`${source}는 크다.`])
      const [found] = await call('term.findInParagraphs', { ids: [nth(detail, 0).id] })
      same(
        found?.hits.map(({ start, end, terms }) => [start, end, terms.map(({ target }) => target)]),
        [[0, source.length, ['Somewhere']]],
      )
      await call('term.add', { source, target: 'Nowhere', status: 'forbidden' })
      const hits = await call('term.find', { text: `오늘 ${source}에서` })
      same(
        hits.flatMap(({ terms }) => terms.map(({ target }) => target)),
        ['Somewhere', 'Nowhere'],
      )
      const { term: updated } = await call('term.update', {
        ...{ id: term.id, target: 'Elsewhere', status: 'admitted' },
      })
      same([updated.source, updated.target, updated.domain], [source, 'Elsewhere', '지명'])
      await call('term.remove', { ids: [term.id] })
      const left = await call('term.find', { text: source })
      same(
        left.flatMap(({ terms }) => terms.map(({ target }) => target)),
        ['Nowhere'],
      )
      await call('term.restore', { ids: [term.id] })
      same((await call('term.find', { text: source }))[0]?.terms.length, 2)
    },
  },
  {
    name: 'term: the same source with the same target is refused with the term that is there',
    async run(call) {
      const source = nameOfPlace()
      const term = await call('term.add', { source, target: 'Twice' })
      const error = await refused(call, 'term.add', { source: ` ${source}`, target: 'Twice' }, 'duplicate')
      same((error.details['term'] as { id: number }).id, term.id)
      const other = await call('term.add', { source, target: 'Once' })
      await refused(call, 'term.update', { id: other.id, target: 'Twice' }, 'duplicate')
      await call('term.remove', { ids: [term.id] })
      await call('term.add', { source, target: 'Twice' })
      await refused(call, 'term.restore', { ids: [term.id] }, 'duplicate')
    },
  },
  {
    name: 'term: listed by search, initial consonants, status, order and page',
    async run(call) {
      const domain = fresh('분야')
      for (const [source, target, status] of [
        ['뷁우한시', 'Wuhan', 'preferred'],
        ['뷁장강', 'Yangtze', 'forbidden'],
        ['뷁상하이', 'Shanghai', 'preferred'],
      ] as const)
        await call('term.add', { source: `${source}`, target: fresh(target), status, domain })
      const all = await call('term.list', { search: domain })
      same(
        all.terms.map(({ source }) => source),
        ['뷁상하이', '뷁우한시', '뷁장강'],
      )
      const page = await call('term.list', { search: domain, descending: true, limit: 1, offset: 1 })
      same([page.total, page.terms[0]?.source], [3, '뷁우한시'])
      const forbidden = await call('term.list', { search: domain, status: 'forbidden' })
      same(forbidden.total, 1)
      const initials = await call('term.list', { search: 'ㅂㅇㅎㅅ' })
      holds(
        initials.terms.some(({ domain: found }) => found === domain),
        'found by its initial consonants',
      )
      holds((await call('glossary.list', {})).length > 0, 'there is a glossary')
    },
  },
  {
    name: 'memory: matches of another article, the own unit left out, removal and return',
    async run(call) {
      const source = fresh('올해 생산액은 오백억 위안을 넘을 것으로 보인다.')
      const kept = nth(await withArticle(call, [source]), 0)
      await call('paragraph.save', {
        edits: [{ id: kept.id, target: 'Output will pass it.', baseRevision: 0, status: 'confirmed' }],
      })
      same((await call('memory.findForParagraph', { id: kept.id, floor: 90 })).matches, [])
      const same_ = nth(await withArticle(call, [source]), 0)
      const [context] = (await call('memory.findForParagraph', { id: same_.id })).matches
      same([context?.kind, context?.score, context?.unit.target], ['context', 101, 'Output will pass it.'])
      const [exact] = (await call('memory.find', { text: source })).matches
      same([exact?.kind, exact?.score], ['exact', 100])
      const [fuzzy] = (await call('memory.find', { text: source.replace('오백억', '육백억') })).matches
      holds(
        fuzzy?.kind === 'fuzzy' && fuzzy.score < 100 && fuzzy.difference.some(({ kind }) => kind === 'to'),
        'a fuzzy match says what differs',
      )
      const ids = [context?.unit.id ?? 0]
      const { batch } = await call('unit.remove', { ids })
      same((await call('memory.find', { text: source, floor: 95 })).matches, [])
      same((await call('unit.list', { search: source })).total, 0)
      await call('unit.undo', { batch })
      same((await call('memory.find', { text: source, floor: 95 })).matches.length, 1)
      holds(
        (await call('memory.list', {})).some(({ units }) => units > 0),
        'there is a memory',
      )
    },
  },
]
