export type GlossaryId = number
export type TermId = number

export const TERM_STATUSES = ['preferred', 'admitted', 'deprecated', 'forbidden'] as const
export type TermStatus = (typeof TERM_STATUSES)[number]

/** Of the Korean. `name` is a proper noun. Empty: not said. */
export const PARTS_OF_SPEECH = ['', 'noun', 'name', 'verb', 'adjective', 'other'] as const
export type PartOfSpeech = (typeof PARTS_OF_SPEECH)[number]

/** A term of a glossary: one source expression with one target. Two targets are two terms. */
export interface Term {
  id: TermId
  glossaryId: GlossaryId
  source: string
  /** Other spellings of the source, found as it is: Hanja, abbreviations, older or foreign forms. */
  variants: string[]
  target: string
  partOfSpeech: PartOfSpeech
  status: TermStatus
  domain: string
  definition: string
  note: string
  /** Where it is documented: an http(s) address, or empty. */
  url: string
  /** Where the term came from: `typed`, `selection`, `harvest`, `sample`, a file name. */
  origin: string
  createdAt: string
  updatedAt: string
}

/** All of a term that a user says, and an exchange format carries. */
export type TermContent = Pick<
  Term,
  'source' | 'variants' | 'target' | 'partOfSpeech' | 'status' | 'domain' | 'definition' | 'note' | 'url'
>

/** What the matcher needs of a term. */
export type MatchableTerm = Pick<Term, 'id' | 'source' | 'target' | 'status'> &
  Partial<Pick<Term, 'variants' | 'partOfSpeech' | 'glossaryId'>>

/**
 * Why a stretch of text was taken for a term. `exact`: nothing stands behind it. `particle`: a particle or
 * ending does (`particle` holds it). `spacing`: the words are spaced otherwise than in the glossary.
 * `case`: Latin letters differ in case or width. `suffix`: a name suffix or unit follows (우한시 of 우한).
 * `variant`: another spelling of the term stands there (`spelling` holds it as the glossary has it: 武漢, 연준).
 * `verb`: a form of the verb the term names (추진했다 of 추진하다); `particle` holds its ending.
 */
export interface TermReason {
  kind: 'exact' | 'particle' | 'spacing' | 'case' | 'suffix' | 'variant' | 'verb'
  particle: string
  spelling?: string
}

/** A term found in a source text; `start` and `end` are UTF-16 code units of that text, without the particle. */
export interface TermHit {
  termIds: TermId[]
  start: number
  end: number
  reason: TermReason
}

/**
 * How far a wrong hit is refused. `place`: these words here. `article`: this spelling in the article. `always`: this
 * spelling in this very word (선전 in 선전에), everywhere.
 */
export const REFUSAL_SCOPES = ['place', 'article', 'always'] as const
export type RefusalScope = (typeof REFUSAL_SCOPES)[number]
