import { expect, test, vi } from 'vitest'
import { createEngineLink, type EngineChild, type FromEngine, type ToEngine } from './engineLink.ts'

const open = { workspacePath: '/w', resources: '/r' }
const setUp = () => {
  const children: { sent: ToEngine[]; say(message: FromEngine): void; die(): void; killed: boolean }[] = []
  let time = 0
  const start = (): EngineChild => {
    const hears: ((message: FromEngine) => void)[] = []
    const exits: ((code: number) => void)[] = []
    const mine = {
      sent: [] as ToEngine[],
      say: (message: FromEngine) => hears.forEach((hear) => hear(message)),
      die: () => exits.forEach((exit) => exit(1)),
      killed: false,
    }
    children.push(mine)
    return {
      post: (message) => mine.sent.push(structuredClone(message)),
      onMessage: (listener) => hears.push(listener),
      onExit: (listener) => exits.push(listener),
      kill: () => (mine.killed = true),
    }
  }
  const link = createEngineLink({ start, open, now: () => time })
  const child = (place: number) => {
    const found = children[place]
    if (!found) throw new Error(`No child ${place}`)
    return found
  }
  return { link, child, count: () => children.length, pass: (ms: number) => (time += ms) }
}

test('answers find their questions, in any order', async () => {
  const { link, child } = setUp()
  const first = link.call('term.list', {}, 'a')
  const second = link.call('memory.list', {}, 'b')
  expect(child(0).sent).toEqual([
    { open },
    { id: 1, method: 'call', args: ['term.list', {}, 'a'] },
    { id: 2, method: 'call', args: ['memory.list', {}, 'b'] },
  ])
  child(0).say({ id: 2, value: { ok: true, value: 'second' } })
  child(0).say({ id: 1, value: { ok: true, value: 'first' } })
  expect(await Promise.all([first, second])).toEqual([
    { ok: true, value: 'first' },
    { ok: true, value: 'second' },
  ])
})

test('uploads answer with their id or an error, downloads with nothing for an error', async () => {
  const { link, child } = setUp()
  const bytes = new Uint8Array([1, 2])
  const upload = link.addUpload('a.txt', bytes)
  const download = link.download('x')
  expect(child(0).sent[1]).toEqual({ id: 1, method: 'addUpload', args: ['a.txt', bytes] })
  child(0).say({ id: 1, value: { id: 'u' } })
  child(0).say({ id: 2, error: { code: 'internal', message: '', details: {} } })
  expect(await upload).toEqual({ ok: true, value: { id: 'u' } })
  expect(await download).toBeNull()
})

test('a death answers what was under way, starts another and tells everybody', async () => {
  const { link, child, count } = setUp()
  const heard = vi.fn()
  link.listen(heard)
  const call = link.call('paragraph.save', {}, 'a')
  child(0).die()
  expect(await call).toMatchObject({
    ok: false,
    error: { code: 'unavailable-here', details: { reason: 'engine-stopped' } },
  })
  expect(count()).toBe(2)
  expect(child(1).sent).toEqual([{ open }])
  expect(heard.mock.calls).toEqual([[{ type: 'elsewhere' }]])
})

test('one that dies at once is left down until it is asked again', () => {
  const { link, child, count, pass } = setUp()
  for (let place = 0; place < 5; place++) child(place).die()
  expect(count()).toBe(5)
  void link.call('term.list', {}, 'a')
  expect(count()).toBe(6)
  pass(120_000)
  child(5).die()
  expect(count()).toBe(7)
})

test('who stops listening hears nothing more', () => {
  const { link, child } = setUp()
  const heard = vi.fn()
  const stop = link.listen(heard)
  child(0).say({ event: { type: 'elsewhere' } })
  stop()
  child(0).say({ event: { type: 'elsewhere' } })
  expect(heard).toHaveBeenCalledOnce()
})

test('what cannot be cloned is answered and not thrown', async () => {
  const { link } = setUp()
  expect(await link.call('term.list', () => 1, 'a')).toMatchObject({
    ok: false,
    error: { code: 'bad-input' },
  })
})

test('closing asks the engine first, then nothing is started or asked again', async () => {
  const { link, child, count } = setUp()
  const closing = link.close(1000)
  expect(child(0).sent.at(-1)).toMatchObject({ method: 'close' })
  child(0).say({ id: 1, value: null })
  await closing
  expect(child(0).killed).toBe(true)
  child(0).die()
  expect(count()).toBe(1)
  expect(await link.call('term.list', {}, 'a')).toMatchObject({ ok: false })
})

test('an engine that does not close is ended after the wait', async () => {
  const { link, child } = setUp()
  await link.close(10)
  expect(child(0).killed).toBe(true)
})
