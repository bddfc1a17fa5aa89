import type { Worker } from 'node:worker_threads'
import { AppError, type ErrorShape } from '#contract/error.ts'
import { endThread, startThread } from '../jobs/thread.ts'

/**
 * Questions to a thread that is started with the first of them and again after it failed. What is being waited for when it
 * fails or is closed is rejected. A thread nobody waits for keeps no process alive.
 */
export interface Line<Answer> {
  /** Rejects with the thread's own AppError, with `internal` where it failed, with `workspace-closed`. */
  ask(make: (id: number) => object): Promise<Answer>
  /** Says something that has no answer, if the thread is there. */
  tell(message: object): void
  warm(): void
  close(): Promise<void>
}

export interface LineOptions {
  /** Said first to a thread that was started. */
  open: object
  /** Of what comes without having been asked for. */
  onTold?: (message: object) => void
}

/** Megabytes: the thread holds arrays, and should hold little else. */
const YOUNG = 12

const failed = (name: string, cause: string): AppError =>
  new AppError('internal', 'A thread that reads the memory failed.', { thread: name, cause })
const shut = (): AppError => new AppError('workspace-closed', 'No workspace is open.')

export const createLine = <Answer>(name: string, { open, onTold }: LineOptions): Line<Answer> => {
  let worker: Worker | null = null
  let closed = false
  let last = 0
  const waiting = new Map<number, PromiseWithResolvers<Answer>>()

  const fail = (gone: Worker, cause: string): void => {
    if (worker !== gone) return
    worker = null
    for (const { reject } of waiting.values()) reject(failed(name, cause))
    waiting.clear()
  }

  const hear = (from: Worker, message: object): void => {
    if (!('id' in message)) {
      onTold?.(message)
      return
    }
    const asked = waiting.get(message.id as number)
    waiting.delete(message.id as number)
    if (waiting.size === 0) from.unref()
    if ('error' in message) asked?.reject(AppError.fromShape(message.error as ErrorShape))
    else asked?.resolve(message as Answer)
  }

  const started = (): Worker => {
    if (closed) throw shut()
    if (worker) return worker
    const fresh = startThread(name, undefined, YOUNG)
    if (!fresh) throw failed(name, 'its code is not there')
    worker = fresh
    fresh.unref()
    fresh.on('message', (message: object) => hear(fresh, message))
    fresh.on('error', (error) => fail(fresh, String(error)))
    fresh.on('exit', (code) => fail(fresh, `it ended with ${String(code)}`))
    fresh.postMessage(open)
    return fresh
  }

  return {
    async ask(make) {
      const asked = started()
      const id = ++last
      const answer = Promise.withResolvers<Answer>()
      waiting.set(id, answer)
      asked.ref()
      asked.postMessage(make(id))
      return answer.promise
    },
    tell(message) {
      worker?.postMessage(message)
    },
    warm() {
      if (!closed) started()
    },
    async close() {
      closed = true
      const ended = worker
      worker = null
      for (const { reject } of waiting.values()) reject(shut())
      waiting.clear()
      await endThread(ended)
    },
  }
}
