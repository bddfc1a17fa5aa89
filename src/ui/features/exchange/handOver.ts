import type { ExportedFile, ExportFormat } from '#contract/exchange.ts'
import type { JobState } from '#contract/job.ts'
import { call, saveDownload, startJob } from '../../app/client.ts'

export interface HandOver {
  result: Promise<ExportedFile[]>
  cancel(): Promise<void>
}

export interface HandOverOptions {
  articleIds: number[]
  format: ExportFormat
  layout: 'bilingual' | 'target'
  /** Suggested as the file's name where the host asks for one. */
  title: string
}

/** A file's name of a title: what no file system takes is gone. */
export const fileNameOf = (title: string, extension: string): string =>
  `${title.replace(/[\\/:*?"<>|\u0000-\u001f]/g, ' ').slice(0, 80)}.${extension}`

export type Goal = { kind: 'path'; path: string } | { kind: 'download' }

/** Where it goes: asked for by the host's own dialog where it has one. Null when the user closed that. */
export const chooseGoal = async (suggestedName: string, folder = false): Promise<Goal | null> => {
  const { dialogs } = await call('host.info', {})
  if (!dialogs) return { kind: 'download' }
  const place = await call('host.chooseTarget', { suggestedName, folder })
  return place && { kind: 'path', path: place.path }
}

/** Saves what was made for the browser through its downloads. */
export const saveDownloads = async (files: readonly ExportedFile[]): Promise<void> => {
  for (const file of files) {
    if (!file.download) continue
    saveDownload(file.download, file.name)
    // Browsers drop downloads that are started in the same breath.
    await new Promise((resolve) => setTimeout(resolve, 150))
  }
}

/**
 * Hands over: to a place asked for by the host's own dialog, or through the browser's downloads. Null when the user
 * closed the dialog.
 */
export const handOver = async (
  options: HandOverOptions,
  onProgress: (state: JobState) => void,
): Promise<HandOver | null> => {
  const { articleIds, format, layout, title } = options
  const several = articleIds.length > 1
  const to = await chooseGoal(several ? '' : fileNameOf(title, format), several)
  if (!to) return null
  const job = await startJob('export.run', { articleIds, format, layout, to }, onProgress)
  const result = job.result.then(async ({ files }) => {
    await saveDownloads(files)
    return files
  })
  return { result, cancel: () => job.cancel() }
}
