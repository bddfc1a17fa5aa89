import type { jobContract } from '#contract/job.ts'
import type { HandlersOf } from '../context.ts'

export const jobHandlers: HandlersOf<typeof jobContract> = {
  'job.list': (_, { session }) => session.jobs.list(),
  'job.cancel': ({ id }, { session }) => {
    session.jobs.cancel(id)
    return null
  },
  'job.wait': ({ id }, { session }) => session.jobs.wait(id),
}
