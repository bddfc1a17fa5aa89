import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { request, type IncomingHttpHeaders } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Answer } from '#contract/error.ts'
import type { AppEvent } from '#contract/event.ts'
import type { Download, Engine } from '#engine/engine.ts'
import { startPageHost, type PageHost } from './host.ts'

/** Test support: an engine that answers with what it was asked, and a raw client that says anything it is told to. */
export interface FakeEngine extends Engine {
  calls: { name: string; input: unknown; client: string }[]
  uploads: { name: string; bytes: number }[]
  downloads: Map<string, Download>
  emit(event: AppEvent): void
  listeners(): number
}

export const createFakeEngine = (): FakeEngine => {
  const listeners = new Set<(event: AppEvent) => void>()
  const engine: FakeEngine = {
    calls: [],
    uploads: [],
    downloads: new Map(),
    async call(name, input, client): Promise<Answer<unknown>> {
      engine.calls.push({ name, input, client })
      if (name === 'test.throw') throw new Error('the engine broke')
      if (name !== 'test.echo')
        return { ok: false, error: { code: 'unknown-call', message: 'There is no such call.', details: {} } }
      return { ok: true, value: input }
    },
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async addUpload(name, bytes) {
      engine.uploads.push({ name, bytes: bytes.byteLength })
      return { id: `upload-${engine.uploads.length}` }
    },
    download: (id) => engine.downloads.get(id) ?? null,
    close: async () => undefined,
    emit(event) {
      for (const listener of listeners) listener(event)
    },
    listeners: () => listeners.size,
  }
  return engine
}

export interface Reply {
  status: number
  headers: IncomingHttpHeaders
  text: string
}

export interface Asked {
  method?: string
  path?: string
  headers?: Record<string, string | string[]>
  body?: string | Uint8Array
}

/** One request over a connection of its own; the path goes out exactly as written. */
export const ask = (
  port: number,
  { method = 'GET', path = '/', headers = {}, body }: Asked,
): Promise<Reply> =>
  new Promise((resolve, reject) => {
    const sent = request(
      {
        host: '127.0.0.1',
        port,
        method,
        path,
        headers: { ...headers },
        agent: false,
        setHost: !('host' in headers),
      },
      (response) => {
        const parts: Buffer[] = []
        response.on('data', (part: Buffer) => parts.push(part))
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text: Buffer.concat(parts).toString('utf8'),
          }),
        )
        response.on('error', reject)
      },
    )
    sent.on('error', reject)
    sent.end(body)
  })

type PageHeaders = { cookie: string; 'x-naranhi-token': string }

const keyOf = ({ address }: PageHost): string =>
  new URLSearchParams(new URL(address).hash.slice(1)).get('key') ?? ''

/** Exchanges the key of a host; gives the headers that prove a page. */
const enter = async (host: PageHost): Promise<PageHeaders> => {
  const reply = await ask(host.port, {
    method: 'POST',
    path: '/session',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ key: keyOf(host) }),
  })
  const { value } = JSON.parse(reply.text) as { value: { token: string } }
  return { cookie: reply.headers['set-cookie']?.[0]?.split(';')[0] ?? '', 'x-naranhi-token': value.token }
}

/** The engine's door as a page sees it: the same call, over HTTP. For what is to hold on both sides of the wire. */
export const openHttpDoor = async (
  host: PageHost,
): Promise<(name: string, input: unknown, client: string) => Promise<Answer<unknown>>> => {
  const page = await enter(host)
  return async (name, input, client) => {
    const reply = await ask(host.port, {
      method: 'POST',
      path: `/call/${encodeURIComponent(name)}`,
      headers: { 'content-type': 'application/json', 'x-naranhi-client': client, ...page },
      body: JSON.stringify(input),
    })
    return JSON.parse(reply.text) as Answer<unknown>
  }
}

export interface TestHost {
  engine: FakeEngine
  host: PageHost
  folder: string
  key: string
  enter(): Promise<PageHeaders>
  stop(): Promise<void>
}

const SECRET = 'not a file of the page'

/** A listening host with a small page, a secret beside it, and a symbolic link that leads to the secret. */
export const startTestHost = async (heartbeat?: number): Promise<TestHost> => {
  const folder = await mkdtemp(join(tmpdir(), 'naranhi-web-'))
  const renderer = join(folder, 'page')
  await mkdir(join(renderer, 'assets'), { recursive: true })
  await writeFile(join(folder, 'secret.txt'), SECRET)
  await writeFile(join(renderer, 'index.html'), '<!doctype html><title>Naranhi</title>')
  await writeFile(join(renderer, 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>')
  await writeFile(join(renderer, 'assets', 'index-abc123.js'), 'export {}')
  await writeFile(join(renderer, 'assets', 'font-abc123.woff2'), 'wOF2')
  await symlink(join(folder, 'secret.txt'), join(renderer, 'link.txt'))
  await symlink(folder, join(renderer, 'up'))
  const engine = createFakeEngine()
  const host = await startPageHost({
    engine,
    renderer,
    version: '1.2.3',
    ...(heartbeat === undefined ? {} : { heartbeat }),
  })
  return {
    engine,
    host,
    folder,
    key: keyOf(host),
    enter: () => enter(host),
    async stop() {
      await host.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
