import type { Term } from '#core/model/term.ts'
import type { Reader } from '../db/database.ts'
import { rows, value, values } from '../db/statement.ts'
import { termsOf } from '../db/term.ts'

/** What was done to terms since the last look, by whomever; `all` where too much changed to be told singly. */
export type TermNews = 'all' | { removed: number[]; added: Term[] }

/** Notices what other processes do to terms, so that a large glossary need not be read anew for every one of them. */
export interface TermWatch {
  start(): void
  news(): TermNews
  /** This process itself put a glossary in the trash or brought it back: that is no news. */
  glossariesKnown(): void
}

/** More changed terms than this are read anew as a whole. */
const MANY = 5_000

export const createTermWatch = (db: Reader): TermWatch => {
  let sequence = 0
  let glossaries = ''
  /** Batches that were still being written at the last look: their terms land without a new row of history. */
  let running: number[] = []

  const lastSequence = () => value<number>(db, 'SELECT coalesce(max(sequence), 0) FROM term_history') ?? 0
  const stateOfGlossaries = () =>
    value<string>(
      db,
      `SELECT coalesce(group_concat(id || ':' || coalesce(removed_at, '')), '') FROM (SELECT * FROM glossary ORDER BY id)`,
    ) ?? ''
  const runningBatches = () => values<number>(db, 'SELECT id FROM term_batch WHERE running IS NOT NULL')

  const look = (): void => {
    sequence = lastSequence()
    glossaries = stateOfGlossaries()
    running = runningBatches()
  }

  return {
    start: look,
    glossariesKnown: () => {
      glossaries = stateOfGlossaries()
    },
    news() {
      const before = { sequence, glossaries, running }
      look()
      if (glossaries !== before.glossaries) return 'all'
      const landed = before.running.filter((id) => !running.includes(id))
      // What a batch does that is still being written may be taken back, and counts when it has landed.
      const changed = rows<{ id: number }>(
        db,
        `SELECT term_id AS id FROM term_history WHERE sequence > ?
           AND batch_id NOT IN (SELECT value FROM json_each(?))
         UNION SELECT term_id FROM term_history WHERE batch_id IN (SELECT value FROM json_each(?))
         UNION SELECT id FROM term WHERE batch_id IN (SELECT value FROM json_each(?))`,
        before.sequence,
        JSON.stringify(running),
        JSON.stringify(landed),
        JSON.stringify(landed),
      ).map(({ id }) => id)
      if (changed.length > MANY) return 'all'
      const added = termsOf(db, changed)
      return { removed: changed, added }
    },
  }
}
