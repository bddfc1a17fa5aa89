import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Paragraph } from '#core/model/article.ts'
import type { SaveResult } from '#contract/article.ts'
import type { CallFunction } from '#contract/index.ts'
import { AppError } from '#contract/error.ts'
import { ArticleSession, newLocal } from './session.ts'

const row = (id: number, target = ''): Paragraph => ({
  id,
  position: id - 1,
  source: `문단 ${id}`,
  target,
  status: target === '' ? 'untranslated' : 'draft',
  locked: false,
  revision: 0,
  updatedAt: '2026-01-01T00:00:00.000Z',
})

/** An engine small enough to hold in one's head, that answers only when the test says so. */
const fakeEngine = () => {
  const rows = new Map<number, Paragraph>([1, 2, 3].map((id) => [id, row(id)]))
  const waiting: (() => void)[] = []
  const calls: string[] = []
  const saves: string[][] = []
  let held = false
  let failure: AppError | null = null
  const save = (
    edits: { id: number; target: string; baseRevision: number; status?: Paragraph['status'] }[],
  ): SaveResult => {
    const result: SaveResult = { saved: [], conflicts: [], locked: [], savedAt: 'now' }
    for (const edit of edits) {
      const known = rows.get(edit.id) as Paragraph
      if (known.locked) {
        result.locked.push(edit.id)
        continue
      }
      if (known.revision !== edit.baseRevision) {
        result.conflicts.push({ id: edit.id, yours: edit.target, current: known })
        continue
      }
      const status = edit.status ?? (edit.target === '' ? 'untranslated' : 'draft')
      const next = { ...known, target: edit.target, status, revision: known.revision + 1 }
      rows.set(edit.id, next)
      result.saved.push(next)
    }
    return result
  }
  const call = (async (name: string, input: never) => {
    calls.push(name)
    if (held) await new Promise<void>((resolve) => waiting.push(resolve))
    if (failure) throw failure
    if (name === 'paragraph.save') {
      const { edits } = input as { edits: { target: string }[] }
      saves.push(edits.map(({ target }) => target))
      return save(edits as never[])
    }
    if (name === 'paragraph.restructure') {
      const { after } = input as { after: { id: number | null; source: string; target: string }[] }
      const paragraphs = after.map((each, place) => ({
        ...row(each.id ?? 100 + place, each.target),
        source: each.source,
        revision: 9,
      }))
      for (const paragraph of paragraphs) rows.set(paragraph.id, paragraph)
      return { paragraphs, annotations: [] }
    }
    if (name === 'article.get')
      return { article: {}, paragraphs: [...rows.values()], annotations: [], place: null }
    throw new Error(`no such call here: ${name}`)
  }) as unknown as CallFunction
  return {
    call,
    rows,
    calls,
    saves,
    hold: () => (held = true),
    release: async () => {
      held = false
      for (const resume of waiting.splice(0)) resume()
      await settle()
    },
    fail: (error: AppError | null) => (failure = error),
  }
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 0))

let engine: ReturnType<typeof fakeEngine>
let timers: { work: () => void; milliseconds: number }[]
let shown: [number, string][]
let session: ArticleSession

beforeEach(() => {
  engine = fakeEngine()
  timers = []
  shown = []
  session = new ArticleSession(
    { article: { id: 1 } as never, paragraphs: [...engine.rows.values()], annotations: [], place: null },
    {
      call: engine.call,
      delay: 250,
      setTimer: (work, milliseconds) => timers.push({ work, milliseconds }) && timers.at(-1),
      clearTimer: (timer) => (timers = timers.filter((each) => each !== timer)),
      showTarget: (index, text) => shown.push([index, text]),
      showState: () => undefined,
      showAll: () => undefined,
    },
  )
})
const runTimers = async () => {
  for (const { work } of timers.splice(0)) work()
  await settle()
}

describe('saving', () => {
  test('typing is unsaved until the engine has answered, and then saved', async () => {
    session.typed(0, 'Wuhan')
    expect(session.state.value.kind).toBe('unsaved')
    expect(timers.map(({ milliseconds }) => milliseconds)).toEqual([250])
    engine.hold()
    await runTimers()
    expect(session.state.value.kind).toBe('saving')
    await engine.release()
    expect(session.state.value).toEqual({ kind: 'saved', at: 'now' })
    expect(engine.rows.get(1)?.target).toBe('Wuhan')
  })

  test('what is typed during a slow save stays unsaved until its own save', async () => {
    session.typed(0, 'Wu')
    engine.hold()
    await runTimers()
    session.typed(0, 'Wuhan')
    await engine.release()
    expect(engine.rows.get(1)?.target).toBe('Wu')
    expect(session.state.value.kind).toBe('unsaved')
    await runTimers()
    expect(engine.rows.get(1)?.target).toBe('Wuhan')
    expect(session.state.value.kind).toBe('saved')
  })

  test('a failed save stays marked with its cause and is tried again', async () => {
    engine.fail(new AppError('disk-full', 'no room'))
    session.typed(1, 'Hubei')
    await session.flush()
    expect(session.state.value).toMatchObject({ kind: 'failed', error: { code: 'disk-full' } })
    expect(session.hasUnsaved).toBe(true)
    engine.fail(null)
    await runTimers()
    expect(session.state.value.kind).toBe('saved')
    expect(engine.rows.get(2)?.target).toBe('Hubei')
  })

  test('a conflict shows theirs and keeps ours until it is settled', async () => {
    engine.rows.set(1, { ...row(1, 'theirs'), revision: 5 })
    session.typed(0, 'ours')
    await session.flush()
    expect(shown).toEqual([[0, 'theirs']])
    const [conflict] = session.conflicts.value
    expect(conflict).toMatchObject({ id: 1, yours: 'ours', current: { target: 'theirs' } })
    if (conflict) session.settle(conflict, true)
    await session.flush()
    expect(engine.rows.get(1)?.target).toBe('ours')
    expect(session.conflicts.value).toEqual([])
  })

  test('what was typed while a conflict was on its way is in the conflict too', async () => {
    engine.rows.set(1, { ...row(1, 'theirs'), revision: 5 })
    session.typed(0, 'our')
    engine.hold()
    await runTimers()
    session.typed(0, 'ours and more')
    await engine.release()
    expect(session.conflicts.value).toMatchObject([{ yours: 'ours and more', current: { target: 'theirs' } }])
    expect(session.paragraphs[0]?.target).toBe('theirs')
    expect(session.state.value.kind).toBe('saved')
  })

  test('text for a paragraph that was locked elsewhere is shown as a conflict, not dropped', async () => {
    engine.rows.set(1, { ...row(1, 'theirs'), locked: true })
    session.typed(0, 'ours')
    await session.flush()
    expect(session.conflicts.value).toMatchObject([{ id: 1, yours: 'ours', current: { locked: true } }])
    expect(session.paragraphs[0]).toMatchObject({ target: 'theirs', locked: true })
  })

  test('confirming is on disk at once; typing into it makes it a draft again', async () => {
    session.typed(0, 'Wuhan')
    await session.setStatus(0, 'confirmed')
    expect(engine.rows.get(1)?.status).toBe('confirmed')
    session.typed(0, 'Wuhan!')
    await session.flush()
    expect(engine.rows.get(1)?.status).toBe('draft')
  })
})

describe('structure', () => {
  test('unsaved text goes out before a split, and text typed into the new part after it', async () => {
    session.typed(0, 'one two')
    const [first] = session.paragraphs
    if (!first) throw new Error('no paragraph')
    const added = newLocal('나', 'two', 'draft')
    engine.hold()
    const texts = [
      { source: '가', target: 'one', status: 'draft' as const },
      { source: '나', target: 'two', status: 'draft' as const },
    ]
    const done = session.restructure(0, [first], [first, added], texts, 'split')
    session.typed(1, 'two!')
    await engine.release()
    await done
    await session.flush()
    expect(engine.calls.slice(0, 2)).toEqual(['paragraph.save', 'paragraph.restructure'])
    // What was stored before the split is the whole text, or the engine would see a text that changed.
    expect(engine.saves[0]).toEqual(['one two'])
    expect(added.id).toBe(101)
    expect(engine.rows.get(101)?.target).toBe('two!')
  })
})

test('a split waits for what was typed before it, through a failure, and everything arrives', async () => {
  const [first] = session.paragraphs
  if (!first) throw new Error('no paragraph')
  engine.fail(new AppError('disk-full', 'no room'))
  session.typed(0, 'one two')
  const added = newLocal('나', 'two', 'draft')
  const texts = [
    { source: '가', target: 'one', status: 'draft' as const },
    { source: '나', target: 'two', status: 'draft' as const },
  ]
  const done = session.restructure(0, [first], [first, added], texts, 'split')
  await settle()
  expect(session.state.value).toMatchObject({ kind: 'failed', error: { code: 'disk-full' } })
  expect(await session.close()).toBe(false)
  session.typed(1, 'two and three')
  engine.fail(null)
  await session.flush()
  await done
  await session.flush()
  expect(engine.saves.slice(-2)).toEqual([['one two'], ['two and three']])
  expect(session.state.value.kind).toBe('saved')
  expect(await session.close()).toBe(true)
})

test('in whatever order typing, answers and failures come, the last text ends up on disk', async () => {
  const step = fc.oneof(
    fc.record({ kind: fc.constant('type' as const), index: fc.nat(2), text: fc.string({ maxLength: 5 }) }),
    fc.record({ kind: fc.constant('timer' as const) }),
    fc.record({ kind: fc.constant('hold' as const) }),
    fc.record({ kind: fc.constant('release' as const) }),
    fc.record({ kind: fc.constant('fail' as const), on: fc.boolean() }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      const small = fakeEngine()
      let pending: (() => void)[] = []
      const own = new ArticleSession(
        { article: { id: 1 } as never, paragraphs: [...small.rows.values()], annotations: [], place: null },
        {
          call: small.call,
          delay: 1,
          setTimer: (work) => pending.push(work) && work,
          clearTimer: (timer) => (pending = pending.filter((each) => each !== timer)),
          showTarget: () => undefined,
          showState: () => undefined,
          showAll: () => undefined,
        },
      )
      for (const each of steps) {
        if (each.kind === 'type') own.typed(each.index, each.text)
        else if (each.kind === 'timer') for (const work of pending.splice(0)) work()
        else if (each.kind === 'hold') small.hold()
        else if (each.kind === 'release') await small.release()
        else small.fail(each.on ? new AppError('busy', 'busy') : null)
      }
      small.fail(null)
      await small.release()
      await own.flush()
      await own.flush()
      expect(own.paragraphs.map(({ target }) => target)).toEqual(
        [1, 2, 3].map((id) => small.rows.get(id)?.target),
      )
      expect(own.state.value.kind).toBe('saved')
    }),
    { seed: 41, numRuns: 150 },
  )
})
