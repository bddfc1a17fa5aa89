import { onScopeDispose, ref, shallowRef } from 'vue'
import { isAppError, messageOf } from './errors.ts'
import { startJob, type RunningJob } from './client.ts'
import type { InputOf, JobName, ResultOf } from '#contract/index.ts'
import type { JobState } from '#contract/job.ts'

/** One job at a time, started and followed by a dialog; it is given up with the dialog. */
export const useJobWork = <N extends JobName>(name: N) => {
  const running = shallowRef<RunningJob<ResultOf<N>> | null>(null)
  const busy = ref(false)
  const progress = shallowRef<JobState | null>(null)
  const problem = ref('')
  const cancelled = ref(false)
  let wanted = true
  let current: Promise<unknown> | null = null

  const follow = async (input: InputOf<N>): Promise<ResultOf<N> | null> => {
    problem.value = ''
    cancelled.value = false
    busy.value = wanted = true
    try {
      running.value = await startJob(name, input, (state) => (progress.value = state))
      // Cancelled before it had begun.
      if (!wanted) await running.value.cancel()
      return await running.value.result
    } catch (error) {
      if (isAppError(error) && error.code === 'cancelled') cancelled.value = true
      else problem.value = messageOf(error)
      return null
    } finally {
      running.value = progress.value = null
      busy.value = false
    }
  }
  /** Null where it failed or was cancelled: `problem` and `cancelled` say which. */
  const run = (input: InputOf<N>): Promise<ResultOf<N> | null> => {
    const mine = follow(input)
    current = mine
    return mine
  }
  /** Resolves once it has ended, so that another may begin. */
  const cancel = async () => {
    wanted = false
    await running.value?.cancel().catch(() => undefined)
    await current
  }
  onScopeDispose(() => void cancel())
  return { busy, progress, problem, cancelled, run, cancel }
}
