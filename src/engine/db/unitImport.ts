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

/**
 * Writes units under their batch. `rows` is a JSON array of arrays: source, target, signature, signatures of the neighbours,
 * scope, author, note, props, uses, created, changed. One statement for all of them takes a third of the time of one each.
 */
export const addUnitRows = (
  db: Writer,
  rows: string,
  { memoryId, batch, origin, at }: { memoryId: number; batch: number; origin: string; at: string },
): void => {
  run(
    db,
    `INSERT INTO unit (memory_id, source, target, signature, previous_signature, next_signature, scope, author, note,
                       props, use_count, origin, created_at, updated_at, batch_id, change)
     SELECT ?, value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7,
            value ->> 8, value ->> 9, ?, coalesce(nullif(value ->> 10, ''), ?),
            coalesce(nullif(value ->> 11, ''), nullif(value ->> 10, ''), ?), ?, ?
     FROM json_each(?)`,
    memoryId,
    origin,
    at,
    at,
    batch,
    nextChange(db),
    rows,
  )
}

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
