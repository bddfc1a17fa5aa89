import type { JobState } from '#contract/job.ts'
import type { Io } from './io.ts'
import { cutTo, printable } from './width.ts'

const COLUMNS = 70

/** One line on stderr that is drawn over and over, where someone looks at it. */
export const showProgress = ({ err, progress }: Io): { show(job: JobState): void; clear(): void } => {
  let drawn = false
  return {
    show({ done, total, note, status }) {
      if (!progress || status !== 'running') return
      drawn = true
      const share = total > 0 ? `${Math.floor((100 * done) / total)} %` : `${done}`
      err(`\r\u001b[2K${cutTo(`${share}  ${printable(note).replace(/\s+/g, ' ')}`, COLUMNS)}`)
    },
    clear() {
      if (drawn) err('\r\u001b[2K')
    },
  }
}
