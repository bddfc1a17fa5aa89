import { AppError } from '#contract/error.ts'
import type { GlossaryAnswer, GlossaryAsk } from './glossary-worker.ts'
import type { GlossaryPart, GlossaryShape, GlossarySource, WrittenTerm } from './glossaryFile.ts'
import { createLine, type ThreadLine } from './threadLine.ts'

/** What a thread may hold: a million terms take a good half of it. */
export const memory = { megabytes: 2_048 }

const lineTo = (signal: AbortSignal | undefined, fileName = ''): ThreadLine<GlossaryAsk, GlossaryAnswer> =>
  createLine('glossary-worker', { signal, megabytes: memory.megabytes, fileName })

/**
 * Reads a glossary file in a thread of its own: how it is read, then its entries in parts, the next one only once the
 * last was taken. Rejects with AppErrors that name line and column, and with `cancelled`.
 */
export async function* readInThread(
  source: GlossarySource,
  signal?: AbortSignal,
): AsyncGenerator<{ shape: GlossaryShape } | { part: GlossaryPart }> {
  const line = lineTo(signal, source.fileName)
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
  const line = lineTo(signal)
  try {
    for (let from = 0; from < terms.length; from += PART) {
      line.tell({ ask: 'terms', terms: terms.slice(from, from + PART) })
      await rest()
    }
    const answer = await line.ask({ ask: 'write', how })
    if (!('bytes' in answer)) throw new AppError('internal', 'The thread answered something else.', {})
    return answer.bytes
  } finally {
    await line.end()
  }
}
