import { z } from 'zod'
import { command, nothing, query } from './define.ts'
import type { ErrorShape } from './error.ts'

export interface JobState {
  id: string
  /** The call that started it. */
  call: string
  status: 'running' | 'finished' | 'failed' | 'cancelled'
  done: number
  /** 0 while unknown. */
  total: number
  /** What is being worked on: a file name, an article's title. */
  note: string
  error: ErrorShape | null
  startedAt: string
}

const jobId = z.strictObject({ id: z.string().max(100) })

export const jobContract = {
  'job.list': query<JobState[]>()(nothing),
  'job.cancel': command<null>()(jobId),
  /** Answers when the job has ended: with its result, or with its error (`cancelled` too). */
  'job.wait': query<unknown>()(jobId),
}
