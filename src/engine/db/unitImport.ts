import { uptime } from 'node:os'
import { AppError } from '#contract/error.ts'
import type { UnitEntry } from '#core/formats/unit.ts'
import { inTransaction, type Reader, type Writer } from './database.ts'
import { causeOf } from './errors.ts'
import { addMemory, findMemory, requireMemory } from './memories.ts'
import { nextChange, SEEN } from './memory.ts'
import { idList, row, rows, run, values } from './statement.ts'
import { unitStates, writeUnit, type UnitState } from './unit.ts'
import { addUnitStep, startUnitBatch } from './unitHistory.ts'

/*
 * A memory is brought in as a glossary is: in chunks, under a batch that is still `running` and whose units nobody sees,
 * made visible by one small transaction at the end.
 */

let imports = 0
/** When the machine was started, in seconds: a process number says nothing of the one that had it before. */
const booted = (): number => Math.round(Date.now() / 1000 - uptime())
const BOOT_LEEWAY = 120

/** Opens the batch of an import of this process, and the memory it goes into; one that is made for it is not seen yet. */
export const startUnitImport = (
  db: Writer,
  { fileName, into }: { fileName: string; into: number | string },
  at: string,
): { batch: number; memoryId: number; made: boolean } => {
  const running = `${process.pid}:${++imports}:${booted()}`
  const batch = startUnitBatch(db, { kind: 'import', note: fileName, running }, at)
  if (typeof into === 'number') {
    requireMemory(db, into)
    return { batch, memoryId: into, made: false }
  }
  const there = findMemory(db, into)
  if (there !== undefined) return { batch, memoryId: there, made: false }
  return { batch, memoryId: addMemory(db, { name: into, madeBy: batch }, at), made: true }
}

/** Sources and targets of a memory's units that are seen. */
export function* pairsOfMemory(
  db: Reader,
  memoryId: number,
): Generator<{ id: number; source: string; target: string }> {
  const statement = db.prepare<[number], { id: number; source: string; target: string }>(
    `SELECT unit.id, unit.source, unit.target FROM unit WHERE unit.memory_id = ? AND ${SEEN}`,
  )
  yield* statement.iterate(memoryId)
}

/** What is written of a unit, in this order. */
const CELLS = [
  ...['source', 'target', 'signature', 'previous_signature', 'next_signature', 'scope', 'author', 'note'],
  ...['props', 'use_count', 'created_at', 'updated_at'],
] as const
const WIDTH = CELLS.length
const [CREATED, UPDATED] = [CELLS.indexOf('created_at'), CELLS.indexOf('updated_at')]
/**
 * Rows of one statement. Tried with 60,000 units: one row each 70,000 a second, ten 88,000, fifty 87,000 to 95,000, two
 * hundred 85,000; one statement over a JSON array of a thousand 48,000.
 */
const AT_ONCE = 50

const inserting = (count: number): string =>
  `INSERT INTO unit (memory_id, batch_id, origin, change, ${CELLS.join(', ')})
   VALUES ${Array.from({ length: count }, () => `(?, ?, ?, ?, ${CELLS.map(() => '?').join(', ')})`).join(', ')}`
const ONE = inserting(1)
const MANY = inserting(AT_ONCE)

/** Units as they are written: their cells one after the other, dates empty where nothing is known of them. */
export type UnitCells = (string | number)[]

export const addCells = (cells: UnitCells, unit: UnitEntry, signature: string): void => {
  const { source, target, previousSignature, nextSignature, scope } = unit
  cells.push(source, target, signature, previousSignature, nextSignature, scope)
  const { author, note, props, useCount, createdAt, updatedAt } = unit
  cells.push(author, note, props, useCount, createdAt, updatedAt)
}

/** Writes units under their batch; `cells` are those of all of them, one after the other. To be called in a transaction. */
export const addUnitRows = (
  db: Writer,
  cells: Readonly<UnitCells>,
  { memoryId, batch, origin, at }: { memoryId: number; batch: number; origin: string; at: string },
): void => {
  const change = nextChange(db)
  for (let from = 0; from < cells.length;) {
    const many = cells.length - from >= AT_ONCE * WIDTH
    const to = from + (many ? AT_ONCE * WIDTH : WIDTH)
    const parameters: UnitCells = []
    for (; from < to; from += WIDTH) {
      parameters.push(memoryId, batch, origin, change)
      for (let cell = 0; cell < CREATED; cell++) parameters.push(cells[from + cell] as string)
      const created = cells[from + CREATED] || at
      parameters.push(created, cells[from + UPDATED] || created)
    }
    run(db, many ? MANY : ONE, ...parameters)
  }
}

/** Of units, those that leave something open that an entry may say. */
export interface OpenUnit {
  id: number
  author: boolean
  note: boolean
  props: boolean
}

export const openUnits = (db: Reader, ids: readonly number[]): OpenUnit[] =>
  rows<{ id: number; author: number; note: number; props: number }>(
    db,
    `SELECT id, author = '' AS author, note = '' AS note, props = '' AS props FROM unit
     WHERE id IN (SELECT value FROM json_each(?)) AND (author = '' OR note = '' OR props = '')`,
    idList(ids),
  ).map(({ id, author, note, props }) => ({ id, author: author === 1, note: note === 1, props: props === 1 }))

/** In a step: the unit kept nothing besides what has a column, and then did. */
const NO_PROPS = { props: '' }

/** Of units, those that keep nothing besides what has a column. */
const withoutProps = (db: Reader, ids: readonly number[]): Set<number> =>
  new Set(
    values<number>(
      db,
      "SELECT id FROM unit WHERE id IN (SELECT value FROM json_each(?)) AND props = ''",
      idList(ids),
    ),
  )

/**
 * Takes over into units that are there what they leave open: author, note, and what the file says besides. Gives how many
 * changed. Each keeps what it was under the batch. To be called in a transaction.
 */
export const mergeTwins = (
  db: Writer,
  twins: readonly { id: number; entry: UnitEntry }[],
  batch: number,
  at: string,
): number => {
  const ids = twins.map(({ id }) => id)
  const current = new Map(unitStates(db, ids).map((unit) => [unit.id, unit]))
  const bare = twins.some(({ entry }) => entry.props !== '') ? withoutProps(db, ids) : new Set<number>()
  let changed = 0
  let number: number | null = null
  for (const { id, entry } of twins) {
    const before = current.get(id)
    if (!before || before.removed || before.source !== entry.source || before.target !== entry.target)
      continue
    const after = { ...before, author: before.author || entry.author, note: before.note || entry.note }
    const props = entry.props !== '' && bare.has(id)
    if (after.author === before.author && after.note === before.note && !props) continue
    addUnitStep(db, props ? { ...before, ...NO_PROPS } : before, { batch, change: 'imported' }, at)
    writeUnit(db, after, (number ??= nextChange(db)), at)
    if (props) run(db, 'UPDATE unit SET props = ? WHERE id = ?', entry.props, id)
    bare.delete(id)
    current.set(id, after)
    changed++
  }
  return changed
}

/** All at once, everybody sees what was brought in. */
export const landUnits = (db: Writer, batch: number, header: string): void => {
  inTransaction(db, () => {
    run(db, 'UPDATE unit_batch SET running = NULL WHERE id = ?', batch)
    run(db, 'UPDATE memory SET header = ? WHERE made_by = ?', header, batch)
    run(db, 'UPDATE memory SET made_by = NULL WHERE made_by = ?', batch)
  })
}

/** Units deleted, or steps taken back, in one transaction: some milliseconds. */
const PART = 1_000
const STEPS = 200

/** Gives units back what they were before a batch that has not landed, newest first; some at a time. */
const giveBack = (db: Writer, batch: number): boolean => {
  const steps = rows<{ sequence: number; before: string; later: number }>(
    db,
    `SELECT sequence, before, EXISTS (SELECT 1 FROM unit_history n WHERE n.unit_id = h.unit_id
       AND n.sequence > h.sequence AND n.batch_id IS NOT h.batch_id) AS later
     FROM unit_history h WHERE batch_id = ? ORDER BY sequence DESC LIMIT ?`,
    batch,
    STEPS,
  )
  if (steps.length === 0) return false
  const number = nextChange(db)
  for (const { before, later } of steps) {
    const unit = JSON.parse(before) as UnitState & Partial<typeof NO_PROPS>
    const [now] = unitStates(db, [unit.id])
    // What somebody has done to a unit since is theirs, and stays.
    if (later === 1 || !now || now.source !== unit.source || now.target !== unit.target) continue
    writeUnit(db, { ...now, author: unit.author, note: unit.note }, number, now.updatedAt)
    if (unit.props !== undefined) run(db, 'UPDATE unit SET props = ? WHERE id = ?', unit.props, unit.id)
  }
  const sequences = idList(steps.map(({ sequence }) => sequence))
  run(db, 'DELETE FROM unit_history WHERE sequence IN (SELECT value FROM json_each(?))', sequences)
  return true
}

/** Gives back what an import that has not landed changed of units that were there; `rest` is called in between. */
export const takeMergesBack = async (db: Writer, batch: number, rest: () => Promise<void>): Promise<void> => {
  while (inTransaction(db, () => giveBack(db, batch))) await rest()
}

/**
 * Takes away what a batch that has not landed brought in, and gives back what it changed; `rest` is called in between. At
 * every moment the rest of it is seen by nobody.
 */
export const takeUnitsBack = async (db: Writer, batch: number, rest: () => Promise<void>): Promise<void> => {
  await takeMergesBack(db, batch, rest)
  while (
    inTransaction(
      db,
      () =>
        run(db, 'DELETE FROM unit WHERE id IN (SELECT id FROM unit WHERE batch_id = ? LIMIT ?)', batch, PART)
          .changes > 0,
    )
  )
    await rest()
  inTransaction(db, () => {
    run(db, 'DELETE FROM memory WHERE made_by = ?', batch)
    run(db, 'DELETE FROM unit_batch WHERE id = ?', batch)
  })
}

const isRunning = (processId: number): boolean => {
  try {
    process.kill(processId, 0)
    return true
  } catch (error) {
    return causeOf(error) === 'EPERM'
  }
}

/** Whether the import that wrote this of itself may still be at work: in another process, since this start. */
const isAlive = (running: string): boolean => {
  const [processId, , boot] = running.split(':')
  if (boot !== undefined && Math.abs(Number(boot) - booted()) > BOOT_LEEWAY) return false
  return Number(processId) !== process.pid && isRunning(Number(processId))
}

/** Batches of imports whose process has ended. To be asked before any import of this process begins. */
export const unfinishedUnitImports = (db: Reader): number[] =>
  values<number>(db, 'SELECT id FROM unit_batch WHERE running IS NOT NULL').filter((id) => {
    const running = row<{ running: string }>(db, 'SELECT running FROM unit_batch WHERE id = ?', id)?.running
    return running !== undefined && !isAlive(running)
  })

/** Throws `busy` where another import goes into this memory: neither would know what the other brings. */
export const claimMemory = (db: Writer, batch: number, memoryId: number): void => {
  const others = values<string>(
    db,
    'SELECT running FROM unit_batch WHERE running IS NOT NULL AND id <> ?',
    batch,
  )
  for (const running of others) {
    const [processId, , , memory] = running.split(':')
    const own = Number(processId) === process.pid
    if (Number(memory) === memoryId && (own || isAlive(running)))
      throw new AppError('busy', 'Another file is being brought into this memory.', { memory: memoryId })
  }
  run(db, "UPDATE unit_batch SET running = running || ':' || ? WHERE id = ?", memoryId, batch)
}
