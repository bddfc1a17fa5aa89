// @vitest-environment happy-dom
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, expect, test, vi } from 'vitest'
import { AppError } from '#contract/error.ts'
import { useTermSteps } from './termSteps.ts'

const client = vi.hoisted(() => ({ call: vi.fn() }))
const toast = vi.hoisted(() => Object.assign(vi.fn(), { error: vi.fn() }))
vi.mock('../../app/client.ts', () => client)
vi.mock('vue-sonner', () => ({ toast }))

/** What takes a batch back is the batch a hundred above it; below 10 there is nothing left of it. */
const undo = ({ batch }: { batch: number }) =>
  Promise.resolve(
    batch < 10 ? { reverted: 0, kept: 2, batch: null } : { reverted: 1, kept: batch % 2, batch: batch + 100 },
  )
const undone = () => client.call.mock.calls.map(([, input]) => (input as { batch: number }).batch)
const said = () => toast.mock.calls.map(([words]: string[]) => words)

beforeEach(() => {
  setActivePinia(createPinia())
  for (const each of [client.call, toast, toast.error]) each.mockReset()
  client.call.mockImplementation((_: string, input: { batch: number }) => undo(input))
})

test('steps go back from the last one, each from its last batch, and again in turn', async () => {
  const steps = useTermSteps()
  steps.record('first', [10])
  steps.record('second', [12, 14])
  expect(await steps.undo()).toBe(true)
  expect(undone()).toEqual([14, 12])
  expect(steps.done.map((step) => step.said)).toEqual(['first'])
  expect(await steps.redo()).toBe(true)
  expect(undone()).toEqual([14, 12, 112, 114])
  expect(steps.done.map((step) => step.said)).toEqual(['first', 'second'])
  await steps.undo()
  await steps.undo()
  expect(undone().slice(4)).toEqual([214, 212, 10])
  expect([await steps.undo(), steps.undone.length]).toEqual([false, 2])
})

test('a new step makes an end of what was taken back', async () => {
  const steps = useTermSteps()
  steps.record('first', [10])
  await steps.undo()
  steps.record('other', [20])
  expect(await steps.redo()).toBe(false)
  expect(undone()).toEqual([10])
})

test('what offers a step is told when it is done with, and the step goes back only once', async () => {
  const steps = useTermSteps()
  const [one, other] = [steps.record('first', [10]), steps.record('second', [12])]
  const settled = vi.fn()
  one.settled = settled
  expect(await steps.undo(one)).toBe(true)
  expect(settled).toHaveBeenCalledOnce()
  expect(await steps.undo(one)).toBe(false)
  expect([undone(), steps.done]).toEqual([[10], [other]])
})

test('what nothing was left of cannot be done again, and the user is told of what stays', async () => {
  const steps = useTermSteps()
  steps.record('gone', [3])
  await steps.undo()
  expect(said()[0]).toContain('gone')
  expect(JSON.stringify(toast.mock.calls[0]?.[1])).toContain('2')
  expect(await steps.redo()).toBe(false)
})

test('a step that cannot be taken back stays, with the reason', async () => {
  const steps = useTermSteps()
  steps.record('first', [10])
  client.call.mockRejectedValueOnce(new AppError('workspace-locked', 'Locked.'))
  expect(await steps.undo()).toBe(false)
  expect(toast.error).toHaveBeenCalledOnce()
  expect(steps.done).toHaveLength(1)
})

test('a step that changed nothing is none', () => {
  const steps = useTermSteps()
  steps.record('nothing', [])
  expect(steps.done).toEqual([])
})
