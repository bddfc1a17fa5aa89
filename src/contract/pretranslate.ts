import { z } from 'zod'
import type { BandCount } from '#core/memory/bands.ts'
import { command, id, ids, job, query } from './define.ts'
import { BANDS, PROPAGATION_MODES, type Band, type PropagationMode } from './memoryWords.ts'

export { BANDS, PROPAGATION_MODES, type Band, type PropagationMode }

export type { BandCount }

export interface ArticleAnalysis {
  articleId: number
  title: string
  bands: Record<Band, BandCount>
  total: BandCount
}

export interface Analysis {
  articles: ArticleAnalysis[]
  bands: Record<Band, BandCount>
  total: BandCount
  /** Sentences inside the paragraphs of `under` and `none` that the memory knows at the floor or over. */
  sentences: { known: number; total: number }
  floor: number
}

export interface PretranslateReport {
  /** Of the paragraphs that were come to, as they stood before. */
  analysis: Analysis
  filled: number
  /** Of those filled: with a target that was repaired, put together from sentences, confirmed at once. */
  repaired: number
  assembled: number
  confirmed: number
  /** Left as they were: a translation is there, locked, or changed meanwhile. */
  left: { translated: number; locked: number; changed: number }
  /** Takes all of it back (`pretranslate.undo`). */
  run: number
  /** Stopped before its end: what was filled until then stays. */
  cancelled: boolean
}

/** Paragraphs of one source in an article or project. */
export interface RepetitionGroup {
  source: string
  paragraphs: {
    paragraphId: number
    articleId: number
    articleTitle: string
    /** From 1. */
    number: number
    target: string
    status: string
    locked: boolean
    /** The user keeps it apart: propagation leaves it alone. */
    apart: boolean
  }[]
}

export interface Propagation {
  /** Paragraphs that took the translation over. */
  paragraphIds: number[]
  articles: number
  left: { apart: number; locked: number; confirmed: number }
  /** Takes it back as one step (`pretranslate.undo`); null where nothing was changed. */
  run: number | null
}

const scope = { articleIds: ids.optional(), projectId: id.optional() }
const floor = z.int().min(30).max(100)

export const pretranslateContract = {
  /** How much of the articles the memory knows. One of `articleIds` and `projectId`. */
  'memory.analyse': job<Analysis>()(z.strictObject({ ...scope, floor: floor.default(60) })),
  'pretranslate.run': job<PretranslateReport>()(
    z.strictObject({
      ...scope,
      /** Matches under it are not taken; the memory's penalty counts. */
      floor: floor.default(75),
      /** Takes the repaired target where repairing was complete. */
      repair: z.boolean().default(true),
      /** Puts paragraphs together from their sentences where no match of the whole is good enough. */
      sentences: z.boolean().default(true),
      /** Confirms context matches. */
      confirmContext: z.boolean().default(false),
      /** Replaces drafts, too; confirmed and locked ones never. */
      overDrafts: z.boolean().default(false),
    }),
  ),
  /** Gives every paragraph a run changed its former target back, unless it was changed since. Undoing that redoes it. */
  'pretranslate.undo': command<{ run: number; changed: number; left: number }>()(z.strictObject({ run: id })),
  /** Groups of two and more, in the order of the text. One of `articleId` and `projectId`. */
  'repetition.list': query<RepetitionGroup[]>()(
    z.strictObject({ articleId: id.optional(), projectId: id.optional() }),
  ),
  /**
   * Carries a paragraph's translation to those of the same source, by the project's mode unless one is given. They
   * become drafts, in the same article too: a sentence may need other words in its other place, so somebody looks at
   * each of them.
   */
  'repetition.propagate': command<Propagation>()(
    z.strictObject({ paragraphId: id, mode: z.enum(PROPAGATION_MODES).optional() }),
  ),
  /** Keeps a paragraph apart, or no longer; without `apart` the other way from now. Gives how it is then. */
  'repetition.apart': command<{ apart: boolean }>()(
    z.strictObject({ paragraphId: id, apart: z.boolean().optional() }),
  ),
  'repetition.mode': query<PropagationMode>()(z.strictObject({ projectId: id })),
  'repetition.setMode': command<PropagationMode>()(
    z.strictObject({ projectId: id, mode: z.enum(PROPAGATION_MODES) }),
  ),
}
