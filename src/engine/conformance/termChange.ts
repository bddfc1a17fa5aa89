import type { ConformanceCase } from '../conformance.ts'
import { fresh, holds, NOBODY, nth, refused, same, undone, withArticle } from './check.ts'
import { nameOfPlace } from './term.ts'

export const termChangeCases: readonly ConformanceCase[] = [
  {
    name: 'term: carries all that can be said of it, and remembers what it said',
    async run(call) {
      const source = nameOfPlace()
      const said = {
        source,
        variants: ['뷁別', ' 뷁별 ', '뷁別'],
        target: 'Elsewhere',
        partOfSpeech: 'name' as const,
        status: 'admitted' as const,
        domain: '지명',
        definition: 'A place.',
        note: '시험용',
        url: 'https://example.org',
      }
      const term = await call('term.add', said)
      same(await call('term.get', { id: term.id }), { ...term, ...said, variants: ['뷁別', '뷁별'] })
      await refused(call, 'term.add', { ...said, target: 'x', url: 'javascript:alert(1)' }, 'bad-input')
      await call('term.update', { id: term.id, definition: 'Another place.', variants: [] })
      same((await call('term.update', { id: term.id, definition: 'Another place.' })).batch, null)
      const [changed, added, ...older] = await call('term.history', { id: term.id })
      same([changed?.change, added?.change, older.length], ['changed', 'added', 0])
      same(
        [changed?.before?.definition, changed?.before?.variants, added?.before],
        ['A place.', ['뷁別', '뷁별'], null],
      )
      same(await undone(call, changed?.batch ?? 0), [1, 0])
      same((await call('term.get', { id: term.id })).definition, 'A place.')
      // Taken back already: something was done to the term since.
      same(await undone(call, changed?.batch ?? 0), [0, 1])
      // What takes back is a batch like any other: taken back in turn, it is done again.
      const taken = await call('term.update', { id: term.id, note: '', domain: '나라' })
      const back = await call('term.undo', { batch: taken.batch ?? 0 })
      same((await call('term.get', { id: term.id })).note, '시험용')
      same(await undone(call, back.batch ?? 0), [1, 0])
      same((await call('term.get', { id: term.id })).domain, '나라')
      const [batch] = await call('term.batches', { limit: 1 })
      same(
        [batch?.batch, batch?.kind, batch?.terms, batch?.state, batch?.sources],
        [taken.batch, 'change', 1, 'standing', [source]],
      )
      const again = await call('term.undo', { batch: taken.batch ?? 0 })
      const [back_] = await call('term.batches', { limit: 1 })
      same([back_?.state, back_?.takenBackBy], ['taken-back', again.batch])
      await refused(call, 'term.undo', { batch: NOBODY }, 'not-found')
      await refused(call, 'term.history', { id: NOBODY }, 'not-found')
      await refused(call, 'term.get', { id: NOBODY }, 'not-found')
    },
  },
  {
    name: 'term: what is there already is told before it is saved',
    async run(call) {
      const source = nameOfPlace()
      const term = await call('term.add', { source: `${source} 시`, target: 'Some City' })
      const check = await call('term.check', { source: `${source}시`, target: 'some city' })
      same([check.duplicates.map(({ id }) => id), check.conflicts], [[term.id], []])
      const other = await call('term.check', { source: `${source}시`, target: 'Other City' })
      same([other.duplicates, other.conflicts.map(({ id }) => id)], [[], [term.id]])
      same(await call('term.check', { source, target: 'Some City', exceptId: term.id }), {
        duplicates: [],
        conflicts: [],
      })
    },
  },
  {
    name: 'term: many are added, changed, moved and removed in one go, and taken back in one go',
    async run(call) {
      const domain = fresh('분야')
      const glossary = await call('glossary.add', { name: fresh('둘째 용어집') })
      const drafts = ['A', 'B', 'C'].map((target) => ({ source: nameOfPlace(), target, domain }))
      const added = await call('term.addMany', { terms: [...drafts, ...drafts.slice(0, 1)] })
      same([added.terms.length, added.skipped], [3, [3]])
      const ids = added.terms.map(({ id }) => id)
      const changed = await call('term.change', {
        ids,
        change: { status: 'deprecated', partOfSpeech: 'name', glossaryId: glossary.id },
      })
      same([changed.changed, changed.skipped], [3, []])
      same((await call('term.list', { search: domain, glossaryIds: [glossary.id] })).total, 3)
      same((await call('term.list', { search: domain, status: 'deprecated', partOfSpeech: 'name' })).total, 3)
      same((await call('term.ids', { search: domain })).toSorted(), ids.toSorted())
      holds(
        (await call('term.domains', {})).some((each) => each.domain === domain && each.terms === 3),
        'the domain is listed',
      )
      // What became read-only meanwhile is not written to, by undoing neither.
      await call('glossary.update', { id: glossary.id, readOnly: true })
      same(await undone(call, changed.batch), [0, 3])
      await call('glossary.update', { id: glossary.id, readOnly: false })
      same(await undone(call, changed.batch), [3, 0])
      same((await call('term.list', { domain, status: 'preferred' })).total, 3)
      const { batch } = await call('term.remove', { ids })
      same((await call('term.list', { domain })).total, 0)
      same(await undone(call, batch), [3, 0])
      same((await call('term.list', { domain })).total, 3)
      // Later steps that were taken back do not stand in the way of an earlier one.
      await call('term.update', { id: ids[0] ?? 0, note: 'later' })
      same(await undone(call, added.batch), [2, 1])
      await refused(call, 'term.change', { ids, change: { glossaryId: NOBODY } }, 'not-found')
    },
  },
  {
    name: 'term: duplicates are found and merged, and the merge is taken back',
    async run(call) {
      const source = nameOfPlace()
      const spaced = `${source.slice(0, 2)} ${source.slice(2)}`
      const kept = await call('term.add', { source, target: 'Some Place', note: 'one' })
      const same_ = await call('term.add', { source: spaced, target: 'Some place', note: 'two', domain: 'd' })
      const other = await call('term.add', { source, target: 'Other Place' })
      const groups = (await call('term.duplicates', {})).filter(({ terms }) =>
        terms.some(({ id }) => id === kept.id),
      )
      same(
        groups.map(({ kind, terms }) => [kind, terms.map(({ id }) => id)]),
        [
          ['same', [kept.id, same_.id]],
          ['source', [kept.id, same_.id, other.id]],
        ],
      )
      const { batch, term } = await call('term.merge', { into: kept.id, ids: [same_.id] })
      same([term.target, term.note, term.domain, term.variants], ['Some Place', 'one\ntwo', 'd', [spaced]])
      await refused(call, 'term.get', { id: same_.id }, 'not-found')
      same(await undone(call, batch), [2, 0])
      same((await call('term.get', { id: kept.id })).variants, [])
      same((await call('term.get', { id: same_.id })).note, 'two')
    },
  },
  {
    name: 'term: a wrong hit is refused at its place, in the article, or in a word, and accepted again',
    async run(call) {
      const source = nameOfPlace()
      await call('term.add', { source, target: 'Place' })
      const text = (word: string) => `지난달 ${word} 나섰다는 소식이 전해지며 관심을 모았다.`
      const detail = await withArticle(call, [
        `${text(`${source}에`)} 그러나 다른 곳의 ${source}에 대한 소식은 아직 없다고 한다.`,
        text(`${source}는`),
      ])
      const [first, second] = [nth(detail, 0), nth(detail, 1)]
      const hitsOf = async () => {
        const found = await call('term.findInParagraphs', { ids: [first.id, second.id] })
        return found.map(({ hits, refused: out }) => [hits.length, out.map(({ scope }) => scope)])
      }
      same(await hitsOf(), [
        [2, []],
        [1, []],
      ])
      const [hit] = (await call('term.findInParagraphs', { ids: [first.id] }))[0]?.hits ?? []
      const place = { paragraphId: first.id, start: hit?.start ?? 0, end: hit?.end ?? 0 }
      const here = await call('term.refuse', { ...place, scope: 'place' })
      same([here.quote, here.word], [source, `${source}에`])
      same(await hitsOf(), [
        [1, ['place']],
        [1, []],
      ])
      await call('term.accept', { ids: [here.id] })
      const always = await call('term.refuse', { ...place, scope: 'always' })
      same(
        [always.articleId, await hitsOf()],
        [
          null,
          [
            [0, ['always', 'always']],
            [1, []],
          ],
        ],
      )
      await call('term.accept', { ids: [always.id] })
      const whole = await call('term.refuse', { ...place, scope: 'article' })
      same(await hitsOf(), [
        [0, ['article', 'article']],
        [0, ['article']],
      ])
      same(
        (await call('term.refusals', { articleId: detail.article.id })).map(({ id }) => id),
        [whole.id],
      )
      await call('term.accept', { ids: [whole.id] })
      same(await call('term.refusals', { articleId: detail.article.id }), [])
      await refused(call, 'term.refuse', { ...place, end: 90_000, scope: 'place' }, 'bad-input')
    },
  },
  {
    name: 'term: where it is used, how often, and its translation replaced everywhere',
    async run(call) {
      const source = nameOfPlace()
      const term = await call('term.add', { source, target: 'joint laboratory' })
      const other = await call('term.add', { source, target: 'common workshop', status: 'admitted' })
      const detail = await withArticle(call, [
        `${source}에서 성과가 나왔다.`,
        `${source}들은 문을 열었다.`,
        `${source}의 미래는 밝다.`,
        '아무것도 없는 문단이다.',
      ])
      const edit = (index: number, target: string) => ({ id: nth(detail, index).id, target, baseRevision: 0 })
      await call('paragraph.save', {
        edits: [
          { ...edit(0, 'Results came from the Joint Laboratory.'), status: 'confirmed' },
          edit(1, 'The joint laboratories opened.'),
          edit(2, 'A common workshop has a future.'),
        ],
      })
      const { uses, total } = await call('term.usedIn', { id: term.id })
      same(
        [total, uses.map(({ number, rendering }) => [number, rendering])],
        [
          3,
          [
            [1, 'this'],
            [2, 'this'],
            [3, 'other'],
          ],
        ],
      )
      same(await call('term.uses', { ids: [term.id, other.id] }), [
        { id: term.id, uses: 2 },
        { id: other.id, uses: 1 },
      ])
      const change = { id: term.id, from: 'joint laboratory', to: 'joint lab' }
      const found = await call('term.replacements', change)
      same(
        found.map(({ number, after }) => [number, after]),
        [
          [1, 'Results came from the Joint Lab.'],
          [2, 'The joint labs opened.'],
        ],
      )
      const edits = found.map(({ paragraphId, after, revision }) => ({
        paragraphId,
        target: after,
        baseRevision: revision,
      }))
      const done = await call('term.replace', { edits })
      same([done.saved, done.conflicts, done.locked], [2, 0, 0])
      const now = await call('article.get', { id: detail.article.id })
      same(
        now.paragraphs.slice(0, 2).map(({ target, status }) => [target, status]),
        [
          ['Results came from the Joint Lab.', 'confirmed'],
          ['The joint labs opened.', 'draft'],
        ],
      )
      same((await call('term.replace', { edits })).conflicts, 0)
      const back = await call('term.replace', { edits: done.undo })
      same(back.saved, 2)
      same(
        nth(await call('article.get', { id: detail.article.id }), 1).target,
        'The joint laboratories opened.',
      )
      same(
        (
          await call('term.replace', {
            edits: edits.slice(0, 1).map((each) => ({ ...each, target: 'x', baseRevision: 0 })),
          })
        ).conflicts,
        1,
      )
      same(await call('term.uses', { ids: [term.id] }), [{ id: term.id, uses: 2 }])
    },
  },
  {
    name: 'term: completed from the paragraph, the Korean and its initial consonants',
    async run(call) {
      const source = nameOfPlace()
      const term = await call('term.add', { source, target: fresh('Zyxland') })
      const detail = await withArticle(call, [`${source}의 소식이다.`])
      const paragraphId = nth(detail, 0).id
      const here = await call('term.complete', { query: '', paragraphId })
      same([here[0]?.term.id, here[0]?.inParagraph], [term.id, true])
      const typed = await call('term.complete', { query: 'zyxl', paragraphId, limit: 5 })
      same([typed[0]?.term.id, typed[0]?.matched], [term.id, 'target'])
      const korean = await call('term.complete', { query: source.slice(0, 3), paragraphId })
      same([korean[0]?.term.id, korean[0]?.matched], [term.id, 'source'])
    },
  },
]
