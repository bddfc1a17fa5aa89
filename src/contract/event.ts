import type { CommandId } from './commands.ts'
import type { JobState } from './job.ts'

/**
 * Events say what changed, not what it is now: whoever shows it fetches the little it shows. `by` names the
 * client whose call made the change, so that a window need not fetch what it has just written itself.
 */
export type AppEvent =
  | { type: 'library'; by: string }
  | { type: 'article'; articleId: number; paragraphIds: number[]; by: string }
  | { type: 'structure'; articleId: number; by: string }
  | { type: 'annotation'; articleId: number; by: string }
  | { type: 'term'; by: string }
  | { type: 'memory'; by: string }
  | { type: 'setting'; by: string }
  | { type: 'workspace'; by: string }
  /** Another process wrote to the workspace; anything may have changed. */
  | { type: 'elsewhere' }
  | { type: 'job'; job: JobState }
  /** A command chosen in the desktop's own menu. */
  | { type: 'command'; command: CommandId }
  /** The window is asked to close: call `host.stay`, save what is unsaved, then call `host.quit`. */
  | { type: 'closing' }
