import type { ArticleId, ParagraphId } from './article.ts'

export type MemoryId = number
export type UnitId = number

/** A translation unit: a source and its target, with the sources that stood before and after it. */
export interface TranslationUnit {
  id: UnitId
  memoryId: MemoryId
  source: string
  target: string
  /** Signature of the neighbouring sources when the unit was kept; empty at the edge of an article. */
  previousSignature: string
  nextSignature: string
  origin: string
  articleId: ArticleId | null
  paragraphId: ParagraphId | null
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

export interface MemoryMatch {
  unit: TranslationUnit
  kind: MatchKind
  /** 0–101. Levenshtein similarity over NFC code points, 100 only for identical sources; 101 with the same context. */
  score: number
  /** 0–100, over 어절 with particles peeled. */
  wordScore: number
  /** Word-level difference from the unit's source to the text asked for. */
  difference: DiffPart[]
}
