import { parentPort } from 'node:worker_threads'
import { render, type RenderRequest } from './render.ts'

/** What the thread answers: the bytes, or why there are none. */
export type RenderAnswer = { bytes: Uint8Array } | { error: string }

// One article in, its bytes out. A thread of its own, since packing a long document keeps a thread busy for seconds.
parentPort?.on('message', (request: RenderRequest) => {
  render(request).then(
    (bytes) => parentPort?.postMessage({ bytes } satisfies RenderAnswer),
    (error: unknown) =>
      parentPort?.postMessage({
        error: error instanceof Error ? error.message : String(error),
      } satisfies RenderAnswer),
  )
})
