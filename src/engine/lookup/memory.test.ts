import { expect, test } from 'vitest'
import { withArticle } from '../conformance/check.ts'
import { useEngine } from '../fixtures/testEngine.ts'

const { call } = useEngine()

const SAME = '자료사진은 다롄항 관리위원회가 제공했다.'
const ALIKE = '자료사진은 칭다오항 관리위원회가 제공했다.'

const confirm = async (pairs: readonly (readonly [string, string])[]): Promise<number> => {
  const { article, paragraphs } = await withArticle(
    call,
    pairs.map(([source]) => source),
  )
  const edits = paragraphs.map(({ id }, at) => ({
    ...{ id, target: pairs[at]?.[1] ?? '', baseRevision: 0 },
    ...{ status: 'confirmed' as const },
  }))
  await call('paragraph.save', { edits })
  return article.id
}

test('what a memory has in plenty and is little worth crowds nothing out', async () => {
  // Each between other neighbours, so that each is a unit of its own.
  const plenty = Array.from({ length: 60 }, (_, at) => [
    [SAME, `File photo ${String(at)}: Dalian port`] as const,
    [`제${String(at)}부두의 하역 작업이 끝났다.`, `Pier ${String(at)} is done.`] as const,
  ]).flat()
  const articleId = await confirm(plenty)
  const { ids } = await call('unit.ids', { articleId, scope: 'paragraph' })
  const cheap = await call('memory.add', { name: '기계 번역' })
  await call('unit.move', { ids, memoryId: cheap.id })
  await call('memory.update', { id: cheap.id, penalty: 35 })
  await confirm([[ALIKE, 'File photo courtesy of the Qingdao port authority.']])

  const find = async (floor: number) => {
    const { matches, lowered } = await call('memory.find', { text: SAME, floor, limit: 5 })
    return { lowered, found: matches.map(({ unit, penalty }) => [unit.source, penalty]) }
  }
  const high = await find(70)
  expect(high.found).toEqual([[ALIKE, 0]])
  expect(high.lowered).toBeNull()
  const low = await find(60)
  expect(low.found[0]).toEqual([ALIKE, 0])
  expect(low.found.slice(1)).toEqual(Array.from({ length: 4 }, () => [SAME, 35]))
})

test('of a line that stands in hundreds of places the one between the same neighbours is found', async () => {
  const line = '자료사진은 닝보항이 제공했다.'
  const between = (at: number) => [
    [`제${String(at)}부두에 새 기중기가 섰다.`, `Pier ${String(at)} has a new crane.`] as const,
    [line, `File photo ${String(at)}: Ningbo port`] as const,
  ]
  const count = 260
  await confirm(Array.from({ length: count }, (_, at) => between(at)).flat())
  // The last of them, with the neighbours it had.
  const sources = [...between(count - 2), ...between(count - 1)].map(([source]) => source)
  const { paragraphs } = await withArticle(call, sources)
  const id = paragraphs.at(-1)?.id ?? 0
  const [first] = (await call('memory.findForParagraph', { id })).matches
  expect([first?.kind, first?.unit.target]).toEqual([
    'context',
    `File photo ${String(count - 1)}: Ningbo port`,
  ])
})
