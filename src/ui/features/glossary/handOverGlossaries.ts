import { GLOSSARY_EXTENSIONS, type GlossaryFormat } from '#contract/formats.ts'
import type { ResultOf } from '#contract/index.ts'
import type { JobState } from '#contract/job.ts'
import { startJob, type RunningJob } from '../../app/client.ts'
import { chooseGoal, fileNameOf, saveDownloads } from '../exchange/handOver.ts'

export interface GlossaryHandOver {
  glossaryIds: number[]
  format: GlossaryFormat
  defuse: boolean
  /** Suggested as the file's name where the host asks for one. */
  title: string
}

/** What spreadsheets open, and therefore might run. */
export const isForSpreadsheets = (format: GlossaryFormat): boolean => ['csv', 'tsv', 'xlsx'].includes(format)

/** Null when the user closed the host's dialog. */
export const handOverGlossaries = async (
  { glossaryIds, format, defuse, title }: GlossaryHandOver,
  onProgress: (state: JobState) => void,
): Promise<RunningJob<ResultOf<'glossary.export'>> | null> => {
  const to = await chooseGoal(fileNameOf(title, GLOSSARY_EXTENSIONS[format]))
  if (!to) return null
  const job = await startJob(
    'glossary.export',
    { glossaryIds, format, defuse: defuse && isForSpreadsheets(format), to },
    onProgress,
  )
  const result = job.result.then(async (made) => {
    await saveDownloads(made.files)
    return made
  })
  return { ...job, result }
}
