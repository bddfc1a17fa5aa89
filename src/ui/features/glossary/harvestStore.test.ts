// @vitest-environment happy-dom
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, expect, test, vi } from 'vitest'
import { AppError } from '#contract/error.ts'
import type { Candidate } from '#contract/glossary.ts'
import { useHarvest } from './harvestStore.ts'

const client = vi.hoisted(() => ({ call: vi.fn(), startJob: vi.fn() }))
const toast = vi.hoisted(() => Object.assign(vi.fn(), { success: vi.fn(), error: vi.fn() }))
vi.mock('../../app/client.ts', () => client)
vi.mock('vue-sonner', () => ({ toast }))

const candidates = (['국내총생산:GDP', '우한:', '저고도 경제:', '장강경제벨트:'] as const).map(
  (said, at): Candidate => {
    const [source = '', target = ''] = said.split(':')
    const kind = target === '' ? 'repeated' : 'paired'
    return { source, target, variants: [], kind, count: 9 - at, paragraphs: 1, score: 90 - at, contexts: [] }
  },
)
const glossaries = [
  { id: 1, name: '기관', readOnly: true, terms: 3 },
  { id: 2, name: '용어', readOnly: false, terms: 5 },
]
let answers: Record<string, (input: never) => unknown>
const asked = (name: string) =>
  client.call.mock.calls.filter(([each]) => each === name).map(([, input]) => input)
const sources = () => useHarvest().rows.map(({ source }) => source)

beforeEach(async () => {
  setActivePinia(createPinia())
  for (const each of [client.call, client.startJob, toast, toast.success, toast.error]) each.mockReset()
  answers = {
    'glossary.list': () => glossaries,
    'term.addMany': ({ terms }: { terms: unknown[] }) => ({ batch: 6, terms, skipped: [] }),
    'term.undo': () => ({ reverted: 1, kept: 0 }),
    'glossary.add': () => ({ id: 8 }),
  }
  client.call.mockImplementation((name: string, input: never) =>
    Promise.resolve().then(() => answers[name]?.(input)),
  )
  client.startJob.mockResolvedValue({ id: 'j', result: Promise.resolve(candidates), cancel: vi.fn() })
  await useHarvest().run({ articleIds: [5] })
})

test('candidates stand as they come, for the first glossary that may be written', () => {
  const work = useHarvest()
  expect([work.stage, work.into, work.touched]).toEqual(['found', 2, false])
  expect(sources()).toEqual(candidates.map(({ source }) => source))
})

test('what has its English goes in, the rest is held back under the keyboard, and Undo brings all back', async () => {
  const work = useHarvest()
  work.toggle(0)
  work.toggle(2)
  work.write(1, 'target', 'Wuhan')
  await work.accept()
  expect(asked('term.addMany')).toMatchObject([
    {
      terms: [
        { source: '국내총생산', target: 'GDP', glossaryId: 2, origin: 'harvest' },
        { source: '우한', target: 'Wuhan', glossaryId: 2, origin: 'harvest' },
      ],
    },
  ])
  expect(sources()).toEqual(['저고도 경제', '장강경제벨트'])
  expect([work.left, work.current?.source]).toEqual([{ held: 1, there: 0 }, '저고도 경제'])
  expect(work.lastAdded?.count).toBe(2)
  await work.undo()
  expect(work.lastAdded).toBeNull()
  expect(asked('term.undo')).toEqual([{ batch: 6 }])
  expect(work.rows.map(({ target, ticked }) => [target, ticked])).toEqual([
    ['GDP', true],
    ['Wuhan', true],
    ['', true],
    ['', false],
  ])
})

test('after the dialog has gone, what was added can still be taken back', async () => {
  const work = useHarvest()
  work.toggle(0)
  await work.accept()
  work.offerUndo()
  work.forget()
  const [, { action }] = toast.success.mock.calls[0] as [string, { action: { onClick(): void } }]
  action.onClick()
  await vi.waitFor(() => expect(asked('term.undo')).toEqual([{ batch: 6 }]))
  expect(work.rows).toEqual([])
})

test('what a glossary has already stays, unticked and marked', async () => {
  answers['term.addMany'] = ({ terms }: { terms: unknown[] }) => ({
    batch: 6,
    terms: terms.slice(1),
    skipped: [0],
  })
  const work = useHarvest()
  work.toggle(0)
  work.write(1, 'target', 'Wuhan')
  await work.accept()
  expect(work.left).toEqual({ held: 0, there: 1 })
  expect(work.rows.map(({ source, there, ticked }) => [source, there, ticked])[0]).toEqual([
    '국내총생산',
    true,
    false,
  ])
})

test('nothing is called for when nothing ticked has its English', async () => {
  const work = useHarvest()
  work.toggle(3)
  await work.accept()
  expect([asked('term.addMany').length, work.left.held, work.current?.source]).toEqual([0, 1, '장강경제벨트'])
})

test('a refusal leaves everything as it was', async () => {
  answers['term.addMany'] = () => Promise.reject(new AppError('read-only-glossary', '', { name: '용어' }))
  const work = useHarvest()
  work.toggle(0)
  await work.accept()
  expect([sources().length, work.ticked, work.problem !== '', work.adding]).toEqual([4, 1, true, false])
})

test('a new glossary is made once', async () => {
  const work = useHarvest()
  work.into = 'new'
  work.newName = ' 추출한 용어 '
  answers['glossary.list'] = () => [...glossaries, { id: 8, name: '추출한 용어', readOnly: false, terms: 0 }]
  work.toggle(0)
  await work.accept()
  expect(asked('glossary.add')).toEqual([{ name: '추출한 용어' }])
  expect(asked('term.addMany')).toMatchObject([{ terms: [{ glossaryId: 8 }] }])
  expect(work.into).toBe(8)
})

test('ticking all ticks what the filter shows; a second time unticks it', () => {
  const work = useHarvest()
  work.text = '경제'
  work.toggleShown()
  expect(work.rows.filter(({ ticked }) => ticked).map(({ source }) => source)).toEqual([
    '저고도 경제',
    '장강경제벨트',
  ])
  work.toggleShown()
  expect(work.ticked).toBe(0)
})

test('dismissed rows come back where they were', () => {
  const work = useHarvest()
  work.place = 1
  work.dismiss(1)
  expect([sources(), work.current?.source]).toEqual([
    ['국내총생산', '저고도 경제', '장강경제벨트'],
    '저고도 경제',
  ])
  work.dismiss(0)
  work.bringBack()
  expect([sources(), work.dismissed]).toEqual([candidates.map(({ source }) => source), []])
})

test('stopped, a second harvest shows the first again', async () => {
  const work = useHarvest()
  const result = Promise.reject(new AppError('cancelled', ''))
  result.catch(() => undefined)
  client.startJob.mockResolvedValueOnce({ id: 'k', result, cancel: vi.fn() })
  await work.run({ projectId: 3 })
  expect([work.stage, work.problem, sources().length, work.scope]).toEqual([
    'found',
    '',
    4,
    { articleIds: [5] },
  ])
})
