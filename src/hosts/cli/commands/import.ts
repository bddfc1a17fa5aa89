import { basename, resolve } from 'node:path'
import type { SplitMode } from '#contract/exchange.ts'
import { DONE, printJson, type Context } from '../io.ts'
import { withSession } from '../session.ts'
import { setTable } from '../table.ts'

interface ImportOptions {
  project?: string
  split?: SplitMode
  encoding?: string
  perLine?: boolean
}

/** Where articles go that nobody gave a project. */
const DEFAULT_PROJECT = 'Imported'

/** All files are brought in, or none is. */
export const importFiles = (context: Context, [files]: [string[]], options: ImportOptions): Promise<number> =>
  withSession(context, async ({ run }) => {
    const { split, encoding, perLine, project = DEFAULT_PROJECT } = options
    const { articles } = await run('import.run', {
      project,
      items: files.map((file) => ({
        from: { kind: 'path', path: resolve(file) },
        ...(split ? { split } : {}),
        ...(encoding ? { encoding } : {}),
        ...(perLine ? { perLine } : {}),
      })),
    })
    const rows = articles.map(({ id, title, paragraphs }) => ({ id, title, paragraphs }))
    const { io, json } = context
    if (json) printJson(io, { articles: rows })
    else {
      const from = files.length === 1 ? basename(files[0] ?? '') : `${files.length} files`
      io.err(`Brought in from ${from}, into the project “${project}”:\n`)
      io.out(
        setTable(
          rows,
          [
            { title: 'ID', of: ({ id }) => id },
            { title: 'TITLE', of: ({ title }) => title, flexible: true },
            { title: 'PARAGRAPHS', of: ({ paragraphs }) => paragraphs },
          ],
          io.columns,
        ),
      )
    }
    return DONE
  })
