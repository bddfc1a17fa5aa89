import { extname, resolve } from 'node:path'
import type { Command } from 'commander'
import { AppError } from '#contract/error.ts'
import type { MemoryFormat, MemoryImportFormat, UnitColumn } from '#contract/formats.ts'
import type { InputOf } from '#contract/index.ts'
import type { UnitNotice } from '#contract/memoryExchange.ts'
import { DONE, INTERRUPTED, printJson, type Context } from '../../io.ts'
import { withSession, type CommandSession } from '../../session.ts'
import { setTable } from '../../table.ts'
import { noticeLine } from './notices.ts'

export interface ImportOptions {
  into?: string
  keep?: true
  format?: MemoryImportFormat
  encoding?: string
  columns?: UnitColumn[]
  header: boolean
}

/** Throws `nothing-to-import` with what was found in the file instead of units. */
const importFile = async (session: CommandSession, input: InputOf<'memory.import'>) => {
  try {
    return await session.run('memory.import', input)
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'nothing-to-import') throw error
    const { columns, notices } = error.details as { columns?: UnitColumn[]; notices?: UnitNotice[] }
    const read = columns ? ` Its columns were read as: ${columns.join(', ')} (--columns says otherwise).` : ''
    const first = notices?.[0] ? ` First notice: ${noticeLine('', notices[0]).trim()}` : ''
    throw new AppError(error.code, `${error.message}${read}${first}`, error.details)
  }
}

/**
 * Each file lands whole or, interrupted with --keep, as far as it was read; the first that cannot be read ends it, those
 * before it stay.
 */
export const importUnits = (
  context: Context,
  [files]: [string[]],
  options: ImportOptions,
  command: Command,
): Promise<number> => {
  const { columns, header, format, encoding } = options
  // Without --columns they are read from the header, so there has to be one.
  if (!header && columns === undefined) command.error('error: --no-header goes with --columns')
  return withSession(context, async (session) => {
    const { io, json } = context
    const memories = await session.call('memory.list', {})
    const into = options.into ?? memories.find(({ role }) => role === 'write')?.id ?? 'Memory'
    const done = []
    let interrupted = false
    for (const file of files) {
      const report = await importFile(session, {
        from: { kind: 'path', path: resolve(file) },
        into,
        whenCancelled: options.keep ? 'keep' : 'nothing',
        ...(format === undefined ? {} : { format }),
        ...(encoding === undefined ? {} : { encoding }),
        ...(columns === undefined ? {} : { table: { columns, header } }),
      })
      const { read, added, merged, same, refused, notices, noticeCount, cancelled, memoryId, batch } = report
      const memory = (await session.call('memory.list', {})).find(({ id }) => id === memoryId)?.name ?? ''
      done.push({ file, memory, batch, read, added, merged, same, refused, notices, noticeCount, cancelled })
      interrupted = cancelled
      if (cancelled) break
    }
    if (json) printJson(io, { files: done })
    else {
      io.out(
        setTable(
          done,
          [
            { title: 'FILE', of: ({ file }) => file, flexible: true },
            { title: 'MEMORY', of: ({ memory }) => memory, flexible: true },
            { title: 'ADDED', of: ({ added }) => added },
            { title: 'MERGED', of: ({ merged }) => merged },
            { title: 'SAME', of: ({ same }) => same },
            { title: 'REFUSED', of: ({ refused }) => refused },
          ],
          io.columns,
        ),
      )
      for (const { file, notices, noticeCount, cancelled } of done) {
        for (const each of notices) io.err(noticeLine(file, each))
        if (noticeCount > notices.length) io.err(`${file}: and ${noticeCount - notices.length} more\n`)
        if (cancelled) io.err(`${file}: interrupted; what was read until then was kept\n`)
      }
    }
    return interrupted ? INTERRUPTED : DONE
  })
}

const BY_EXTENSION: Readonly<Record<string, MemoryFormat>> = {
  '.tmx': 'tmx',
  '.xml': 'tmx',
  '.csv': 'csv',
  '.tsv': 'tsv',
  '.tab': 'tsv',
}

/** The id of the memory of that name. Throws `not-found` that says which there are. */
const memoryId = async ({ call }: CommandSession, name: string): Promise<number> => {
  const memories = await call('memory.list', {})
  const wanted = name.normalize('NFC')
  const found = memories.find((memory) => memory.name === wanted)
  if (!found)
    throw new AppError('not-found', `There is no memory named ${name}.`, {
      memory: name,
      memories: memories.map((memory) => memory.name),
    })
  return found.id
}

export interface ExportOptions {
  out: string
  format?: MemoryFormat
  memory?: string[]
  defuse?: boolean
}

export const exportUnits = (
  context: Context,
  _: [],
  { out, format, memory, defuse }: ExportOptions,
  command: Command,
): Promise<number> => {
  const wanted = format ?? BY_EXTENSION[extname(out).toLowerCase()]
  if (wanted === undefined) command.error('error: say the --format, or end --out with .tmx, .csv or .tsv')
  return withSession(context, async (session) => {
    const names = memory ?? []
    const memoryIds =
      names.length > 0
        ? await Promise.all(names.map((name) => memoryId(session, name)))
        : (await session.call('memory.list', {})).map(({ id }) => id)
    if (memoryIds.length === 0) throw new AppError('not-found', 'There is no memory.')
    const { files, units, notices } = await session.run('memory.export', {
      memoryIds,
      format: wanted,
      ...(defuse === undefined ? {} : { defuse }),
      to: { kind: 'path', path: resolve(out) },
    })
    const { io, json } = context
    if (json) printJson(io, { files: files.map(({ path, bytes }) => ({ path, bytes })), units, notices })
    else {
      for (const { path } of files) io.out(`${path}: ${units} units\n`)
      for (const each of notices) io.err(noticeLine(files[0]?.path ?? out, each))
    }
    return DONE
  })
}
