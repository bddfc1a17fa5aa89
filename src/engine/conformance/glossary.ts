import type { ConformanceCase } from '../conformance.ts'
import { fresh, holds, NOBODY, nth, refused, same, withArticle } from './check.ts'
import { nameOfPlace } from './term.ts'

export const glossaryCases: readonly ConformanceCase[] = [
  {
    name: 'glossary: made, renamed, read-only, removed and brought back',
    async run(call) {
      const name = fresh('용어집')
      const glossary = await call('glossary.add', { name, note: '시험' })
      same(
        [glossary.name, glossary.terms, glossary.readOnly, glossary.forNewProjects],
        [name, 0, false, true],
      )
      const source = nameOfPlace()
      const term = await call('term.add', { source, target: 'Place', glossaryId: glossary.id })
      const closed = await call('glossary.update', { id: glossary.id, name: `${name} 2`, readOnly: true })
      same([closed.name, closed.readOnly, closed.terms], [`${name} 2`, true, 1])
      const draft = { source: nameOfPlace(), target: 'x', glossaryId: glossary.id }
      await refused(call, 'term.add', draft, 'read-only-glossary')
      await refused(call, 'term.update', { id: term.id, note: 'x' }, 'read-only-glossary')
      await refused(call, 'term.remove', { ids: [term.id] }, 'read-only-glossary')
      const bulk = await call('term.change', { ids: [term.id], change: { status: 'forbidden' } })
      same([bulk.changed, bulk.skipped], [0, [{ id: term.id, reason: 'read-only' }]])
      same((await call('term.find', { text: `${source}에서` })).length, 1)
      await call('glossary.remove', { id: glossary.id })
      same((await call('term.find', { text: `${source}에서` })).length, 0)
      await refused(call, 'glossary.update', { id: glossary.id, name }, 'not-found')
      same((await call('glossary.restore', { id: glossary.id })).terms, 1)
      same((await call('term.find', { text: `${source}에서` })).length, 1)
      await refused(call, 'glossary.restore', { id: NOBODY }, 'not-found')
    },
  },
  {
    name: 'glossary: a project uses those attached to it, by their priority',
    async run(call) {
      const source = nameOfPlace()
      const one = await call('glossary.add', { name: fresh('가') })
      const two = await call('glossary.add', { name: fresh('나') })
      const detail = await withArticle(call, [`${source}에서 온 소식이다.`])
      const { projectId } = detail.article
      const ids = [nth(detail, 0).id]
      await call('term.add', { source, target: 'First', glossaryId: one.id })
      await call('term.add', { source, target: 'Second', glossaryId: two.id })
      await call('term.add', { source, target: 'Shared', glossaryId: one.id, status: 'admitted' })
      await call('term.add', { source, target: 'Shared', glossaryId: two.id, status: 'forbidden' })
      const targets = async () =>
        (await call('term.findInParagraphs', { ids }))[0]?.hits.map(({ terms }) =>
          terms.map(({ target, status }) => `${target} ${status}`),
        ) ?? []
      const attached = await call('glossary.attached', { projectId })
      holds(
        [one.id, two.id].every((id) => attached.some((each) => each.id === id && each.attached)),
        'new projects use every glossary',
      )
      await call('glossary.attach', { projectId, glossaryIds: [two.id, one.id] })
      same(await targets(), [['Second preferred', 'First preferred', 'Shared forbidden']])
      const order = await call('glossary.attach', { projectId, glossaryIds: [one.id, two.id] })
      same(
        order.filter((each) => each.attached).map(({ id }) => id),
        [one.id, two.id],
      )
      same(await targets(), [['First preferred', 'Shared admitted', 'Second preferred']])
      await call('glossary.attach', { projectId, glossaryIds: [two.id] })
      same(await targets(), [['Second preferred', 'Shared forbidden']])
      const scoped = await call('term.find', { text: source, projectId })
      same(scoped[0]?.terms.length, 2)
      const added = await call('term.add', { source, target: 'Third', projectId })
      same(added.glossaryId, two.id)
      await call('glossary.attach', { projectId, glossaryIds: [] })
      same(await targets(), [])
      await refused(call, 'glossary.attach', { projectId, glossaryIds: [NOBODY] }, 'not-found')
      await refused(call, 'glossary.attached', { projectId: NOBODY }, 'not-found')
      const apart = await call('glossary.update', { id: one.id, forNewProjects: false })
      same(apart.forNewProjects, false)
      const later = await withArticle(call, [`${source}에서 또 소식이 왔다.`])
      const scope = await call('glossary.attached', { projectId: later.article.projectId })
      same(scope.find(({ id }) => id === one.id)?.attached, false)
    },
  },
]
