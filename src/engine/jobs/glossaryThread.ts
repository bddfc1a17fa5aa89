import type { Worker } from 'node:worker_threads'
import { AppError } from '#contract/error.ts'
import type { GlossaryAnswer, GlossaryAsk } from './glossary-worker.ts'
import type { GlossaryPart, GlossaryShape, GlossarySource, WrittenTerm } from './glossaryFile.ts'
import { cancelled } from './runner.ts'
import { startThread } from './thread.ts'

const failed = (cause: string): AppError =>
  new AppError('internal', 'The thread that reads and writes glossaries failed.', { cause })

/** What a thread may hold: a million terms take a good half of it. */
export const memory = { megabytes: 2_048 }

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
const tooLarge = (fileName: string): AppError =>
  new AppError('file-too-large', 'The file takes more memory than it is given.', {
    fileName,
    limit: memory.megabytes * 1024 * 1024,
  })

/** One question and its answer at a time; ends the thread when the signal says so. */
const createLine = (signal: AbortSignal | undefined, fileName = '') => {
  const worker: Worker | null = startThread('glossary-worker', memory.megabytes)
  if (!worker) throw failed('its code is not there')
  let waiting: PromiseWithResolvers<GlossaryAnswer> | null = null
  const onAbort = () => waiting?.reject(cancelled())
  signal?.addEventListener('abort', onAbort)
  worker.on('message', (answer: GlossaryAnswer) => {
    if ('error' in answer) waiting?.reject(AppError.fromShape(answer.error))
    else waiting?.resolve(answer)
  })
  worker.on('error', (error) =>
    waiting?.reject(isOutOfMemory(error) ? tooLarge(fileName) : failed(String(error))),
  )
  worker.on('exit', (code) => waiting?.reject(failed(`the thread ended with ${code}`)))
  return {
    tell: (message: GlossaryAsk) => void worker.postMessage(message),
    async ask(message: GlossaryAsk): Promise<GlossaryAnswer> {
      if (signal?.aborted) throw cancelled()
      waiting = Promise.withResolvers<GlossaryAnswer>()
      worker.postMessage(message)
      return waiting.promise
    },
    async end() {
      signal?.removeEventListener('abort', onAbort)
      waiting = null
      await worker.terminate()
    },
  }
}

/**
 * Reads a glossary file in a thread of its own: how it is read, then its entries in parts, the next one only once the
 * last was taken. Rejects with AppErrors that name line and column, and with `cancelled`.
 */
export async function* readInThread(
  source: GlossarySource,
  signal?: AbortSignal,
): AsyncGenerator<{ shape: GlossaryShape } | { part: GlossaryPart }> {
  const line = createLine(signal, source.fileName)
  try {
    let answer = await line.ask({ ask: 'read', source })
    while ('shape' in answer || 'part' in answer) {
      yield answer
      answer = await line.ask({ ask: 'next' })
    }
  } finally {
    await line.end()
  }
}

/** Terms handed to the thread in one go: some milliseconds of copying. */
const PART = 500

export const writeInThread = async (
  terms: readonly WrittenTerm[],
  how: Extract<GlossaryAsk, { ask: 'write' }>['how'],
  { signal, rest }: { signal: AbortSignal; rest: () => Promise<void> },
): Promise<Uint8Array> => {
  const line = createLine(signal)
  try {
    for (let from = 0; from < terms.length; from += PART) {
      line.tell({ ask: 'terms', terms: terms.slice(from, from + PART) })
      await rest()
    }
    const answer = await line.ask({ ask: 'write', how })
    if (!('bytes' in answer)) throw failed('it answered something else')
    return answer.bytes
  } finally {
    await line.end()
  }
}
