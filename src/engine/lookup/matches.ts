import type { MemoryMatch } from '#core/model/memory.ts'
import { rankMatches, type Candidate, type Ranked } from '#core/memory/rank.ts'
import {
  differingValues,
  repairTarget,
  touchedPlaces,
  type ComparedPair,
  type TermInSource,
} from '#core/memory/repair.ts'
import { sourceSignature } from '#core/memory/signature.ts'
import { diffWords } from '#core/text/diff.ts'
import type { Reader } from '../db/database.ts'
import { getUnits, memoriesLookedUp, titlesOf, unitsInContext } from '../db/memory.ts'
import type { FoundUnit } from '#core/memory/scan.ts'
import type { TermLookup } from './terms.ts'

export interface MatchQuery {
  text: string
  /** Similarity 0–100; held against scores less the penalty of their memory. */
  floor: number
  limit: number
  /** Whether the floor is lowered where nothing is found at it; left out: yes. */
  lower?: boolean
  /** Signatures of the neighbouring sources; left out where nothing is known of them. */
  previousSignature?: string
  nextSignature?: string
  /** Units kept of this paragraph are left out. */
  withoutParagraph?: number
  /** Whose glossaries are asked for terms that can be replaced; left out: all. */
  projectId?: number
}

/** What was found by similarity, ranked. */
export const rankFound = (
  db: Reader,
  terms: TermLookup,
  query: MatchQuery,
  found: readonly FoundUnit[],
): Ranked[] => {
  const { text, floor, limit, previousSignature, nextSignature, withoutParagraph, projectId } = query
  const memories = new Map(memoriesLookedUp(db).map((memory) => [memory.id, memory]))
  // Of a line that stands in a thousand articles the search brings a part, and maybe not the one between these neighbours.
  const inContext =
    previousSignature === undefined || nextSignature === undefined
      ? []
      : unitsInContext(db, [...memories.keys()], {
          signature: sourceSignature(text),
          previous: previousSignature,
          next: nextSignature,
        })
  const candidates = getUnits(db, [...new Set([...found.map(({ id }) => id), ...inContext])]).flatMap(
    (unit): Candidate[] => {
      if (withoutParagraph !== undefined && unit.paragraphId === withoutParagraph) return []
      const { penalty = 0, priority = 0 } = memories.get(unit.memoryId) ?? {}
      return [{ unit, penalty, priority }]
    },
  )
  const context =
    previousSignature === undefined || nextSignature === undefined ? {} : { previousSignature, nextSignature }
  return rankMatches(text.normalize('NFC'), candidates, {
    ...{ floor, limit, ...context },
    termsIn: (source) => termsIn(terms, source, projectId),
  })
}

const termsIn = (terms: TermLookup, text: string, projectId?: number): TermInSource[] =>
  terms.find(text, projectId).map((hit) => ({
    start: hit.start,
    end: hit.end,
    key: hit.termIds.toSorted((one, other) => one - other).join(),
    targets: hit.terms.filter(({ status }) => status !== 'forbidden').map(({ target }) => target),
  }))

/** Says of ranked matches why they match, what differs, and what of that can be replaced. */
export const explainMatches = (
  db: Reader,
  terms: TermLookup,
  { text, projectId }: Pick<MatchQuery, 'text' | 'projectId'>,
  ranked: readonly Ranked[],
): MemoryMatch[] => {
  if (ranked.length === 0) return []
  const to = text.normalize('NFC')
  const toTerms = termsIn(terms, to, projectId)
  const names = new Map(memoriesLookedUp(db).map(({ id, name }) => [id, name]))
  const titles = titlesOf(
    db,
    ranked.flatMap(({ unit }) => unit.articleId ?? []),
  )
  return ranked.map(({ unit, kind, score, wordScore, penalty }): MemoryMatch => {
    const from = unit.source
    const facts = {
      ...{ unit, kind, score, wordScore, penalty },
      difference: diffWords(from, to),
      memoryName: names.get(unit.memoryId) ?? '',
      articleTitle: titles.get(unit.articleId ?? 0) ?? '',
    }
    if (kind !== 'fuzzy') return { ...facts, values: [], touched: [], repair: null }
    const fromTerms = termsIn(terms, from, projectId)
    const pair: ComparedPair = { from, to, target: unit.target, fromTerms, toTerms }
    return {
      ...facts,
      values: differingValues(pair),
      touched: touchedPlaces(pair),
      repair: repairTarget(pair),
    }
  })
}
