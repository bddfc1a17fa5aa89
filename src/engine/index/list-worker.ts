import { parentPort } from 'node:worker_threads'
import Database from 'better-sqlite3'
import type { ErrorShape } from '#contract/error.ts'
import type { Reader } from '../db/database.ts'
import { toAppError } from '../db/errors.ts'
import { endsWhenAsked } from '../jobs/thread.ts'
import {
  dirtyIds,
  duplicateIds,
  listUnitIds,
  stateOfUnits,
  type UnitFilter,
  type UnitOrder,
} from '../db/unitList.ts'

export type ListQuestion =
  | { ask: 'list'; filter: UnitFilter; order: UnitOrder; offset: number; limit: number }
  | { ask: 'duplicates'; kind: 'same' | 'targets'; memoryIds?: number[]; limit: number }
  | { ask: 'dirty'; kinds: ('empty' | 'same' | 'no-hangul')[]; memoryIds?: number[] }

export type ListAsk = { ask: 'open'; workspace: string } | (ListQuestion & { id: number })

export type ListResult =
  | { ids: number[]; total: number }
  | { groups: number[][]; total: number }
  | { dirty: Record<'empty' | 'same' | 'no-hangul', number[]> }

export type ListAnswer = { id: number } & (ListResult | { error: ErrorShape })

/** Lists that are kept: a page of one of them is a slice. */
const KEPT = 6

let db: Reader | null = null
const lists = new Map<string, Int32Array>()

const listFor = (reader: Reader, filter: UnitFilter, order: UnitOrder): Int32Array => {
  const key = JSON.stringify([filter, order, stateOfUnits(reader)])
  const there = lists.get(key)
  lists.delete(key)
  const list = there ?? listUnitIds(reader, filter, order)
  lists.set(key, list)
  for (const old of lists.keys()) {
    if (lists.size <= KEPT) break
    lists.delete(old)
  }
  return list
}

const answer = (reader: Reader, question: ListQuestion): ListResult => {
  if (question.ask === 'duplicates') return duplicateIds(reader, question.kind, question)
  if (question.ask === 'dirty') return { dirty: dirtyIds(reader, question.kinds, question.memoryIds) }
  const list = listFor(reader, question.filter, question.order)
  const ids = Array.from(list.subarray(question.offset, question.offset + question.limit))
  return { ids, total: list.length }
}

const hear = (message: ListAsk): void => {
  if (message.ask === 'open') {
    db = new Database(message.workspace, { readonly: true, fileMustExist: true, timeout: 2_000 }) as Reader
    return
  }
  const { id } = message
  try {
    if (!db) throw new Error('The thread of lists is not open.')
    parentPort?.postMessage({ id, ...answer(db, message) } satisfies ListAnswer)
  } catch (error) {
    parentPort?.postMessage({ id, error: toAppError(error).toShape() } satisfies ListAnswer)
  }
}

endsWhenAsked(hear, () => void db?.close())
