import type { Worker } from 'node:worker_threads'
import { AppError, type ErrorShape } from '#contract/error.ts'
import { cancelled } from './runner.ts'
import { endThread, startThread } from './thread.ts'

/** One question to a thread and its answer at a time; the thread ends with the work, or when the signal says so. */
export interface ThreadLine<Ask, Answer> {
  tell(message: Ask): void
  /** Rejects with the thread's own AppError, `cancelled`, `file-too-large` where it ran out of memory, `internal`. */
  ask(message: Ask): Promise<Answer>
  end(): Promise<void>
}

export interface ThreadLineOptions {
  signal?: AbortSignal | undefined
  /** What it may hold of objects. */
  megabytes: number
  /** It uses SQLite. */
  native?: boolean
  fileName?: string
}

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'

/** Throws `internal` where the thread's code is not there. */
export const createLine = <Ask, Answer extends object>(
  name: string,
  { signal, megabytes, native = false, fileName = '' }: ThreadLineOptions,
): ThreadLine<Ask, Answer> => {
  const failed = (cause: string): AppError =>
    new AppError('internal', 'The thread that reads and writes files failed.', { thread: name, cause })
  const worker: Worker | null = startThread(name, megabytes)
  if (!worker) throw failed('its code is not there')
  let waiting: PromiseWithResolvers<Answer> | null = null
  const onAbort = () => waiting?.reject(cancelled())
  signal?.addEventListener('abort', onAbort)
  worker.on('message', (answer: Answer | { error: ErrorShape }) => {
    if ('error' in answer) waiting?.reject(AppError.fromShape(answer.error))
    else waiting?.resolve(answer)
  })
  worker.on('error', (error) =>
    waiting?.reject(
      isOutOfMemory(error)
        ? new AppError('file-too-large', 'The file takes more memory than it is given.', {
            fileName,
            limit: megabytes * 1024 * 1024,
          })
        : failed(String(error)),
    ),
  )
  worker.on('exit', (code) => waiting?.reject(failed(`the thread ended with ${String(code)}`)))
  return {
    tell: (message) => void worker.postMessage(message),
    async ask(message) {
      if (signal?.aborted) throw cancelled()
      waiting = Promise.withResolvers<Answer>()
      worker.postMessage(message)
      return waiting.promise
    },
    async end() {
      signal?.removeEventListener('abort', onAbort)
      waiting = null
      await (native ? endThread(worker) : worker.terminate())
    },
  }
}
