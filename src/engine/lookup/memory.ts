import { assembleSentences } from '#core/memory/assemble.ts'
import type { BestMatch } from '#core/memory/bands.ts'
import { completeFragments, type Fragment } from '#core/memory/fragments.ts'
import { sourceSignature } from '#core/memory/signature.ts'
import type { ConcordanceResult, FoundMatches, ParagraphMatches } from '#contract/memory.ts'
import { cutSentences } from '#core/text/segment.ts'
import type { Reader } from '../db/database.ts'
import { memoriesLookedUp } from '../db/memory.ts'
import { getParagraph, neighbourSources } from '../db/paragraph.ts'
import { termSourcesOf } from '../db/termSource.ts'
import type { ConcordanceQuery } from '../index/concordance.ts'
import type { FoundUnit } from '#core/memory/scan.ts'
import type { SearchOrder } from '../index/index-worker.ts'
import type { IndexThread } from '../index/indexThread.ts'
import { explainMatches, rankFound, type MatchQuery } from './matches.ts'
import type { TermLookup } from './terms.ts'

export type { MatchQuery }

/** What the memory has, asked of its index and read from the workspace. */
export interface MemoryLookup {
  /** The floor is lowered once, to `LOWEST`, where there is nothing at the one asked for; not with `lower: false`. */
  find(query: MatchQuery): Promise<FoundMatches>
  /** With its neighbours and its sentences. Throws `not-found`. */
  findForParagraph(
    id: number,
    options: { floor: number; limit: number; lower?: boolean },
  ): Promise<ParagraphMatches>
  /** The best match of a paragraph at the floor or over, unexplained: to count by. Throws `not-found`. */
  bestForParagraph(id: number, floor: number): Promise<BestMatch | null>
  /** How many of a text's sentences are known at the floor or over, of how many; one sentence is none. */
  sentencesKnown(
    text: string,
    floor: number,
    withoutParagraph: number,
  ): Promise<{ known: number; total: number }>
  /** Continuations of what is being typed for a paragraph. Throws `not-found`. */
  complete(paragraphId: number, typed: string, limit: number): Promise<Fragment[]>
  /** Throws `bad-input` for a regular expression that is none. */
  concordance(query: ConcordanceQuery): Promise<ConcordanceResult>
  /** Something of the memory was committed: to be called after it, by whoever did. */
  follow(): void
}

/** What the floor is lowered to where nothing is found at the one asked for. */
export const LOWEST = 40
/** Sentences are worth a look from here on, whatever the floor of whole paragraphs. */
const SENTENCE_FLOOR = 70
/** Similarity from which on what a match says may help to go on with a sentence. */
const FRAGMENT_FLOOR = 50
/** Paragraphs whose fragments are kept ready: the one that is being typed, and those around it. */
const FRAGMENTS_KEPT = 8

const signatureOf = (source: string | null): string => (source === null ? '' : sourceSignature(source))
/** More than is asked for: some of what is found may not count, or be ranked behind others of its likeness. */
const room = (limit: number): number => limit * 4 + 20
/** So many units of one source are looked at, since the one with the right neighbours may be any of them. */
const SAME = 200

export const createMemoryLookup = (db: Reader, terms: TermLookup, index: IndexThread): MemoryLookup => {
  /**
   * Points are taken off only after the search: of memories of one penalty as many are asked for as are wanted, at the
   * floor what they have must reach, or those with a penalty would crowd the others out.
   */
  const search = async (orders: readonly Omit<SearchOrder, 'memoryIds'>[]): Promise<FoundUnit[][]> => {
    const byPenalty = Map.groupBy(memoriesLookedUp(db), ({ penalty }) => penalty)
    const several = byPenalty.size > 1
    const places: number[] = []
    const asked: SearchOrder[] = []
    orders.forEach((order, place) => {
      for (const [penalty, memories] of byPenalty) {
        // Of the same text, all are wanted.
        const floor = order.floor === 100 ? 100 : order.floor + penalty
        if (floor > 100) continue
        places.push(place)
        asked.push({ ...order, floor, ...(several && { memoryIds: memories.map(({ id }) => id) }) })
      }
    })
    const found = await index.search(asked)
    const joined: FoundUnit[][] = orders.map(() => [])
    found.forEach((units, at) => joined[places[at] as number]?.push(...units))
    return joined
  }

  const find = async (query: MatchQuery): Promise<FoundMatches> => {
    const { text, floor, limit } = query
    const order = { text, floor, limit: room(limit) }
    const found = await search([order, { text, floor: 100, limit: SAME }])
    const ranked = rankFound(db, terms, query, found.flat())
    if (ranked.length > 0 || floor <= LOWEST || query.lower === false)
      return { matches: explainMatches(db, terms, query, ranked), lowered: null }
    const [lower = []] = await search([{ ...order, floor: LOWEST }])
    const under = rankFound(db, terms, { ...query, floor: LOWEST }, lower)
    return {
      matches: explainMatches(db, terms, query, under),
      lowered: under.length > 0 ? LOWEST : null,
    }
  }

  const queryFor = (id: number, floor: number, limit: number): MatchQuery => {
    const { articleId, position, source } = getParagraph(db, id)
    const projectId = termSourcesOf(db, [id])[0]?.projectId
    const around = position === null ? null : neighbourSources(db, articleId, position)
    return {
      ...{ text: source, floor, limit, withoutParagraph: id },
      ...(projectId === undefined ? {} : { projectId }),
      ...(around && {
        previousSignature: signatureOf(around.previous),
        nextSignature: signatureOf(around.next),
      }),
    }
  }

  /** The targets of what is most like a paragraph and its sentences, by paragraph. */
  const fragments = new Map<string, Promise<{ unitId: number; source: string; target: string }[]>>()

  const fragmentSources = async (id: number, source: string) => {
    const spans = cutSentences(source)
    const texts = spans.length > 1 ? spans.map(({ start, end }) => source.slice(start, end)) : []
    const orders = [source, ...texts].map((text) => ({ text, floor: FRAGMENT_FLOOR, limit: room(5) }))
    const found = await search(orders)
    return orders.flatMap(({ text }, place) =>
      rankFound(
        db,
        terms,
        { text, floor: FRAGMENT_FLOOR, limit: 5, withoutParagraph: id },
        found[place] ?? [],
      ).map(({ unit }) => ({ unitId: unit.id, source: unit.source, target: unit.target })),
    )
  }

  return {
    find,
    async findForParagraph(id, { floor, limit, lower = true }) {
      const whole = { ...queryFor(id, floor, limit), lower }
      const source = whole.text
      const spans = cutSentences(source)
      if (spans.length < 2) return { ...(await find(whole)), assembly: null }
      const sentenceFloor = Math.max(floor, SENTENCE_FLOOR)
      const orders = spans.map(({ start, end }) => ({
        text: source.slice(start, end),
        floor: sentenceFloor,
        limit: room(1),
      }))
      const [found, bySentence] = await Promise.all([find(whole), search(orders)])
      const sentences = orders.map(({ text }, place) => {
        const query: MatchQuery = { ...whole, text, floor: sentenceFloor, limit: 1 }
        delete query.previousSignature
        delete query.nextSignature
        const ranked = rankFound(db, terms, query, bySentence[place] ?? [])
        return explainMatches(db, terms, query, ranked)[0] ?? null
      })
      return { ...found, assembly: assembleSentences(spans, sentences) }
    },
    async bestForParagraph(id, floor) {
      const query = queryFor(id, floor, 1)
      const { text } = query
      const found = await search([
        { text, floor, limit: room(1) },
        { text, floor: 100, limit: SAME },
      ])
      const [best] = rankFound(db, terms, query, found.flat())
      return best ? { kind: best.kind, score: best.score - best.penalty } : null
    },
    async sentencesKnown(text, floor, withoutParagraph) {
      const spans = cutSentences(text)
      if (spans.length < 2) return { known: 0, total: 0 }
      const orders = spans.map(({ start, end }) => ({ text: text.slice(start, end), floor, limit: room(1) }))
      const found = await search(orders)
      const known = orders.filter(({ text: sentence }, place) => {
        const query = { text: sentence, floor, limit: 1, withoutParagraph }
        return rankFound(db, terms, query, found[place] ?? []).length > 0
      }).length
      return { known, total: spans.length }
    },
    async complete(paragraphId, typed, limit) {
      const { source } = getParagraph(db, paragraphId)
      const key = `${paragraphId}:${source}`
      let sources = fragments.get(key)
      if (!sources) {
        sources = fragmentSources(paragraphId, source)
        fragments.set(key, sources)
        sources.catch(() => fragments.delete(key))
        for (const old of fragments.keys()) {
          if (fragments.size <= FRAGMENTS_KEPT) break
          fragments.delete(old)
        }
      }
      return completeFragments(await sources, typed, limit)
    },
    concordance: (query) => index.concordance(query),
    follow() {
      fragments.clear()
      index.follow()
    },
  }
}
