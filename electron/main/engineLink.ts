import { AppError, type Answer, type ErrorShape } from '#contract/error.ts'
import type { AppEvent } from '#contract/event.ts'
import type { Download, Engine, EngineOptions } from '#engine/engine.ts'

/** The functions of an engine that are asked for over the wall between the two processes. */
type Method = 'call' | 'addUpload' | 'download' | 'close'
export type ToEngine =
  { open: EngineOptions } | { [M in Method]: { id: number; method: M; args: Parameters<Engine[M]> } }[Method]
export type FromEngine =
  { id: number; value: unknown } | { id: number; error: ErrorShape } | { event: AppEvent }

/** A process as the link sees it: Electron's, or one made up in a test. */
export interface EngineChild {
  post(message: ToEngine): void
  onMessage(listener: (message: FromEngine) => void): void
  onExit(listener: (code: number) => void): void
  kill(): void
}

export interface EngineLink {
  /** Never rejects; while no engine runs, `unavailable-here`. */
  call(name: string, input: unknown, client: string): Promise<Answer<unknown>>
  addUpload(name: string, bytes: Uint8Array): Promise<Answer<{ id: string }>>
  download(id: string): Promise<Download | null>
  listen(listener: (event: AppEvent) => void): () => void
  /** Lets the engine flush and close its workspace; ends it where it has not within `wait` ms. */
  close(wait: number): Promise<void>
}

export interface LinkOptions {
  start(): EngineChild
  open: EngineOptions
  now(): number
}

/** More deaths than this within the time, in ms, and it is left down until it is asked something again. */
const MAX_DEATHS = 4
const DEATH_TIME = 60_000

const gone = (): ErrorShape => ({
  code: 'unavailable-here',
  message: 'The engine has stopped. What is not saved yet is kept in the window.',
  details: { reason: 'engine-stopped' },
})

interface Running {
  child: EngineChild
  pending: Map<number, (answer: Answer<unknown>) => void>
}

/**
 * Keeps an engine running in a process of its own and carries questions to it and answers back. When it dies, what
 * was under way is answered with an error (callers decide what to ask again), a new one is started, and everybody is
 * told that anything may have changed.
 */
export const createEngineLink = ({ start, open, now }: LinkOptions): EngineLink => {
  const listeners = new Set<(event: AppEvent) => void>()
  const emit = (event: AppEvent): void => {
    for (const listener of [...listeners]) listener(event)
  }
  let running: Running | null = null
  let closing = false
  let next = 1
  let deaths: number[] = []

  const run = (): Running => {
    const mine: Running = { child: start(), pending: new Map() }
    running = mine
    mine.child.onMessage((message) => {
      if ('event' in message) return emit(message.event)
      const settle = mine.pending.get(message.id)
      mine.pending.delete(message.id)
      settle?.('error' in message ? { ok: false, error: message.error } : { ok: true, value: message.value })
    })
    mine.child.onExit(() => {
      if (running === mine) running = null
      for (const settle of mine.pending.values()) settle({ ok: false, error: gone() })
      mine.pending.clear()
      if (closing) return
      deaths = [...deaths.filter((at) => now() - at < DEATH_TIME), now()]
      if (deaths.length > MAX_DEATHS) return
      run()
      emit({ type: 'elsewhere' })
    })
    mine.child.post({ open })
    return mine
  }

  const ask = <M extends Method>(method: M, args: Parameters<Engine[M]>): Promise<Answer<unknown>> => {
    if (closing && method !== 'close') return Promise.resolve({ ok: false, error: gone() })
    const { child, pending } = running ?? run()
    const id = next++
    return new Promise((resolve) => {
      pending.set(id, resolve)
      try {
        child.post({ id, method, args } as ToEngine)
      } catch (error) {
        pending.delete(id)
        const refused = new AppError('bad-input', 'The call cannot be carried to the engine.', {
          reason: error instanceof Error ? error.name : 'unknown',
        })
        resolve({ ok: false, error: refused.toShape() })
      }
    })
  }

  run()
  return {
    async call(...args) {
      const answer = await ask('call', args)
      return answer.ok ? (answer.value as Answer<unknown>) : answer
    },
    addUpload: (...args) => ask('addUpload', args) as Promise<Answer<{ id: string }>>,
    async download(...args) {
      const answer = await ask('download', args)
      return answer.ok ? (answer.value as Download | null) : null
    },
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async close(wait) {
      closing = true
      if (!running) return
      const { child } = running
      const late = new Promise<void>((resolve) => setTimeout(resolve, wait).unref())
      await Promise.race([ask('close', []), late])
      child.kill()
    },
  }
}
