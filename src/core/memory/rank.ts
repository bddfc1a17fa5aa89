import type { MatchKind, TranslationUnit } from '../model/memory.ts'
import type { TermInSource } from './pieces.ts'
import { similarity } from '../text/similarity.ts'
import { wordScorer } from './score.ts'

const normalised = (source: string): string => source.normalize('NFC').replace(/\s+/g, ' ').trim()

/** A unit that may match, with what its memory says. */
export interface Candidate {
  unit: TranslationUnit
  /** Points taken off, 0–100. */
  penalty: number
  /** Of its memory; 0 is the weightiest. */
  priority: number
}

export interface Ranked extends Candidate {
  kind: MatchKind
  /** 0–101, without the penalty. */
  score: number
  wordScore: number
}

/** A match whose words have not been compared yet. */
interface Scored {
  candidate: Candidate
  kind: MatchKind
  score: number
}

export interface RankOptions {
  /** Similarity (0–100) under which nothing is offered; held against the score without the penalty's points. */
  floor: number
  limit: number
  /** Signatures of the sources before and after the one asked for; empty at the edge of an article. */
  previousSignature?: string
  nextSignature?: string
  /** Finds the terms of an NFC text, for the word score; asked of few sources. Left out: no terms are known. */
  termsIn?: (text: string) => readonly TermInSource[]
}

/**
 * Matches in their fixed order: the same source with the same neighbours on both sides (101), the same source (100),
 * then by text similarity, each less its memory's penalty; of equal ones by word similarity, by the weight of the
 * memory, newer before older, lower id first. All targets of one source stay.
 */
export const rankMatches = (
  query: string,
  candidates: readonly Candidate[],
  { floor, limit, previousSignature, nextSignature, termsIn = () => [] }: RankOptions,
): Ranked[] => {
  const asked = normalised(query)
  const nfc = query.normalize('NFC')
  let compare: ReturnType<typeof wordScorer> | null = null
  const wordScores = new Map<Candidate, number>()
  /** Words are compared for what is shown and for what ties, a few of all candidates. */
  const wordScoreOf = (match: Scored): number => {
    if (match.kind !== 'fuzzy') return 100
    const known = wordScores.get(match.candidate)
    if (known !== undefined) return known
    compare ??= wordScorer({ text: nfc, terms: termsIn(nfc) })
    const source = match.candidate.unit.source.normalize('NFC')
    const score = compare({ text: source, terms: termsIn(source) })
    wordScores.set(match.candidate, score)
    return score
  }
  return [...new Map(candidates.map((candidate) => [candidate.unit.id, candidate])).values()]
    .map((candidate): Scored => {
      const { unit } = candidate
      const text = similarity(query, unit.source)
      // White space and Unicode form are no difference between sources.
      const exact = text === 100 || normalised(unit.source) === asked
      const context =
        exact &&
        previousSignature !== undefined &&
        unit.previousSignature === previousSignature &&
        unit.nextSignature === nextSignature
      return {
        candidate,
        kind: context ? 'context' : exact ? 'exact' : 'fuzzy',
        score: context ? 101 : exact ? 100 : text,
      }
    })
    .filter(({ score, candidate: { penalty } }) => score - penalty >= floor)
    .sort((one, other) => {
      const [a, b] = [one.candidate, other.candidate]
      return (
        other.score - b.penalty - (one.score - a.penalty) ||
        wordScoreOf(other) - wordScoreOf(one) ||
        a.priority - b.priority ||
        (a.unit.updatedAt < b.unit.updatedAt ? 1 : a.unit.updatedAt > b.unit.updatedAt ? -1 : 0) ||
        a.unit.id - b.unit.id
      )
    })
    .slice(0, limit)
    .map((match) => ({
      ...match.candidate,
      kind: match.kind,
      score: match.score,
      wordScore: wordScoreOf(match),
    }))
}
