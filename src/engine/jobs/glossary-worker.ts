import { parentPort } from 'node:worker_threads'
import type { ErrorShape } from '#contract/error.ts'
import { toAppError } from '../db/errors.ts'
import { failureOf } from '../failure.ts'
import {
  readGlossary,
  writeGlossary,
  type GlossaryPart,
  type GlossaryShape,
  type GlossarySource,
  type WrittenTerm,
} from './glossaryFile.ts'

/** What the thread is asked: to read a file (and, after each part, for the next one), or to write terms in parts. */
export type GlossaryAsk =
  | { ask: 'read'; source: GlossarySource }
  | { ask: 'next' }
  | { ask: 'terms'; terms: WrittenTerm[] }
  | { ask: 'write'; how: Parameters<typeof writeGlossary>[1] }

export type GlossaryAnswer =
  | { shape: GlossaryShape }
  | { part: GlossaryPart }
  | { end: true }
  | { bytes: Uint8Array }
  | { error: ErrorShape }

let parts: AsyncGenerator<GlossaryShape | GlossaryPart> | null = null
const terms: WrittenTerm[] = []

const answer = async (message: GlossaryAsk): Promise<GlossaryAnswer | null> => {
  if (message.ask === 'terms') {
    terms.push(...message.terms)
    return null
  }
  if (message.ask === 'write') return { bytes: await writeGlossary(terms, message.how) }
  if (message.ask === 'read') parts = readGlossary(message.source)
  const next = await parts?.next()
  if (!next || next.done) return { end: true }
  return 'entries' in next.value ? { part: next.value } : { shape: next.value }
}

parentPort?.on('message', (message: GlossaryAsk) => {
  answer(message).then(
    (found) => {
      if (found) parentPort?.postMessage(found)
    },
    (error: unknown) =>
      parentPort?.postMessage({
        error: (failureOf(error) ?? toAppError(error)).toShape(),
      } satisfies GlossaryAnswer),
  )
})
