import { z } from 'zod'
import {
  PARAGRAPH_STATUSES,
  REVISION_ORIGINS,
  type ArticleSummary,
  type Paragraph,
  type ParagraphRevision,
} from '#core/model/article.ts'
import type { Annotation } from '#core/model/annotation.ts'
import { command, id, ids, lineText, offset, query, revision, text, words } from './define.ts'

export interface ArticleDetail {
  article: ArticleSummary
  paragraphs: Paragraph[]
  annotations: Annotation[]
  /** Where the caret was when the article was last left. */
  place: { paragraphId: number; offset: number } | null
}

export interface ArticleHit {
  articleId: number
  /** What was found, with some text around it; empty where the title or outlet was found. */
  snippet: string
  side: 'head' | 'source' | 'target'
  /** The first paragraph that holds it; null where the head does. */
  paragraphId: number | null
  /** How many paragraphs hold it. */
  count: number
}

/** A save that was refused because somebody else saved first. Both texts are in the paragraph's history. */
export interface SaveConflict {
  id: number
  yours: string
  current: Paragraph
}

export interface SaveResult {
  saved: Paragraph[]
  conflicts: SaveConflict[]
  /** Paragraphs that were not written because they are locked. */
  locked: number[]
  savedAt: string
}

/** What a change of an article's structure leaves behind: everything the window has to draw again. */
export interface StructureResult {
  paragraphs: Paragraph[]
  annotations: Annotation[]
}

/** `2026-02-30` reads as a date and is none. */
const isDay = (date: string): boolean => new Date(`${date}T00:00:00Z`).toJSON()?.slice(0, 10) === date

export const articleHeadChange = z.strictObject({
  title: words(500)
    .refine((value) => !/[\n\r]/.test(value), { message: 'contains a line break' })
    .optional(),
  headline: words(500)
    .refine((value) => !/[\n\r]/.test(value), { message: 'contains a line break' })
    .optional(),
  outlet: words(200).optional(),
  byline: words(200).optional(),
  dateline: z
    .string()
    .regex(/^(\d{4}-\d{2}-\d{2})?$/)
    .refine((date) => date === '' || isDay(date), { message: 'is no day of the calendar' })
    .optional(),
  sourceUrl: words(2000).optional(),
  note: text.optional(),
})

export const articleContract = {
  'article.list': query<ArticleSummary[]>()(
    z.strictObject({ projectId: id.optional(), trashed: z.boolean().default(false) }),
  ),
  /** Articles whose head, or one of whose paragraphs on one side, holds every word (NFC, without case). At most one hit an article. */
  'article.search': query<ArticleHit[]>()(z.strictObject({ text: z.string().min(1).max(200) })),
  'article.get': query<ArticleDetail>()(z.strictObject({ id })),
  'article.update': command<ArticleSummary>()(z.strictObject({ id, head: articleHeadChange })),
  'article.move': command<null>()(z.strictObject({ ids, projectId: id })),
  'article.trash': command<null>()(z.strictObject({ ids })),
  'article.restore': command<null>()(z.strictObject({ ids })),
  /** Remembers where the caret is. */
  'article.place': command<null>()(z.strictObject({ id, paragraphId: id, offset })),

  'paragraph.save': command<SaveResult>()(
    z.strictObject({
      edits: z
        .array(
          z.strictObject({
            id,
            target: lineText,
            /** The revision this text was based on. */
            baseRevision: revision,
            /** Left out: `draft` (or `untranslated` where the target is empty). */
            status: z.enum(PARAGRAPH_STATUSES).optional(),
            origin: z.enum(REVISION_ORIGINS).default('typed'),
          }),
        )
        .min(1)
        .max(20_000),
    }),
  ),
  'paragraph.lock': command<Paragraph[]>()(z.strictObject({ ids, locked: z.boolean() })),
  /**
   * Replaces a run of neighbouring paragraphs by another run: split, join, and the undo of both. Refused
   * (`content-changed`) unless both runs hold the same source and target text, white space aside. An `id` in
   * `after` keeps (or brings back) that paragraph; null makes a new one. Paragraphs left out are set aside with
   * their history. Annotations are anchored again.
   */
  'paragraph.restructure': command<StructureResult>()(
    z.strictObject({
      articleId: id,
      before: z
        .array(z.strictObject({ id, baseRevision: revision }))
        .min(1)
        .max(100),
      after: z
        .array(
          z.strictObject({
            id: id.nullable(),
            source: lineText,
            target: lineText,
            status: z.enum(PARAGRAPH_STATUSES),
          }),
        )
        .min(1)
        .max(100),
      origin: z.enum(['split', 'join']),
    }),
  ),
  'paragraph.editSource': command<StructureResult>()(
    z.strictObject({ id, source: lineText.min(1), baseRevision: revision }),
  ),
  'paragraph.history': query<ParagraphRevision[]>()(z.strictObject({ id })),
  /** Brings an earlier target back as a new revision. */
  'paragraph.revert': command<SaveResult>()(z.strictObject({ id, sequence: id, baseRevision: revision })),
}
