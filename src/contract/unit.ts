import { z } from 'zod'
import { UNIT_SCOPES, type TranslationUnit } from '#core/model/memory.ts'
import { command, id, ids, job, lineText, query, words } from './define.ts'
import { CLEAN_KINDS, DUPLICATE_KINDS, type CleanKind } from './memoryWords.ts'

export interface UnitHistoryEntry {
  sequence: number
  source: string
  target: string
  note: string
  /** What was done to it then. */
  change: 'confirmed' | 'changed' | 'imported' | 'merged' | 'removed' | 'undone'
  at: string
}

export const UNIT_SORTS = ['updated', 'created', 'source', 'target', 'used'] as const
export type UnitSort = (typeof UNIT_SORTS)[number]

const unitFilter = {
  /** Any part of source, target or note; initial consonants find Korean words. */
  search: words(200).default(''),
  memoryIds: z.array(id).max(1000).optional(),
  scope: z.enum(UNIT_SCOPES).optional(),
  articleId: id.optional(),
  /** ISO dates (yyyy-mm-dd), both included. */
  from: z.iso.date().optional(),
  until: z.iso.date().optional(),
}

export interface UnitPage {
  units: TranslationUnit[]
  offset: number
  total: number
}

/** What a command over many units did; `unit.undo` takes it back as a whole. */
export interface UnitBatch {
  batch: number
  changed: number
}

export { CLEAN_KINDS, DUPLICATE_KINDS, type CleanKind }

const memoryIds = z.array(id).max(1000).optional()

export const unitContract = {
  'unit.list': query<UnitPage>()(
    z.strictObject({
      ...unitFilter,
      sort: z.enum(UNIT_SORTS).default('updated'),
      descending: z.boolean().default(true),
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(1000).default(200),
    }),
  ),
  /** Ids of all units a filter leaves, for commands over all of them; at most 20,000. */
  'unit.ids': query<{ ids: number[]; total: number }>()(z.strictObject(unitFilter)),
  'unit.get': query<TranslationUnit>()(z.strictObject({ id })),
  'unit.history': query<UnitHistoryEntry[]>()(z.strictObject({ id })),
  /** What is left out stays. Throws `conflict` when the unit was changed since `updatedAt`. */
  'unit.update': command<TranslationUnit>()(
    z.strictObject({
      id,
      updatedAt: z.string().max(40),
      source: lineText.min(1).optional(),
      target: lineText.optional(),
      note: words(5000).optional(),
    }),
  ),
  'unit.remove': command<UnitBatch>()(z.strictObject({ ids })),
  'unit.move': command<UnitBatch>()(z.strictObject({ ids, memoryId: id })),
  /** Makes one of several: `keep` stays with its target, the others are removed, their notes and uses added to it. */
  'unit.merge': command<UnitBatch>()(z.strictObject({ keep: id, ids })),
  /** Takes back what a batch did, as far as it stands. Undoing that gives it again. */
  'unit.undo': command<UnitBatch>()(z.strictObject({ batch: id })),
  'unit.duplicates': job<{ groups: TranslationUnit[][]; total: number }>()(
    z.strictObject({
      kind: z.enum(DUPLICATE_KINDS),
      memoryIds,
      limit: z.int().min(1).max(2000).default(500),
    }),
  ),
  /** `dry` only counts. Cancelled, it tells what was removed by then. */
  'unit.clean': job<UnitBatch & { found: Record<CleanKind, number>; cancelled: boolean }>()(
    z.strictObject({
      kinds: z.array(z.enum(CLEAN_KINDS)).min(1),
      memoryIds,
      dry: z.boolean().default(false),
    }),
  ),
}
