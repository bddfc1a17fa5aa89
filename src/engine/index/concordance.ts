import { createNeedle, type Needle } from '#core/memory/needle.ts'
import type { MemoryIndex } from '#core/memory/memoryIndex.ts'
import type { ConcordanceHit, ConcordanceResult } from '#contract/memory.ts'
import type { ParsedInputOf } from '#contract/index.ts'
import type { Reader } from '../db/database.ts'
import {
  concordanceUnits,
  idsBelow,
  latestUnits,
  type ConcordanceFilter,
  type ConcordanceUnit,
} from '../db/unitIndex.ts'

export type ConcordanceQuery = ParsedInputOf<'memory.concordance'>

/** Units read in one go: a few more than are still wanted, since most of what the index gives is a hit. */
const CHUNK = 400
const SPARE = 30
/** Up to so many that may have it are all looked at, to say how many do. */
const COUNTED = 600
/** Where every unit has to be looked at: read in one go, and for so long at most, in ms. */
const SCAN_CHUNK = 1_000
const SCAN_TIME = 400

const hitOf = (
  unit: ConcordanceUnit,
  needle: Needle,
  side: ConcordanceQuery['side'],
): ConcordanceHit | null => {
  const source = side === 'target' ? [] : needle.find(unit.source)
  const target = side === 'source' ? [] : needle.find(unit.target)
  if (source.length === 0 && target.length === 0) return null
  const { memoryName, articleTitle, ...rest } = unit
  return { unit: rest, memoryName, articleTitle, source, target }
}

/**
 * Units in which a text stands, the latest first. What the index knows to be possible is looked at; for a regular
 * expression, and for what stands nearly everywhere, the latest units are, as long as there is time. Throws `SyntaxError`
 * for a regular expression that is none.
 */
export const searchConcordance = (
  db: Reader,
  index: MemoryIndex,
  query: ConcordanceQuery,
  elapsed: () => number = () => performance.now(),
): ConcordanceResult => {
  const { text, side, limit, memoryIds, articleId, from, until, before } = query
  const needle = createNeedle(text, query)
  const filter: ConcordanceFilter = { memoryIds, articleId, from, until }
  const start = before ?? Number.MAX_SAFE_INTEGER
  const found = index.candidates(needle, side, {
    ...(memoryIds && { memoryIds: new Set(memoryIds) }),
    // Of the latest hardly any may pass.
    anyway: [memoryIds, articleId, from, until].some((each) => each !== undefined),
  })
  const hits: ConcordanceHit[] = []
  if (found) {
    const candidates = before === undefined ? found : found.filter((id) => id < before)
    let at = 0
    const counted = candidates.length <= COUNTED
    while (at < candidates.length && (counted || hits.length < limit)) {
      const to = at + Math.min(CHUNK, counted ? CHUNK : limit - hits.length + SPARE)
      for (const unit of concordanceUnits(db, candidates.slice(at, to), filter)) {
        const hit = hitOf(unit, needle, side)
        if (hit) hits.push(hit)
      }
      at = to
    }
    const all = at >= candidates.length
    const whole = all && hits.length <= limit
    const shown = hits.slice(0, limit)
    return {
      hits: shown,
      total: all && before === undefined ? hits.length : null,
      atMost: before === undefined ? candidates.length : null,
      looked: index.size,
      of: index.size,
      next: whole ? null : (shown.at(-1)?.unit.id ?? null),
    }
  }
  const began = elapsed()
  let looked = 0
  for (let below = start; ;) {
    const reach = idsBelow(db, below, SCAN_CHUNK)
    if (reach.count === 0) {
      const total = before === undefined ? hits.length : null
      return { hits, total, atMost: null, looked: index.size, of: index.size, next: null }
    }
    for (const unit of latestUnits(db, below, SCAN_CHUNK, filter)) {
      const hit = hitOf(unit, needle, side)
      if (!hit) continue
      hits.push(hit)
      if (hits.length === limit)
        return {
          hits,
          total: null,
          atMost: null,
          looked: looked + reach.count,
          of: index.size,
          next: unit.id,
        }
    }
    looked += reach.count
    below = reach.lowest
    if (elapsed() - began > SCAN_TIME)
      return { hits, total: null, atMost: null, looked, of: index.size, next: below }
  }
}
