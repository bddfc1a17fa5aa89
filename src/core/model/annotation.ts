import type { ArticleId, ParagraphId } from './article.ts'

export type AnnotationId = number

export const ANNOTATION_KINDS = ['term', 'name', 'number', 'question', 'fact', 'style', 'note'] as const
export type AnnotationKind = (typeof ANNOTATION_KINDS)[number]

export type Side = 'source' | 'target'

/**
 * Where a span stands in a text, said twice as in the W3C Web Annotation model: by position
 * (TextPositionSelector: UTF-16 code units, `end` exclusive) and by quotation (TextQuoteSelector:
 * the exact text with up to `CONTEXT_LENGTH` code units before and after it).
 */
export interface SpanAnchor {
  start: number
  end: number
  quote: string
  prefix: string
  suffix: string
}

/** Code units of context kept on each side of a quotation. */
export const CONTEXT_LENGTH = 32

export interface AnnotationReply {
  id: number
  body: string
  createdAt: string
}

export interface Annotation extends SpanAnchor {
  id: AnnotationId
  articleId: ArticleId
  /** The paragraph it stands in; for an orphan the paragraph it stood in last. */
  paragraphId: ParagraphId
  side: Side
  kind: AnnotationKind
  body: string
  resolved: boolean
  /** True when the quoted text can no longer be found. Orphans are shown, never dropped. */
  orphaned: boolean
  replies: AnnotationReply[]
  createdAt: string
  updatedAt: string
}
