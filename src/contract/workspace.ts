import { z } from 'zod'
import { command, nothing, query } from './define.ts'
import type { ErrorShape } from './error.ts'

export interface Backup {
  /** File name inside the workspace's backup folder. */
  name: string
  createdAt: string
  bytes: number
  articles: number
  paragraphs: number
  /** The backup was reopened, checked and counted after it was made. */
  verified: boolean
  /** Why it was made: before a migration, an import, daily, asked for. */
  reason: 'migration' | 'import' | 'daily' | 'asked' | 'restore' | 'trash'
}

export type WorkspaceState =
  | {
      status: 'open'
      path: string
      readOnly: boolean
      sqliteVersion: string
      schema: number
      firstStart: boolean
      /** What the daily check of the file found wrong since it was opened. */
      damage: ErrorShape | null
    }
  | {
      /** The file could not be opened as it is. Nothing was changed; `backups` are offered, newest first. */
      status: 'refused'
      path: string
      error: ErrorShape
      backups: Backup[]
    }

export const workspaceContract = {
  'workspace.state': query<WorkspaceState>()(nothing),
  'workspace.backups': query<Backup[]>()(nothing),
  'workspace.backUp': command<Backup>()(nothing),
  /** The file in place is renamed aside (never deleted), the backup takes its place, and it is opened. */
  'workspace.restore': command<WorkspaceState>()(z.strictObject({ backup: z.string().max(300) })),
  /** Tries once more to open the file as it is now. */
  'workspace.reopen': command<WorkspaceState>()(nothing),
  /** Brings the sample project in (once more). */
  'workspace.addSample': command<{ projectId: number; articleIds: number[]; openArticleId: number }>()(
    nothing,
  ),
}
