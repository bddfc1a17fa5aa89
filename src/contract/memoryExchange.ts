import { z } from 'zod'
import type { TranslationUnit } from '#core/model/memory.ts'
import type { ErrorShape } from './error.ts'
import { id, ids, job, name, query } from './define.ts'
import { fileRef, type ExportedFile } from './exchange.ts'
import { MEMORY_FORMATS, MEMORY_IMPORT_FORMATS, UNIT_COLUMNS } from './formats.ts'

export const unitLayout = z.strictObject({
  /** By column, from the left. */
  columns: z.array(z.enum(UNIT_COLUMNS)).max(200),
  /** Whether the first row names the columns. */
  header: z.boolean(),
  delimiter: z.string().length(1).optional(),
})
export type UnitLayout = z.infer<typeof unitLayout>

const source = {
  from: fileRef,
  /** Left out: found out from name and bytes. */
  format: z.enum(MEMORY_IMPORT_FORMATS).optional(),
  encoding: z.string().max(40).optional(),
  table: unitLayout.optional(),
}

/** A unit that was left out or read otherwise than it stands, with its place in the file. */
export interface UnitNotice {
  code: string
  line: number | null
  column: number | null
  detail: string
}

export interface UnitPreview {
  name: string
  format: string
  /** Of TMX its version, else empty. */
  version: string
  encoding: string
  bytes: number
  /** Languages as the file writes them, with how many of the units looked at have each. */
  languages: { code: string; units: number }[]
  table: (UnitLayout & { rows: string[][] }) | null
  sample: Pick<TranslationUnit, 'source' | 'target' | 'author' | 'note' | 'createdAt'>[]
  notices: UnitNotice[]
  error: ErrorShape | null
}

export interface MemoryImportReport {
  batch: number
  memoryId: number
  read: number
  added: number
  /** Were there with the same source and target, and took over what the file says besides. */
  merged: number
  /** Said nothing new. */
  same: number
  refused: number
  notices: UnitNotice[]
  /** Of `notices` only the first hundred are carried. */
  noticeCount: number
  /** Cancelled with `keep`: what had landed by then stays. */
  cancelled: boolean
}

export const memoryExchangeContract = {
  /** Reads the beginning of the file only, whatever its size. */
  'memory.preview': query<UnitPreview>()(z.strictObject(source)),
  'memory.import': job<MemoryImportReport>()(
    z.strictObject({
      ...source,
      into: z.union([id, name]),
      /** What a cancelled import leaves: nothing, or what was read until then. */
      whenCancelled: z.enum(['nothing', 'keep']).default('nothing'),
    }),
  ),
  'memory.export': job<{ files: ExportedFile[]; units: number; notices: UnitNotice[] }>()(
    z.strictObject({
      memoryIds: ids,
      /** Only these; left out: all of the memories. */
      unitIds: ids.optional(),
      format: z.enum(MEMORY_FORMATS),
      /** Puts an apostrophe before cells a spreadsheet would take for a formula; taken off again on reading. */
      defuse: z.boolean().default(true),
      to: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('path'), path: z.string().min(1).max(4096) }),
        z.strictObject({ kind: z.literal('download') }),
      ]),
    }),
  ),
}
