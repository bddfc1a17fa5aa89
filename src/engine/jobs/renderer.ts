import { existsSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import { AppError } from '#contract/error.ts'
import { render, type RenderRequest } from './render.ts'
import type { RenderAnswer } from './render-worker.ts'
import { cancelled } from './runner.ts'

export interface Renderer {
  /** Rejects with `cancelled` when the signal says so; what was being rendered is thrown away. */
  render(request: RenderRequest): Promise<Uint8Array>
  end(): Promise<void>
}

/**
 * Where the thread's code is: beside this file as it is written, and in a bundle at its root, which may be one folder
 * up from a chunk. Null where it is in neither place.
 */
const workerUrl = (): URL | null => {
  const candidates = import.meta.url.endsWith('.ts')
    ? [new URL('./render-worker.ts', import.meta.url)]
    : ['./render-worker.js', '../render-worker.js'].map((path) => new URL(path, import.meta.url))
  return candidates.find((url) => url.protocol === 'file:' && existsSync(url)) ?? null
}

/** Renders in this thread, for lack of another. */
const renderHere = async (request: RenderRequest, signal: AbortSignal): Promise<Uint8Array> => {
  if (signal.aborted) throw cancelled()
  return render(request)
}

/** Renders in a thread of its own, one article after the other; the thread lives until `end`. */
export const createRenderer = (signal: AbortSignal): Renderer => {
  let worker: Worker | null = null

  const start = (): Worker | null => {
    const url = workerUrl()
    if (!url) return null
    worker ??= new Worker(url)
    return worker
  }

  return {
    render(request) {
      const thread = start()
      if (!thread) return renderHere(request, signal)
      return new Promise((resolve, reject) => {
        const settle = (work: () => void) => {
          signal.removeEventListener('abort', onAbort)
          thread.removeAllListeners()
          work()
        }
        const fail = (cause: string) =>
          settle(() => {
            worker = null
            void thread.terminate()
            reject(new AppError('internal', 'The document could not be made.', { cause }))
          })
        const onAbort = () =>
          settle(() => {
            worker = null
            void thread.terminate()
            reject(cancelled())
          })
        if (signal.aborted) return onAbort()
        signal.addEventListener('abort', onAbort)
        thread.on('message', (answer: RenderAnswer) => {
          if ('error' in answer) fail(answer.error)
          else settle(() => resolve(answer.bytes))
        })
        thread.on('error', (error) => fail(error instanceof Error ? error.message : String(error)))
        thread.on('exit', (code) => fail(`the thread ended with ${code}`))
        thread.postMessage(request)
      })
    },
    async end() {
      await worker?.terminate()
      worker = null
    },
  }
}
