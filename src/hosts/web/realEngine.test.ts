import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { AppError, type Answer } from '#contract/error.ts'
import type { CallFunction } from '#contract/index.ts'
import { conformanceCases } from '#engine/conformance.ts'
import type { Engine } from '#engine/engine.ts'
import { startPageHost, type PageHost } from './host.ts'
import { openEngineAt } from './open.ts'
import { openHttpDoor } from './testing.ts'

let folder: string
let engine: Engine
let host: PageHost
let call: (name: string, input: unknown, client: string) => Promise<Answer<unknown>>
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'naranhi-door-'))
  engine = await openEngineAt(join(folder, 'work.naranhi'), true)
  host = await startPageHost({ engine, renderer: folder, version: '1' })
  call = await openHttpDoor(host)
})
afterAll(async () => {
  await host.close()
  await engine.close()
  await rm(folder, { recursive: true, force: true })
})

test.each([
  ['project.list', {}],
  ['article.list', {}],
  ['article.get', { id: 1 }],
  ['article.get', { id: 9999 }],
  ['article.get', { id: '1' }],
  ['article.get', {}],
  ['article.get', []],
  ['article.get', null],
  ['article.get', 'x'],
  ['article.list', { nonsense: 1 }],
  ['article.list', JSON.parse('{"__proto__":{"trashed":true}}') as unknown],
  ['article.list', { constructor: 1 }],
  ['setting.all', {}],
  ['term.find', { text: '우한시는 “연구”를 \u{1f600} 시작했다' }],
  ['workspace.state', {}],
  ['job.wait', { id: 'none' }],
  ['nonsense', {}],
  ['__proto__', {}],
])('%s %j answers over HTTP as it does directly', async (name, input) => {
  expect(await call(name, input, 'test')).toEqual(await engine.call(name, input, 'test'))
})

describe('conformance over HTTP', () => {
  const overHttp = (async (name: string, input: unknown) => {
    const answer = await call(name, input, 'test')
    if (!answer.ok) throw AppError.fromShape(answer.error)
    return answer.value
  }) as CallFunction
  test.each(conformanceCases)('$name', ({ run }) =>
    run(overHttp, (name, bytes) => engine.addUpload(name, bytes)),
  )
})
