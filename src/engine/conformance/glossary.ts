import type { FileRef } from '#contract/exchange.ts'
import type { ConformanceCase, Upload } from '../conformance.ts'
import { fresh, holds, NOBODY, nth, refused, runJob, same, undone, withArticle } from './check.ts'
import { nameOfPlace } from './term.ts'

const sent = async (upload: Upload, name: string, text: string): Promise<FileRef> => ({
  kind: 'upload',
  name,
  ...(await upload(name, new TextEncoder().encode(text))),
})

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
  {
    name: 'glossary: previewed and brought in with a report, and the whole import taken back',
    async run(call, upload) {
      const [one, two, three] = [nameOfPlace(), nameOfPlace(), nameOfPlace()]
      const text = `Korean,English,Status,Note\n${one},One,preferred,첫째\n${two},Two,forbidden,\n,Nobody,,\n${one},One,,덧붙임\n`
      const from = await sent(upload, 'terms.csv', text)
      const preview = await call('glossary.preview', { from })
      same(
        [
          preview.error,
          preview.format,
          preview.entries,
          preview.table?.columns.slice(0, 4),
          preview.noticeCount,
        ],
        [null, 'csv', 3, ['source', 'target', 'status', 'note'], 1],
      )
      const into = fresh('가져온 용어집')
      const report = await runJob(call, 'glossary.import', { from, into })
      same(
        [
          report.read,
          report.added,
          report.merged,
          report.skipped,
          report.notices.map(({ code, line }) => [code, line]),
        ],
        [
          3,
          2,
          0,
          1,
          [
            ['no-source', 4],
            ['kept-otherwise', 5],
          ],
        ],
      )
      const [hit] = await call('term.find', { text: `${one}에서` })
      same([hit?.terms[0]?.note, hit?.terms[0]?.origin], ['첫째', 'terms.csv'])
      const again = await sent(upload, 'more.csv', `ko,en,domain\n${one},One,지명\n${three},Three,\n`)
      const merged = await runJob(call, 'glossary.import', { from: again, into: report.glossaryId })
      same([merged.added, merged.merged], [1, 1])
      same((await call('term.find', { text: one }))[0]?.terms[0]?.domain, '지명')
      same(await undone(call, merged.batch), [2, 0])
      same((await call('term.find', { text: one }))[0]?.terms[0]?.domain, '')
      same(await undone(call, report.batch), [2, 0])
      same(await call('term.find', { text: `${one} ${two} ${three}` }), [])
    },
  },
  {
    name: 'glossary: a broken file leaves nothing behind and says where it broke',
    async run(call, upload) {
      const entry = (place: string) =>
        `<conceptEntry><langSec xml:lang="ko"><termSec><term>${place}</term></termSec></langSec><langSec xml:lang="en"><termSec><term>One</term></termSec></langSec></conceptEntry>`
      const from = await sent(
        upload,
        'broken.tbx',
        `<tbx xml:lang="ko"><text><body>\n${entry(nameOfPlace())}\n  <conceptEntry></body></text></tbx>`,
      )
      const into = fresh('깨진 용어집')
      const { jobId } = await call('glossary.import', { from, into })
      const error = await refused(call, 'job.wait', { id: jobId }, 'file-malformed')
      same([error.details['file'], error.details['line'], error.details['column']], ['broken.tbx', 3, 23])
      const preview = await call('glossary.preview', { from })
      same(preview.error?.code, 'file-malformed')
      holds(
        !(await call('glossary.list', {})).some(({ name, terms }) => name === into && terms > 0),
        'nothing of it landed',
      )
      const closed = await call('glossary.add', { name: fresh('닫힌') })
      await call('glossary.update', { id: closed.id, readOnly: true })
      const good = await sent(upload, 'good.csv', `ko,en\n${nameOfPlace()},One\n`)
      const second = await call('glossary.import', { from: good, into: closed.id })
      await refused(call, 'job.wait', { id: second.jobId }, 'read-only-glossary')
    },
  },
  {
    name: 'glossary: written in every format and read back as it was',
    async run(call) {
      const glossary = await call('glossary.add', { name: fresh('나가는 용어집') })
      await call('term.addMany', {
        terms: [
          {
            source: nameOfPlace(),
            target: '=HYPERLINK("x")',
            note: 'a\tb\n"c", <d> & e',
            variants: ['變異; 하나', 'ABC'],
            status: 'forbidden' as const,
            domain: '지명',
            definition: 'A place.',
            url: 'https://example.org/?a=1&b=2',
            partOfSpeech: 'name' as const,
            glossaryId: glossary.id,
          },
          { source: nameOfPlace(), target: "'90s", status: 'admitted' as const, glossaryId: glossary.id },
        ],
      })
      for (const format of ['tbx', 'tbx2', 'csv', 'tsv', 'xlsx', 'omegat'] as const) {
        const done = await runJob(call, 'glossary.export', {
          glossaryIds: [glossary.id],
          format,
          to: { kind: 'download' },
        })
        same([done.terms, done.files.length, (done.files[0]?.bytes ?? 0) > 50], [2, 1, true], format)
        holds((done.files[0]?.download ?? '') !== '', 'it can be fetched')
      }
    },
  },
  {
    name: 'glossary: candidates are harvested from articles, without what is known',
    async run(call) {
      const paragraphs = [
        '중국의 국내총생산(GDP)이 늘었다고 국가뷁통계국이 밝혔다.',
        '국가뷁통계국은 국내총생산이 더 늘 것으로 내다봤다.',
      ]
      const { article } = await withArticle(call, paragraphs)
      const found = await runJob(call, 'glossary.harvest', { articleIds: [article.id] })
      const candidate = found.find(({ source }) => source === '국가뷁통계국')
      same(
        [candidate?.count, candidate?.contexts[0]?.articleId, candidate?.contexts[0]?.number],
        [2, article.id, 1],
      )
      const added = await call('term.add', {
        source: '국가뷁통계국',
        target: 'Bureau',
        projectId: article.projectId,
      })
      const later = await runJob(call, 'glossary.harvest', { projectId: article.projectId })
      holds(!later.some(({ source }) => source === '국가뷁통계국'), 'what is known is not offered')
      await call('term.remove', { ids: [added.id] })
      const { jobId } = await call('glossary.harvest', { articleIds: [NOBODY] })
      await refused(call, 'job.wait', { id: jobId }, 'not-found')
    },
  },
  {
    name: 'glossary: the starter glossary comes read-only, once',
    async run(call) {
      const starter = await call('glossary.addStarter', {})
      holds(starter.readOnly && starter.terms > 500, 'it is there, read-only')
      const again = await call('glossary.addStarter', {})
      same([again.id, again.terms], [starter.id, starter.terms])
      const [hit] = await call('term.find', { text: '국무원은 발표했다' })
      holds(hit?.terms.some(({ target }) => target === 'State Council') ?? false, 'its terms are found')
      await call('glossary.remove', { id: starter.id })
      same(await call('term.find', { text: '국무원은 발표했다' }), [])
      same((await call('glossary.addStarter', {})).id, starter.id)
      same((await call('term.find', { text: '국무원은 발표했다' })).length, 1)
      await call('glossary.remove', { id: starter.id })
    },
  },
  {
    name: 'glossary: in the trash until it is brought back or the trash is emptied',
    async run(call) {
      const [source, name] = [nameOfPlace(), fresh('버릴 용어집')]
      const glossary = await call('glossary.add', { name })
      // More than come and go at once.
      const terms = Array.from({ length: 1_100 }, (_, place) => ({
        source: place === 0 ? source : `뷁${String(place)}`,
        target: `Place ${String(place)}`,
        glossaryId: glossary.id,
      }))
      await call('term.addMany', { terms })
      const found = async () => (await call('term.list', { search: '뷁1099' })).total
      same(await found(), 1)
      await call('glossary.remove', { id: glossary.id })
      same([await found(), await call('term.find', { text: source })], [0, []])
      const listed = await call('glossary.list', { removed: true })
      const mine = listed.find(({ id }) => id === glossary.id)
      same([mine?.name, mine?.terms, typeof mine?.removedAt], [name, 1_100, 'string'])
      holds(!(await call('glossary.list', {})).some(({ id }) => id === glossary.id), 'it is in use no more')
      const back = await call('glossary.restore', { id: glossary.id })
      same([back.removedAt, await found()], [null, 1])
      same((await call('term.find', { text: source })).length, 1)
      await call('glossary.remove', { id: glossary.id })
      const { glossaries } = await call('trash.empty', {})
      holds(glossaries >= 1, 'it was deleted')
      await refused(call, 'glossary.restore', { id: glossary.id }, 'not-found')
      same(
        (await call('glossary.list', { removed: true })).filter(({ id }) => id === glossary.id),
        [],
      )
      same(await found(), 0)
    },
  },
]
