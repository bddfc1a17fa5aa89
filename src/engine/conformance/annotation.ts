import type { ConformanceCase } from '../conformance.ts'
import { holds, nth, refused, same, withArticle } from './check.ts'

export const annotationCases: readonly ConformanceCase[] = [
  {
    name: 'annotation: added, changed, answered, removed and brought back',
    async run(call) {
      const detail = await withArticle(call, ['우한시는 새 실험실을 열었다.'])
      const articleId = detail.article.id
      const paragraphId = nth(detail, 0).id
      const added = await call('annotation.add', {
        paragraphId,
        side: 'source',
        start: 0,
        end: 3,
        kind: 'name',
        body: '지명',
      })
      same([added.quote, added.kind, added.resolved, added.orphaned], ['우한시', 'name', false, false])
      const changed = await call('annotation.update', { id: added.id, kind: 'question', resolved: true })
      same([changed.kind, changed.body, changed.resolved], ['question', '지명', true])
      const answered = await call('annotation.reply', { id: added.id, body: '맞다' })
      same(
        answered.replies.map(({ body }) => body),
        ['맞다'],
      )
      const replyId = answered.replies[0]?.id ?? 0
      same((await call('annotation.removeReply', { id: added.id, replyId })).replies, [])
      await refused(call, 'annotation.removeReply', { id: added.id, replyId }, 'not-found')
      await call('annotation.remove', { id: added.id })
      same(await call('annotation.list', { articleId }), [])
      await refused(call, 'annotation.update', { id: added.id, body: 'a' }, 'not-found')
      const restored = await call('annotation.restore', { id: added.id })
      same([restored.id, restored.quote], [added.id, '우한시'])
      same((await call('annotation.list', { articleId })).length, 1)
    },
  },
  {
    name: 'annotation: a span outside the text or inside a character is refused',
    async run(call) {
      const detail = await withArticle(call, ['끝에 그림이 있다 🙂'])
      const paragraphId = nth(detail, 0).id
      const length = nth(detail, 0).source.length
      const spans = [
        [0, 0],
        [3, 2],
        [0, length + 1],
        [length - 1, length],
      ]
      for (const [start, end] of spans)
        await refused(
          call,
          'annotation.add',
          { paragraphId, side: 'source', start, end, kind: 'note' },
          'bad-input',
        )
    },
  },
  {
    name: 'annotation: follows the target, is an orphan without its words, and gets a new place',
    async run(call) {
      const detail = await withArticle(call, ['따라가는 주석이다.'])
      const articleId = detail.article.id
      const { id } = nth(detail, 0)
      await call('paragraph.save', { edits: [{ id, target: 'The lab opened in Wuhan.', baseRevision: 0 }] })
      const { id: annotation } = await call('annotation.add', {
        paragraphId: id,
        side: 'target',
        start: 18,
        end: 23,
        kind: 'term',
      })
      const target = 'In May the lab opened in Wuhan.'
      await call('paragraph.save', { edits: [{ id, target, baseRevision: 1 }] })
      const [followed] = await call('annotation.list', { articleId })
      same([followed?.start, followed?.end, followed?.quote], [25, 30, 'Wuhan'])
      await call('paragraph.save', { edits: [{ id, target: 'Gone.', baseRevision: 2 }] })
      const [orphan] = await call('annotation.list', { articleId })
      same([orphan?.orphaned, orphan?.quote], [true, 'Wuhan'])
      await call('paragraph.save', { edits: [{ id, target, baseRevision: 3 }] })
      const [back] = await call('annotation.list', { articleId })
      same([back?.orphaned, back?.start], [false, 25])
      const placed = await call('annotation.update', {
        id: annotation,
        place: { paragraphId: id, start: 0, end: 2 },
      })
      same([placed.quote, placed.orphaned], ['In', false])
      const other = await withArticle(call, ['남의 글이다.'])
      const place = { paragraphId: nth(other, 0).id, start: 0, end: 1 }
      await refused(call, 'annotation.update', { id: annotation, place }, 'not-found')
    },
  },
  {
    name: 'annotation: follows the source through an edit, a split and its undo',
    async run(call) {
      const source = '앞 문장이다. 우한시는 뒤에 있다.'
      const detail = await withArticle(call, [source])
      const articleId = detail.article.id
      const { id } = nth(detail, 0)
      await call('annotation.add', { paragraphId: id, side: 'source', start: 8, end: 11, kind: 'name' })
      await call('annotation.add', { paragraphId: id, side: 'source', start: 2, end: 11, kind: 'style' })
      const before = await call('annotation.list', { articleId })
      same(
        before.map(({ quote }) => quote),
        ['우한시', '문장이다. 우한시'],
      )
      const split = await call('paragraph.restructure', {
        articleId,
        before: [{ id, baseRevision: 0 }],
        after: [
          { id, source: '앞 문장이다.', target: '', status: 'untranslated' },
          { id: null, source: '우한시는 뒤에 있다.', target: '', status: 'untranslated' },
        ],
        origin: 'split',
      })
      const second = split.paragraphs[1]
      const [name] = split.annotations
      same([name?.paragraphId, name?.start, name?.end, name?.quote], [second?.id, 0, 3, '우한시'])
      holds(
        split.annotations.every(({ orphaned }) => !orphaned),
        'no annotation was lost',
      )
      const undone = await call('paragraph.restructure', {
        articleId,
        before: split.paragraphs.map((each) => ({ id: each.id, baseRevision: each.revision })),
        after: [{ id, source, target: '', status: 'untranslated' }],
        origin: 'join',
      })
      same(undone.annotations, before)
      const edited = await call('paragraph.editSource', {
        id,
        source: `어제, ${source}`,
        baseRevision: undone.paragraphs[0]?.revision ?? 0,
      })
      same(
        edited.annotations.map(({ start, quote }) => [start, quote]),
        [
          [12, '우한시'],
          [6, '문장이다. 우한시'],
        ],
      )
    },
  },
]
