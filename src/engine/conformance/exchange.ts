import type { ConformanceCase } from '../conformance.ts'
import { fresh, holds, NOBODY, refused, runJob, same, withArticle } from './check.ts'

const lines = (count: number): string =>
  Array.from(
    { length: count },
    (_, index) => `${index + 1}번째 문단은 새 도로의 ${index + 1}번째 구간을 다룬다.`,
  ).join('\n')

export const exchangeCases: readonly ConformanceCase[] = [
  {
    name: 'import: a preview says how it will be cut, and an item that cannot be read says why',
    async run(call) {
      const [good, empty, missing] = await call('import.preview', {
        items: [
          { from: { kind: 'text', text: lines(5), name: '길.txt' }, split: 'line' },
          { from: { kind: 'text', text: '  \n ', name: '빈.txt' } },
          { from: { kind: 'upload', id: 'none', name: '없음.txt' } },
        ],
      })
      same([good?.name, good?.encoding, good?.newline, good?.error], ['길.txt', 'utf-8', 'lf', null])
      const [article] = good?.articles ?? []
      same([article?.paragraphs, article?.split], [5, 'line'])
      holds((article?.words ?? 0) > 5 && (article?.characters ?? 0) > 20, 'words and characters are counted')
      same([empty?.error?.code, empty?.articles], ['nothing-to-import', []])
      same(missing?.error?.code, 'not-found')
    },
  },
  {
    name: 'import: each line an article, titles found or made, heads as changed',
    async run(call) {
      const name = fresh('여러 기사')
      const text = '첫 기사의 문장이다. 둘째 문장이다.\n\n둘째 기사의 문장이다.'
      const item = { from: { kind: 'text' as const, text, name: '기사들.txt' }, perLine: true }
      const heads = [{}, { title: '새 제목', outlet: '시험 통신' }]
      const result = await runJob(call, 'import.run', { items: [{ ...item, heads }], project: name })
      same(result.articles.length, 2)
      holds((result.articles[0]?.title ?? '').startsWith('첫 기사의'), 'the title is made of the first words')
      same([result.articles[1]?.title, result.articles[1]?.outlet], ['새 제목', '시험 통신'])
      const again = await runJob(call, 'import.run', { items: [{ ...item, heads: [] }], project: name })
      same(again.projectId, result.projectId)
      const byId = await runJob(call, 'import.run', {
        items: [{ ...item, heads: [] }],
        project: result.projectId,
      })
      same(byId.projectId, result.projectId)
    },
  },
  {
    name: 'import: all land or none',
    async run(call) {
      const name = fresh('안 될 사업')
      const before = await call('article.list', {})
      const { jobId } = await call('import.run', {
        items: [
          { from: { kind: 'text', text: lines(3), name: 'a.txt' }, heads: [] },
          { from: { kind: 'text', text: '\u0000', name: 'b.txt' }, heads: [] },
        ],
        project: name,
      })
      const error = await refused(call, 'job.wait', { id: jobId }, 'text-invalid')
      same([error.details['file'], error.details['line']], ['b.txt', 1])
      same((await call('article.list', {})).length, before.length)
      holds(!(await call('project.list', {})).some((project) => project.name === name), 'no project was made')
      const state = (await call('job.list', {})).find(({ id }) => id === jobId)
      same([state?.status, state?.error?.code], ['failed', 'text-invalid'])
      await call('job.cancel', { id: jobId })
      const toNobody = { items: [{ from: { kind: 'text', text: lines(2), name: 'a.txt' } }], project: NOBODY }
      const second = await call('import.run', toNobody as never)
      await refused(call, 'job.wait', { id: second.jobId }, 'not-found')
    },
  },
  {
    name: 'import: a large one lands whole, and a cancelled one leaves nothing',
    async run(call) {
      const name = fresh('큰 사업')
      const items = [
        { from: { kind: 'text' as const, text: lines(3000), name: 'big.txt' }, split: 'line' as const },
      ]
      const result = await runJob(call, 'import.run', { items, project: name })
      same(
        result.articles.map(({ paragraphs }) => paragraphs),
        [3000],
      )
      const before = (await call('article.list', {})).length
      const { jobId } = await call('import.run', { items: [...items, ...items], project: fresh('멈출 사업') })
      await call('job.cancel', { id: jobId })
      await refused(call, 'job.wait', { id: jobId }, 'cancelled')
      same((await call('article.list', {})).length, before)
      same((await call('job.list', {})).find(({ id }) => id === jobId)?.status, 'cancelled')
    },
  },
  {
    name: 'export: every format and layout as a download',
    async run(call) {
      const { article } = await withArticle(call, ['내보낼 문단이다.', '둘째 문단이다.'])
      for (const format of ['docx', 'html', 'md', 'txt'] as const)
        for (const layout of ['bilingual', 'target'] as const) {
          const to = { kind: 'download' as const }
          const { files } = await runJob(call, 'export.run', { articleIds: [article.id], format, layout, to })
          const [file] = files
          holds(
            file !== undefined && file.bytes > 0 && file.path === '' && file.name.endsWith(`.${format}`),
            `a file of ${format}`,
          )
          holds((file?.download ?? '') !== '', 'it can be fetched')
        }
      const { jobId } = await call('export.run', {
        articleIds: [NOBODY],
        format: 'txt',
        to: { kind: 'download' },
      })
      await refused(call, 'job.wait', { id: jobId }, 'not-found')
    },
  },
]
