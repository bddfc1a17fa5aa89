import { uptime } from 'node:os'
import { AppError } from '#contract/error.ts'
import type { UnitEntry } from '#core/formats/unit.ts'
import { inTransaction, type Reader, type Writer } from './database.ts'
import { causeOf } from './errors.ts'
import { addMemory, findMemory, requireMemory } from './memories.ts'
import { nextChange, SEEN } from './memory.ts'
import { row, run, value, values } from './statement.ts'
import { unitStates, writeUnit } from './unit.ts'
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

/** Takes over into units that are there what they leave open; gives how many changed. To be called in a transaction. */
export const mergeTwins = (
  db: Writer,
  twins: readonly { id: number; entry: UnitEntry }[],
  batch: number,
  at: string,
): number => {
  const current = new Map(
    unitStates(
      db,
      twins.map(({ id }) => id),
    ).map((unit) => [unit.id, unit]),
  )
  let changed = 0
  let number: number | null = null
  for (const { id, entry } of twins) {
    const before = current.get(id)
    if (!before || before.removed || before.source !== entry.source || before.target !== entry.target)
      continue
    const after = { ...before, author: before.author || entry.author, note: before.note || entry.note }
    if (after.author === before.author && after.note === before.note) continue
    addUnitStep(db, before, { batch, change: 'imported' }, at)
    writeUnit(db, after, (number ??= nextChange(db)), at)
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

/** Units deleted in one transaction: some milliseconds. */
const PART = 1_000

/** Takes away what a batch that has not landed brought in; `rest` is called in between. */
export const takeUnitsBack = async (db: Writer, batch: number, rest: () => Promise<void>): Promise<void> => {
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
    // What it changed of units that were there stands with what it was, and can be taken back as any change.
    run(db, 'DELETE FROM memory WHERE made_by = ?', batch)
    const steps = value<number>(db, 'SELECT count(*) FROM unit_history WHERE batch_id = ?', batch) ?? 0
    if (steps === 0) run(db, 'DELETE FROM unit_batch WHERE id = ?', batch)
    else run(db, 'UPDATE unit_batch SET running = NULL WHERE id = ?', batch)
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
