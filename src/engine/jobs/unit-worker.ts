import { parentPort } from 'node:worker_threads'
import Database from 'better-sqlite3'
import type { ErrorShape } from '#contract/error.ts'
import type { UnitEntry, UnitNotice } from '#core/formats/unit.ts'
import { sourceSignature } from '#core/memory/signature.ts'
import type { Reader } from '../db/database.ts'
import { toAppError } from '../db/errors.ts'
import { addCells, openUnits, pairsOfMemory, type UnitCells } from '../db/unitImport.ts'
import { failureOf } from '../failure.ts'
import { endsWhenAsked } from './thread.ts'
import { createSeenUnits, type SeenUnits } from './unitSeen.ts'
import { readUnitFile, type UnitPart, type UnitShape, type UnitSource } from './unitFile.ts'

export type UnitAsk =
  /** `memory`: where it goes; left out, the entries themselves are wanted. */
  | { ask: 'read'; source: UnitSource; memory?: { workspace: string; id: number } }
  | { ask: 'next'; most: number }

/** Units ready to be written. */
export interface UnitRows {
  /** As `db/unitImport.ts` writes them, one after the other. */
  cells: UnitCells
  count: number
  /** Entries whose source and target are in the memory already and that say more than the unit, with it. */
  twins: { id: number; entry: UnitEntry }[]
  /** Said before by the memory or the file itself. */
  again: number
  notices: UnitNotice[]
  refused: number
  share: number
}

export type UnitAnswer =
  | { shape: UnitShape }
  | { part: Omit<UnitPart, 'languages'> & { languages: [string, number][] } }
  | { rows: UnitRows }
  | { end: true }
  | { error: ErrorShape }

/** Code units of one text, as the contract has them. */
const MAX_TEXT = 100_000
const MAX_WORDS = 5_000
const LEFT_OUT = new Set([
  'no-source',
  'no-target',
  'too-few-fields',
  'bad-quote',
  'bad-bytes',
  'not-storable',
  'too-long',
])

let parts: AsyncGenerator<UnitShape | UnitPart> | null = null
let seen: SeenUnits | null = null
/** The workspace, to look up units that are there; null where nothing is brought in. */
let db: Database.Database | null = null
let ended = false
/** What was read and not yet handed over. */
let waiting: { entries: UnitEntry[]; notices: UnitNotice[]; share: number } = {
  entries: [],
  notices: [],
  share: 0,
}

const isStorable = (text: string): boolean => text.isWellFormed() && !text.includes('\u0000')

const refusal = ({ source, target, author, note, line, column }: UnitEntry): UnitNotice | null => {
  const storable = isStorable(source) && isStorable(target) && isStorable(author) && isStorable(note)
  const long = source.length > MAX_TEXT || target.length > MAX_TEXT || note.length > MAX_WORDS
  if (storable && !long) return null
  const detail = source.slice(0, 80).toWellFormed()
  return { code: storable ? 'too-long' : 'not-storable', line, column, detail }
}

/** Of entries that are there already, those that say something their unit leaves open. */
const sayingMore = (twins: UnitRows['twins']): UnitRows['twins'] => {
  if (!db || twins.length === 0) return []
  const ids = twins.map(({ id }) => id)
  const open = new Map(openUnits(db as Reader, ids).map((unit) => [unit.id, unit]))
  return twins.filter(({ id, entry }) => {
    const unit = open.get(id)
    return (
      unit &&
      ((unit.author && entry.author !== '') ||
        (unit.note && entry.note !== '') ||
        (unit.props && entry.props !== ''))
    )
  })
}

const rowsOf = (
  known: SeenUnits,
  entries: readonly UnitEntry[],
  notices: UnitNotice[],
  share: number,
): UnitRows => {
  const result: UnitRows = { cells: [], count: 0, twins: [], again: 0, notices, refused: 0, share }
  const there: UnitRows['twins'] = []
  for (const entry of entries) {
    const refused = refusal(entry)
    if (refused) {
      notices.push(refused)
      continue
    }
    const { source, target } = entry
    const number = known.findOrAdd(source, target, -1)
    if (number > 0) there.push({ id: number, entry })
    else if (number < 0) result.again++
    else {
      addCells(result.cells, entry, sourceSignature(source))
      result.count++
    }
  }
  result.twins = sayingMore(there)
  result.again += there.length - result.twins.length
  result.refused = notices.filter(({ code }) => LEFT_OUT.has(code)).length
  return result
}

/** The next rows, about so many; null when the file has ended. */
const nextRows = async (known: SeenUnits, most: number): Promise<UnitRows | null> => {
  while (!ended && waiting.entries.length < most && waiting.notices.length < most) {
    const next = await parts?.next()
    if (!next || next.done) ended = true
    else if ('entries' in next.value) {
      waiting.entries.push(...next.value.entries)
      waiting.notices.push(...next.value.notices)
      waiting.share = next.value.share
    }
  }
  const { entries, notices, share } = waiting
  if (entries.length === 0 && notices.length === 0) return null
  waiting = { entries: entries.slice(most), notices: [], share }
  return rowsOf(known, entries.slice(0, most), notices, share)
}

const knowMemory = ({ workspace, id }: { workspace: string; id: number }): SeenUnits => {
  const known = createSeenUnits()
  db = new Database(workspace, { readonly: true, fileMustExist: true, timeout: 2_000 })
  for (const unit of pairsOfMemory(db as Reader, id)) known.add(unit.source, unit.target, unit.id)
  return known
}

const answer = async (message: UnitAsk): Promise<UnitAnswer> => {
  if (message.ask === 'read') {
    seen = message.memory ? knowMemory(message.memory) : null
    parts = readUnitFile(message.source)
    const first = await parts.next()
    if (first.done || 'entries' in first.value) return { end: true }
    return { shape: first.value }
  }
  if (seen) {
    const rows = await nextRows(seen, message.most)
    if (!rows) db?.close()
    return rows ? { rows } : { end: true }
  }
  const next = await parts?.next()
  if (!next || next.done || !('entries' in next.value)) return { end: true }
  return { part: { ...next.value, languages: [...next.value.languages] } }
}

const hear = (message: UnitAsk): void => {
  answer(message).then(
    (found) => parentPort?.postMessage(found),
    (error: unknown) =>
      parentPort?.postMessage({
        error: (failureOf(error) ?? toAppError(error)).toShape(),
      } satisfies UnitAnswer),
  )
}

endsWhenAsked(hear, async () => {
  await parts?.return(undefined)
  db?.close()
})
