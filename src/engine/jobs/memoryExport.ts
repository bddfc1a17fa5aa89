import { createWriteStream } from 'node:fs'
import { rm, stat } from 'node:fs/promises'
import { once } from 'node:events'
import { basename, dirname, join, resolve } from 'node:path'
import { AppError } from '#contract/error.ts'
import type { ExportedFile } from '#contract/exchange.ts'
import type { MemoryFormat } from '#contract/formats.ts'
import type { ParsedInputOf, ResultOf } from '#contract/index.ts'
import { writeTmx, type WrittenUnit } from '#core/formats/tmx/write.ts'
import { writeUnitTable } from '#core/formats/unitTable/table.ts'
import type { JobContext } from '../context.ts'
import { toAppError } from '../db/errors.ts'
import { moveDurably } from '../db/durable.ts'
import { getMemory } from '../db/memories.ts'
import { writtenUnits } from '../db/unitExport.ts'

const MEDIA_TYPES: Readonly<Record<MemoryFormat, string>> = {
  tmx: 'application/x-tmx+xml',
  csv: 'text/csv; charset=utf-8',
  tsv: 'text/tab-separated-values; charset=utf-8',
}
/** Units read from the workspace in one go. */
const PAGE = 500

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

/**
 * Writes memories as one file, page by page, in the order their units were kept: beside its place and then put there in one
 * step, or as a download. Throws `not-found`, `file-unwritable`, `disk-full`, `cancelled`; nothing is left behind then.
 */
export const runMemoryExport = async (
  { memoryIds, unitIds, format, defuse, to }: ParsedInputOf<'memory.export'>,
  { db, session, report, rest }: JobContext,
): Promise<ResultOf<'memory.export'>> => {
  const memories = [...new Set(memoryIds)].map((id) => getMemory(db, id))
  const title = memories.map(({ name }) => name).join(', ')
  const total = unitIds?.length ?? memories.reduce((sum, { units }) => sum + units, 0)
  const name = fileNameOf(title, format)
  const goal = to.kind === 'path' ? await pathOf(to.path, name) : null
  const temporary = goal === null ? await session.scratch.placeForDownload() : `${goal}.${process.pid}.part`
  let written = 0
  let bytes = 0
  const file = createWriteStream(temporary, { flags: 'wx', mode: goal === null ? 0o600 : 0o666 })
  try {
    await once(file, 'open')
    let page: WrittenUnit[] = []
    // The writers ask for one unit after the other; what they are given is what the page holds.
    const units = function* (): Generator<WrittenUnit> {
      for (;;) {
        const next = page.shift()
        if (next) yield next
        else if (!fill()) return
      }
    }
    let after = 0
    const fill = (): boolean => {
      const found = writtenUnits(db, { memoryIds, unitIds, after, limit: PAGE })
      after = found.at(-1)?.id ?? after
      page = found.map(({ id: _, ...unit }) => unit)
      written += page.length
      return page.length > 0
    }
    const parts =
      format === 'tmx'
        ? writeTmx(units(), { version: String(db.pragma('user_version', { simple: true })) })
        : writeUnitTable(units(), { delimiter: format === 'csv' ? ',' : '\t', defuse })
    let held = ''
    let resting = 0
    for (const part of parts) {
      held += part
      if (held.length < 64 * 1024) continue
      bytes += Buffer.byteLength(held)
      const flowing = file.write(held)
      held = ''
      if (!flowing) await once(file, 'drain')
      if (written - resting >= PAGE) {
        resting = written
        report(written, total, title)
        await rest()
      }
    }
    bytes += Buffer.byteLength(held)
    file.end(held)
    await once(file, 'finish')
    if (goal !== null) moveDurably(temporary, goal)
  } catch (error) {
    file.destroy()
    await rm(temporary, { force: true }).catch(() => undefined)
    const known = toAppError(error)
    throw known.code === 'internal'
      ? new AppError('file-unwritable', 'The file cannot be written.', {
          path: goal ?? '',
          cause: known.message,
        })
      : known
  }
  const exported: ExportedFile = { name, path: '', bytes, download: null }
  if (goal === null)
    exported.download = await session.scratch.keepDownload({
      name,
      type: MEDIA_TYPES[format],
      path: temporary,
    })
  else Object.assign(exported, { name: basename(goal), path: goal })
  return { files: [exported], units: written, notices: [] }
}
