import { stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { AppError } from '#contract/error.ts'
import type { ExportedFile } from '#contract/exchange.ts'
import type { MemoryFormat } from '#contract/formats.ts'
import type { ParsedInputOf, ResultOf } from '#contract/index.ts'
import type { UnitNotice } from '#core/formats/unit.ts'
import { TMX_FOOT, tmxHead, tmxUnit, type WrittenUnit } from '#core/formats/tmx/write.ts'
import { unitTableHead, unitTableLine } from '#core/formats/unitTable/table.ts'
import type { JobContext } from '../context.ts'
import type { Reader } from '../db/database.ts'
import { getMemory } from '../db/memories.ts'
import { headersOf, lastUnit, writtenUnits, writtenUnitsOf } from '../db/unitExport.ts'
import { growFile } from '../files/write.ts'

const MEDIA_TYPES: Readonly<Record<MemoryFormat, string>> = {
  tmx: 'application/x-tmx+xml',
  csv: 'text/csv; charset=utf-8',
  tsv: 'text/tab-separated-values; charset=utf-8',
}
/** Ids looked through in one go: some milliseconds, however many of them are of other memories. */
const PAGE = 500
/** Code units handed to the disk in one go. */
const PIECE = 256 * 1024
/** Notices that are carried. */
const KEPT_NOTICES = 100

const fileNameOf = (title: string, format: MemoryFormat): string => {
  const plain = title
    .replace(/[\\/:*?"<>|\u0000-\u001f\u007f]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
  return `${Array.from(plain).slice(0, 80).join('').replace(/^\.+/u, '') || 'memory'}.${format}`
}

const isFolder = async (path: string): Promise<boolean> =>
  (await stat(path).catch(() => null))?.isDirectory() ?? false

/** Where the file goes. Throws `file-unwritable`. */
const pathOf = async (to: string, name: string): Promise<string> => {
  const path = resolve(to)
  if (await isFolder(path)) return join(path, name)
  if (!(await isFolder(dirname(path))))
    throw new AppError('file-unwritable', 'There is no such folder.', { path: dirname(path) })
  return path
}

/** Units of memories, a page at a time, in the order they were kept. A page may be empty. */
function* pagesOf(
  db: Reader,
  memoryIds: readonly number[],
  unitIds: readonly number[] | undefined,
): Generator<WrittenUnit[]> {
  if (unitIds) {
    const ids = [...new Set(unitIds)].sort((one, other) => one - other)
    for (let at = 0; at < ids.length; at += PAGE)
      yield writtenUnitsOf(db, memoryIds, ids.slice(at, at + PAGE))
    return
  }
  // What is kept from now on is not waited for, or an export beside an import would have no end.
  const last = lastUnit(db)
  for (let after = 0; after < last; after += PAGE)
    yield writtenUnits(db, memoryIds, { after, last: Math.min(last, after + PAGE) })
}

/** How a file of units begins, says a unit and ends. */
interface UnitWriter {
  head: string
  unit(unit: WrittenUnit): string
  foot: string
}

const writerFor = (
  format: MemoryFormat,
  how: { db: Reader; memoryIds: readonly number[]; defuse: boolean; onNotice(notice: UnitNotice): void },
): UnitWriter => {
  const { db, memoryIds, defuse, onNotice } = how
  if (format === 'tmx')
    return {
      head: tmxHead({
        version: String(db.pragma('user_version', { simple: true })),
        header: headersOf(db, memoryIds),
      }),
      unit: (unit) => tmxUnit(unit, onNotice),
      foot: TMX_FOOT,
    }
  const style = { delimiter: format === 'csv' ? (',' as const) : ('\t' as const), defuse }
  return { head: unitTableHead(style), unit: (unit) => unitTableLine(unit, style), foot: '' }
}

/**
 * Writes memories as one file, page by page, in the order their units were kept: beside its place and then put there in one
 * step, or as a download. Throws `not-found`, `file-unwritable`, `disk-full`, `cancelled`; nothing is left behind then.
 */
export const runMemoryExport = async (
  input: ParsedInputOf<'memory.export'>,
  { db, session, report, rest }: JobContext,
): Promise<ResultOf<'memory.export'>> => {
  const { unitIds, format, defuse, to } = input
  const memoryIds = [...new Set(input.memoryIds)]
  const memories = memoryIds.map((id) => getMemory(db, id))
  const title = memories.map(({ name }) => name).join(', ')
  const total = unitIds?.length ?? memories.reduce((sum, { units }) => sum + units, 0)
  const name = fileNameOf(title, format)
  const goal = to.kind === 'path' ? await pathOf(to.path, name) : null
  const notices: UnitNotice[] = []
  const onNotice = (notice: UnitNotice): void => {
    if (notices.length < KEPT_NOTICES) notices.push(notice)
  }
  const writer = writerFor(format, { db, memoryIds, defuse, onNotice })
  const place = goal ?? (await session.scratch.placeForDownload())
  const file = await growFile(place, goal === null ? 0o600 : 0o666)
  let units = 0
  try {
    let held = writer.head
    for (const page of pagesOf(db, memoryIds, unitIds)) {
      for (const unit of page) held += writer.unit(unit)
      units += page.length
      if (held.length >= PIECE) {
        await file.write(Buffer.from(held))
        held = ''
      }
      report(units, total, title)
      await rest()
    }
    await file.write(Buffer.from(held + writer.foot))
    await file.commit()
  } catch (error) {
    await file.discard()
    throw error
  }
  const exported: ExportedFile = { name, path: '', bytes: file.bytes, download: null }
  if (goal === null)
    exported.download = await session.scratch.keepDownload({ name, type: MEDIA_TYPES[format], path: place })
  else Object.assign(exported, { name: basename(goal), path: goal })
  return { files: [exported], units, notices }
}
