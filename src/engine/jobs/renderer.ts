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
  const names = import.meta.url.endsWith('.ts')
    ? ['./render-worker.ts']
    : ['./render-worker.js', '../render-worker.js']
  const candidates = names.map((name) => new URL(name, import.meta.url))
  return candidates.find((url) => url.protocol === 'file:' && existsSync(url)) ?? null
}

/** Paragraphs from which on the quick formats go to the thread too; below it would take longer to start. */
const MANY = 500

const isHeavy = ({ format, article }: RenderRequest): boolean =>
  format === 'docx' || article.paragraphs.length >= MANY

/** Renders in this thread: what is small, and for lack of another. */
const renderHere = async (request: RenderRequest, signal: AbortSignal): Promise<Uint8Array> => {
  if (signal.aborted) throw cancelled()
  return render(request)
}

interface Thread {
  worker: Worker
  waiting: PromiseWithResolvers<Uint8Array> | null
}

const failed = (cause: string): AppError =>
  new AppError('internal', 'The document could not be made.', { cause })

const startThread = (url: URL): Thread => {
  const thread: Thread = { worker: new Worker(url), waiting: null }
  thread.worker.on('message', (answer: RenderAnswer) => {
    if ('error' in answer) thread.waiting?.reject(failed(answer.error))
    else thread.waiting?.resolve(answer.bytes)
  })
  thread.worker.on('error', (error) =>
    thread.waiting?.reject(failed(error instanceof Error ? error.message : String(error))),
  )
  thread.worker.on('exit', (code) => thread.waiting?.reject(failed(`the thread ended with ${code}`)))
  return thread
}

/** Renders what is heavy in a thread of its own, one article after the other; the thread lives until `end` or a failure. */
export const createRenderer = (signal: AbortSignal): Renderer => {
  let thread: Thread | null = null

  const end = async (): Promise<void> => {
    const ended = thread
    thread = null
    await ended?.worker.terminate()
  }

  return {
    async render(request) {
      if (signal.aborted) throw cancelled()
      const url = isHeavy(request) ? workerUrl() : null
      if (!url) return renderHere(request, signal)
      const current = (thread ??= startThread(url))
      const waiting = (current.waiting = Promise.withResolvers<Uint8Array>())
      const onAbort = () => waiting.reject(cancelled())
      signal.addEventListener('abort', onAbort)
      try {
        current.worker.postMessage(request)
        return await waiting.promise
      } catch (error) {
        await end()
        throw error
      } finally {
        current.waiting = null
        signal.removeEventListener('abort', onAbort)
      }
    },
    end,
  }
}
