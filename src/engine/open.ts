import type { AppEvent } from '#contract/event.ts'
import { dispatch, toAnswerError } from './dispatch.ts'
import type { Engine, EngineOptions } from './engine.ts'
import { createScratch } from './files/scratch.ts'
import { createRunner } from './jobs/runner.ts'
import { createSession } from './session.ts'

/**
 * Opens the workspace and gives the engine. A workspace that cannot be opened is no reason not to start: then
 * `workspace.state` says why, `workspace.restore` and `workspace.reopen` work, and every other call answers
 * `workspace-closed`.
 */
export const openEngine = async (options: EngineOptions): Promise<Engine> => {
  const listeners = new Set<(event: AppEvent) => void>()
  const emit = (event: AppEvent): void => {
    for (const listener of [...listeners])
      try {
        listener(event)
      } catch {
        // A listener that fails is no reason for a call to fail, nor for others not to hear.
      }
  }
  const clock = options.now ?? (() => new Date())
  const scratch = createScratch(options.scratch)
  const jobs = createRunner({
    emit: (job) => emit({ type: 'job', job }),
    shape: (error) => toAnswerError(error).toShape(),
    now: () => clock().toISOString(),
  })
  const session = createSession(options, { jobs, scratch, emit })
  await session.reopen()
  let closed: Promise<void> | null = null
  return {
    call: (name, input, client) => dispatch(session, name, input, client),
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    addUpload: (name, bytes) => scratch.addUpload(name, bytes),
    download: (id) => scratch.download(id),
    close() {
      closed ??= session.close().finally(() => scratch.clear())
      return closed
    },
  }
}
