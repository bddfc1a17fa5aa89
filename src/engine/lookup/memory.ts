import { rankMatches } from '#core/memory/rank.ts'
import { createMatchIndex, type MatchIndex } from '#core/memory/scan.ts'
import { sourceSignature } from '#core/memory/signature.ts'
import type { MemoryMatch, TranslationUnit } from '#core/model/memory.ts'
import type { Reader } from '../db/database.ts'
import { getUnits, listUnits, unitsWithSignature } from '../db/memory.ts'
import { rest } from '../jobs/runner.ts'

export interface MemoryQuery {
  text: string
  /** Similarity 0–100. */
  floor: number
  limit: number
  /** Signatures of the neighbouring sources; left out where nothing is known of them. */
  previousSignature?: string
  nextSignature?: string
  /** Units kept of this paragraph are left out. */
  withoutParagraph?: number
}

/** The sources of the memory in memory; read at the first question, some thousands at a time. */
export interface MemoryLookup {
  find(query: MemoryQuery): Promise<MemoryMatch[]>
  /** Follows units that were committed. */
  put(units: readonly TranslationUnit[]): void
  remove(ids: readonly number[]): void
  /** Forgets all; the next question reads anew. */
  reset(): void
}

/** Units read between two rests. */
const CHUNK = 2_000

export const createMemoryLookup = (db: Reader): MemoryLookup => {
  let index: MatchIndex | null = null
  let loading: Promise<MatchIndex> | null = null

  const load = async (fresh: MatchIndex): Promise<MatchIndex> => {
    let last = 0
    for (;;) {
      const units = listUnits(db, last, CHUNK)
      for (const { id, source } of units) fresh.set(id, source)
      last = units.at(-1)?.id ?? last
      if (units.length < CHUNK) return fresh
      await rest()
      // Forgotten meanwhile: whoever waits gets what is read now.
      if (index !== fresh) return ready()
    }
  }

  const ready = (): Promise<MatchIndex> => {
    if (loading) return loading
    // Set at once, so that what is committed while it is being read gets into it.
    index = createMatchIndex()
    loading = load(index)
    loading.catch(() => reset())
    return loading
  }

  const reset = (): void => {
    index = null
    loading = null
  }

  return {
    async find({ text, floor, limit, previousSignature, nextSignature, withoutParagraph }) {
      const query = text.normalize('NFC')
      const found = (await ready()).search(query, floor, limit * 4 + 20)
      // Many units of one source would crowd out the one with the right neighbours.
      const same = unitsWithSignature(db, sourceSignature(query), 200)
      const candidates = getUnits(db, [...new Set([...same, ...found.map(({ id }) => id)])]).filter(
        ({ paragraphId }) => withoutParagraph === undefined || paragraphId !== withoutParagraph,
      )
      const context =
        previousSignature === undefined || nextSignature === undefined
          ? {}
          : { previousSignature, nextSignature }
      return rankMatches(query, candidates, { floor, limit, ...context })
    },
    put(units) {
      for (const { id, source } of units) index?.set(id, source)
    },
    remove(ids) {
      for (const id of ids) index?.remove(id)
    },
    reset,
  }
}
