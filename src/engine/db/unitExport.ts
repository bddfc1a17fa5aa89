import type { WrittenUnit } from '#core/formats/tmx/write.ts'
import type { Reader } from './database.ts'
import { SEEN } from './memory.ts'
import { idList, rows } from './statement.ts'

/** Units of memories as they are written, with ids above `after`, ascending: by id, or every page would sort all. */
export const writtenUnits = (
  db: Reader,
  {
    memoryIds,
    unitIds,
    after,
    limit,
  }: { memoryIds: readonly number[]; unitIds?: readonly number[] | undefined; after: number; limit: number },
): (WrittenUnit & { id: number })[] =>
  rows(
    db,
    `SELECT unit.id, unit.source, unit.target, unit.author, unit.note, unit.created_at AS createdAt,
       unit.updated_at AS updatedAt, unit.use_count AS useCount, unit.scope,
       unit.previous_signature AS previousSignature, unit.next_signature AS nextSignature, unit.props
     FROM unit NOT INDEXED WHERE unit.id > @after AND ${SEEN} AND unit.memory_id IN (SELECT value FROM json_each(@memories))
       ${unitIds ? 'AND unit.id IN (SELECT value FROM json_each(@units))' : ''} ORDER BY unit.id LIMIT @limit`,
    { after, limit, memories: idList(memoryIds), ...(unitIds && { units: idList(unitIds) }) },
  )
