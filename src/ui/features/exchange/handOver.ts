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

/**
 * Hands over: to a place asked for by the host's own dialog, or through the browser's downloads. Null when the user
 * closed the dialog.
 */
export const handOver = async (
  options: HandOverOptions,
  onProgress: (state: JobState) => void,
): Promise<HandOver | null> => {
  const { articleIds, format, layout, title } = options
  const { dialogs } = await call('host.info', {})
  const several = articleIds.length > 1
  const place = dialogs
    ? await call('host.chooseTarget', {
        suggestedName: several
          ? ''
          : `${title.replace(/[\\/:*?"<>|\u0000-\u001f]/g, ' ').slice(0, 80)}.${format}`,
        folder: several,
      })
    : null
  if (dialogs && !place) return null
  const to = place ? { kind: 'path' as const, path: place.path } : { kind: 'download' as const }
  const job = await startJob('export.run', { articleIds, format, layout, to }, onProgress)
  const result = job.result.then(async ({ files }) => {
    for (const file of files) {
      if (!file.download) continue
      saveDownload(file.download, file.name)
      // Browsers drop downloads that are started in the same breath.
      await new Promise((resolve) => setTimeout(resolve, 150))
    }
    return files
  })
  return { result, cancel: () => job.cancel() }
}
