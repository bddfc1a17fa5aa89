export type GlossaryId = number
export type TermId = number

export const TERM_STATUSES = ['preferred', 'admitted', 'deprecated', 'forbidden'] as const
export type TermStatus = (typeof TERM_STATUSES)[number]

/** A term of a glossary: one source expression with one target. Two targets are two terms. */
export interface Term {
  id: TermId
  glossaryId: GlossaryId
  source: string
  target: string
  status: TermStatus
  domain: string
  note: string
  /** Where the term came from: `typed`, `selection`, `sample`, a file name. */
  origin: string
  createdAt: string
  updatedAt: string
}

/** What the matcher needs of a term. */
export type MatchableTerm = Pick<Term, 'id' | 'source' | 'target' | 'status'>

/**
 * Why a stretch of text was taken for a term. `exact`: nothing stands behind it. `particle`: a particle or
 * ending does (`particle` holds it). `spacing`: the words are spaced otherwise than in the glossary.
 * `case`: Latin letters differ in case or width. `suffix`: a name suffix or unit follows (우한시 of 우한).
 */
export interface TermReason {
  kind: 'exact' | 'particle' | 'spacing' | 'case' | 'suffix'
  particle: string
}

/** A term found in a source text; `start` and `end` are UTF-16 code units of that text, without the particle. */
export interface TermHit {
  termIds: TermId[]
  start: number
  end: number
  reason: TermReason
}
