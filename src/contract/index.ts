import type { z } from 'zod'
import { annotationContract } from './annotation.ts'
import { articleContract } from './article.ts'
import { exchangeContract } from './exchange.ts'
import { glossaryContract } from './glossary.ts'
import { hostContract } from './host.ts'
import { jobContract } from './job.ts'
import { memoryContract } from './memory.ts'
import { memoryExchangeContract } from './memoryExchange.ts'
import { pretranslateContract } from './pretranslate.ts'
import { projectContract } from './project.ts'
import { settingContract } from './setting.ts'
import { termContract } from './term.ts'
import { unitContract } from './unit.ts'
import { workspaceContract } from './workspace.ts'
import type { Call, CallKind } from './define.ts'

export const engineContract = {
  ...workspaceContract,
  ...projectContract,
  ...articleContract,
  ...annotationContract,
  ...termContract,
  ...glossaryContract,
  ...memoryContract,
  ...unitContract,
  ...memoryExchangeContract,
  ...pretranslateContract,
  ...exchangeContract,
  ...settingContract,
  ...jobContract,
}

export const contract = { ...engineContract, ...hostContract }

export type EngineContract = typeof engineContract
export type Contract = typeof contract
export type CallName = keyof Contract
export type EngineCallName = keyof EngineContract
export type HostCallName = keyof typeof hostContract
export type JobName = { [N in CallName]: Contract[N]['kind'] extends 'job' ? N : never }[CallName]

/** What a caller may write (defaults left out). */
export type InputOf<N extends CallName> = z.input<Contract[N]['input']>
/** What a handler is given (defaults filled in). */
export type ParsedInputOf<N extends CallName> = z.output<Contract[N]['input']>
/** What the work itself gives: for a job the answer of `job.wait`. */
export type ResultOf<N extends CallName> =
  Contract[N] extends Call<CallKind, z.ZodType, infer Output> ? Output : never
/** What the call answers: a job's id, or the result. */
export type OutputOf<N extends CallName> = Contract[N]['kind'] extends 'job' ? { jobId: string } : ResultOf<N>

/** The one function every host gives its callers. Rejects with an AppError. */
export type CallFunction = <N extends CallName>(name: N, input: InputOf<N>) => Promise<OutputOf<N>>

export { AppError } from './error.ts'
export type { Answer, ErrorCode, ErrorShape } from './error.ts'
