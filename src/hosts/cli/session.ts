import { AppError } from '#contract/error.ts'
import type { CallFunction, InputOf, JobName, ResultOf } from '#contract/index.ts'
import type { JobState } from '#contract/job.ts'
import { showProgress } from './progress.ts'
import { onEnd } from './signals.ts'
import type { Context } from './io.ts'

/** An open workspace as a command sees it. Both reject with an AppError. */
export interface CommandSession {
  call: CallFunction
  /** Runs a job to its end, with its progress on stderr; Ctrl+C cancels it (`cancelled`). */
  run<Name extends JobName>(name: Name, input: InputOf<Name>): Promise<ResultOf<Name>>
}

const CLIENT = 'command-line'

/** Opens the workspace (and makes it where there is none), does the work, and closes it whatever happens. */
export const withSession = async <Result>(
  { io, workspace }: Context,
  work: (session: CommandSession) => Promise<Result>,
): Promise<Result> => {
  const { openEngineAt } = await import('../web/open.ts')
  const engine = await openEngineAt(workspace, false)
  const call: CallFunction = async (name, input) => {
    const answer = await engine.call(name, input, CLIENT)
    if (answer.ok) return answer.value as never
    throw AppError.fromShape(answer.error)
  }
  const run: CommandSession['run'] = async (name, input) => {
    const progress = showProgress(io)
    let jobId: string | null = null
    let ended = false
    const cancel = (): void => {
      ended = true
      if (jobId !== null) void call('job.cancel', { id: jobId }).catch(() => undefined)
    }
    const stopWaiting = onEnd(cancel)
    const stopListening = engine.listen((event) => {
      if (event.type === 'job' && event.job.id === jobId) progress.show(event.job satisfies JobState)
    })
    try {
      const started = (await call(name, input)) as { jobId: string }
      jobId = started.jobId
      if (ended) cancel()
      return (await call('job.wait', { id: jobId })) as never
    } finally {
      stopListening()
      stopWaiting()
      progress.clear()
    }
  }
  try {
    const state = await call('workspace.state', {})
    if (state.status === 'refused') throw withPath(AppError.fromShape(state.error), state.path)
    return await work({ call, run })
  } finally {
    await engine.close()
  }
}

const withPath = (error: AppError, path: string): AppError =>
  new AppError(error.code, error.message, { path, ...error.details })
