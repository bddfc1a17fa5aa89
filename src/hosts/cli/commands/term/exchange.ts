import { extname, resolve } from 'node:path'
import { AppError } from '#contract/error.ts'
import type { GlossaryFormat, GlossaryNotice, TermColumn } from '#contract/glossary.ts'
import type { InputOf } from '#contract/index.ts'
import type { Command } from 'commander'
import { DONE, printJson, type Context } from '../../io.ts'
import { withSession, type CommandSession } from '../../session.ts'
import { setTable } from '../../table.ts'
import { noticeLine } from './notices.ts'
import { glossaryId } from './print.ts'

export interface ImportOptions {
  glossary?: string
  format?: NonNullable<InputOf<'glossary.import'>['format']>
  existing?: 'merge' | 'overwrite' | 'skip'
  encoding?: string
  columns?: TermColumn[]
  header: boolean
  sheet?: string
}

/** Throws `nothing-to-import` with what was found in the file instead of terms. */
const importFile = async (session: CommandSession, input: InputOf<'glossary.import'>) => {
  try {
    return await session.run('glossary.import', input)
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'nothing-to-import') throw error
    const { columns, notices } = error.details as { columns?: TermColumn[]; notices?: GlossaryNotice[] }
    const read = columns ? ` Its columns were read as: ${columns.join(', ')} (--columns says otherwise).` : ''
    const first = notices?.[0] ? ` First notice: ${noticeLine('', notices[0]).trim()}` : ''
    throw new AppError(error.code, `${error.message}${read}${first}`, error.details)
  }
}

/** Each file lands whole or not at all; the first that cannot be read ends it, those before it stay. */
export const importTerms = (
  context: Context,
  [files]: [string[]],
  options: ImportOptions,
  command: Command,
): Promise<number> => {
  const { columns, header, sheet } = options
  // Without --columns they are read from the header, so there has to be one.
  if (!header && columns === undefined) command.error('error: --no-header goes with --columns')
  const table =
    columns === undefined && sheet === undefined
      ? undefined
      : { columns: columns ?? [], header, ...(sheet === undefined ? {} : { sheet }) }
  return withSession(context, async (session) => {
    const { io, json } = context
    const glossaries = await session.call('glossary.list', {})
    const into = options.glossary ?? glossaries.find(({ readOnly }) => !readOnly)?.id ?? 'Glossary'
    const done = []
    for (const file of files) {
      const report = await importFile(session, {
        from: { kind: 'path', path: resolve(file) },
        into,
        ...(options.format === undefined ? {} : { format: options.format }),
        ...(options.encoding === undefined ? {} : { encoding: options.encoding }),
        ...(options.existing === undefined ? {} : { existing: options.existing }),
        ...(table === undefined ? {} : { table }),
      })
      const { read, added, merged, same, skipped, notices } = report
      const glossary = (await session.call('glossary.list', {})).find(({ id }) => id === report.glossaryId)
      done.push({ file, glossary: glossary?.name ?? '', read, added, merged, same, skipped, notices })
    }
    if (json) printJson(io, { files: done })
    else {
      io.out(
        setTable(
          done,
          [
            { title: 'FILE', of: ({ file }) => file, flexible: true },
            { title: 'GLOSSARY', of: ({ glossary }) => glossary, flexible: true },
            { title: 'ADDED', of: ({ added }) => added },
            { title: 'MERGED', of: ({ merged }) => merged },
            { title: 'SAME', of: ({ same }) => same },
            { title: 'SKIPPED', of: ({ skipped }) => skipped },
          ],
          io.columns,
        ),
      )
      for (const { file, notices } of done) for (const each of notices) io.err(noticeLine(file, each))
    }
    return DONE
  })
}

const BY_EXTENSION: Readonly<Record<string, GlossaryFormat>> = {
  '.tbx': 'tbx',
  '.xml': 'tbx',
  '.csv': 'csv',
  '.tsv': 'tsv',
  '.tab': 'tsv',
  '.xlsx': 'xlsx',
  '.txt': 'omegat',
  '.utf8': 'omegat',
}

export interface ExportOptions {
  out: string
  format?: GlossaryFormat
  glossary?: string[]
  defuse?: boolean
}

export const exportTerms = (
  context: Context,
  _: [],
  { out, format, glossary, defuse }: ExportOptions,
  command: Command,
): Promise<number> => {
  const wanted = format ?? BY_EXTENSION[extname(out).toLowerCase()]
  if (wanted === undefined)
    command.error('error: say the --format, or end --out with .tbx, .csv, .tsv, .xlsx or .txt')
  return withSession(context, async (session) => {
    const names = glossary ?? []
    const glossaryIds =
      names.length > 0
        ? await Promise.all(names.map((name) => glossaryId(session, name)))
        : (await session.call('glossary.list', {})).map(({ id }) => id)
    const { files, terms, notices } = await session.run('glossary.export', {
      glossaryIds,
      format: wanted,
      ...(defuse === undefined ? {} : { defuse }),
      to: { kind: 'path', path: resolve(out) },
    })
    const { io, json } = context
    if (json) printJson(io, { files: files.map(({ path, bytes }) => ({ path, bytes })), terms, notices })
    else {
      for (const { path } of files) io.out(`${path}: ${terms} terms\n`)
      for (const each of notices) io.err(noticeLine(files[0]?.path ?? out, each))
    }
    return DONE
  })
}

/** Brings in the glossary that ships with Naranhi, or brings it up to date. */
export const importStarter = (context: Context): Promise<number> =>
  withSession(context, async ({ call }) => {
    const { name, terms } = await call('glossary.addStarter', {})
    const { io, json } = context
    if (json) printJson(io, { glossary: name, terms })
    else io.out(`${name}: ${terms} terms\n`)
    return DONE
  })
