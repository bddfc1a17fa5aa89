import { z } from 'zod'
import { command, nothing, query } from './define.ts'
import type { FileRef } from './exchange.ts'

/** Calls a host answers itself, since the engine has no window. */
export interface HostInfo {
  kind: 'desktop' | 'page' | 'command-line'
  version: string
  platform: 'darwin' | 'win32' | 'linux' | 'other'
  /** The host has open and save dialogs of its own; without them the page uploads and downloads. */
  dialogs: boolean
}

export const hostContract = {
  'host.info': query<HostInfo>()(nothing),
  /** An empty list when the user thought better of it. `kind` says which files the dialog offers first. */
  'host.chooseFiles': command<FileRef[]>()(
    z.strictObject({ kind: z.enum(['articles', 'glossary', 'memory']).default('articles') }),
  ),
  'host.chooseTarget': command<{ path: string } | null>()(
    z.strictObject({ suggestedName: z.string().max(300), folder: z.boolean() }),
  ),
  /** https and mailto only, after a question. */
  'host.openExternal': command<null>()(z.strictObject({ url: z.string().max(2000) })),
  'host.showFile': command<null>()(z.strictObject({ path: z.string().max(4096) })),
  /** The page has heard that it is to close and looks after it: the window waits, however long saving takes. */
  'host.stay': command<null>()(nothing),
  /** Nothing is unsaved, or the user gives it up: the window goes. */
  'host.quit': command<null>()(nothing),
}
