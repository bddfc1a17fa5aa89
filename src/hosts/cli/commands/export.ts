import { extname, resolve, sep } from 'node:path'
import type { Command } from 'commander'
import { EXPORT_FORMATS, type EXPORT_LAYOUTS, type ExportFormat } from '#contract/exchange.ts'
import { DONE, printJson, type Context } from '../io.ts'
import { withSession } from '../session.ts'
import { setTable } from '../table.ts'

interface ExportOptions {
  format?: ExportFormat
  out: string
  layout?: (typeof EXPORT_LAYOUTS)[number]
}

/** The format a file's name ends in. */
const formatOf = (path: string): ExportFormat | undefined =>
  EXPORT_FORMATS.find((format) => extname(path).toLowerCase() === `.${format}`)

/** A file for one article; several, and a path that ends in a separator, need a folder. */
const targetOf = (out: string, articles: number): string =>
  resolve(out) + (articles > 1 || /[\\/]$/.test(out) ? sep : '')

export const exportArticles = (
  context: Context,
  [given]: [number[]],
  { format = undefined, out, layout }: ExportOptions,
  command: Command,
): Promise<number> => {
  const chosen = format ?? formatOf(out) ?? command.error(`error: give --format ${EXPORT_FORMATS.join('|')}`)
  if (chosen === 'txt' && layout === 'bilingual')
    command.error('error: txt holds the translation alone; choose docx, html or md for both languages')
  const articleIds = [...new Set(given)]
  return withSession(context, async ({ run }) => {
    const { files } = await run('export.run', {
      articleIds,
      format: chosen,
      // Plain text has no way to stand side by side.
      layout: layout ?? (chosen === 'txt' ? 'target' : 'bilingual'),
      to: { kind: 'path', path: targetOf(out, articleIds.length) },
    })
    const rows = files.map(({ path, bytes }) => ({ path, bytes }))
    const { io, json } = context
    if (json) printJson(io, { files: rows })
    else
      io.out(
        setTable(
          rows,
          [
            { title: 'BYTES', of: ({ bytes }) => bytes },
            { title: 'FILE', of: ({ path }) => path },
          ],
          null,
        ),
      )
    return DONE
  })
}
