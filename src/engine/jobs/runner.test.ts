import { describe, expect, test } from 'vitest'
import { AppError } from '#contract/error.ts'
import type { JobState } from '#contract/job.ts'
import { createRunner, rest } from './runner.ts'

const start = () => {
  const events: JobState[] = []
  let clock = 0
  const runner = createRunner({
    emit: (state) => events.push(state),
    shape: (error) =>
      error instanceof AppError
        ? error.toShape()
        : { code: 'internal', message: 'Something unexpected happened.', details: {} },
    now: () => '2026-05-04T12:00:00.000Z',
    elapsed: () => clock,
  })
  return { events, runner, wait: (milliseconds: number) => (clock += milliseconds) }
}

describe('a job', () => {
  test('gives its result to whoever waits, before and after its end', async () => {
    const { runner, events } = start()
    const id = runner.start('export.run', async () => 7)
    expect(await runner.wait(id)).toBe(7)
    expect(await runner.wait(id)).toBe(7)
    expect(events.map(({ status }) => status)).toEqual(['running', 'finished'])
    expect(runner.list()).toMatchObject([{ id, call: 'export.run', status: 'finished', error: null }])
  })

  test('tells of its progress about ten times a second and no oftener', async () => {
    const { runner, events, wait } = start()
    const id = runner.start('import.run', async ({ report }) => {
      for (let done = 0; done < 1000; done++) {
        wait(1)
        report(done, 1000, `part ${done}`)
      }
    })
    await runner.wait(id)
    expect(events.length).toBeGreaterThanOrEqual(11)
    expect(events.length).toBeLessThanOrEqual(13)
    expect(events.at(-1)).toMatchObject({ done: 999, total: 1000, note: 'part 999', status: 'finished' })
  })

  test('really stops when it is cancelled', async () => {
    const { runner } = start()
    let rounds = 0
    const id = runner.start('import.run', async (tools) => {
      for (;;) {
        rounds++
        await tools.rest()
      }
    })
    await rest()
    await rest()
    runner.cancel(id)
    await expect(runner.wait(id)).rejects.toMatchObject({ code: 'cancelled' })
    const stopped = rounds
    await rest()
    expect(rounds).toBe(stopped)
    expect(runner.list()[0]?.status).toBe('cancelled')
    runner.cancel(id)
    expect(runner.list()[0]?.status).toBe('cancelled')
  })

  test('that fails shows no stack, and fails for whoever waits', async () => {
    const { runner } = start()
    const id = runner.start('import.run', () => Promise.reject(new TypeError('x is not a function')))
    await expect(runner.wait(id)).rejects.toMatchObject({ code: 'internal', details: {} })
    expect(runner.list()[0]).toMatchObject({ status: 'failed', error: { code: 'internal' } })
  })

  test('that nobody knows is not found', () => {
    const { runner } = start()
    expect(() => runner.cancel('none')).toThrow(expect.objectContaining({ code: 'not-found' }) as Error)
  })
})

test('ended jobs are kept for a while, and not more than fifty', async () => {
  const { runner, wait } = start()
  for (let count = 0; count < 60; count++) await runner.wait(runner.start('export.run', async () => count))
  expect(runner.list()).toHaveLength(50)
  wait(11 * 60_000)
  expect(runner.list()).toHaveLength(0)
})

test('two jobs stand beside each other, and all end together', async () => {
  const { runner } = start()
  const forever = async ({ rest: pause }: { rest: () => Promise<void> }) => {
    for (;;) await pause()
  }
  runner.start('import.run', forever)
  runner.start('export.run', forever)
  expect(runner.running()).toBe(2)
  await runner.end()
  expect(runner.list().map(({ status }) => status)).toEqual(['cancelled', 'cancelled'])
})
