// @vitest-environment happy-dom
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, expect, test, vi } from 'vitest'
import { AppError } from '#contract/error.ts'
import type { GlossaryPreview, ImportReport } from '#contract/glossary.ts'
import { useShell } from '../../app/shell.ts'
import { useGlossaryImport } from './importStore.ts'

const client = vi.hoisted(() => ({ call: vi.fn(), startJob: vi.fn(), upload: vi.fn() }))
const toast = vi.hoisted(() => Object.assign(vi.fn(), { success: vi.fn(), error: vi.fn() }))
vi.mock('../../app/client.ts', () => client)
vi.mock('vue-sonner', () => ({ toast }))

const preview = (more: Partial<GlossaryPreview> = {}): GlossaryPreview => ({
  name: '지명.csv',
  format: 'csv',
  encoding: 'utf-8',
  bytes: 60,
  entries: 2,
  table: { columns: ['source', 'target'], header: true, delimiter: ',', sheets: [], rows: [['ko', 'en']] },
  sample: [],
  notices: [],
  noticeCount: 0,
  error: null,
  ...more,
})
const report: ImportReport = {
  batch: 9,
  glossaryId: 4,
  read: 2,
  added: 2,
  merged: 0,
  same: 0,
  skipped: 0,
  notices: [],
  noticeCount: 0,
}
const file = { kind: 'path' as const, path: '/desk/지명.csv' }
let answers: Record<string, (input: unknown) => unknown>
const asked = (name: string) =>
  client.call.mock.calls.filter(([each]) => each === name).map(([, input]) => input)

beforeEach(() => {
  setActivePinia(createPinia())
  vi.useRealTimers()
  for (const each of [client.call, client.startJob, client.upload, toast, toast.success, toast.error])
    each.mockReset()
  answers = {
    'glossary.preview': () => preview(),
    'glossary.list': () => [],
    'term.undo': () => ({ reverted: 2, kept: 0 }),
    'glossary.remove': () => null,
  }
  client.call.mockImplementation((name: string, input: unknown) =>
    Promise.resolve().then(() => answers[name]?.(input)),
  )
  client.startJob.mockImplementation(() =>
    Promise.resolve({ id: 'j', result: Promise.resolve(report), cancel: () => Promise.resolve() }),
  )
})

test('a file is previewed, named after itself and brought in as it is to be read', async () => {
  const work = useGlossaryImport()
  await work.take([file])
  expect([work.stage, work.name, work.newName, work.into, work.ready]).toEqual([
    'preview',
    '지명.csv',
    '지명',
    'new',
    true,
  ])
  await work.change({ encoding: 'cp949' })
  expect(asked('glossary.preview').at(-1)).toEqual({ from: file, encoding: 'cp949' })
  await work.run()
  expect(client.startJob.mock.calls[0]?.slice(0, 2)).toEqual([
    'glossary.import',
    { from: file, encoding: 'cp949', into: '지명', existing: 'merge' },
  ])
  expect([work.stage, work.report]).toEqual(['done', report])
})

test('another format forgets what was said of columns; columns are looked at when the changing stops', async () => {
  vi.useFakeTimers()
  const work = useGlossaryImport()
  await work.take([file])
  const table = { columns: ['target' as const, 'source' as const], header: false, delimiter: ';' }
  const before = asked('glossary.preview').length
  void work.change({ table })
  void work.change({ table: { ...table, header: true } })
  expect([work.ready, asked('glossary.preview').length]).toEqual([false, before])
  expect(work.table?.columns).toEqual(['target', 'source'])
  await vi.advanceTimersByTimeAsync(300)
  expect(asked('glossary.preview').slice(before)).toEqual([{ from: file, table: { ...table, header: true } }])
  await work.change({ format: 'tsv' })
  expect(asked('glossary.preview').at(-1)).toEqual({ from: file, format: 'tsv' })
})

test('an answer that comes after a newer question is dropped', async () => {
  const work = useGlossaryImport()
  await work.take([file])
  let slow: (value: GlossaryPreview) => void = () => undefined
  answers['glossary.preview'] = () => new Promise<GlossaryPreview>((resolve) => (slow = resolve))
  const first = work.change({ encoding: 'cp949' })
  await Promise.resolve()
  answers['glossary.preview'] = () => preview({ entries: 5 })
  await work.change({ encoding: 'utf-8' })
  slow(preview({ entries: 99 }))
  await first
  expect([work.preview?.entries, work.looking]).toEqual([5, false])
})

test.each([
  ['nothing found', preview({ entries: 0 })],
  ['not readable', preview({ error: { code: 'file-malformed', message: '', details: {} } })],
  [
    'no English column',
    preview({ table: { columns: ['source', 'note'], header: true, sheets: [], rows: [] } }),
  ],
])('cannot be brought in: %s', async (_, shown) => {
  answers['glossary.preview'] = () => shown
  const work = useGlossaryImport()
  await work.take([file])
  expect(work.ready).toBe(false)
  await work.run()
  expect(client.startJob).not.toHaveBeenCalled()
})

test('the end of a work put aside is told, and leads to its report', async () => {
  const work = useGlossaryImport()
  const shell = useShell()
  shell.open({ name: 'glossaryImport' })
  await work.take([file])
  const running = work.run()
  shell.close()
  await running
  const [, options] = toast.success.mock.calls[0] as [string, { action: { onClick(): void } }]
  options.action.onClick()
  expect(shell.dialog).toEqual({ name: 'glossaryImport' })
  expect(work.report).toEqual(report)
})

test('stopped or failed, the file is still there to be tried again', async () => {
  const work = useGlossaryImport()
  await work.take([file])
  for (const [code, problem] of [
    ['cancelled', ''],
    ['disk-full', 'error.disk-full'],
  ] as const) {
    const result = Promise.reject(new AppError(code, 'stopped'))
    result.catch(() => undefined)
    client.startJob.mockResolvedValueOnce({ id: 'j', result, cancel: () => Promise.resolve() })
    await work.run()
    expect([work.stage, work.problem === '', work.ready], code).toEqual(['preview', problem === '', true])
  }
})

test('taking back empties and removes the glossary that was made for it, and no other', async () => {
  const work = useGlossaryImport()
  await work.take([file])
  await work.run()
  answers['glossary.list'] = () => [{ id: 4, name: '지명', terms: 0, readOnly: false }]
  await work.undo()
  expect(asked('term.undo')).toEqual([{ batch: 9 }])
  expect(asked('glossary.remove')).toEqual([{ id: 4 }])
  work.forget()
  await work.take([file])
  expect(work.into).toBe(4)
  await work.run()
  await work.undo()
  expect(asked('glossary.remove')).toHaveLength(1)
})

test('files wait their turn', async () => {
  const work = useGlossaryImport()
  await work.take([file, { kind: 'path', path: '/desk/기관.tbx' }])
  expect([work.name, work.waiting.length]).toEqual(['지명.csv', 1])
  await work.run()
  await work.next()
  expect([work.name, work.stage, work.waiting.length]).toEqual(['기관.tbx', 'preview', 0])
})
