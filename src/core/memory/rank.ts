import type { MemoryMatch, TranslationUnit } from '../model/memory.ts'
import { diffWords } from '../text/diff.ts'
import { scoreUnit } from './score.ts'

const normalised = (source: string): string => source.normalize('NFC').replace(/\s+/g, ' ').trim()

export interface RankOptions {
  /** Similarity (0–100) under which nothing is offered. */
  floor: number
  limit: number
  /** Signatures of the sources before and after the one asked for; empty at the edge of an article. */
  previousSignature?: string
  nextSignature?: string
}

/**
 * Matches in their fixed order: the same source with the same neighbours on both sides (101), the same source (100),
 * then by text similarity, by word similarity, newer before older, lower id first. All targets of one source stay.
 */
export const rankMatches = (
  query: string,
  candidates: readonly TranslationUnit[],
  { floor, limit, previousSignature, nextSignature }: RankOptions,
): MemoryMatch[] => {
  const asked = normalised(query)
  return [...new Map(candidates.map((unit) => [unit.id, unit])).values()]
    .map((unit): MemoryMatch => {
      const { score: text, wordScore } = scoreUnit(query, unit.source)
      // White space and Unicode form are no difference between sources.
      const exact = text === 100 || normalised(unit.source) === asked
      const context =
        exact &&
        previousSignature !== undefined &&
        unit.previousSignature === previousSignature &&
        unit.nextSignature === nextSignature
      return {
        unit,
        kind: context ? 'context' : exact ? 'exact' : 'fuzzy',
        score: context ? 101 : exact ? 100 : text,
        wordScore: exact ? 100 : wordScore,
        difference: [],
      }
    })
    .filter((match) => match.score >= floor)
    .sort(
      (a, b) =>
        b.score - a.score ||
        b.wordScore - a.wordScore ||
        (a.unit.updatedAt < b.unit.updatedAt ? 1 : a.unit.updatedAt > b.unit.updatedAt ? -1 : 0) ||
        a.unit.id - b.unit.id,
    )
    .slice(0, limit)
    .map((match) => ({ ...match, difference: diffWords(match.unit.source, query) }))
}
