import { mkdir } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import type { Engine } from '#engine/engine.ts'
import { readVersion, rendererFolder, resourcesFolder, workspacePath } from './paths.ts'
import type { PageHost } from './host.ts'

/** Opens the engine on a workspace; the folder of the default one is made where it is missing. */
export const openEngineAt = async (workspace: string | undefined, withSample: boolean): Promise<Engine> => {
  const path = resolve(workspacePath(workspace))
  if (path === resolve(workspacePath(undefined))) await mkdir(dirname(path), { recursive: true })
  const { openEngine } = await import('#engine/open.ts')
  return openEngine({ workspacePath: path, resources: resourcesFolder(), withSample, ahead: withSample })
}

export interface PageOptions {
  workspace?: string | undefined
  port?: number | undefined
  renderer?: string
}

/** The engine and the local page on it; `close` ends both. */
export const openPage = async ({ workspace, port, renderer }: PageOptions): Promise<PageHost> => {
  const engine = await openEngineAt(workspace, true)
  try {
    // Commands open the engine alone and need no server.
    const { startPageHost } = await import('./host.ts')
    const host = await startPageHost({
      engine,
      renderer: renderer ?? rendererFolder(),
      version: readVersion(),
      ...(port === undefined ? {} : { port }),
    })
    return {
      ...host,
      close: async () => {
        await host.close()
        await engine.close()
      },
    }
  } catch (error) {
    await engine.close()
    throw error
  }
}
