import type { MatchKind, TranslationUnit } from '../model/memory.ts'
import type { TermInSource } from './pieces.ts'
import { scoreUnit } from './score.ts'

const normalised = (source: string): string => source.normalize('NFC').replace(/\s+/g, ' ').trim()

/** A unit that may match, with what its memory says. */
export interface Candidate {
  unit: TranslationUnit
  /** Points taken off, 0–100. */
  penalty: number
  /** Of its memory; 0 is the weightiest. */
  priority: number
  /** Terms found in its source, for the word score; none are compared as classes where they are left out. */
  terms?: readonly TermInSource[]
}

export interface Ranked extends Candidate {
  kind: MatchKind
  /** 0–101, without the penalty. */
  score: number
  wordScore: number
}

export interface RankOptions {
  /** Similarity (0–100) under which nothing is offered; held against the score without the penalty's points. */
  floor: number
  limit: number
  /** Signatures of the sources before and after the one asked for; empty at the edge of an article. */
  previousSignature?: string
  nextSignature?: string
  /** Terms found in the text asked for, by their spans in its NFC form. */
  terms?: readonly TermInSource[]
}

/**
 * Matches in their fixed order: the same source with the same neighbours on both sides (101), the same source (100),
 * then by text similarity, each less its memory's penalty; of equal ones by word similarity, by the weight of the
 * memory, newer before older, lower id first. All targets of one source stay.
 */
export const rankMatches = (
  query: string,
  candidates: readonly Candidate[],
  { floor, limit, previousSignature, nextSignature, terms = [] }: RankOptions,
): Ranked[] => {
  const asked = normalised(query)
  return [...new Map(candidates.map((candidate) => [candidate.unit.id, candidate])).values()]
    .map((candidate): Ranked => {
      const { unit } = candidate
      const { score: text, wordScore } = scoreUnit(query, unit.source, {
        query: terms,
        source: candidate.terms ?? [],
      })
      // White space and Unicode form are no difference between sources.
      const exact = text === 100 || normalised(unit.source) === asked
      const context =
        exact &&
        previousSignature !== undefined &&
        unit.previousSignature === previousSignature &&
        unit.nextSignature === nextSignature
      return {
        ...candidate,
        kind: context ? 'context' : exact ? 'exact' : 'fuzzy',
        score: context ? 101 : exact ? 100 : text,
        wordScore: exact ? 100 : wordScore,
      }
    })
    .filter(({ score, penalty }) => score - penalty >= floor)
    .sort(
      (a, b) =>
        b.score - b.penalty - (a.score - a.penalty) ||
        b.wordScore - a.wordScore ||
        a.priority - b.priority ||
        (a.unit.updatedAt < b.unit.updatedAt ? 1 : a.unit.updatedAt > b.unit.updatedAt ? -1 : 0) ||
        a.unit.id - b.unit.id,
    )
    .slice(0, limit)
}
