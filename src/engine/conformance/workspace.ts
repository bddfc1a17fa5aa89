import type { ConformanceCase } from '../conformance.ts'
import { holds, nth, refused, same, withArticle } from './check.ts'

export const workspaceCases: readonly ConformanceCase[] = [
  {
    name: 'workspace: its state and backups',
    async run(call) {
      const state = await call('workspace.state', {})
      holds(state.status === 'open' && !state.readOnly && state.schema >= 1, JSON.stringify(state))
      const backup = await call('workspace.backUp', {})
      same([backup.reason, backup.verified], ['asked', true])
      const [newest] = await call('workspace.backups', {})
      same(newest?.name, backup.name)
    },
  },
  {
    name: 'workspace: the sample project can be brought in',
    async run(call) {
      const sample = await call('workspace.addSample', {})
      holds(sample.articleIds.includes(sample.openArticleId), 'one of its articles is to be opened')
      const { article, annotations } = await call('article.get', { id: sample.openArticleId })
      same(article.projectId, sample.projectId)
      holds(article.translated > 0 && article.translated < article.paragraphs, 'it is half translated')
      holds(
        annotations.every(({ orphaned }) => !orphaned),
        'its annotations stand',
      )
    },
  },
  {
    name: 'workspace: a backup takes the place of the file and is open',
    async run(call) {
      const kept = await withArticle(call, ['백업에 있는 글이다.'])
      const { name } = await call('workspace.backUp', {})
      const { id } = nth(kept, 0)
      await call('paragraph.save', { edits: [{ id, target: 'After the backup', baseRevision: 0 }] })
      same((await call('workspace.restore', { backup: name })).status, 'open')
      same(nth(await call('article.get', { id: kept.article.id }), 0).target, '')
      await refused(call, 'workspace.restore', { backup: 'none.naranhi' }, 'not-found')
      same((await call('workspace.state', {})).status, 'open')
    },
  },
  {
    name: 'workspace: closed and opened again, with all that was in it',
    async run(call) {
      const { article } = await withArticle(call, ['다시 열 글이다.'])
      same((await call('workspace.reopen', {})).status, 'open')
      same((await call('article.get', { id: article.id })).article.title, article.title)
    },
  },
]
