import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { AppError } from '#contract/error.ts'
import type { Engine } from '#engine/engine.ts'
import { createApp } from './app.ts'
import { createEventStreams } from './events.ts'
import { servePageFiles } from './files.ts'
import { admit } from './guard.ts'
import { createSession } from './secrets.ts'

export interface PageHostOptions {
  engine: Engine
  /** The folder of the built page. */
  renderer: string
  /** 0 or left out: a free one. */
  port?: number
  version: string
  /** ms between signs of life on an event stream. */
  heartbeat?: number
}

export interface PageHost {
  /** With the key in its fragment. Not to be written to any log. */
  address: string
  port: number
  /** Open event streams. */
  listeners(): number
  /** Ends every connection; the engine stays open. */
  close(): Promise<void>
}

/** Serves the page and the engine on 127.0.0.1. Throws `busy` where the port is taken, `refused` where it may not be used. */
export const startPageHost = async (options: PageHostOptions): Promise<PageHost> => {
  const { engine, renderer, version } = options
  const serveFile = await servePageFiles(renderer).catch((error: unknown) => {
    throw new AppError('file-not-found', 'The page has not been built: run `npm run build`.', {
      path: renderer,
      cause: String(error),
    })
  })
  const session = createSession()
  const streams = createEventStreams(engine, options.heartbeat)
  const server = createServer({ requestTimeout: 0 })
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(toListenError(error, options.port ?? 0)))
    server.listen({ host: '127.0.0.1', port: options.port ?? 0, exclusive: true }, resolve)
  })
  const { port } = server.address() as AddressInfo
  const app = createApp({ engine, session, streams, serveFile, version, cookieName: `naranhi-${port}` })
  const listener = getRequestListener((request, env) => app.fetch(request, env), {
    overrideGlobalObjects: false,
    // Node itself reads away what is left of a refused body, so the sender gets to see the answer.
    autoCleanupIncoming: false,
  })
  server.on('request', (request, response) => {
    if (admit(request, response, port)) void listener(request, response)
  })
  let closed: Promise<void> | null = null
  return {
    address: `http://127.0.0.1:${port}/#key=${session.key}`,
    port,
    listeners: () => streams.count(),
    close() {
      closed ??= new Promise((resolve) => {
        streams.closeAll()
        // Answers on their way get a moment; keep-alive connections none.
        const impatience = setTimeout(() => server.closeAllConnections(), 500)
        server.close(() => {
          clearTimeout(impatience)
          resolve()
        })
        server.closeIdleConnections()
      })
      return closed
    },
  }
}

const toListenError = (error: NodeJS.ErrnoException, port: number): AppError => {
  if (error.code === 'EADDRINUSE')
    return new AppError('busy', `Port ${port} is taken by another program. Choose another one with --port.`, {
      port,
    })
  if (error.code === 'EACCES')
    return new AppError('refused', `Port ${port} may not be used. Choose one above 1023 with --port.`, {
      port,
    })
  return new AppError('internal', `Cannot listen on 127.0.0.1:${port}: ${error.message}`, { port })
}
