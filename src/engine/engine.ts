import type { Answer } from '#contract/error.ts'
import type { AppEvent } from '#contract/event.ts'

export interface EngineOptions {
  /** The workspace file. It is made, with the sample project, where none ever was. */
  workspacePath: string
  /** The folder that holds `sample/` and the other data that ships with Naranhi. */
  resources: string
  /** A folder of this run for uploads and downloads; removed on close. Left out: one in the system's temp folder. */
  scratch?: string
  now?: () => Date
  /** False for the command line: a workspace it makes starts without the sample project. */
  withSample?: boolean
  /** For somebody who is going to translate: the index of the memory is read while the workspace is being checked. */
  ahead?: boolean
}

export interface Download {
  path: string
  name: string
  /** Media type. */
  type: string
}

/** One open workspace behind one door. Every host runs exactly this. */
export interface Engine {
  /** The one door: unknown names and bad shapes are refused here. Never rejects. `client` names who calls. */
  call(name: string, input: unknown, client: string): Promise<Answer<unknown>>
  /** Whoever listens gets back the function that stops it. */
  listen(listener: (event: AppEvent) => void): () => void
  /** Keeps bytes a page has sent until they are imported; the id goes into a FileRef. At most MAX_UPLOAD bytes. */
  addUpload(name: string, bytes: Uint8Array): Promise<{ id: string }>
  /** A finished export a page may fetch, by the id in ExportedFile.download. */
  download(id: string): Download | null
  /** Ends jobs, flushes, checkpoints and closes. */
  close(): Promise<void>
}

export const MAX_UPLOAD = 64 * 1024 * 1024
