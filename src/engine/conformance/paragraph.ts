import type { ConformanceCase } from '../conformance.ts'
import { fresh, holds, nth, refused, same, withArticle } from './check.ts'

export const paragraphCases: readonly ConformanceCase[] = [
  {
    name: 'save: text makes a draft, confirming makes a unit, typing makes a draft again',
    async run(call) {
      const source = fresh('확정할 문단이다.')
      const { id } = nth(await withArticle(call, [source]), 0)
      const typed = await call('paragraph.save', { edits: [{ id, target: 'First', baseRevision: 0 }] })
      same(
        typed.saved.map(({ status, revision, target }) => [status, revision, target]),
        [['draft', 1, 'First']],
      )
      holds(!Number.isNaN(Date.parse(typed.savedAt)), 'savedAt is a time')
      const confirmed = await call('paragraph.save', {
        edits: [{ id, target: 'First.', baseRevision: 1, status: 'confirmed', origin: 'match' }],
      })
      same([confirmed.saved[0]?.status, confirmed.saved[0]?.revision], ['confirmed', 2])
      const units = await call('unit.list', { search: source })
      same(
        units.units.map(({ target, paragraphId }) => [target, paragraphId]),
        [['First.', id]],
      )
      const again = await call('paragraph.save', { edits: [{ id, target: 'First!', baseRevision: 2 }] })
      same(again.saved[0]?.status, 'draft')
      await call('paragraph.save', {
        edits: [{ id, target: 'First!', baseRevision: 3, status: 'confirmed' }],
      })
      same((await call('unit.list', { search: source })).units[0]?.target, 'First!')
      same((await call('unit.list', { search: source })).total, 1)
      const emptied = await call('paragraph.save', { edits: [{ id, target: '', baseRevision: 4 }] })
      same(emptied.saved[0]?.status, 'untranslated')
      const history = await call('paragraph.history', { id })
      same(
        history.map(({ revision, target, origin }) => [revision, target, origin]),
        [
          [0, '', 'import'],
          [1, 'First', 'typed'],
          [2, 'First.', 'match'],
          [3, 'First!', 'typed'],
          [4, 'First!', 'typed'],
          [5, '', 'typed'],
        ],
      )
    },
  },
  {
    name: 'save: what changes nothing makes no revision',
    async run(call) {
      const { id } = nth(await withArticle(call, ['그대로인 문단이다.']), 0)
      const edit = { id, target: 'Same', status: 'confirmed' as const }
      await call('paragraph.save', { edits: [{ ...edit, baseRevision: 0 }] })
      const again = await call('paragraph.save', { edits: [{ id, target: 'Same', baseRevision: 0 }] })
      same(
        again.saved.map(({ revision, status }) => [revision, status]),
        [[1, 'confirmed']],
      )
      same([again.conflicts.length, again.locked.length], [0, 0])
      same((await call('paragraph.history', { id })).length, 2)
    },
  },
  {
    name: 'save: a stale text is refused, and both texts are kept',
    async run(call) {
      const { id } = nth(await withArticle(call, ['둘이 고치는 문단이다.']), 0)
      await call('paragraph.save', { edits: [{ id, target: 'Theirs', baseRevision: 0 }] })
      const stale = { edits: [{ id, target: 'Mine', baseRevision: 0 }] }
      const result = await call('paragraph.save', stale)
      same(result.saved, [])
      same(
        result.conflicts.map(({ yours, current }) => [yours, current.target, current.revision]),
        [['Mine', 'Theirs', 1]],
      )
      await call('paragraph.save', stale)
      const history = await call('paragraph.history', { id })
      same(
        history.map(({ target, origin }) => [target, origin]),
        [
          ['', 'import'],
          ['Theirs', 'typed'],
          ['Mine', 'conflict'],
        ],
      )
    },
  },
  {
    name: 'save: several edits, each for itself',
    async run(call) {
      const detail = await withArticle(call, ['하나다.', '둘이다.', '셋이다.'])
      const ids = detail.paragraphs.map(({ id }) => id)
      const [first = 0, second = 0, third = 0] = ids
      await call('paragraph.save', { edits: [{ id: second, target: 'Two', baseRevision: 0 }] })
      const [locked] = await call('paragraph.lock', { ids: [third], locked: true })
      const result = await call('paragraph.save', {
        edits: [
          { id: first, target: 'One', baseRevision: 0 },
          { id: second, target: 'Zwei', baseRevision: 0 },
          { id: third, target: 'Three', baseRevision: locked?.revision ?? 0 },
        ],
      })
      same(
        result.saved.map(({ id }) => id),
        [first],
      )
      same(
        result.conflicts.map(({ id }) => id),
        [second],
      )
      same(result.locked, [third])
      same(nth(await call('article.get', { id: detail.article.id }), 2).target, '')
    },
  },
  {
    name: 'save: one paragraph that is not there, and nothing is written',
    async run(call) {
      const detail = await withArticle(call, ['있는 문단이다.'])
      const { id } = nth(detail, 0)
      const edits = [
        { id, target: 'There', baseRevision: 0 },
        { id: 987_654_321, target: 'Not', baseRevision: 0 },
      ]
      await refused(call, 'paragraph.save', { edits }, 'not-found')
      same(nth(await call('article.get', { id: detail.article.id }), 0).target, '')
    },
  },
  {
    name: 'lock: grows the revision, once',
    async run(call) {
      const detail = await withArticle(call, ['잠글 문단이다.'])
      const { id } = nth(detail, 0)
      const locked = await call('paragraph.lock', { ids: [id], locked: true })
      same(
        locked.map((each) => [each.locked, each.revision]),
        [[true, 1]],
      )
      const again = await call('paragraph.lock', { ids: [id], locked: true })
      same(again[0]?.revision, 1)
      await refused(
        call,
        'paragraph.editSource',
        { id, source: '새 원문.', baseRevision: 1 },
        'paragraph-locked',
      )
      const unlocked = await call('paragraph.lock', { ids: [id], locked: false })
      same([unlocked[0]?.locked, unlocked[0]?.revision], [false, 2])
    },
  },
  {
    name: 'structure: split, and its undo and redo keep ids and texts',
    async run(call) {
      const detail = await withArticle(call, ['앞 문장이다. 뒤 문장이다.', '다음 문단이다.'])
      const articleId = detail.article.id
      const { id } = nth(detail, 0)
      const target = 'First one. Second one.'
      const { saved } = await call('paragraph.save', {
        edits: [{ id, target, baseRevision: 0, status: 'confirmed' }],
      })
      const split = await call('paragraph.restructure', {
        articleId,
        before: [{ id, baseRevision: saved[0]?.revision ?? 0 }],
        after: [
          { id, source: '앞 문장이다.', target: 'First one.', status: 'draft' },
          { id: null, source: '뒤 문장이다.', target: 'Second one.', status: 'draft' },
        ],
        origin: 'split',
      })
      same(
        split.paragraphs.map(({ position, source }) => [position, source]),
        [
          [0, '앞 문장이다.'],
          [1, '뒤 문장이다.'],
        ],
      )
      const whole = await call('article.get', { id: articleId })
      same(
        whole.paragraphs.map(({ position }) => position),
        [0, 1, 2],
      )
      const run = split.paragraphs.map((each) => ({ id: each.id, baseRevision: each.revision }))
      const undone = await call('paragraph.restructure', {
        articleId,
        before: run,
        after: [{ id, source: '앞 문장이다. 뒤 문장이다.', target, status: 'confirmed' }],
        origin: 'join',
      })
      same(
        undone.paragraphs.map((each) => [each.id, each.position, each.target, each.status]),
        [[id, 0, target, 'confirmed']],
      )
      const redone = await call('paragraph.restructure', {
        articleId,
        before: undone.paragraphs.map((each) => ({ id: each.id, baseRevision: each.revision })),
        after: split.paragraphs.map((each) => ({
          id: each.id,
          source: each.source,
          target: each.target,
          status: each.status,
        })),
        origin: 'split',
      })
      same(
        redone.paragraphs.map((each) => each.id),
        run.map((each) => each.id),
      )
    },
  },
  {
    name: 'structure: refused when stale, locked, scattered, or with other content',
    async run(call) {
      const detail = await withArticle(call, ['하나다.', '둘이다.', '셋이다.'])
      const articleId = detail.article.id
      const [first = 0, second = 0, third = 0] = detail.paragraphs.map(({ id }) => id)
      const joined = { id: first, source: '하나다. 둘이다.', target: '', status: 'untranslated' }
      const before = [
        { id: first, baseRevision: 0 },
        { id: second, baseRevision: 0 },
      ]
      const attempt = (change: object) => ({ articleId, before, after: [joined], origin: 'join', ...change })
      const other = { ...joined, source: '하나다. 넷이다.' }
      await refused(call, 'paragraph.restructure', attempt({ after: [other] }), 'content-changed')
      const invented = { ...joined, target: 'Invented' }
      await refused(call, 'paragraph.restructure', attempt({ after: [invented] }), 'content-changed')
      const stale = [before[0], { id: second, baseRevision: 4 }]
      await refused(call, 'paragraph.restructure', attempt({ before: stale }), 'conflict')
      const scattered = [before[0], { id: third, baseRevision: 0 }]
      await refused(call, 'paragraph.restructure', attempt({ before: scattered }), 'conflict')
      const strange = [{ ...joined, id: 987_654_321 }]
      await refused(call, 'paragraph.restructure', attempt({ after: strange }), 'not-found')
      const elsewhere = [{ ...joined, id: third }]
      await refused(call, 'paragraph.restructure', attempt({ after: elsewhere }), 'conflict')
      await refused(call, 'paragraph.restructure', attempt({ articleId: 987_654_321 }), 'not-found')
      await call('paragraph.lock', { ids: [second], locked: true })
      const locked = [before[0], { id: second, baseRevision: 1 }]
      await refused(call, 'paragraph.restructure', attempt({ before: locked }), 'paragraph-locked')
    },
  },
  {
    name: 'source: edited with its revision, the target stays',
    async run(call) {
      const detail = await withArticle(call, ['오타가 잇는 문단이다.'])
      const { id } = nth(detail, 0)
      const source = '오타가 있는 문단이다.'
      const edited = await call('paragraph.editSource', { id, source, baseRevision: 0 })
      same(
        edited.paragraphs.map((each) => [each.source, each.revision]),
        [[source, 1]],
      )
      await refused(call, 'paragraph.editSource', { id, source: '또 다른 글.', baseRevision: 0 }, 'conflict')
      same((await call('paragraph.history', { id })).at(-1)?.origin, 'source-edit')
    },
  },
  {
    name: 'history: an earlier target comes back as a new revision',
    async run(call) {
      const { id } = nth(await withArticle(call, ['되돌릴 문단이다.']), 0)
      await call('paragraph.save', { edits: [{ id, target: 'Early', baseRevision: 0 }] })
      await call('paragraph.save', { edits: [{ id, target: 'Late', baseRevision: 1 }] })
      const history = await call('paragraph.history', { id })
      const sequence = history.find(({ target }) => target === 'Early')?.sequence ?? 0
      const reverted = await call('paragraph.revert', { id, sequence, baseRevision: 2 })
      same(
        reverted.saved.map(({ target, revision }) => [target, revision]),
        [['Early', 3]],
      )
      same((await call('paragraph.history', { id })).at(-1)?.origin, 'restore')
      await refused(call, 'paragraph.revert', { id, sequence: 987_654_321, baseRevision: 3 }, 'not-found')
    },
  },
]
