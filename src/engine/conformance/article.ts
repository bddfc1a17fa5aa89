import type { ConformanceCase } from '../conformance.ts'
import { fresh, holds, nth, refused, same, withArticle } from './check.ts'

export const articleCases: readonly ConformanceCase[] = [
  {
    name: 'project: added, renamed, listed',
    async run(call) {
      const name = fresh('사업')
      const project = await call('project.add', { name: ` ${name} ` })
      same(project.name, name)
      same(project.articles, 0)
      const renamed = await call('project.rename', { id: project.id, name: `${name} 둘` })
      same(renamed.name, `${name} 둘`)
      const listed = await call('project.list', {})
      same(listed.filter(({ id }) => id === project.id).length, 1)
    },
  },
  {
    name: 'article: head, place, list',
    async run(call) {
      const { article, paragraphs } = await withArticle(call, ['첫 문단이다.', '둘째 문단이다.'])
      const updated = await call('article.update', {
        id: article.id,
        head: { outlet: '시험 통신', dateline: '2026-05-04', note: '메모' },
      })
      same([updated.title, updated.outlet, updated.dateline], [article.title, '시험 통신', '2026-05-04'])
      const cleared = await call('article.update', { id: article.id, head: { dateline: '' } })
      same([cleared.dateline, cleared.note], ['', '메모'])
      const paragraphId = paragraphs[1]?.id ?? 0
      await call('article.place', { id: article.id, paragraphId, offset: 3 })
      const detail = await call('article.get', { id: article.id })
      same(detail.place, { paragraphId, offset: 3 })
      same(
        detail.paragraphs.map(({ position }) => position),
        [0, 1],
      )
      const listed = await call('article.list', { projectId: article.projectId })
      same(
        listed.map(({ id }) => id),
        [article.id],
      )
      same([listed[0]?.paragraphs, listed[0]?.translated, listed[0]?.confirmed], [2, 0, 0])
    },
  },
  {
    name: 'article: the place must be a paragraph of the article',
    async run(call) {
      const one = await withArticle(call, ['하나다.'])
      const other = await withArticle(call, ['둘이다.'])
      const input = { id: one.article.id, paragraphId: nth(other, 0).id, offset: 0 }
      await refused(call, 'article.place', input, 'not-found')
    },
  },
  {
    name: 'article: search over head, source and target, one hit each',
    async run(call) {
      const word = fresh('찾는말')
      const both = await withArticle(call, [`여기 ${word}이 있다.`, `또 ${word}이 있다.`])
      const target = await withArticle(call, ['다른 문단이다.'])
      const { id, revision } = nth(target, 0)
      await call('paragraph.save', { edits: [{ id, target: `ÉCOLE ${word} here`, baseRevision: revision }] })
      const hits = await call('article.search', { text: word })
      same(
        hits.map(({ articleId, side }) => [articleId, side]).toSorted(),
        [
          [both.article.id, 'source'],
          [target.article.id, 'target'],
        ].toSorted(),
      )
      holds(
        hits.every(({ snippet }) => snippet.includes(word) && snippet.length <= 120),
        'a snippet shows what was found',
      )
      const folded = await call('article.search', { text: `école ${word}` })
      same(
        folded.map(({ articleId }) => articleId),
        [target.article.id],
      )
      const decomposed = await call('article.search', { text: word.normalize('NFD') })
      same(decomposed.length, 2)
      const head = await call('article.search', { text: both.article.title })
      same(head, [{ articleId: both.article.id, snippet: '', side: 'head', paragraphId: null, count: 0 }])
      // Every word has to be there, in whatever order, on one side of one paragraph; the first such is named.
      const [words] = await call('article.search', { text: `있다 ${word} 또` })
      same([words?.articleId, words?.paragraphId, words?.count], [both.article.id, nth(both, 1).id, 1])
      same((await call('article.search', { text: `${word} 없는말` })).length, 0)
    },
  },
  {
    name: 'article: moved to another project',
    async run(call) {
      const { article } = await withArticle(call, ['옮길 글이다.'])
      const project = await call('project.add', { name: fresh('새 사업') })
      await call('article.move', { ids: [article.id], projectId: project.id })
      same((await call('article.get', { id: article.id })).article.projectId, project.id)
      await call('project.trash', { id: project.id })
      const other = await withArticle(call, ['안 옮길 글이다.'])
      await refused(call, 'article.move', { ids: [other.article.id], projectId: project.id }, 'not-found')
    },
  },
  {
    name: 'trash: an article goes and comes back',
    async run(call) {
      const { article } = await withArticle(call, ['버릴 글이다.'])
      const ids = [article.id]
      await call('article.trash', { ids })
      const listed = await call('article.list', { projectId: article.projectId })
      same(listed.length, 0)
      const trashed = await call('article.list', { trashed: true })
      holds(
        trashed.some(({ id, trashedAt }) => id === article.id && trashedAt !== null),
        'it lies in the trash',
      )
      await call('article.restore', { ids })
      same((await call('article.list', { projectId: article.projectId })).length, 1)
    },
  },
  {
    name: 'trash: a project comes back with the articles that went with it, and only those',
    async run(call) {
      const { article } = await withArticle(call, ['함께 가는 글이다.'])
      const other = await withArticle(call, ['먼저 간 글이다.'])
      const { projectId } = article
      await call('article.move', { ids: [other.article.id], projectId })
      await call('article.trash', { ids: [other.article.id] })
      await call('project.trash', { id: projectId })
      holds(
        (await call('project.list', { trashed: true })).some(({ id }) => id === projectId),
        'in the trash',
      )
      holds(!(await call('project.list', {})).some(({ id }) => id === projectId), 'not in use')
      const restored = await call('project.restore', { id: projectId })
      same([restored.trashedAt, restored.articles], [null, 1])
      const listed = await call('article.list', { projectId })
      same(
        listed.map(({ id }) => id),
        [article.id],
      )
    },
  },
  {
    name: 'trash: an article brings its project back alone',
    async run(call) {
      const { article } = await withArticle(call, ['되찾을 글이다.'])
      const other = await withArticle(call, ['남을 글이다.'])
      await call('article.move', { ids: [other.article.id], projectId: article.projectId })
      await call('project.trash', { id: article.projectId })
      await call('article.restore', { ids: [article.id] })
      const listed = await call('article.list', { projectId: article.projectId })
      same(
        listed.map(({ id }) => id),
        [article.id],
      )
      holds(
        (await call('project.list', {})).some(({ id }) => id === article.projectId),
        'the project is back',
      )
    },
  },
  {
    name: 'trash: emptied for good, after a backup',
    async run(call) {
      const { article } = await withArticle(call, ['아주 버릴 글이다.'])
      await call('project.trash', { id: article.projectId })
      const { projects, articles } = await call('trash.empty', {})
      holds(projects >= 1 && articles >= 1, 'something was deleted')
      await refused(call, 'article.get', { id: article.id }, 'not-found')
      await refused(call, 'project.restore', { id: article.projectId }, 'not-found')
      const backups = await call('workspace.backups', {})
      holds(
        backups.some(({ reason, verified }) => reason === 'trash' && verified),
        'a backup was made',
      )
      same(await call('trash.empty', {}), { projects: 0, articles: 0, glossaries: 0, memories: 0 })
    },
  },
]
