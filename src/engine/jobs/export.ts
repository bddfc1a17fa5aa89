import { mkdir, readdir, rmdir, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { AppError } from '#contract/error.ts'
import type { ExportedFile } from '#contract/exchange.ts'
import type { ParsedInputOf } from '#contract/index.ts'
import { handOverFileName } from '#core/formats/fileName.ts'
import type { JobContext } from '../context.ts'
import { readBilingual } from '../db/bilingual.ts'
import { requireArticles } from '../db/article.ts'
import { causeOf } from '../db/errors.ts'
import { prepareFile, type PendingFile } from '../files/write.ts'
import { MEDIA_TYPES } from './render.ts'
import { createRenderer } from './renderer.ts'
import { cancelled } from './runner.ts'

type Input = ParsedInputOf<'export.run'>

/** Where the files go: into a folder under their own names, to one path, or to the page. */
type Target = { folder: string; made: boolean } | { file: string } | 'download'

const isFolder = async (path: string): Promise<boolean> =>
  (await stat(path).catch(() => null))?.isDirectory() ?? false

const targetOf = async ({ articleIds, to }: Input): Promise<Target> => {
  if (to.kind === 'download') return 'download'
  const path = resolve(to.path)
  if (await isFolder(path)) return { folder: path, made: false }
  if (/[\\/]$/.test(to.path)) {
    try {
      return { folder: path, made: (await mkdir(path, { recursive: true })) !== undefined }
    } catch (error) {
      throw new AppError('file-unwritable', 'The folder could not be made.', { path, cause: causeOf(error) })
    }
  }
  if (articleIds.length > 1)
    throw new AppError('file-unwritable', 'Several articles need a folder.', { path, expected: 'folder' })
  if (!(await isFolder(dirname(path))))
    throw new AppError('file-unwritable', 'There is no such folder.', { path: dirname(path) })
  return { file: path }
}

/**
 * Renders and writes articles. First all files are written beside their places, then all are put in place: cancelled
 * before that, none is there and nothing is left behind. A file of the same name is replaced.
 */
export const runExport = async (input: Input, context: JobContext): Promise<{ files: ExportedFile[] }> => {
  const { format, layout } = input
  const { db, session, signal, report, rest } = context
  const articleIds = [...new Set(input.articleIds)]
  requireArticles(db, articleIds)
  const target = await targetOf(input)
  const renderer = createRenderer(signal)
  const names = new Set<string>()
  const pending: PendingFile[] = []
  const files: ExportedFile[] = []
  let finished = false
  try {
    for (const [index, id] of articleIds.entries()) {
      const article = readBilingual(db, id, context.now())
      report(index, articleIds.length, article.head.title)
      const bytes = await renderer.render({ article, format, layout })
      await rest()
      const name = handOverFileName(article.head, id, layout, format, names)
      names.add(name)
      if (target === 'download') {
        const download = await session.scratch.addDownload({ name, type: MEDIA_TYPES[format] }, bytes)
        files.push({ name, path: '', bytes: bytes.byteLength, download })
      } else {
        const path = 'file' in target ? target.file : join(target.folder, name)
        pending.push(await prepareFile(path, bytes))
        files.push({ name: basename(path), path, bytes: bytes.byteLength, download: null })
      }
    }
    report(articleIds.length, articleIds.length)
    if (signal.aborted) throw cancelled()
    for (const file of pending) await file.commit()
    finished = true
    return { files }
  } finally {
    await renderer.end()
    if (!finished) {
      for (const file of pending) await file.discard()
      for (const { download } of files) if (download) await session.scratch.dropDownload(download)
      if (target !== 'download' && 'folder' in target && target.made) await removeIfEmpty(target.folder)
    }
  }
}

const removeIfEmpty = async (folder: string): Promise<void> => {
  if ((await readdir(folder).catch(() => ['unreadable'])).length === 0)
    await rmdir(folder).catch(() => undefined)
}
