import { createLine } from './threadLine.ts'
import type { UnitAnswer, UnitAsk } from './unit-worker.ts'

/** What a thread may hold: a table of the largest size takes a good part of it. */
const MEGABYTES = 2_048

/** Units handed over in one go where nobody says otherwise. */
const MOST = 500

/**
 * Reads a file of units in a thread of its own: how it is read, then its units in parts, the next one only once the last
 * was taken. Rejects with AppErrors that name line and column, and with `cancelled`.
 */
export async function* readUnitsInThread(
  question: Omit<Extract<UnitAsk, { ask: 'read' }>, 'ask'>,
  {
    signal,
    most = () => MOST,
  }: {
    signal?: AbortSignal
    /** How many units are wanted at once. */
    most?: () => number
  } = {},
): AsyncGenerator<Exclude<UnitAnswer, { end: true } | { error: unknown }>> {
  const { fileName } = question.source
  const line = createLine<UnitAsk, UnitAnswer>('unit-worker', {
    ...{ signal, megabytes: MEGABYTES, native: true, fileName },
  })
  try {
    let answer = await line.ask({ ask: 'read', ...question })
    while (!('end' in answer) && !('error' in answer)) {
      // One part is read ahead while the last is being written.
      const next = line.ask({ ask: 'next', most: most() })
      next.catch(() => undefined)
      yield answer
      answer = await next
    }
  } finally {
    await line.end()
  }
}
