import type { IndexThread } from './indexThread.ts'

/** Packing that fails is tried again after a pause; asking for ever would find no end. */
const MOST_ASKED = 5
const PAUSE = 250

/** When everything committed by now can be found, or cannot be for some other reason than time. */
export const indexReady = async (
  index: IndexThread,
  signal?: AbortSignal,
): Promise<{ units: number; complete: boolean }> => {
  let found = { units: 0, complete: false }
  for (let asked = 0; asked < MOST_ASKED && !found.complete && !signal?.aborted; asked++) {
    if (asked > 0) await new Promise((resolve) => setTimeout(resolve, PAUSE << asked))
    found = await untilAborted(index.settled(), found, signal)
  }
  const { units, complete } = found
  return { units, complete }
}

const untilAborted = async <Value>(
  work: Promise<Value>,
  otherwise: Value,
  signal?: AbortSignal,
): Promise<Value> => {
  if (!signal) return work
  const { promise, resolve } = Promise.withResolvers<Value>()
  const stop = () => resolve(otherwise)
  signal.addEventListener('abort', stop, { once: true })
  try {
    return await Promise.race([work, promise])
  } finally {
    signal.removeEventListener('abort', stop)
  }
}
