import { z } from 'zod'
import { EXPORT_FORMATS, EXPORT_LAYOUTS, SPLIT_MODES } from './formats.ts'
import { articleHeadChange } from './article.ts'
import { id, ids, job, name, query } from './define.ts'
import type { ErrorShape } from './error.ts'
import type { ArticleHead, ArticleSummary } from '#core/model/article.ts'

/** Bytes never cross a wall: a file is named by its path, or by the id its upload was given. */
export const fileRef = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('path'), path: z.string().min(1).max(4096) }),
  z.strictObject({ kind: z.literal('upload'), id: z.string().max(100), name: z.string().max(500) }),
])
export type FileRef = z.infer<typeof fileRef>

export { EXPORT_FORMATS, EXPORT_LAYOUTS, SPLIT_MODES, type ExportFormat, type SplitMode } from './formats.ts'

/** What is brought in: a file, or text that was pasted. */
export const importItem = z.strictObject({
  from: z.discriminatedUnion('kind', [
    ...fileRef.options,
    z.strictObject({
      kind: z.literal('text'),
      text: z.string().max(64 * 1024 * 1024),
      name: z.string().max(500),
    }),
  ]),
  split: z.enum(SPLIT_MODES).default('auto'),
  /** Left out: found out from the bytes. */
  encoding: z.string().max(40).optional(),
  /** Every line of the file is an article of its own. */
  perLine: z.boolean().default(false),
})
export type ImportItem = z.infer<typeof importItem>

export interface ImportWarning {
  code: string
  detail: string
}

export interface ArticlePreview {
  head: ArticleHead
  split: 'line' | 'sentence' | 'none'
  paragraphs: number
  /** 어절 and code points, the sum over all paragraphs. */
  words: number
  characters: number
  /** The first paragraphs as they will be cut. */
  sample: string[]
  warnings: ImportWarning[]
}

/** One per item, in order. An item that cannot be read carries its error and no articles; the others stand. */
export interface ImportPreview {
  name: string
  encoding: string
  newline: string
  hadBom: boolean
  bytes: number
  articles: ArticlePreview[]
  error: ErrorShape | null
}

export interface ImportResult {
  projectId: number
  articles: ArticleSummary[]
}

export interface ExportedFile {
  name: string
  /** Empty for a download. */
  path: string
  bytes: number
  /** Set for a download: where the page fetches it; the last twenty are kept. */
  download: string | null
}

export const exchangeContract = {
  'import.preview': query<ImportPreview[]>()(z.strictObject({ items: z.array(importItem).min(1).max(500) })),
  /** All articles of all items land, or none does. */
  'import.run': job<ImportResult>()(
    z.strictObject({
      items: z
        .array(
          importItem.extend({
            /** What the user changed in the preview, by the article's place in the item. */
            heads: z.array(articleHeadChange).max(10_000).default([]),
          }),
        )
        .min(1)
        .max(500),
      /** An existing project, or the name of one to find or make. */
      project: z.union([id, name]),
    }),
  ),
  'export.run': job<{ files: ExportedFile[] }>()(
    z.strictObject({
      articleIds: ids,
      format: z.enum(EXPORT_FORMATS),
      layout: z.enum(EXPORT_LAYOUTS).default('bilingual'),
      /**
       * `path`: a file for one article (an existing folder, or a path that ends in a separator, for several).
       * `download`: the host keeps the files until the page has fetched them.
       */
      to: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('path'), path: z.string().min(1).max(4096) }),
        z.strictObject({ kind: z.literal('download') }),
      ]),
    }),
  ),
}
