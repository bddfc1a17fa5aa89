import { hasLoneConsonant, matchesInitials } from '#core/korean/hangul.ts'
import type { ParsedInputOf } from '#contract/index.ts'
import type { Reader } from './database.ts'
import { foldFor, foldNeedle } from './fold.ts'
import { SEEN } from './memory.ts'
import { idList, rows, value, values } from './statement.ts'

export type UnitFilter = ParsedInputOf<'unit.ids'>
export type UnitOrder = Pick<ParsedInputOf<'unit.list'>, 'sort' | 'descending'>

const given = new WeakSet<Reader>()

/** The SQL function that looks for initial consonants; given to a connection once. */
const giveInitials = (db: Reader): void => {
  if (given.has(db)) return
  db.function('has_initials', { deterministic: true }, (text, query) =>
    typeof text === 'string' && typeof query === 'string' && matchesInitials(text, query) ? 1 : 0,
  )
  given.add(db)
}

const searched = (db: Reader, search: string): { where: string; needle: string } => {
  const needle = foldNeedle(search.trim())
  if (needle === '') return { where: '', needle }
  if (hasLoneConsonant(needle)) {
    giveInitials(db)
    return { where: ' AND has_initials(unit.source, @needle)', needle }
  }
  const fold = foldFor(db, needle)
  const has = (column: string) => `instr(${fold}(unit.${column}), @needle)`
  return { where: ` AND (${has('source')} OR ${has('target')} OR ${has('note')})`, needle }
}

const COLUMN: Record<UnitOrder['sort'], string> = {
  updated: 'unit.change',
  created: 'unit.created_at',
  source: 'unit.source',
  target: 'lower(unit.target)',
  used: 'unit.use_count',
}

/** Ids of all units a filter leaves, in an order; some hundred milliseconds for a million, seconds where texts are read. */
export const listUnitIds = (db: Reader, filter: UnitFilter, { sort, descending }: UnitOrder): Int32Array => {
  const { where, needle } = searched(db, filter.search)
  const direction = descending ? 'DESC' : 'ASC'
  const found = values<number>(
    db,
    `SELECT unit.id FROM unit WHERE ${SEEN}${where}
       ${filter.memoryIds ? 'AND unit.memory_id IN (SELECT value FROM json_each(@memories))' : ''}
       ${filter.scope ? 'AND unit.scope = @scope' : ''}
       ${filter.articleId === undefined ? '' : 'AND unit.article_id = @article'}
       ${filter.from ? 'AND unit.updated_at >= @from' : ''}
       ${filter.until ? 'AND substr(unit.updated_at, 1, 10) <= @until' : ''}
     ORDER BY ${COLUMN[sort]} ${direction}, unit.id ${direction}`,
    {
      ...(needle === '' ? {} : { needle }),
      ...(filter.memoryIds && { memories: idList(filter.memoryIds) }),
      ...(filter.scope && { scope: filter.scope }),
      ...(filter.articleId === undefined ? {} : { article: filter.articleId }),
      ...(filter.from && { from: filter.from }),
      ...(filter.until && { until: filter.until }),
    },
  )
  return Int32Array.from(found)
}

/** Changes whenever another list might have to be given. */
export const stateOfUnits = (db: Reader): string =>
  value<string>(
    db,
    `SELECT (SELECT last FROM unit_change) || '/' ||
       (SELECT coalesce(group_concat(id), '') FROM unit_batch WHERE running IS NOT NULL) || '/' ||
       (SELECT coalesce(max(id), 0) FROM unit_batch) || '/' ||
       (SELECT coalesce(group_concat(id || ':' || (removed_at IS NULL)), '') FROM memory)`,
  ) ?? ''

/** Units of one source (`targets`) or of one source and target (`same`), each group by id; the largest first. */
export const duplicateIds = (
  db: Reader,
  kind: 'same' | 'targets',
  { memoryIds, limit }: { memoryIds?: readonly number[] | undefined; limit: number },
): { groups: number[][]; total: number } => {
  const within = memoryIds ? 'AND unit.memory_id IN (SELECT value FROM json_each(@memories))' : ''
  const key = kind === 'same' ? 'unit.signature, unit.target' : 'unit.signature'
  const having = kind === 'same' ? 'count(*) > 1' : 'count(DISTINCT unit.target) > 1'
  const found = rows<{ ids: string; total: number }>(
    db,
    `SELECT json_group_array(unit.id) AS ids, count(*) OVER () AS total FROM unit WHERE ${SEEN} ${within}
     GROUP BY ${key} HAVING ${having} ORDER BY count(*) DESC, min(unit.id) LIMIT @limit`,
    { limit, ...(memoryIds && { memories: idList(memoryIds) }) },
  )
  return {
    groups: found.map(({ ids }) => (JSON.parse(ids) as number[]).sort((one, other) => one - other)),
    total: found[0]?.total ?? 0,
  }
}

const DIRTY = {
  empty: "(trim(unit.source) = '' OR trim(unit.target) = '')",
  same: '(trim(unit.source) = trim(unit.target))',
  // From the first syllable to the last, and letters that stand alone.
  'no-hangul': "NOT (unit.source GLOB '*[가-힣ㄱ-ㅣ]*')",
} as const

/** Units that are no use, by kind; one that is of several kinds is given under the first. */
export const dirtyIds = (
  db: Reader,
  kinds: readonly (keyof typeof DIRTY)[],
  memoryIds?: readonly number[],
): Record<keyof typeof DIRTY, number[]> => {
  const found: Record<keyof typeof DIRTY, number[]> = { empty: [], same: [], 'no-hangul': [] }
  const seen = new Set<number>()
  for (const kind of kinds) {
    const ids = values<number>(
      db,
      `SELECT unit.id FROM unit WHERE ${SEEN} AND ${DIRTY[kind]}
         ${memoryIds ? 'AND unit.memory_id IN (SELECT value FROM json_each(@memories))' : ''} ORDER BY unit.id`,
      ...(memoryIds ? [{ memories: idList(memoryIds) }] : []),
    )
    for (const id of ids) {
      if (seen.has(id)) continue
      seen.add(id)
      found[kind].push(id)
    }
  }
  return found
}
