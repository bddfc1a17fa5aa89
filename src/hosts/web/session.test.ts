import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ask, startTestHost, type Asked, type TestHost } from './testing.ts'

let started: TestHost
const post = (path: string, rest: Asked = {}) =>
  ask(started.host.port, {
    method: 'POST',
    path,
    ...rest,
    headers: { 'content-type': 'application/json', ...rest.headers },
  })
const exchange = (key: unknown) => post('/session', { body: JSON.stringify({ key }) })

beforeEach(async () => {
  started = await startTestHost()
})
afterEach(() => started.stop())

test('S13: the key has 256 bits and stands in the fragment alone', () => {
  const { pathname, search, hash } = new URL(started.host.address)
  expect([pathname, search]).toEqual(['/', ''])
  expect(hash).toMatch(/^#key=[\w-]{43}$/)
})

test('S13: a key is new at each start', async () => {
  const second = await startTestHost()
  expect(second.key).not.toBe(started.key)
  await second.stop()
})

test('S13: the key works once', async () => {
  const first = await exchange(started.key)
  expect(first.status).toBe(200)
  const answer = JSON.parse(first.text) as { ok: boolean; value: { token: string } }
  expect(answer.value.token).toMatch(/^[\w-]{43}$/)
  expect(answer.value.token).not.toBe(started.key)
  const second = await exchange(started.key)
  expect(second.status).toBe(403)
  expect(second.headers['set-cookie']).toBeUndefined()
})

test('S13: the browser that has exchanged the key gets the token for another tab; no other does', async () => {
  const exchanged = await exchange(started.key)
  const [cookie = ''] = (exchanged.headers['set-cookie']?.[0] ?? '').split('; ')
  const again = (headers: Record<string, string>) => post('/session', { body: '{}', headers })
  expect(JSON.parse((await again({ cookie })).text)).toEqual(JSON.parse(exchanged.text))
  for (const other of [{}, { cookie: `${cookie}x` }, { cookie, 'sec-fetch-site': 'same-site' }])
    expect((await again(other as Record<string, string>)).status).toBe(403)
})

test('S13: the cookie is for this page alone', async () => {
  const [cookie, ...more] = (await exchange(started.key)).headers['set-cookie'] ?? []
  expect(more).toEqual([])
  const [pair, ...flags] = (cookie ?? '').split('; ')
  expect(pair).toMatch(new RegExp(`^naranhi-${started.host.port}=[\\w-]{43}$`))
  expect(flags.sort()).toEqual(['HttpOnly', 'Path=/', 'SameSite=Strict'])
})

test.each([
  ['wrong', 'A'.repeat(43)],
  ['empty', ''],
  ['short', 'A'],
  ['null', null],
  ['a number', 7],
  ['a list', ['A']],
  ['an object', { length: 43 }],
  ['long', 'A'.repeat(900)],
])('S13: a key that is %s is refused and does not use the right one up', async (_, key) => {
  expect((await exchange(key)).status).toBe(403)
  expect((await exchange(started.key)).status).toBe(200)
})

test.each([
  ['not JSON', '{', 400],
  ['a prototype key', '{"__proto__":{"key":"KEY"}}', 403],
  ['no object', '"KEY"', 403],
  ['nothing', '', 400],
  ['over 1 KB', JSON.stringify({ key: 'A'.repeat(1100) }), 400],
])('a session body that is %s', async (_, body, status) => {
  expect((await post('/session', { body: body.replace('KEY', started.key) })).status).toBe(status)
})

test('10 MB to /session are not read', async () => {
  expect((await post('/session', { body: 'x'.repeat(10 * 1024 * 1024) })).status).toBe(400)
  expect((await exchange(started.key)).status).toBe(200)
})

test('S12: without an Origin the token is needed, and the cookie with it', async () => {
  const page = await started.enter()
  const origin = `http://127.0.0.1:${started.host.port}`
  const cases: [string, Record<string, string>, number][] = [
    ['both', page, 200],
    ['both, with the Origin', { ...page, origin }, 200],
    ['cookie alone', { cookie: page.cookie }, 403],
    ['cookie alone, with the Origin', { cookie: page.cookie, origin }, 403],
    ['token alone', { 'x-naranhi-token': page['x-naranhi-token'] }, 403],
    ['token as cookie', { ...page, cookie: page.cookie.replace(/=.*/, `=${page['x-naranhi-token']}`) }, 403],
    ['a letter changed', { ...page, 'x-naranhi-token': page['x-naranhi-token'].replace(/.$/, '!') }, 403],
    ['a letter missing', { ...page, 'x-naranhi-token': page['x-naranhi-token'].slice(1) }, 403],
    ['another site of this computer', { ...page, 'sec-fetch-site': 'same-site' }, 403],
    ['the key as token', { ...page, 'x-naranhi-token': started.key }, 403],
    ['nothing', {}, 403],
  ]
  for (const [name, headers, status] of cases)
    for (const path of ['/call/test.echo', '/upload?name=a.txt'])
      expect((await post(path, { headers, body: '{}' })).status, `${name} ${path}`).toBe(status)
})

test('reading needs the cookie', async () => {
  const { cookie } = await started.enter()
  for (const path of ['/events?client=a', '/download/1']) {
    expect((await ask(started.host.port, { path })).status, path).toBe(403)
    expect(
      (await ask(started.host.port, { path, headers: { cookie, 'sec-fetch-site': 'cross-site' } })).status,
    ).toBe(403)
  }
})

test('key, token and cookie are in no log', async () => {
  const lines: string[] = []
  const spies = (['log', 'info', 'warn', 'error', 'debug'] as const).map((name) =>
    vi.spyOn(console, name).mockImplementation((...parts: unknown[]) => void lines.push(parts.join(' '))),
  )
  await post('/session', { body: `{"key":"${started.key}` })
  const page = await started.enter()
  await post('/call/test.throw', { headers: page, body: '{}' })
  await post('/call/test.echo', { headers: page, body: '{' })
  await exchange(started.key)
  for (const spy of spies) spy.mockRestore()
  const log = lines.join('\n')
  expect(log).toContain('the engine broke')
  const cookie = page.cookie.split('=')[1] ?? ''
  for (const secret of [started.key, page['x-naranhi-token'], cookie]) {
    expect(secret).toHaveLength(43)
    expect(log).not.toContain(secret)
  }
})
