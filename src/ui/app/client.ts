import type { Answer } from '#contract/error.ts'
import { AppError } from '#contract/error.ts'
import type { AppEvent } from '#contract/event.ts'
import type { CallFunction, InputOf, JobName, ResultOf } from '#contract/index.ts'
import type { JobState } from '#contract/job.ts'

/** What a preload gives the page on the desktop; on the local page the same two functions go over HTTP. */
export interface Bridge {
  call(name: string, input: unknown, client: string): Promise<Answer<unknown>>
  listen(listener: (event: AppEvent) => void): () => void
}

declare global {
  interface Window {
    naranhi?: Bridge
  }
}

let bridge: Bridge | null = null
/** Set on the local page only: goes with every request that has bytes. */
let headers: () => Record<string, string> = () => ({})

/** Names this window in events, so that it need not fetch again what it has just written itself. */
export const clientId = crypto.randomUUID()

export const connect = async (): Promise<void> => {
  if (window.naranhi) {
    bridge = window.naranhi
    return
  }
  const { connectToPageHost } = await import('./pageBridge.ts')
  const page = await connectToPageHost(clientId)
  bridge = page.bridge
  headers = page.headers
}

const connected = (): Bridge => {
  if (!bridge) throw new AppError('internal', 'The window is not connected to its engine yet')
  return bridge
}

export const call: CallFunction = async (name, input) => {
  // Plain data only: what Vue watches cannot cross into another process.
  const plain: unknown = JSON.parse(JSON.stringify(input))
  const answer = await connected().call(name, plain, clientId)
  if (answer.ok) return answer.value as never
  throw AppError.fromShape(answer.error)
}

const listeners = new Set<(event: AppEvent) => void>()
let stopListening: (() => void) | null = null

/** Gives back the function that stops listening. */
export const listen = (listener: (event: AppEvent) => void): (() => void) => {
  listeners.add(listener)
  stopListening ??= connected().listen((event) => {
    for (const each of [...listeners]) each(event)
  })
  return () => {
    listeners.delete(listener)
  }
}

/** True for events this window caused itself. */
export const isOwn = (event: AppEvent): boolean => 'by' in event && event.by === clientId

export interface RunningJob<Result> {
  id: string
  result: Promise<Result>
  cancel(): Promise<void>
}

/** Starts a job and follows it: progress by `onProgress`, the end by `result`. */
export const startJob = async <N extends JobName>(
  name: N,
  input: InputOf<N>,
  onProgress?: (state: JobState) => void,
): Promise<RunningJob<ResultOf<N>>> => {
  const { jobId } = (await call(name, input)) as { jobId: string }
  const stop = onProgress
    ? listen((event) => {
        if (event.type === 'job' && event.job.id === jobId) onProgress(event.job)
      })
    : () => undefined
  const result = call('job.wait', { id: jobId }).finally(stop) as Promise<ResultOf<N>>
  return {
    id: jobId,
    result,
    cancel: async () => {
      await call('job.cancel', { id: jobId })
    },
  }
}

/** Sends a dropped or chosen file to the host and gives the reference an import takes. Same address in every host. */
export const upload = async (file: File): Promise<{ kind: 'upload'; id: string; name: string }> => {
  const response = await fetch(`/upload?name=${encodeURIComponent(file.name)}`, {
    method: 'POST',
    body: file,
    headers: { 'content-type': 'application/octet-stream', ...headers() },
  })
  const answer = (await response.json()) as Answer<{ id: string }>
  if (!answer.ok) throw AppError.fromShape(answer.error)
  return { kind: 'upload', id: answer.value.id, name: file.name }
}

/** Saves a finished export through the browser. */
export const saveDownload = (downloadId: string, fileName: string): void => {
  const link = document.createElement('a')
  link.href = `/download/${encodeURIComponent(downloadId)}`
  link.download = fileName
  document.body.append(link)
  link.click()
  link.remove()
}
