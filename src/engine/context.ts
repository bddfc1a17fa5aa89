import type { AppEvent } from '#contract/event.ts'
import type { EngineCallName, EngineContract, ParsedInputOf, ResultOf } from '#contract/index.ts'
import type { Reader, Writer } from './db/database.ts'
import type { JobTools } from './jobs/runner.ts'
import type { Session } from './session.ts'

type WithoutBy<Event> = Event extends { by: string } ? Omit<Event, 'by'> : never
/** What a call changed; who made it is added. */
export type Change = WithoutBy<AppEvent>

/** What a handler is given besides its input. */
interface BaseContext {
  readonly session: Session
  /** Who calls. */
  readonly client: string
  /** ISO 8601, UTC. */
  now(): string
}

/** Reads only: functions that write ask for a Writer. Throws `workspace-closed` where no workspace is open. */
export interface QueryContext extends BaseContext {
  readonly db: Reader
}

export interface CommandContext extends BaseContext {
  readonly db: Writer
  /** Tells everybody; to be called after COMMIT. */
  changed(change: Change): void
}

export interface JobContext extends CommandContext, JobTools {}

type Awaitable<Value> = Value | Promise<Value>
interface ContextByKind {
  query: QueryContext
  command: CommandContext
  job: JobContext
}

export type Handler<Name extends EngineCallName> = (
  input: ParsedInputOf<Name>,
  context: ContextByKind[EngineContract[Name]['kind']],
) => Awaitable<ResultOf<Name>>

/** Every call of the engine's contract; a missing one does not compile. */
export type Handlers = { [Name in EngineCallName]: Handler<Name> }
/** The handlers of one feature: `HandlersOf<typeof termContract>`. */
export type HandlersOf<Feature> = Pick<Handlers, keyof Feature & EngineCallName>
