import type { ArticleHead } from '../model/article.ts'

/** How an article is cut into paragraphs. `auto` decides by its shape; `none` makes one paragraph of it. */
export const SPLIT_REQUESTS = ['auto', 'line', 'sentence', 'none'] as const
export type SplitRequest = (typeof SPLIT_REQUESTS)[number]
export type SplitMode = Exclude<SplitRequest, 'auto'>

/** UTF-16 code units. A longer paragraph cannot be worked on in one editor line. */
export const MAX_PARAGRAPH_CODE_UNITS = 20_000
export const MAX_PARAGRAPHS = 20_000

export interface DraftParagraph {
  /** NFC, a single line. */
  source: string
  /** What came in where NFC changed it (on a single line too), else null. */
  original: string | null
}

/**
 * What a reader should know before bringing the article in. Numbers count from 1.
 * - `nfd-normalised`: `count` paragraphs were not NFC; what came in is kept with them.
 * - `invisible-characters`: `count` of them in all, kept in the text.
 * - `mixed-newlines`: lines end in more than one way.
 * - `long-paragraph`: over 2,000 code units; cutting by sentence would help.
 * - `forced-cut`: a sentence over the limit was cut at a space.
 * - `comments-dropped`, `markup-dropped`: Markdown's HTML comments and tags were left out.
 */
export type DraftWarning =
  | { code: 'nfd-normalised'; count: number }
  | { code: 'invisible-characters'; count: number }
  | { code: 'mixed-newlines' }
  | { code: 'long-paragraph'; paragraph: number; length: number }
  | { code: 'forced-cut'; paragraph: number; length: number }
  | { code: 'comments-dropped'; count: number }
  | { code: 'markup-dropped'; count: number }

/** An article as read from a file or a paste, before it is stored. */
export interface ArticleDraft {
  head: ArticleHead
  split: SplitMode
  paragraphs: DraftParagraph[]
  warnings: DraftWarning[]
}

export interface ReadOptions {
  /** Named in refusals. */
  fileName?: string
  split?: SplitRequest
}
