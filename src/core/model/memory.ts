import type { ArticleId, ParagraphId } from './article.ts'

export type MemoryId = number
export type UnitId = number

/** `paragraph`: a whole paragraph, or what a file gave as one unit. `sentence`: cut out of a confirmed paragraph. */
export const UNIT_SCOPES = ['paragraph', 'sentence'] as const
export type UnitScope = (typeof UNIT_SCOPES)[number]

/** A translation unit: a source and its target, with the sources that stood before and after it. */
export interface TranslationUnit {
  id: UnitId
  memoryId: MemoryId
  /** NFC. No line breaks. */
  source: string
  target: string
  scope: UnitScope
  /** Signature of the neighbouring sources when the unit was kept; empty at the edge of an article. */
  previousSignature: string
  nextSignature: string
  /** Where it comes from: `confirmed`, or the name of the file. */
  origin: string
  /** Who wrote it, as the file says; empty where nobody is named. */
  author: string
  note: string
  articleId: ArticleId | null
  paragraphId: ParagraphId | null
  /** How often it was taken over into a translation. */
  useCount: number
  createdAt: string
  updatedAt: string
}

/** `context`: same source and same neighbours (101). `exact`: same source (100). `fuzzy`: the rest. */
export type MatchKind = 'context' | 'exact' | 'fuzzy'

/** One piece of a difference. `from` is what the match has and the text has not, `to` the reverse. */
export interface DiffPart {
  kind: 'same' | 'from' | 'to'
  text: string
}

/** A stretch of a text, UTF-16 code units. */
export interface TextSpan {
  start: number
  end: number
}

/** What differs between two sources and can be carried into the target by rule. */
export type ReplacementKind = 'amount' | 'number' | 'percentage' | 'date' | 'name' | 'term'

/** A value of the match's source for which the text has another one. */
export interface ValueDifference {
  kind: ReplacementKind
  /** As they stand in the unit's source and in the text; empty where one side has none. */
  from: string
  to: string
}

/** A value replaced in the target, with what it follows from in the sources. */
export interface Replacement extends ValueDifference {
  /** As it stood in the unit's target, and as it stands in the repaired one. */
  targetFrom: string
  targetTo: string
  /** In the unit's target. */
  was: TextSpan
  /** In the repaired target. */
  now: TextSpan
}

/** A unit's target with what differs between the sources already replaced. */
export interface Repair {
  target: string
  /** In the order of the target. */
  replacements: Replacement[]
  /** Whether nothing differs between the sources but what was replaced. */
  complete: boolean
}

export interface MemoryMatch {
  unit: TranslationUnit
  kind: MatchKind
  /**
   * 0–101. Levenshtein similarity over NFC code points, 100 only for identical sources; 101 with the same context.
   * The memory's penalty is not taken off here.
   */
  score: number
  /** 0–100, over 어절 with particles peeled, numbers and known terms compared as classes. */
  wordScore: number
  /** Points taken off for the ranking, as the memory says; 0–100. */
  penalty: number
  /** Word-level difference from the unit's source to the text asked for. */
  difference: DiffPart[]
  /** Numbers, amounts and dates of the sources that differ. */
  values: ValueDifference[]
  /** Places of the unit's target that the difference most likely touches. */
  touched: TextSpan[]
  /** Null where nothing can be replaced by rule. */
  repair: Repair | null
  memoryName: string
  /** Of the article it was confirmed in; empty where there is none. */
  articleTitle: string
}

/** A sentence of a paragraph with what the memory has for it. */
export interface SentenceMatch {
  /** In the paragraph's source. */
  start: number
  end: number
  /** The best one; null where there is none at the floor. */
  match: MemoryMatch | null
  /** Where its translation stands in the assembled target; for a gap, where it is missing. */
  target: TextSpan
}

/** A translation of a paragraph put together from those of its sentences. */
export interface Assembly {
  sentences: SentenceMatch[]
  /** The translations (repaired where that is complete) in the order of the source, `GAP` where there is none. */
  target: string
  /** 0–100: the scores of the sentences, each weighing as its length; a gap counts nothing. */
  score: number
  /** How many sentences have a translation. */
  covered: number
}
