import { assembleSentences } from '#core/memory/assemble.ts'
import { createMatchIndex, type FoundUnit, type MatchIndex } from '#core/memory/scan.ts'
import { sourceSignature } from '#core/memory/signature.ts'
import type { FoundMatches, ParagraphMatches } from '#contract/memory.ts'
import type { TranslationUnit } from '#core/model/memory.ts'
import { cutSentences } from '#core/text/segment.ts'
import type { Reader } from '../db/database.ts'
import { listSources } from '../db/memory.ts'
import { getParagraph, neighbourSources } from '../db/paragraph.ts'
import { rest } from '../jobs/runner.ts'
import { explainMatches, rankFound, type MatchQuery } from './matches.ts'
import type { TermLookup } from './terms.ts'

export type { MatchQuery }

/** The sources of the memory in memory; read at the first question, some thousands at a time. */
export interface MemoryLookup {
  /** Throws nothing for want of matches: the floor is lowered once, to `LOWEST`, where there are none. */
  find(query: MatchQuery): Promise<FoundMatches>
  /** With its neighbours and its sentences. Throws `not-found`. */
  findForParagraph(id: number, options: { floor: number; limit: number }): Promise<ParagraphMatches>
  /** Follows units that were committed. */
  put(units: readonly TranslationUnit[]): void
  remove(ids: readonly number[]): void
  /** Forgets all; the next question reads anew. */
  reset(): void
}

/** What the floor is lowered to where nothing is found at the one asked for. */
export const LOWEST = 40
/** Units read between two rests. */
const CHUNK = 2_000

const signatureOf = (source: string | null): string => (source === null ? '' : sourceSignature(source))

export const createMemoryLookup = (db: Reader, terms: TermLookup): MemoryLookup => {
  let index: MatchIndex | null = null
  let loading: Promise<MatchIndex> | null = null

  const load = async (fresh: MatchIndex): Promise<MatchIndex> => {
    let last = 0
    for (;;) {
      const units = listSources(db, last, CHUNK)
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

  const search = async (text: string, floor: number, limit: number): Promise<FoundUnit[]> =>
    (await ready()).search(text.normalize('NFC'), floor, limit * 4 + 20)

  const find = async (query: MatchQuery): Promise<FoundMatches> => {
    const { text, floor, limit } = query
    const ranked = rankFound(db, query, await search(text, floor, limit))
    if (ranked.length > 0 || floor <= LOWEST)
      return { matches: explainMatches(db, terms, query, ranked), lowered: null }
    const lower = { ...query, floor: LOWEST }
    const under = rankFound(db, lower, await search(text, LOWEST, limit))
    return {
      matches: explainMatches(db, terms, query, under),
      lowered: under.length > 0 ? LOWEST : null,
    }
  }

  return {
    find,
    async findForParagraph(id, { floor, limit }) {
      const { articleId, position, source } = getParagraph(db, id)
      const around = position === null ? null : neighbourSources(db, articleId, position)
      const found = await find({
        text: source,
        floor,
        limit,
        withoutParagraph: id,
        ...(around && {
          previousSignature: signatureOf(around.previous),
          nextSignature: signatureOf(around.next),
        }),
      })
      const spans = cutSentences(source)
      if (spans.length < 2) return { ...found, assembly: null }
      const sentences = await Promise.all(
        spans.map(async ({ start, end }) => {
          const text = source.slice(start, end)
          const query = { text, floor, limit: 1, withoutParagraph: id }
          const ranked = rankFound(db, query, await search(text, floor, 1))
          return explainMatches(db, terms, query, ranked)[0] ?? null
        }),
      )
      return { ...found, assembly: assembleSentences(spans, sentences) }
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
