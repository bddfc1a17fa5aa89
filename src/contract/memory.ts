import { z } from 'zod'
import type { Assembly, MemoryMatch, TextSpan, TranslationUnit } from '#core/model/memory.ts'
import { command, id, ids, job, name, nothing, query, words } from './define.ts'
import { MEMORY_ROLES, type MemoryRole } from './memoryWords.ts'

export { MEMORY_ROLES, type MemoryRole }

export interface Memory {
  id: number
  name: string
  note: string
  units: number
  role: MemoryRole
  /** From 0, the weightiest first: of equal matches, the one of the weightier memory stands before. */
  priority: number
  /** Points taken off the score of its matches when they are ranked and held against the floor; 0–100. */
  penalty: number
  createdAt: string
  /** When it was put in the trash; null for one in use. */
  removedAt: string | null
}

/** Matches of a text, in their fixed order. */
export interface FoundMatches {
  matches: MemoryMatch[]
  /** The floor that was gone down to because nothing was found at the one asked for; null where it was not. */
  lowered: number | null
}

export interface ParagraphMatches extends FoundMatches {
  /** Null where the paragraph is one sentence, or none of its sentences is known. */
  assembly: Assembly | null
}

/** A unit with the places of what was searched for. */
export interface ConcordanceHit {
  unit: TranslationUnit
  memoryName: string
  articleTitle: string
  /** UTF-16 code units. */
  source: TextSpan[]
  target: TextSpan[]
}

export interface ConcordanceResult {
  /** The latest first. */
  hits: ConcordanceHit[]
  /** How many units there are in all; null where not all were looked at. */
  total: number | null
  /** No more than so many of them, as the index knows; null for a regular expression, and for later pages. */
  atMost: number | null
  /** Units looked at so far, of how many: less than all where a search was given up for time. */
  looked: number
  of: number
  /** To be given as `before` for the next hits; null where there are none. */
  next: number | null
}

const floor = z.int().min(1).max(100).default(60)
const limit = z.int().min(1).max(100).default(9)
const memoryIds = z.array(id).max(1000).optional()

export const memoryContract = {
  /** In the order of their priority; `removed`: those in the trash. */
  'memory.list': query<Memory[]>()(z.strictObject({ removed: z.boolean().default(false) })),
  'memory.add': command<Memory>()(z.strictObject({ name, note: words(5000).default('') })),
  /** `role: 'write'` takes the role from the memory that had it, which is read from then on. */
  'memory.update': command<Memory>()(
    z.strictObject({
      id,
      name: name.optional(),
      note: words(5000).optional(),
      role: z.enum(MEMORY_ROLES).optional(),
      penalty: z.int().min(0).max(100).optional(),
    }),
  ),
  /** Gives the order of priority; memories that are not named come after, as they were. */
  'memory.order': command<Memory[]>()(z.strictObject({ ids })),
  /** Puts it in the trash, out of every look-up. Refused for the one that is written to. */
  'memory.remove': command<null>()(z.strictObject({ id })),
  'memory.restore': command<Memory>()(z.strictObject({ id })),
  /** Moves all units of `id` into `into`, with their history; units that say the same are made one. Cancelled, it tells what was moved by then. */
  'memory.merge': job<{ moved: number; merged: number; batch: number; cancelled: boolean }>()(
    z.strictObject({ id, into: id }),
  ),

  'memory.find': query<FoundMatches>()(
    z.strictObject({
      text: words(100_000).min(1),
      floor,
      limit,
      /** Whether the floor is lowered where nothing is found at it. */
      lower: z.boolean().default(true),
    }),
  ),
  /**
   * Resolves when everything committed by then can be found: an index that is new, or was left behind, takes seconds a
   * million units. Until then look-ups find what is true, but maybe not all of it.
   */
  'memory.ready': query<{ units: number; complete: boolean }>()(nothing),
  /** Matches for a paragraph, its neighbours taken for context. Its own unit is left out. */
  'memory.findForParagraph': query<ParagraphMatches>()(z.strictObject({ id, floor, limit })),
  /** Says that a unit was taken over into a translation. */
  'memory.used': command<null>()(z.strictObject({ unitId: id })),
  /**
   * Continuations of what is being typed, from targets of matches of this paragraph and of the memory: whole phrases,
   * best first.
   */
  'memory.complete': query<{ text: string; unitId: number; source: string }[]>()(
    z.strictObject({ paragraphId: id, typed: words(200).min(1), limit: z.int().min(1).max(20).default(6) }),
  ),
  'memory.concordance': query<ConcordanceResult>()(
    z.strictObject({
      text: words(500).min(1),
      side: z.enum(['both', 'source', 'target']).default('both'),
      /** The text is a regular expression (ECMAScript, `iu`). Throws `bad-input` where it is none. */
      regex: z.boolean().default(false),
      /** 경제 성장률 finds 경제성장률, and the reverse. */
      ignoreSpaces: z.boolean().default(true),
      /** 우한시는 finds 우한시의. */
      ignoreParticles: z.boolean().default(false),
      memoryIds,
      articleId: id.optional(),
      from: z.iso.date().optional(),
      until: z.iso.date().optional(),
      limit: z.int().min(1).max(1000).default(200),
      before: z.int().min(1).optional(),
    }),
  ),
}
