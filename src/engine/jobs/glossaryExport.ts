import { stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { AppError } from '#contract/error.ts'
import type { ExportedFile } from '#contract/exchange.ts'
import { GLOSSARY_EXTENSIONS, type GlossaryFormat } from '#contract/formats.ts'
import type { GlossaryNotice } from '#contract/glossary.ts'
import type { ParsedInputOf, ResultOf } from '#contract/index.ts'
import type { Term } from '#core/model/term.ts'
import type { JobContext } from '../context.ts'
import { getGlossary } from '../db/glossary.ts'
import { termsOfGlossaries } from '../db/term.ts'
import { prepareFile } from '../files/write.ts'
import type { WrittenTerm } from './glossaryFile.ts'
import { writeInThread } from './glossaryThread.ts'
import { cancelled } from './runner.ts'

const MEDIA_TYPES: Readonly<Record<GlossaryFormat, string>> = {
  tbx: 'application/x-tbx+xml',
  tbx2: 'application/x-tbx+xml',
  csv: 'text/csv; charset=utf-8',
  tsv: 'text/tab-separated-values; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  omegat: 'text/plain; charset=utf-8',
}

/** Notices that are carried. */
const KEPT_NOTICES = 1_000
/** Terms read from the database in one go. */
const PAGE = 1_000

const fileNameOf = (title: string, format: GlossaryFormat): string => {
  const plain = title
    .replace(/[\\/:*?"<>|\u0000-\u001f\u007f]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
  return `${Array.from(plain).slice(0, 80).join('').replace(/^\.+/u, '') || 'glossary'}.${GLOSSARY_EXTENSIONS[format]}`
}

/** Where the file goes. Throws `file-unwritable`. */
const pathOf = async (to: string, name: string): Promise<string> => {
  const path = resolve(to)
  const isFolder = async (folder: string) => (await stat(folder).catch(() => null))?.isDirectory() ?? false
  if (await isFolder(path)) return join(path, name)
  if (!(await isFolder(dirname(path))))
    throw new AppError('file-unwritable', 'There is no such folder.', { path: dirname(path) })
  return path
}

/** An OmegaT glossary has a line a term: what had several lines has them no more. */
const flattened = (terms: readonly WrittenTerm[]): GlossaryNotice[] =>
  terms
    .filter(({ definition, note }) => /[\n\r\t]/u.test(definition + note))
    .slice(0, KEPT_NOTICES)
    .map(({ source }) => ({ code: 'flattened', line: null, column: null, detail: source }))

/** Writes glossaries as one file, sorted by source: atomically to a path, or as a download. */
export const runGlossaryExport = async (
  input: ParsedInputOf<'glossary.export'>,
  context: JobContext,
): Promise<ResultOf<'glossary.export'>> => {
  const { db, session, signal, report, rest } = context
  const { format, defuse, to } = input
  const glossaryIds = [...new Set(input.glossaryIds)]
  const glossaries = glossaryIds.map((id) => getGlossary(db, id))
  const title = glossaries.map(({ name }) => name).join(', ')
  const name = fileNameOf(title, format)
  const path = to.kind === 'path' ? await pathOf(to.path, name) : null
  const total = glossaries.reduce((sum, { terms }) => sum + terms, 0)
  const terms: WrittenTerm[] = []
  for (let last: number | undefined = 0; last !== undefined;) {
    const page: Term[] = termsOfGlossaries(db, glossaryIds, last, PAGE)
    for (const { id: _, glossaryId: __, origin: ___, ...term } of page) terms.push(term)
    report(terms.length, total * 2, title)
    await rest()
    last = page.length === PAGE ? page.at(-1)?.id : undefined
  }
  terms.sort((one, other) => (one.source < other.source ? -1 : one.source > other.source ? 1 : 0))
  const bytes = await writeInThread(terms, { format, title, defuse }, { signal, rest })
  report(total * 2, total * 2, title)
  if (signal.aborted) throw cancelled()
  const file: ExportedFile = { name, path: '', bytes: bytes.byteLength, download: null }
  if (path === null)
    file.download = await session.scratch.addDownload({ name, type: MEDIA_TYPES[format] }, bytes)
  else {
    const pending = await prepareFile(path, bytes)
    await pending.commit()
    Object.assign(file, { name: basename(path), path })
  }
  return { files: [file], terms: terms.length, notices: format === 'omegat' ? flattened(terms) : [] }
}
