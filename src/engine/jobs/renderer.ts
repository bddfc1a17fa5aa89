import type { Worker } from 'node:worker_threads'
import { AppError } from '#contract/error.ts'
import { render, type RenderRequest } from './render.ts'
import type { RenderAnswer } from './render-worker.ts'
import { cancelled } from './runner.ts'
import { startThread } from './thread.ts'

export interface Renderer {
  /** Rejects with `cancelled` when the signal says so; what was being rendered is thrown away. */
  render(request: RenderRequest): Promise<Uint8Array>
  end(): Promise<void>
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

const createThread = (): Thread | null => {
  const worker = startThread('render-worker')
  if (!worker) return null
  const thread: Thread = { worker, waiting: null }
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
      const current = isHeavy(request) ? (thread ??= createThread()) : null
      if (!current) return renderHere(request, signal)
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
