import { networkInterfaces } from 'node:os'
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ask, startTestHost, type TestHost } from './testing.ts'

let started: TestHost
let port: number
beforeAll(async () => {
  started = await startTestHost()
  port = started.host.port
})
afterAll(() => started.stop())

const json = { 'content-type': 'application/json' }
const codeOf = (text: string) => (JSON.parse(text) as { error: { code: string; details: unknown } }).error

/** Whatever is sent, word for word. */
const raw = (text: string): Promise<string> =>
  new Promise((resolve, reject) => {
    let said = ''
    const socket = connect(port, '127.0.0.1', () => socket.write(text))
    socket.setEncoding('utf8').on('data', (part: string) => (said += part))
    socket.on('close', () => resolve(said))
    socket.on('error', reject)
  })

const reaches = (address: string): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ host: address, port, timeout: 2000 })
    socket.on('connect', () => {
      socket.destroy()
      resolve(true)
    })
    for (const end of ['error', 'timeout'] as const) socket.on(end, () => resolve(false))
  })

test('S10: listens on 127.0.0.1 and on no other address of this computer', async () => {
  expect(await reaches('127.0.0.1')).toBe(true)
  const others = Object.values(networkInterfaces())
    .flatMap((each) => each ?? [])
    .map(({ address, scopeid }) => (scopeid ? `${address}%${scopeid}` : address))
    .filter((address) => address !== '127.0.0.1')
  for (const address of [...new Set([...others, '::1', '127.0.0.2'])])
    expect(await reaches(address), address).toBe(false)
})

describe('S11: Host', () => {
  const foreign = (own: number): [string, string][] => [
    ['another name', `naranhi.example:${own}`],
    ['another port', `127.0.0.1:${own + 1}`],
    ['no port', '127.0.0.1'],
    ['no port either', 'localhost'],
    ['capitals', `LOCALHOST:${own}`],
    ['a dot behind', `localhost.:${own}`],
    ['a name that begins alike', `127.0.0.1.example.org:${own}`],
    ['a name that ends alike', `evil-localhost:${own}`],
    ['IPv6', `[::1]:${own}`],
    ['another loopback address', `127.0.0.2:${own}`],
    ['any address', `0.0.0.0:${own}`],
    ['a short address', `127.1:${own}`],
    ['a user before it', `me@127.0.0.1:${own}`],
    ['two in one', `127.0.0.1:${own}, evil.example`],
    ['nothing', ''],
  ]
  const places: [string, string][] = [
    ['GET', '/'],
    ['GET', '/index.html'],
    ['GET', '/assets/index-abc123.js'],
    ['GET', '/events?client=a'],
    ['GET', '/download/1'],
    ['POST', '/session'],
    ['POST', '/call/test.echo'],
    ['POST', '/upload?name=a.txt'],
    ['OPTIONS', '/call/test.echo'],
  ]
  test.each(places)('%s %s is refused under every other name', async (method, path) => {
    for (const [name, host] of foreign(port)) {
      const reply = await ask(port, { method, path, headers: { host, ...json } })
      expect(reply.status, name).toBe(403)
      expect(codeOf(reply.text), name).toMatchObject({ code: 'refused', details: { reason: 'host' } })
      expect(reply.headers['x-content-type-options']).toBe('nosniff')
    }
  })
  test('both own names are served', async () => {
    for (const name of ['127.0.0.1', 'localhost'])
      expect((await ask(port, { headers: { host: `${name}:${port}` } })).status).toBe(200)
  })
  test('two Host headers, an absolute target and no Host at all', async () => {
    const own = `127.0.0.1:${port}`
    for (const text of [
      `GET / HTTP/1.1\r\nHost: ${own}\r\nHost: evil.example\r\nConnection: close\r\n\r\n`,
      `GET http://evil.example/ HTTP/1.1\r\nHost: ${own}\r\nConnection: close\r\n\r\n`,
      'GET / HTTP/1.0\r\n\r\n',
      'GET / HTTP/1.1\r\nConnection: close\r\n\r\n',
    ]) {
      const said = await raw(text)
      expect(said, text).toMatch(/^HTTP\/1\.1 40[03] /)
      expect(said).not.toContain('<!doctype')
    }
  })
})

describe('S12: Origin', () => {
  test.each([
    ['another site', 'https://evil.example'],
    ['null', 'null'],
    ['another port', 'http://127.0.0.1:1'],
    ['another scheme', 'https://127.0.0.1:PORT'],
    ['the other own name', 'http://localhost:PORT'],
    ['a path behind', 'http://127.0.0.1:PORT/'],
    ['nothing', ''],
  ])('%s is refused on every change', async (_, origin) => {
    const page = { ...json, origin: origin.replace('PORT', String(port)) }
    for (const path of ['/session', '/call/test.echo', '/upload?name=a.txt']) {
      const reply = await ask(port, { method: 'POST', path, headers: page, body: '{}' })
      expect(reply.status, path).toBe(403)
      expect(codeOf(reply.text).details).toEqual({ reason: 'origin' })
    }
  })
})

describe('S14: headers', () => {
  test.each(['/', '/assets/index-abc123.js', '/nothing', '/events'])('%s', async (path) => {
    const { headers } = await ask(port, { path, headers: { origin: 'https://evil.example' } })
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['referrer-policy']).toBe('no-referrer')
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([])
    expect(headers['content-security-policy']).toContain("default-src 'none'; script-src 'self';")
    expect(headers['content-security-policy']).not.toContain('unsafe-eval')
  })
  test('a browser that asks first (CORS preflight) gets no leave', async () => {
    const { status, headers } = await ask(port, {
      method: 'OPTIONS',
      path: '/call/test.echo',
      headers: {
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'x-naranhi-token',
      },
    })
    expect(status).toBe(405)
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([])
  })
})
