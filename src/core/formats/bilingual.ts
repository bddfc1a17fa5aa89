import type { AnnotationKind, AnnotationReply, Side } from '../model/annotation.ts'
import type { ArticleHead, ParagraphStatus } from '../model/article.ts'

/** An annotation as a hand-over shows it. `start` and `end` are UTF-16 code units of its side's text. */
export interface BilingualAnnotation {
  id: number
  side: Side
  start: number
  end: number
  quote: string
  kind: AnnotationKind
  body: string
  resolved: boolean
  orphaned: boolean
  replies: AnnotationReply[]
  createdAt: string
}

export interface BilingualParagraph {
  id: number
  /** From 1. */
  number: number
  source: string
  target: string
  status: ParagraphStatus
  locked: boolean
  annotations: BilingualAnnotation[]
}

/** What every hand-over format is written from: one article with everything that can be shown of it. */
export interface BilingualArticle {
  head: ArticleHead
  paragraphs: BilingualParagraph[]
  /** ISO time of the hand-over; given, since core has no clock. */
  exportedAt: string
}

/** Which text a document carries. `bilingual`: source and target; `target`: the translation alone. */
export type DocumentLayout = 'bilingual' | 'target'
