import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { AppError, type Answer } from '#contract/error.ts'
import type { AppEvent } from '#contract/event.ts'
import { engineContract, type CallFunction } from '#contract/index.ts'
import { conformanceCases } from './conformance.ts'
import type { Engine } from './engine.ts'
import { handlers } from './handlers/index.ts'
import { openEngine } from './open.ts'

const resources = join(import.meta.dirname, '../../resources')

const take = (answer: Answer<unknown>): unknown => {
  if (!answer.ok) throw AppError.fromShape(answer.error)
  return answer.value
}

/** Every way to the engine that needs no network; the web host runs the same cases through HTTP. */
const ways = {
  directly: (engine: Engine) => async (name: string, input: unknown) =>
    take(await engine.call(name, input, 'test')),
  'through structured clone': (engine: Engine) => async (name: string, input: unknown) =>
    take(structuredClone(await engine.call(name, structuredClone(input), 'test'))),
  'through JSON': (engine: Engine) => async (name: string, input: unknown) =>
    take(JSON.parse(JSON.stringify(await engine.call(name, JSON.parse(JSON.stringify(input)), 'test')))),
}

test('every call of the contract has its handler and no other is there', () => {
  expect(Object.keys(handlers).toSorted()).toEqual(Object.keys(engineContract).toSorted())
})

const called = new Set<string>()

describe.each(Object.keys(ways) as (keyof typeof ways)[])('%s', (way) => {
  let folder: string
  let engine: Engine
  let call: CallFunction
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'naranhi-dispatch-'))
    engine = await openEngine({ workspacePath: join(folder, 'w.naranhi'), resources, withSample: false })
    const raw = ways[way](engine)
    call = (async (name: string, input: unknown) => {
      called.add(name)
      return raw(name, input)
    }) as CallFunction
  })
  afterAll(async () => {
    await engine.close()
    rmSync(folder, { recursive: true, force: true })
  })

  test.each(conformanceCases)('$name', ({ run }) => run(call, (name, bytes) => engine.addUpload(name, bytes)))
})

test('the cases make every call of the engine at least once', () => {
  expect(Object.keys(engineContract).filter((name) => !called.has(name))).toEqual([])
})

describe('the engine', () => {
  let folder: string
  const open = (path = 'w.naranhi', options = {}) =>
    openEngine({ workspacePath: join(folder, path), resources, withSample: false, ...options })
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'naranhi-engine-'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('starts where the workspace is refused, and says why', async () => {
    writeFileSync(join(folder, 'foreign.naranhi'), 'This is no workspace at all, only some text.')
    const engine = await open('foreign.naranhi')
    const state = take(await engine.call('workspace.state', {}, 'me'))
    expect(state).toMatchObject({ status: 'refused', error: { code: 'workspace-foreign' }, backups: [] })
    for (const name of ['article.list', 'setting.all', 'job.list'])
      expect(await engine.call(name, {}, 'me')).toMatchObject({
        ok: false,
        error: { code: 'workspace-closed' },
      })
    expect(take(await engine.call('workspace.backups', {}, 'me'))).toEqual([])
    rmSync(join(folder, 'foreign.naranhi'))
    expect(take(await engine.call('workspace.reopen', {}, 'me'))).toMatchObject({ status: 'open' })
    await engine.close()
  })

  test('brings the sample in on the first start alone', async () => {
    const first = await open('sample.naranhi', { withSample: true })
    const articles = take(await first.call('article.list', {}, 'me')) as { id: number }[]
    expect(articles.length).toBeGreaterThan(1)
    const settings = take(await first.call('setting.all', {}, 'me')) as { lastArticle: number }
    expect(articles.map(({ id }) => id)).toContain(settings.lastArticle)
    await first.close()
    const second = await open('sample.naranhi', { withSample: true })
    expect(take(await second.call('article.list', {}, 'me'))).toHaveLength(articles.length)
    expect(take(await second.call('workspace.state', {}, 'me'))).toMatchObject({ firstStart: false })
    await second.close()
  })

  test('tells who made a change, after it is there', async () => {
    const engine = await open()
    const events: AppEvent[] = []
    const stop = engine.listen((event) => events.push(event))
    engine.listen(() => {
      throw new Error('a listener that fails')
    })
    await engine.call('project.add', { name: '사업' }, 'window-1')
    expect(events).toEqual([{ type: 'library', by: 'window-1' }])
    stop()
    await engine.call('project.add', { name: '사업 둘' }, 'window-1')
    expect(events).toHaveLength(1)
    await engine.close()
  })

  test('hears that another process wrote', async () => {
    const one = await open('shared.naranhi')
    const other = await open('shared.naranhi')
    await one.call('term.find', { text: '우한' }, 'me')
    const heard = new Promise<AppEvent>((resolve) => one.listen(resolve))
    await other.call('term.add', { source: '우한', target: 'Wuhan' }, 'them')
    expect(await heard).toEqual({ type: 'elsewhere' })
    const hits = take(await one.call('term.find', { text: '우한' }, 'me'))
    expect(hits).toHaveLength(1)
    await other.close()
    await one.close()
  })

  test('keeps uploads until they are used, and its scratch folder until it closes', async () => {
    const scratch = join(folder, 'scratch')
    const engine = await open('upload.naranhi', { scratch })
    const bytes = new TextEncoder().encode('올린 글이다.\n둘째 줄이다.')
    const { id } = await engine.addUpload('../../올린 글.txt', bytes)
    expect(readdirSync(scratch)).toEqual([`upload-${id}`])
    const items = [{ from: { kind: 'upload', id, name: '올린 글.txt' } }]
    expect(take(await engine.call('import.preview', { items }, 'me'))).toMatchObject([{ error: null }])
    const { jobId } = take(await engine.call('import.run', { items, project: '사업' }, 'me')) as {
      jobId: string
    }
    const { articles } = take(await engine.call('job.wait', { id: jobId }, 'me')) as {
      articles: { id: number }[]
    }
    expect(readdirSync(scratch)).toEqual([])
    const asked = { articleIds: articles.map((each) => each.id), format: 'txt', to: { kind: 'download' } }
    const job = take(await engine.call('export.run', asked, 'me')) as { jobId: string }
    const { files } = take(await engine.call('job.wait', { id: job.jobId }, 'me')) as {
      files: { download: string }[]
    }
    expect(engine.download(files[0]?.download ?? '')).toMatchObject({ type: 'text/plain; charset=utf-8' })
    expect(engine.download('../../w.naranhi')).toBeNull()
    await engine.close()
    expect(readdirSync(folder)).not.toContain('scratch')
  })
})
