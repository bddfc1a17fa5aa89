import type { CallFunction } from '#contract/index.ts'
import type { TranslationUnit } from '#core/model/memory.ts'
import type { ConformanceCase } from '../conformance.ts'
import { fresh, holds, NOBODY, nth, refused, runJob, same, withArticle } from './check.ts'

/** Confirms these pairs as paragraphs of one article, and gives the units of it that say so, in that order. */
export const confirmedUnits = async (
  call: CallFunction,
  pairs: readonly (readonly [string, string])[],
): Promise<TranslationUnit[]> => {
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
  const found = await call('unit.list', { articleId: detail.article.id, scope: 'paragraph' })
  return pairs.map(([source]) => {
    const unit = found.units.find((each) => each.source === source)
    if (!unit) throw new Error(`there is no unit of ${source}`)
    return unit
  })
}

const first = (units: readonly TranslationUnit[]): TranslationUnit => {
  const [unit] = units
  if (!unit) throw new Error('there is no unit')
  return unit
}

export const unitCases: readonly ConformanceCase[] = [
  {
    name: 'unit: listed by any part, initial consonants, memory, scope, dates and order, page by page',
    async run(call) {
      const mark = fresh('꽃길')
      const units = await confirmedUnits(call, [
        [`${mark} 나루터가 열렸다.`, `The ${mark} ferry opened.`],
        [`${mark} 가게가 닫혔다.`, 'A shop closed.'],
      ])
      const list = async (more: object) => {
        const page = await call('unit.list', { search: mark, scope: 'paragraph', ...more })
        return [page.total, page.units.map(({ id }) => id)]
      }
      const [one, other] = units.map(({ id }) => id)
      same(await list({ sort: 'source', descending: false }), [2, [other, one]])
      same(await list({ sort: 'created' }), [2, [other, one]])
      same(await list({ sort: 'created', offset: 1, limit: 1 }), [2, [one]])
      same(await list({ search: `${mark} FERRY`.normalize('NFD') }), [1, [one]])
      same(await list({ search: 'ㄴㄹㅌ', articleId: first(units).articleId ?? 0 }), [1, [one]])
      same(await list({ memoryIds: [first(units).memoryId] }), await list({}))
      same(await list({ memoryIds: [NOBODY] }), [0, []])
      same(await list({ from: '2999-01-01' }), [0, []])
      same((await call('unit.ids', { search: mark, scope: 'paragraph' })).total, 2)
    },
  },
  {
    name: 'unit: edited against what was seen, found by its new source, with its history',
    async run(call) {
      const source = fresh('항만 물동량이 늘었다')
      const unit = first(await confirmedUnits(call, [[source, 'Port traffic grew.']]))
      const edited = fresh('내륙 물동량이 줄었다')
      const after = await call('unit.update', {
        id: unit.id,
        updatedAt: unit.updatedAt,
        source: edited,
        note: '고침',
      })
      same([after.source, after.target, after.note], [edited, 'Port traffic grew.', '고침'])
      await refused(
        call,
        'unit.update',
        { id: unit.id, updatedAt: '2001-01-01T00:00:00.000Z', target: 'Late.' },
        'conflict',
      )
      same((await call('unit.get', { id: unit.id })).target, 'Port traffic grew.')
      same((await call('memory.find', { text: edited })).matches[0]?.unit.id, unit.id)
      holds(
        !(await call('memory.find', { text: source, floor: 100 })).matches.some(
          (match) => match.score >= 100,
        ),
        'it is not found by its old source',
      )
      same(
        (await call('unit.history', { id: unit.id })).map((entry) => [
          entry.change,
          entry.source,
          entry.target,
        ]),
        [['changed', source, 'Port traffic grew.']],
      )
      await refused(call, 'unit.get', { id: NOBODY }, 'not-found')
    },
  },
  {
    name: 'unit: removed, merged and moved as batches that are undone and done again',
    async run(call) {
      const mark = fresh('물류단지')
      const units = await confirmedUnits(call, [
        [`${mark} 첫째.`, 'First.'],
        [`${mark} 둘째.`, 'Second.'],
        [`${mark} 셋째.`, 'Third.'],
      ])
      const ids = units.map(({ id }) => id)
      const [one = 0, two = 0, three = 0] = ids
      const there = async () =>
        (
          await call('unit.list', { search: mark, scope: 'paragraph', sort: 'created', descending: false })
        ).units.map(({ id }) => id)
      const removed = await call('unit.remove', { ids: [one, two] })
      same([removed.changed, await there()], [2, [three]])
      const undone = await call('unit.undo', { batch: removed.batch })
      same([undone.changed, await there()], [2, ids])
      same((await call('memory.find', { text: `${mark} 둘째.` })).matches[0]?.unit.id, two)
      await call('unit.undo', { batch: undone.batch })
      same(await there(), [three])
      await call('unit.undo', { batch: removed.batch })

      const unit = await call('unit.get', { id: two })
      await call('unit.update', { id: two, updatedAt: unit.updatedAt, note: '메모' })
      const merged = await call('unit.merge', { keep: one, ids: [two] })
      same([await there(), (await call('unit.get', { id: one })).note], [[one, three], '메모'])
      await call('unit.undo', { batch: merged.batch })
      same([await there(), (await call('unit.get', { id: one })).note], [ids, ''])

      const memory = await call('memory.add', { name: fresh('옮길 곳') })
      const moved = await call('unit.move', { ids, memoryId: memory.id })
      same(moved.changed, 3)
      same((await call('unit.list', { memoryIds: [memory.id], scope: 'paragraph' })).total, 3)
      // What was done to one of them since is not taken back.
      const later = await call('unit.get', { id: three })
      await call('unit.update', { id: three, updatedAt: later.updatedAt, target: 'Third, changed.' })
      same((await call('unit.undo', { batch: moved.batch })).changed, 2)
      same(
        (await call('unit.list', { memoryIds: [memory.id], scope: 'paragraph' })).units.map(({ id }) => id),
        [three],
      )
      await refused(call, 'unit.undo', { batch: NOBODY }, 'not-found')
      await refused(call, 'unit.move', { ids, memoryId: NOBODY }, 'not-found')
      await refused(call, 'unit.remove', { ids: [NOBODY] }, 'not-found')
    },
  },
  {
    name: 'unit: duplicates are found, and what is no use is counted and cleaned',
    async run(call) {
      const memory = await call('memory.add', { name: fresh('겹침') })
      const mark = fresh('양쪽')
      const units = await confirmedUnits(call, [
        [`${mark} 같은 글.`, 'The same.'],
        [`${mark} 같은 글.`, 'The same.'],
        [`${mark} 같은 글.`, 'Another.'],
        [fresh('Latin only'), 'No Korean'],
      ])
      await call('unit.move', { ids: units.map(({ id }) => id), memoryId: memory.id })
      const all = (await call('unit.list', { memoryIds: [memory.id], scope: 'paragraph', sort: 'created' }))
        .units
      const within = { memoryIds: [memory.id] }
      const kinds = await Promise.all(
        (['same', 'targets'] as const).map((kind) => runJob(call, 'unit.duplicates', { kind, ...within })),
      )
      holds(
        all.length < 3 || kinds.some(({ groups }) => groups.length > 0),
        'units of one source in several contexts are a group',
      )
      const dry = await runJob(call, 'unit.clean', {
        kinds: ['no-hangul', 'same', 'empty'],
        dry: true,
        ...within,
      })
      same([dry.found['no-hangul'], dry.changed], [1, 0])
      const cleaned = await runJob(call, 'unit.clean', { kinds: ['no-hangul'], ...within })
      same(cleaned.changed, 1)
      same((await call('unit.undo', { batch: cleaned.batch })).changed, 1)
    },
  },
]
