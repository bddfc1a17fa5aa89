import type { TmxHeader } from '#core/formats/tmx/read.ts'
import type { WrittenUnit } from '#core/formats/tmx/write.ts'
import type { Reader } from './database.ts'
import { SEEN } from './memory.ts'
import { idList, rows, value, values } from './statement.ts'

const WRITTEN = `unit.id, unit.source, unit.target, unit.author, unit.note, unit.created_at AS createdAt,
  unit.updated_at AS updatedAt, unit.use_count AS useCount, unit.scope,
  unit.previous_signature AS previousSignature, unit.next_signature AS nextSignature, unit.props`

/** Units of memories as they are written, with ids above `after` up to `last`, ascending. */
export const writtenUnits = (
  db: Reader,
  memoryIds: readonly number[],
  { after, last }: { after: number; last: number },
): WrittenUnit[] =>
  rows(
    db,
    `SELECT ${WRITTEN} FROM unit NOT INDEXED
     WHERE unit.id > ? AND unit.id <= ? AND ${SEEN} AND unit.memory_id IN (SELECT value FROM json_each(?))
     ORDER BY unit.id`,
    after,
    last,
    idList(memoryIds),
  )

/** Those of some units that are in these memories, by id. */
export const writtenUnitsOf = (
  db: Reader,
  memoryIds: readonly number[],
  ids: readonly number[],
): WrittenUnit[] =>
  rows(
    db,
    `SELECT ${WRITTEN} FROM unit WHERE unit.id IN (SELECT value FROM json_each(?)) AND ${SEEN}
       AND unit.memory_id IN (SELECT value FROM json_each(?)) ORDER BY unit.id`,
    idList(ids),
    idList(memoryIds),
  )

export const lastUnit = (db: Reader): number => value<number | null>(db, 'SELECT max(id) FROM unit') ?? 0

/** Notes and props of the files the memories were brought in from. */
export const headersOf = (
  db: Reader,
  memoryIds: readonly number[],
): Required<Pick<TmxHeader, 'notes' | 'props'>> => {
  const headers = values<string>(
    db,
    'SELECT header FROM memory WHERE id IN (SELECT value FROM json_each(?)) ORDER BY priority, id',
    idList(memoryIds),
  ).map((text) => JSON.parse(text) as Partial<TmxHeader>)
  return {
    notes: [...new Set(headers.flatMap(({ notes }) => notes ?? []))],
    props: headers.flatMap(({ props }) => props ?? []),
  }
}
