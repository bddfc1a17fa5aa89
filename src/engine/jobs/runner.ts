import { randomUUID } from 'node:crypto'
import { AppError, type ErrorShape } from '#contract/error.ts'
import type { JobState } from '#contract/job.ts'

export interface JobTools {
  readonly signal: AbortSignal
  /** What is done of what; `total` is 0 while unknown. Throws `cancelled` once the job was cancelled. */
  report(done: number, total: number, note?: string): void
  /** Lets everything else that waits have its turn. Throws `cancelled` once the job was cancelled. */
  rest(): Promise<void>
}

export interface JobRunner {
  /** Starts on the next turn and gives the id. */
  start(call: string, work: (tools: JobTools) => Promise<unknown>): string
  list(): JobState[]
  /** Asks a job to stop; one that has ended stays as it is. Throws `not-found`. */
  cancel(id: string): void
  /** The result, or rejects with the job's error. Throws `not-found`. */
  wait(id: string): Promise<unknown>
  running(): number
  /** Cancels all and waits until they have stopped. */
  end(): Promise<void>
}

interface Job {
  state: JobState
  abort: AbortController
  ended: Promise<unknown>
  endedAt: number | null
}

export interface RunnerOptions {
  emit: (state: JobState) => void
  /** Any error as the shape that crosses a wall. */
  shape: (error: unknown) => ErrorShape
  now: () => string
  /** Milliseconds of some clock that does not go back. */
  elapsed?: () => number
}

/** At most about ten progress events a second and job. */
const LEAST_PAUSE = 100
/** Ended jobs are kept this long for whoever asks late, and no more than KEPT of them. */
const KEPT_FOR = 10 * 60_000
const KEPT = 50

/** One turn of the event loop, in which waiting calls are answered. */
export const rest = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

export const cancelled = (): AppError => new AppError('cancelled', 'The job was cancelled.')

export const createRunner = ({
  emit,
  shape,
  now,
  elapsed = () => performance.now(),
}: RunnerOptions): JobRunner => {
  const jobs = new Map<string, Job>()

  const tidy = (): void => {
    const ended = [...jobs].filter(([, job]) => job.endedAt !== null)
    for (const [place, [id, job]] of ended.entries())
      if (place < ended.length - KEPT || elapsed() - (job.endedAt ?? 0) > KEPT_FOR) jobs.delete(id)
  }

  const get = (id: string): Job => {
    const job = jobs.get(id)
    if (!job) throw new AppError('not-found', 'There is no such job.', { job: id })
    return job
  }

  const execute = async (job: Job, work: (tools: JobTools) => Promise<unknown>): Promise<unknown> => {
    const { state, abort } = job
    const { signal } = abort
    let told = elapsed()
    const stopIfCancelled = (): void => {
      if (signal.aborted) throw cancelled()
    }
    const tools: JobTools = {
      signal,
      report(done, total, note = state.note) {
        stopIfCancelled()
        Object.assign(state, { done, total, note })
        if (elapsed() - told < LEAST_PAUSE) return
        told = elapsed()
        emit({ ...state })
      },
      async rest() {
        await rest()
        stopIfCancelled()
      },
    }
    try {
      await tools.rest()
      const result = await work(tools)
      state.status = 'finished'
      return result
    } catch (error) {
      state.error = shape(error)
      state.status = state.error.code === 'cancelled' ? 'cancelled' : 'failed'
      throw AppError.fromShape(state.error)
    } finally {
      job.endedAt = elapsed()
      emit({ ...state })
      tidy()
    }
  }

  return {
    start(call, work) {
      tidy()
      const id = randomUUID()
      const state: JobState = {
        id,
        call,
        status: 'running',
        done: 0,
        total: 0,
        note: '',
        error: null,
        startedAt: now(),
      }
      const job: Job = { state, abort: new AbortController(), ended: Promise.resolve(), endedAt: null }
      jobs.set(id, job)
      emit({ ...state })
      job.ended = execute(job, work)
      // Whoever waits hears of the error; when nobody does it is in the job's state.
      job.ended.catch(() => undefined)
      return id
    },
    list() {
      tidy()
      return [...jobs.values()].map(({ state }) => ({ ...state }))
    },
    cancel(id) {
      get(id).abort.abort()
    },
    wait: (id) => get(id).ended,
    running: () => [...jobs.values()].filter(({ state }) => state.status === 'running').length,
    async end() {
      for (const { abort } of jobs.values()) abort.abort()
      await Promise.allSettled([...jobs.values()].map(({ ended }) => ended))
    },
  }
}
