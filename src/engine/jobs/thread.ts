import { existsSync } from 'node:fs'
import { parentPort, Worker } from 'node:worker_threads'

/**
 * Where the code of a thread is: as it is written beside this file or in the folder of the index, and in a bundle at its
 * root, which may be one folder up from a chunk. Null where it is in none of them.
 */
const urlOf = (name: string): URL | null => {
  const names = import.meta.url.endsWith('.ts')
    ? [`./${name}.ts`, `../index/${name}.ts`]
    : [`./${name}.js`, `../${name}.js`]
  const candidates = names.map((each) => new URL(each, import.meta.url))
  return candidates.find((url) => url.protocol === 'file:' && existsSync(url)) ?? null
}

/**
 * Starts a thread of that name, or null where its code is not there: then the work is done in this one. With more than
 * `megabytes` of objects it is ended with `ERR_WORKER_OUT_OF_MEMORY`, and not the whole process.
 */
export const startThread = (
  name: string,
  megabytes?: number,
  /** Of objects that have just been made: what lives long and makes few needs little of it. */
  young?: number,
): Worker | null => {
  const url = urlOf(name)
  return (
    url &&
    new Worker(url, {
      resourceLimits: {
        ...(megabytes === undefined ? {} : { maxOldGenerationSizeMb: megabytes }),
        ...(young === undefined ? {} : { maxYoungGenerationSizeMb: young }),
      },
    })
  )
}

/** Asks a thread to end by itself, as `endsWhenAsked` has it. */
const END = { endsNow: true } as const

/** A thread that has not ended by itself after so long (ms) does nothing but its own work: it is ended from outside. */
const PATIENCE = 15_000

/**
 * Ends a thread that uses SQLite; resolves when it is gone. Ended from outside while native code is being loaded or called,
 * a thread takes the whole process with it.
 */
export const endThread = async (worker: Worker | null): Promise<void> => {
  // It has no id any more once it is gone.
  if (!worker || worker.threadId < 0) return
  const { promise, resolve } = Promise.withResolvers<void>()
  worker.once('exit', () => resolve())
  worker.ref()
  worker.postMessage(END)
  const timer = setTimeout(() => void worker.terminate(), PATIENCE)
  await promise
  clearTimeout(timer)
}

/** In a thread: hears what it is told, until it is asked to end; then `close` lets go of what would keep it alive. */
export const endsWhenAsked = <Message>(
  hear: (message: Message) => void,
  close: () => void | Promise<void>,
): void => {
  parentPort?.on('message', (message: Message | typeof END) => {
    if (typeof message !== 'object' || message === null || !('endsNow' in message)) return hear(message)
    void Promise.resolve()
      .then(close)
      .catch(() => undefined)
      .then(() => parentPort?.close())
  })
}
