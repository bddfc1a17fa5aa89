import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { AppError } from '#contract/error.ts'
import type { ParsedInputOf } from '#contract/index.ts'
import type { MemoryImportReport, UnitPreview } from '#contract/memoryExchange.ts'
import type { UnitNotice } from '#core/formats/unit.ts'
import type { JobContext } from '../context.ts'
import { backUp } from '../db/backup.ts'
import { inTransaction, type Writer } from '../db/database.ts'
import { toAppError } from '../db/errors.ts'
import {
  addUnitRows,
  claimMemory,
  landUnits,
  mergeTwins,
  startUnitImport,
  takeUnitsBack,
} from '../db/unitImport.ts'
import { indexReady } from '../index/ready.ts'
import type { Session } from '../session.ts'
import { rest } from './runner.ts'
import type { UnitRows } from './unit-worker.ts'
import type { UnitShape, UnitSource } from './unitFile.ts'
import { readUnitsInThread } from './unitThread.ts'

type Input = ParsedInputOf<'memory.import'>
type Named = Pick<Input, 'from' | 'format' | 'encoding' | 'table'>

/** Notices that are carried; all are counted. */
const KEPT_NOTICES = 100
/** Twins looked at in one transaction. */
const TWINS = 300
/** An import of more bytes into a memory that is there is preceded by a backup. */
const LARGE = 1024 * 1024
/** What a transaction may take, in ms: a save waits for one at most. */
const TRANSACTION = 20
const FEWEST = 100
const MOST = 2_000

/** How many units to write at once, by how long the last ones took. */
const createPace = () => {
  let most = 500
  return {
    most: () => most,
    took(units: number, milliseconds: number): void {
      // Fewer at once as soon as it takes too long, more only little by little.
      const wanted = Math.round((units * TRANSACTION) / Math.max(milliseconds, 1))
      most = Math.max(FEWEST, Math.min(MOST, wanted, Math.round(most * 1.25)))
    },
  }
}
/** After so many units the index is told, which packs what is full while the rest is read. */
const FOLLOW = 20_000

const nameOf = ({ from }: Pick<Input, 'from'>): string =>
  from.kind === 'path' ? basename(from.path) : from.name

const sourceOf = ({ from, format, encoding, table }: Named, { scratch }: Session): UnitSource => ({
  path: from.kind === 'path' ? from.path : scratch.uploadPath(from.id),
  fileName: nameOf({ from }),
  format,
  encoding,
  table,
})

/** Adds the file's name to an error that does not say. */
const named = (error: unknown, input: Pick<Input, 'from'>): AppError => {
  const known = toAppError(error)
  if (known.code === 'cancelled') return known
  const { fileName: _, path: __, ...details } = known.details
  return new AppError(known.code, known.message, {
    ...details,
    file: nameOf(input),
    ...(input.from.kind === 'path' ? { path: input.from.path } : {}),
  })
}

const sizeOf = async (path: string): Promise<number> => {
  const found = await stat(path).catch((error: unknown) => {
    throw new AppError('file-not-found', 'There is no such file.', { path, cause: toAppError(error).code })
  })
  if (!found.isFile()) throw new AppError('file-unreadable', 'This is not a file.', { path })
  return found.size
}

const note = (report: MemoryImportReport, notices: readonly UnitNotice[]): void => {
  report.noticeCount += notices.length
  report.notices.push(...notices.slice(0, Math.max(0, KEPT_NOTICES - report.notices.length)))
}

/**
 * Brings a file of units in. It lands whole, or where it is cancelled and that was asked for, as far as it was read; nobody
 * sees anything of it before. Throws `file-*`, `not-found`, `busy`, `nothing-to-import`, `cancelled`.
 */
export const runMemoryImport = async (input: Input, context: JobContext): Promise<MemoryImportReport> => {
  const { db, now, session, signal, changed } = context
  const room = session.room()
  const fileName = nameOf(input)
  let source: UnitSource
  try {
    source = sourceOf(input, session)
    const bytes = await sizeOf(source.path)
    if (bytes > LARGE && typeof input.into === 'number') await backUp(room.workspace, 'import', session.clock)
  } catch (error) {
    throw named(error, input)
  }
  const at = now()
  const { batch, memoryId } = inTransaction(db, () => {
    const started = startUnitImport(db, { fileName, into: input.into }, at)
    claimMemory(db, started.batch, started.memoryId)
    return started
  })
  const report: MemoryImportReport = {
    ...{ batch, memoryId, read: 0, added: 0, merged: 0, same: 0, refused: 0 },
    ...{ notices: [], noticeCount: 0, cancelled: false },
  }
  // It packs what is full while the rest is read.
  room.index.warm()
  const target = { memoryId, batch, origin: fileName.slice(0, 200), at }
  const memory = { workspace: room.workspace.path, id: memoryId }
  let shape: UnitShape | null = null
  const pace = createPace()
  let told = 0
  try {
    for await (const answer of readUnitsInThread({ source, memory }, { signal, most: pace.most })) {
      if ('shape' in answer) shape = answer.shape
      if (!('rows' in answer)) continue
      take(db, answer.rows)
      if (report.added - told >= FOLLOW) {
        told = report.added
        room.memory.follow()
      }
      context.report(Math.round(answer.rows.share * 1000), 1000, fileName)
      await context.rest()
    }
    // An empty memory made for nothing would be no help.
    if (report.added + report.merged + report.same === 0)
      throw new AppError('nothing-to-import', 'No unit could be read from the file.', {
        refused: report.refused,
        notices: report.notices.slice(0, 5),
        ...(shape?.table ? { columns: shape.table.columns } : {}),
      })
  } catch (error) {
    const known = toAppError(error)
    if (known.code === 'cancelled' && input.whenCancelled === 'keep' && report.added + report.merged > 0)
      report.cancelled = true
    else {
      await takeUnitsBack(db, batch, rest).catch(() => undefined)
      room.memory.follow()
      changed({ type: 'memory' })
      throw named(error, input)
    }
  }
  landUnits(db, batch, JSON.stringify(shape?.header ?? {}))
  room.memory.follow()
  changed({ type: 'memory' })
  if (input.from.kind === 'upload') await session.scratch.dropUpload(input.from.id)
  // Said to be done, it can be found. It has landed: whoever will not wait for that, or cannot, has it all the same.
  await indexReady(room.index, signal).catch(() => undefined)
  return report

  function take(into: Writer, { cells, count, twins, again, notices, refused }: UnitRows): void {
    if (count > 0) {
      const began = performance.now()
      inTransaction(into, () => addUnitRows(into, cells, target))
      pace.took(count, performance.now() - began)
    }
    let merged = 0
    for (let from = 0; from < twins.length; from += TWINS) {
      const part = twins.slice(from, from + TWINS)
      merged += inTransaction(into, () => mergeTwins(into, part, batch, at))
    }
    report.read += count + twins.length + again + refused
    report.added += count
    report.merged += merged
    report.same += twins.length - merged + again
    report.refused += refused
    note(report, notices)
  }
}

/** So much of a file is read for a preview: so many units, and no more than so many bytes. */
const PREVIEWED = 200
const PREVIEWED_BYTES = 2 * 1024 * 1024
const SHOWN = 20

/** The beginning of a file, and how it is read. What cannot be read carries its error. */
export const previewMemory = async (input: Named, session: Session): Promise<UnitPreview> => {
  const preview: UnitPreview = {
    ...{ name: nameOf(input), format: input.format ?? '', version: '', encoding: '', bytes: 0 },
    ...{ languages: [], table: null, sample: [], notices: [], error: null },
  }
  try {
    const source = sourceOf(input, session)
    preview.bytes = await sizeOf(source.path)
    let units = 0
    for await (const answer of readUnitsInThread({ source: { ...source, most: PREVIEWED_BYTES } })) {
      if ('shape' in answer) {
        const { format, encoding, table } = answer.shape
        Object.assign(preview, { format, encoding, table })
        preview.version = answer.shape.version
      } else if ('part' in answer) {
        const { entries, notices, languages } = answer.part
        units += entries.length
        preview.languages = languages
          .filter(([code]) => code !== '')
          .map(([code, count]) => ({ code, units: count }))
        for (const { source: from, target, author, note: said, createdAt } of entries.slice(
          0,
          SHOWN - preview.sample.length,
        ))
          preview.sample.push({ source: from, target, author, note: said, createdAt })
        preview.notices.push(...notices.slice(0, KEPT_NOTICES - preview.notices.length))
        if (units >= PREVIEWED) break
      }
    }
  } catch (error) {
    preview.error = named(error, input).toShape()
  }
  return preview
}
