import { z } from 'zod'
import type { MemoryMatch, TranslationUnit } from '#core/model/memory.ts'
import { command, id, ids, nothing, query } from './define.ts'

export interface Memory {
  id: number
  name: string
  units: number
}

const floor = z.int().min(1).max(100).default(60)
const limit = z.int().min(1).max(100).default(9)

export const memoryContract = {
  'memory.list': query<Memory[]>()(nothing),
  'memory.find': query<MemoryMatch[]>()(
    z.strictObject({ text: z.string().min(1).max(100_000), floor, limit }),
  ),
  /** Matches for a paragraph, its neighbours taken for context. Its own unit is left out. */
  'memory.findForParagraph': query<MemoryMatch[]>()(z.strictObject({ id, floor, limit })),
  /** Units whose source or target holds the text, newest first. An empty text lists all. */
  'memory.search': query<{ units: TranslationUnit[]; total: number }>()(
    z.strictObject({
      text: z.string().max(200).default(''),
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(1000).default(200),
    }),
  ),
  'memory.remove': command<null>()(z.strictObject({ ids })),
  'memory.restore': command<null>()(z.strictObject({ ids })),
}
