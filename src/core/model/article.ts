/** Row ids are positive integers given by the database; an id is never used twice. */
export type ProjectId = number
export type ArticleId = number
export type ParagraphId = number

export interface Project {
  id: ProjectId
  name: string
  /** Article count without those in the trash. */
  articles: number
  createdAt: string
  updatedAt: string
  trashedAt: string | null
}

/**
 * `untranslated`: no target yet. `draft`: a target somebody is working on.
 * `confirmed`: the translator stands by it; it has become a unit of the memory.
 */
export const PARAGRAPH_STATUSES = ['untranslated', 'draft', 'confirmed'] as const
export type ParagraphStatus = (typeof PARAGRAPH_STATUSES)[number]

/** What is known about an article besides its text. Empty strings stand for "not known". */
export interface ArticleHead {
  title: string
  outlet: string
  byline: string
  /** The title in English; '' while there is none. */
  headline: string
  /** ISO date (yyyy-mm-dd), or empty. Relative dates in the text are counted from it. */
  dateline: string
  sourceUrl: string
  note: string
}

export interface ArticleSummary extends ArticleHead {
  id: ArticleId
  projectId: ProjectId
  paragraphs: number
  /** Paragraphs with a target, confirmed ones included. */
  translated: number
  confirmed: number
  createdAt: string
  updatedAt: string
  trashedAt: string | null
}

export interface Paragraph {
  id: ParagraphId
  /** Place in the article, from 0, dense. What a user sees as the number is `position + 1`. */
  position: number
  /** NFC. No line breaks. */
  source: string
  /** No line breaks. */
  target: string
  status: ParagraphStatus
  locked: boolean
  /** Grows by one with every change of source, target, status or lock. A save names the one it was based on. */
  revision: number
  updatedAt: string
}

/** What gave a paragraph its target: shown in its history. */
export const REVISION_ORIGINS = [
  'typed',
  'match',
  'term',
  'propagation',
  'import',
  'split',
  'join',
  'restore',
  'source-edit',
  'conflict',
] as const
export type RevisionOrigin = (typeof REVISION_ORIGINS)[number]

/** One row of a paragraph's history. Rows are added and never changed; `sequence` orders them, not the clock. */
export interface ParagraphRevision {
  sequence: number
  paragraphId: ParagraphId
  revision: number
  source: string
  target: string
  status: ParagraphStatus
  origin: RevisionOrigin
  at: string
}
