import type { z } from 'zod'
import { AppError, type Answer } from '#contract/error.ts'
import { hostContract } from '#contract/host.ts'
import { engineContract, type EngineCallName } from '#contract/index.ts'
import type { CommandContext, JobContext } from './context.ts'
import { toAppError } from './db/errors.ts'
import { failureOf } from './failure.ts'
import { handlers } from './handlers/index.ts'
import type { JobTools } from './jobs/runner.ts'
import type { Session } from './session.ts'

/** Answered where no workspace is open too. */
const WITHOUT_WORKSPACE: readonly EngineCallName[] = [
  'workspace.state',
  'workspace.backups',
  'workspace.restore',
  'workspace.reopen',
]

const isEngineCall = (name: string): name is EngineCallName => Object.hasOwn(engineContract, name)

const refuseName = (name: string): AppError =>
  Object.hasOwn(hostContract, name)
    ? new AppError('unavailable-here', 'This call is answered by the host and not by the engine.', {
        call: name,
      })
    : new AppError('unknown-call', 'There is no such call.', { call: String(name).slice(0, 100) })

/** The issues of an input: `path` such as `edits.0.target`, empty for the input itself. */
const refuseInput = (name: string, { issues }: z.ZodError): AppError =>
  new AppError('bad-input', `The input of ${name} has another shape.`, {
    call: name,
    issues: issues.slice(0, 20).map((issue) => ({
      path: issue.path.map(String).join('.'),
      code: issue.code,
      message: issue.message,
      ...('keys' in issue ? { keys: issue.keys } : {}),
    })),
  })

const contextFor = (session: Session, client: string): CommandContext => ({
  session,
  client,
  get db() {
    return session.room().workspace.db
  },
  now: () => session.clock().toISOString(),
  changed: (change) => session.emit({ ...change, by: client }),
})

const jobContext = (context: CommandContext, tools: JobTools): JobContext => ({
  session: context.session,
  client: context.client,
  get db() {
    return context.db
  },
  now: () => context.now(),
  changed: (change) => context.changed(change),
  signal: tools.signal,
  report: (done, total, note) => tools.report(done, total, note),
  rest: () => tools.rest(),
})

/** A `__proto__` key vanishes in the parser's copy, so it is looked for before. */
const hasPrototypeKey = (input: unknown): boolean =>
  typeof input === 'object' && input !== null && Object.hasOwn(input, '__proto__')

const perform = async (session: Session, name: string, input: unknown, client: string): Promise<unknown> => {
  if (typeof name !== 'string' || !isEngineCall(name)) throw refuseName(name)
  const call = engineContract[name]
  if (hasPrototypeKey(input))
    throw new AppError('bad-input', `The input of ${name} has another shape.`, {
      call: name,
      issues: [{ path: '', code: 'unrecognized_keys', message: 'Unrecognized key', keys: ['__proto__'] }],
    })
  const parsed = call.input.safeParse(input)
  if (!parsed.success) throw refuseInput(name, parsed.error)
  if (!WITHOUT_WORKSPACE.includes(name)) session.room()
  const context = contextFor(session, client)
  // The one place where name, input and handler are known to fit and cannot be said to: `Handlers` says it per name.
  const handler = handlers[name] as (input: unknown, context: CommandContext) => unknown
  if (call.kind !== 'job') return handler(parsed.data, context)
  const work = handler as unknown as (input: unknown, context: JobContext) => Promise<unknown>
  return { jobId: session.jobs.start(name, async (tools) => work(parsed.data, jobContext(context, tools))) }
}

/** Any error as the one that crosses the wall; nothing unexpected shows a stack. */
export const toAnswerError = (error: unknown): AppError => failureOf(error) ?? toAppError(error)

/**
 * The one door. Unknown names answer `unknown-call`, calls of the host `unavailable-here`, inputs of another shape
 * `bad-input` with the issues' paths. Never rejects.
 */
export const dispatch = async (
  session: Session,
  name: string,
  input: unknown,
  client: string,
): Promise<Answer<unknown>> => {
  try {
    const result = await perform(session, name, input, client)
    return { ok: true, value: result === undefined ? null : result }
  } catch (error) {
    return { ok: false, error: toAnswerError(error).toShape() }
  }
}
