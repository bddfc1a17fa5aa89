import { parentPort } from 'node:worker_threads'
import Database from 'better-sqlite3'
import { AppError, type ErrorShape } from '#contract/error.ts'
import type { ConcordanceResult } from '#contract/memory.ts'
import type { FoundUnit } from '#core/memory/scan.ts'
import type { Reader } from '../db/database.ts'
import { toAppError } from '../db/errors.ts'
import { searchConcordance, type ConcordanceQuery } from './concordance.ts'
import { readIndex, type StoredIndex } from './files.ts'
import { endsWhenAsked } from '../jobs/thread.ts'
import { createIndexKeeper, type IndexKeeper } from './keeper.ts'
import { createPacker } from './packer.ts'

export interface SearchOrder {
  text: string
  floor: number
  limit: number
  /** Only in these. */
  memoryIds?: number[]
}

/** What the thread is asked. Each question but `open` and `close` names itself, and the answer names it. */
export type IndexAsk =
  /** Reads the files of the index; the workspace itself is opened by the first question, when it has been checked. */
  | { ask: 'open'; workspace: string }
  | { ask: 'search'; id: number; orders: SearchOrder[] }
  | { ask: 'concordance'; id: number; query: ConcordanceQuery }
  | { ask: 'settled'; id: number }
  /** Something was committed: what has become much is packed ahead of the next question. */
  | { ask: 'follow' }

export type IndexAnswer =
  | { id: number; found: FoundUnit[][] }
  | { id: number; concordance: ConcordanceResult }
  | { id: number; settled: { units: number; complete: boolean; segments: number } }
  | { id: number; error: ErrorShape }
  | { grown: true }

const say = (answer: IndexAnswer): void => parentPort?.postMessage(answer)

let ahead: { workspace: string; stored: StoredIndex | null } | null = null
let room: { db: Reader; keeper: IndexKeeper } | null = null
const packer = createPacker()

const opened = (): { db: Reader; keeper: IndexKeeper } => {
  if (room) return room
  if (!ahead) throw new AppError('workspace-closed', 'The index is not open.')
  const { workspace, stored } = ahead
  const db = new Database(workspace, { readonly: true, fileMustExist: true, timeout: 2_000 }) as Reader
  // The inner pages of a million units are more than SQLite keeps by itself, and each hit is on another leaf.
  db.pragma('cache_size = -12000')
  const grown = (): void => say({ grown: true })
  room = { db, keeper: createIndexKeeper(db, workspace, packer, grown, undefined, stored) }
  ahead = null
  return room
}

const concordance = (query: ConcordanceQuery): ConcordanceResult => {
  const { db: reader, keeper: kept } = opened()
  kept.follow()
  try {
    return searchConcordance(reader, kept.index, query)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    throw new AppError('bad-input', 'This is no regular expression.', {
      field: 'text',
      reason: error.message,
    })
  }
}

const answer = async (message: IndexAsk): Promise<IndexAnswer | null> => {
  switch (message.ask) {
    case 'open':
      ahead = { workspace: message.workspace, stored: readIndex(message.workspace) }
      return null
    case 'follow':
      opened().keeper.follow()
      return null
    case 'search': {
      const { keeper: kept } = opened()
      return {
        id: message.id,
        found: message.orders.map(({ text, floor, limit, memoryIds }) =>
          kept.search(text, floor, limit, memoryIds && new Set(memoryIds)),
        ),
      }
    }
    case 'concordance':
      return { id: message.id, concordance: concordance(message.query) }
    case 'settled': {
      const { keeper: kept } = opened()
      kept.follow()
      await kept.settled()
      const settled = {
        units: kept.index.size,
        complete: kept.complete,
        segments: kept.index.segments().length,
      }
      return { id: message.id, settled }
    }
  }
}

const hear = (message: IndexAsk): void => {
  answer(message).then(
    (found) => {
      if (found) say(found)
    },
    (error: unknown) => {
      if (!('id' in message)) throw error
      say({ id: message.id, error: toAppError(error).toShape() })
    },
  )
}

endsWhenAsked(hear, async () => {
  room?.keeper.close()
  await packer.end()
  room?.db.close()
})
