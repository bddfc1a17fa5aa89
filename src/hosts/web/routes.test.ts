import { writeFile } from 'node:fs/promises'
import { get } from 'node:http'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { MAX_UPLOAD } from '#engine/engine.ts'
import { contentDisposition } from './download.ts'
import { startPageHost } from './host.ts'
import { ask, createFakeEngine, startTestHost, type TestHost } from './testing.ts'

let started: TestHost
let page: Record<string, string>
let port: number
beforeAll(async () => {
  started = await startTestHost(50)
  port = started.host.port
  page = { 'content-type': 'application/json', ...(await started.enter()) }
})
afterAll(() => started.stop())

const call = (name: string, body: string, headers: Record<string, string> = {}) =>
  ask(port, { method: 'POST', path: `/call/${name}`, headers: { ...page, ...headers }, body })
const errorOf = (text: string) => (JSON.parse(text) as { error: { code: string; message: string } }).error

describe('calls', () => {
  test('the engine hears name, input and client, and its answer comes back whole', async () => {
    const input = { text: '우한시는 “연구”를', list: [1, null, true] }
    const reply = await call('test.echo', JSON.stringify(input), { 'x-naranhi-client': 'window-1' })
    expect(JSON.parse(reply.text)).toEqual({ ok: true, value: input })
    expect(started.engine.calls.at(-1)).toEqual({ name: 'test.echo', input, client: 'window-1' })
    expect(reply.headers['cache-control']).toBe('no-store')
  })
  test('a client that is no name is called page', async () => {
    await call('test.echo', '{}', { 'x-naranhi-client': 'a b\tc' })
    expect(started.engine.calls.at(-1)?.client).toBe('page')
  })
  test.each([
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'host.__proto__',
    '%2e%2e%2fx',
    '우한',
  ])('the name %s is no call', async (name) => {
    const reply = await call(encodeURI(name), '{}')
    expect([reply.status, errorOf(reply.text).code]).toEqual([404, 'unknown-call'])
  })
  test.each([
    ['not JSON', '{"a":', {}],
    ['not UTF-8', 'latin', {}],
    ['a form', '{}', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['plain text', '{}', { 'content-type': 'text/plain' }],
  ])('a body that is %s is refused', async (name, body, headers) => {
    const bytes = name === 'not UTF-8' ? new Uint8Array([0x22, 0xc0, 0x22]) : body
    const reply = await ask(port, {
      method: 'POST',
      path: '/call/test.echo',
      headers: { ...page, ...headers },
      body: bytes,
    })
    expect([reply.status, errorOf(reply.text).code]).toEqual([400, 'bad-input'])
  })
  test('10 MB go there and back', async () => {
    const text = '가'.repeat(3_500_000)
    const reply = await call('test.echo', JSON.stringify({ text }))
    expect((JSON.parse(reply.text) as { value: { text: string } }).value.text === text).toBe(true)
  })
  test('a call over 80 MB is refused', async () => {
    const reply = await call('test.echo', `"${'x'.repeat(80 * 1024 * 1024)}"`)
    expect([reply.status, errorOf(reply.text).code]).toEqual([400, 'bad-input'])
  })
  test('an engine that breaks shows nothing of itself', async () => {
    const quiet = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const reply = await call('test.throw', '{}')
    quiet.mockRestore()
    expect(reply.status).toBe(500)
    expect(errorOf(reply.text)).toEqual({
      code: 'internal',
      message: 'Naranhi could not answer this.',
      details: {},
    })
  })
  test('a page never names a file by its path', async () => {
    const inputs: [string, object][] = [
      ['import.preview', { items: [{ from: { kind: 'path', path: '/etc/passwd' } }] }],
      ['import.run', { items: [{ from: { kind: 'path', path: '/etc/passwd' } }], project: 'x' }],
      [
        'export.run',
        { articleIds: [1], format: 'txt', layout: 'target', to: { kind: 'path', path: '/tmp/x' } },
      ],
      ['glossary.preview', { from: { kind: 'path', path: '/etc/passwd' } }],
      ['glossary.import', { from: { kind: 'path', path: '/etc/passwd' }, into: 'x' }],
      ['glossary.export', { glossaryIds: [1], format: 'csv', to: { kind: 'path', path: '/tmp/x' } }],
    ]
    for (const [name, input] of inputs) {
      const { status, text } = await call(name, JSON.stringify(input))
      expect([status, JSON.parse(text)], name).toMatchObject([501, { error: { code: 'unavailable-here' } }])
    }
  })

  test('the calls of the host', async () => {
    const value = async (name: string, input = '{}') => JSON.parse((await call(name, input)).text) as unknown
    expect(await value('host.info')).toMatchObject({
      ok: true,
      value: { kind: 'page', version: '1.2.3', dialogs: false },
    })
    for (const name of ['host.stay', 'host.quit'])
      expect(await value(name)).toEqual({ ok: true, value: null })
    for (const [name, input] of [
      ['host.chooseFiles', '{}'],
      ['host.chooseTarget', '{"suggestedName":"a.docx","folder":false}'],
      ['host.openExternal', '{"url":"https://example.org"}'],
      ['host.showFile', '{"path":"/etc/passwd"}'],
    ] as const)
      expect(await value(name, input), name).toMatchObject({ error: { code: 'unavailable-here' } })
    expect(await value('host.showFile', '{"path":1}')).toMatchObject({ error: { code: 'bad-input' } })
  })
})

describe('uploads', () => {
  const upload = (name: string, body: Uint8Array) =>
    ask(port, { method: 'POST', path: `/upload?name=${encodeURIComponent(name)}`, headers: page, body })
  test('10 MB under a Korean name', async () => {
    const reply = await upload('우한 기사.txt', new Uint8Array(10 * 1024 * 1024))
    expect(JSON.parse(reply.text)).toEqual({ ok: true, value: { id: 'upload-1' } })
    expect(started.engine.uploads).toEqual([{ name: '우한 기사.txt', bytes: 10 * 1024 * 1024 }])
  })
  test('one byte too many, with its length said and without', async () => {
    const bytes = new Uint8Array(MAX_UPLOAD + 1)
    const before = started.engine.uploads.length
    const said = await upload('a', bytes)
    expect([said.status, errorOf(said.text).code]).toEqual([413, 'file-too-large'])
    const unsaid = await fetch(`http://127.0.0.1:${port}/upload?name=a`, {
      method: 'POST',
      headers: page,
      body: new Blob([bytes]).stream(),
      duplex: 'half',
    } as RequestInit)
    expect([unsaid.status, errorOf(await unsaid.text()).code]).toEqual([413, 'file-too-large'])
    expect(started.engine.uploads).toHaveLength(before)
  })
  test('a name is needed', async () => {
    for (const path of ['/upload', '/upload?name=', `/upload?name=${'a'.repeat(501)}`])
      expect((await ask(port, { method: 'POST', path, headers: page, body: 'x' })).status).toBe(400)
  })
})

describe('downloads', () => {
  test('come with their name and type', async () => {
    const path = join(started.folder, 'download-1')
    await writeFile(path, '나란히')
    started.engine.downloads.set('one', { path, name: '우한 "기사".txt', type: 'text/plain; charset=utf-8' })
    const reply = await ask(port, { path: '/download/one', headers: page })
    expect(reply.text).toBe('나란히')
    expect(reply.headers['content-type']).toBe('text/plain; charset=utf-8')
    expect(reply.headers['content-length']).toBe('9')
    expect(reply.headers['content-disposition']).toContain("filename*=UTF-8''%EC%9A%B0%ED%95%9C%20%22")
  })
  test.each(['two', '__proto__', '..%2f..%2fsecret.txt', '%00'])('%s is none', async (id) => {
    expect((await ask(port, { path: `/download/${id}`, headers: page })).status).toBe(404)
  })
  test.each([
    ['plain.docx', `attachment; filename="plain.docx"; filename*=UTF-8''plain.docx`],
    ['a"b\\c.txt', `attachment; filename="a_b_c.txt"; filename*=UTF-8''a%22b%5Cc.txt`],
    ["it's (1)*.txt", `attachment; filename="it's (1)*.txt"; filename*=UTF-8''it%27s%20%281%29%2A.txt`],
    ['a\r\nb.txt', `attachment; filename="a__b.txt"; filename*=UTF-8''a%0D%0Ab.txt`],
  ])('the header of %j', (name, header) => expect(contentDisposition(name)).toBe(header))
})

describe('events', () => {
  test('arrive, with signs of life between, and leave nothing behind', async () => {
    const said: string[] = []
    const waitFor = (text: string) =>
      vi.waitFor(() => expect(said.join('')).toContain(text), { timeout: 3000 })
    const request = get({ port, host: '127.0.0.1', path: '/events?client=a', headers: page, agent: false })
    request.on('error', () => undefined)
    request.on('response', (response) => {
      expect(response.headers['content-type']).toMatch(/^text\/event-stream/)
      response.setEncoding('utf8').on('data', (part: string) => said.push(part))
      response.on('error', () => undefined)
    })
    await waitFor(': here\n\n')
    started.engine.emit({ type: 'term', by: 'window\n1' })
    await waitFor('data: {"type":"term","by":"window\\n1"}\n\n')
    await vi.waitFor(() => expect(said.join('').split(': here').length).toBeGreaterThan(3), { timeout: 3000 })
    expect(started.engine.listeners()).toBe(1)
    request.destroy()
    await vi.waitFor(() => expect(started.engine.listeners()).toBe(0), { timeout: 3000 })
    expect(started.host.listeners()).toBe(0)
  })
})

describe('files of the page', () => {
  test.each([
    ['/', 'text/html; charset=utf-8', 'no-cache'],
    ['/index.html', 'text/html; charset=utf-8', 'no-cache'],
    ['/icon.svg', 'image/svg+xml; charset=utf-8', 'no-cache'],
    ['/assets/index-abc123.js', 'text/javascript; charset=utf-8', 'public, max-age=31536000, immutable'],
    ['/assets/font-abc123.woff2', 'font/woff2', 'public, max-age=31536000, immutable'],
  ])('%s', async (path, type, cache) => {
    const reply = await ask(port, { path })
    expect([reply.status, reply.headers['content-type'], reply.headers['cache-control']]).toEqual([
      200,
      type,
      cache,
    ])
    const again = await ask(port, { path, headers: { 'if-none-match': reply.headers.etag ?? '' } })
    expect([again.status, again.text]).toEqual([304, ''])
    expect((await ask(port, { method: 'HEAD', path })).status).toBe(200)
  })
  test.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/assets/../index.html',
    '/%2e%2e/secret.txt',
    '/%2E%2E%2Fsecret.txt',
    '/..%2fsecret.txt',
    '/..%5csecret.txt',
    '/..\\secret.txt',
    '/assets/..%5c..%5csecret.txt',
    '/%252e%252e/secret.txt',
    '/....//secret.txt',
    '//secret.txt',
    '/./index.html',
    '/index.html%00',
    '/index.html%00.svg',
    '/%00',
    '/assets/',
    '/assets',
    '/link.txt',
    '/up/secret.txt',
    '/index.html/',
    '/INDEX.HTML',
    '/__proto__',
    '/constructor',
    '/%c0%ae%c0%ae/secret.txt',
    '/%',
  ])('%s is none', async (path) => {
    const reply = await ask(port, { path })
    expect(reply.status).toBe(404)
    expect(reply.text).not.toContain('not a file of the page')
  })
})

test('a port that is taken is said clearly', async () => {
  const again = startPageHost({
    engine: createFakeEngine(),
    renderer: join(started.folder, 'page'),
    version: '1',
    port,
  })
  await expect(again).rejects.toMatchObject({ code: 'busy', details: { port } })
})

test('a page that was not built is said clearly', async () => {
  const missing = startPageHost({
    engine: createFakeEngine(),
    renderer: join(started.folder, 'none'),
    version: '1',
  })
  await expect(missing).rejects.toMatchObject({ code: 'file-not-found' })
})
