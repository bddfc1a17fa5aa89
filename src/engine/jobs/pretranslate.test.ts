import { describe, expect, test } from 'vitest'
import type { InputOf, JobName, ResultOf } from '#contract/index.ts'
import type { AppEvent } from '#contract/event.ts'
import { nth, runJob, withArticle } from '../conformance/check.ts'
import { useEngine } from '../fixtures/testEngine.ts'

const room = useEngine()
const { call } = room

const sourceOf = (at: number): string => `다롄항 제${at}부두에서 새 화물선이 출항했다.`
const targetOf = (at: number): string => `A new freighter left Dalian's pier no. ${at}.`
const range = (from: number, until: number): number[] =>
  Array.from({ length: until - from }, (_, at) => from + at)

/** Confirms these translations in an article of their own, so that the memory knows them. */
const teach = async (pairs: readonly (readonly [string, string])[]): Promise<void> => {
  const { paragraphs } = await withArticle(
    call,
    pairs.map(([source]) => source),
  )
  const edits = paragraphs.map(({ id }, at) => ({
    ...{ id, target: pairs[at]?.[1] ?? '', baseRevision: 0 },
    ...{ status: 'confirmed' as const },
  }))
  await call('paragraph.save', { edits })
}
const teachPiers = (from: number, until: number) =>
  teach(range(from, until).map((at) => [sourceOf(at), targetOf(at)] as const))

const said = async (articleId: number) => (await call('article.get', { id: articleId })).paragraphs
const targets = async (articleId: number) => (await said(articleId)).map(({ target }) => target)
const filledIn = async (articleId: number) => (await targets(articleId)).filter((target) => target !== '')

const start = async <Name extends JobName>(name: Name, input: InputOf<Name>): Promise<string> =>
  ((await (call as (name: string, input: unknown) => Promise<unknown>)(name, input)) as { jobId: string })
    .jobId
const ended = async (jobId: string) =>
  (await call('job.wait', { id: jobId })) as unknown as ResultOf<'pretranslate.run'>

/** Resolves when the first paragraphs of an article are told to be changed. */
const firstTold = (articleId: number): Promise<readonly number[]> =>
  new Promise((resolve) => {
    const stop = room.engine.listen((event: AppEvent) => {
      if (event.type !== 'article' || event.articleId !== articleId) return
      stop()
      resolve(event.paragraphIds)
    })
  })

/** Three times what is written at once. */
const LONG = 60

describe('a run beside other work', () => {
  test('leaves what is typed, locked and split while it runs', async () => {
    await teachPiers(0, LONG)
    const article = await withArticle(call, range(0, LONG).map(sourceOf))
    const { id } = article.article
    const [typed, locked, whole] = [nth(article, LONG - 1), nth(article, LONG - 2), nth(article, LONG - 3)]
    const told = firstTold(id)
    const jobId = await start('pretranslate.run', { articleIds: [id], repair: false })
    const first = await told
    expect(first.length).toBeLessThan(LONG)
    const saves = await Promise.all([
      call('paragraph.save', { edits: [{ id: typed.id, target: 'Typed meanwhile.', baseRevision: 0 }] }),
      call('paragraph.lock', { ids: [locked.id], locked: true }),
      call('paragraph.restructure', {
        articleId: id,
        before: [{ id: whole.id, baseRevision: 0 }],
        after: [
          { id: whole.id, source: whole.source.slice(0, 9), target: '', status: 'untranslated' },
          { id: null, source: whole.source.slice(9), target: '', status: 'untranslated' },
        ],
        origin: 'split',
      }),
    ])
    expect(saves[0].conflicts).toEqual([])
    const report = await ended(jobId)
    // For what was split there was nothing any more.
    expect([report.filled, report.left, report.cancelled]).toEqual([
      LONG - 3,
      { translated: 0, locked: 0, changed: 2 },
      false,
    ])
    const after = await said(id)
    expect(after.slice(0, LONG - 3).map(({ target }) => target)).toEqual(range(0, LONG - 3).map(targetOf))
    expect(after.slice(LONG - 3).map(({ target, locked }) => [target, locked])).toEqual([
      ['', false],
      ['', false],
      ['', true],
      ['Typed meanwhile.', false],
    ])
  })

  test('says of an article that is typed in before its turn that it was translated', async () => {
    await teachPiers(0, 40)
    const one = await withArticle(call, range(0, 40).map(sourceOf))
    const other = await withArticle(call, [sourceOf(3), sourceOf(4)])
    const told = firstTold(one.article.id)
    const jobId = await start('pretranslate.run', { articleIds: [one.article.id, other.article.id] })
    await told
    await call('paragraph.save', {
      edits: [{ id: nth(other, 0).id, target: 'Mine.', baseRevision: 0 }],
    })
    expect((await ended(jobId)).left).toEqual({ translated: 1, locked: 0, changed: 0 })
    expect(await targets(other.article.id)).toEqual(['Mine.', targetOf(4)])
  })

  test('cancelled, it ends with what it has filled, told as such, and all of that goes back', async () => {
    await teachPiers(0, LONG)
    const { article } = await withArticle(call, range(0, LONG).map(sourceOf))
    const told = firstTold(article.id)
    const jobId = await start('pretranslate.run', { articleIds: [article.id], repair: false })
    await told
    await call('job.cancel', { id: jobId })
    const report = await ended(jobId)
    expect(report.cancelled).toBe(true)
    const filled = await filledIn(article.id)
    expect(filled.length).toBeGreaterThan(0)
    expect(filled.length).toBeLessThan(LONG)
    expect(report.filled).toBe(filled.length)
    expect(await call('pretranslate.undo', { run: report.run })).toMatchObject({
      ...{ changed: filled.length, left: 0 },
    })
    expect(await filledIn(article.id)).toEqual([])
  })
})

describe('what a run fills', () => {
  test('goes through all articles of a project, back and forth as one step, and stays in the history', async () => {
    await teachPiers(0, 6)
    const one = await withArticle(call, range(0, 3).map(sourceOf))
    const other = await withArticle(call, range(3, 6).map(sourceOf))
    const apart = await withArticle(call, [sourceOf(1)])
    const { projectId } = one.article
    await call('article.move', { ids: [other.article.id], projectId })
    const [first, second] = [one.article.id, other.article.id]
    const report = await runJob(call, 'pretranslate.run', { projectId })
    expect([report.filled, report.analysis.articles.map(({ articleId }) => articleId)]).toEqual([
      6,
      [first, second],
    ])
    const full = range(0, 6).map(targetOf)
    const both = async () => [...(await targets(first)), ...(await targets(second))]
    expect(await both()).toEqual(full)
    expect(await targets(apart.article.id)).toEqual([''])

    const undone = await call('pretranslate.undo', { run: report.run })
    expect([undone.changed, undone.left]).toEqual([6, 0])
    expect((await said(first)).map(({ target, status }) => [target, status])).toEqual(
      range(0, 3).map(() => ['', 'untranslated']),
    )
    // Once taken back it is not what the run left any more.
    expect(await call('pretranslate.undo', { run: report.run })).toMatchObject({ changed: 0, left: 6 })
    const again = await call('pretranslate.undo', { run: undone.run })
    expect([again.changed, await both()]).toEqual([6, full])
    await call('pretranslate.undo', { run: again.run })
    expect(await filledIn(first)).toEqual([])
    const history = await call('paragraph.history', { id: nth(one, 0).id })
    expect(history.map(({ origin, target }) => [origin, target])).toEqual([
      ['import', ''],
      ['match', targetOf(0)],
      ['restore', ''],
      ['restore', targetOf(0)],
      ['restore', ''],
    ])
  })

  test('taken back, a run that confirmed finds the same again', async () => {
    await teachPiers(0, 3)
    const article = await withArticle(call, range(0, 3).map(sourceOf))
    const options = { articleIds: [article.article.id], confirmContext: true }
    const first = await runJob(call, 'pretranslate.run', options)
    expect([first.filled, first.confirmed > 0]).toEqual([3, true])
    await call('pretranslate.undo', { run: first.run })
    const second = await runJob(call, 'pretranslate.run', options)
    expect([second.filled, second.confirmed]).toEqual([3, first.confirmed])
  })

  test('drafts only where that is wished, and they come back with their status', async () => {
    await teachPiers(0, 3)
    const article = await withArticle(call, range(0, 3).map(sourceOf))
    const { id } = article.article
    const edits = [
      { id: nth(article, 0).id, target: 'A draft.', baseRevision: 0 },
      { id: nth(article, 1).id, target: targetOf(1), baseRevision: 0 },
      { id: nth(article, 2).id, target: 'Sure.', baseRevision: 0, status: 'confirmed' as const },
    ]
    await call('paragraph.save', { edits })
    const none = await runJob(call, 'pretranslate.run', { articleIds: [id] })
    expect([none.filled, none.left.translated]).toEqual([0, 3])
    const over = await runJob(call, 'pretranslate.run', { articleIds: [id], overDrafts: true })
    // The second says the same already.
    expect([over.filled, over.left.translated]).toEqual([1, 1])
    expect(await targets(id)).toEqual([targetOf(0), targetOf(1), 'Sure.'])
    await call('pretranslate.undo', { run: over.run })
    expect((await said(id)).map(({ target, status }) => [target, status])).toEqual([
      ['A draft.', 'draft'],
      [targetOf(1), 'draft'],
      ['Sure.', 'confirmed'],
    ])
  })

  test('repairs, puts together with gaps shown, and counts the units it used', async () => {
    await teach([
      ['난퉁시의 지난해 수출액은 12억 위안이었다.', "Nantong's exports came to 1.2 billion yuan last year."],
      ['조선업이 성장을 이끌었다.', 'Shipbuilding led the growth.'],
    ])
    const unknown = '주민들은 새 공원 소식에 크게 반겼다.'
    const article = await withArticle(call, [
      '난퉁시의 지난해 수출액은 15억 위안이었다.',
      `조선업이 성장을 이끌었다. ${unknown}`,
      unknown,
    ])
    const { id } = article.article
    const report = await runJob(call, 'pretranslate.run', { articleIds: [id] })
    expect([report.filled, report.repaired, report.assembled]).toEqual([2, 1, 1])
    expect(await targets(id)).toEqual([
      "Nantong's exports came to 1.5 billion yuan last year.",
      'Shipbuilding led the growth. […]',
      '',
    ])
    expect(report.analysis.sentences).toEqual({ known: 1, total: 2 })
    const { units } = await call('unit.list', { sort: 'used' })
    expect(units.map(({ source, useCount }) => [source.slice(0, 3), useCount])).toEqual(
      expect.arrayContaining([
        ['난퉁시', 1],
        ['조선업', 1],
      ]),
    )
    await call('pretranslate.undo', { run: report.run })
    const plain = await runJob(call, 'pretranslate.run', {
      ...{ articleIds: [id], repair: false, sentences: false },
    })
    expect([plain.filled, plain.repaired, plain.assembled]).toEqual([1, 0, 0])
    expect(await targets(id)).toEqual(["Nantong's exports came to 1.2 billion yuan last year.", '', ''])
  })

  test('context matches are confirmed where that is wished, others are not', async () => {
    await teachPiers(0, 3)
    const article = await withArticle(call, [...range(0, 3), 1].map(sourceOf))
    const report = await runJob(call, 'pretranslate.run', {
      ...{ articleIds: [article.article.id], confirmContext: true },
    })
    expect([report.filled, report.confirmed, report.analysis.bands.context.paragraphs]).toEqual([4, 2, 2])
    expect((await said(article.article.id)).map(({ status }) => status)).toEqual([
      ...['confirmed', 'confirmed', 'draft', 'draft'],
    ])
  })

  test("a memory's penalty is held against the floor", async () => {
    await teachPiers(0, 1)
    const [memory] = await call('memory.list', {})
    await call('memory.update', { id: memory?.id ?? 0, penalty: 30 })
    const { article } = await withArticle(call, [sourceOf(0), '다른 이야기다.'])
    const strict = await runJob(call, 'pretranslate.run', { articleIds: [article.id], floor: 71 })
    expect([strict.filled, strict.analysis.bands.none.paragraphs]).toEqual([0, 2])
    const report = await runJob(call, 'pretranslate.run', { articleIds: [article.id], floor: 70 })
    expect([report.filled, report.analysis.bands.under.paragraphs]).toEqual([1, 1])
  })

  test('a project that is none leaves no run behind', async () => {
    const jobId = await start('pretranslate.run', { projectId: 99 })
    await expect(ended(jobId)).rejects.toMatchObject({ code: 'not-found', details: { project: 99 } })
    await expect(call('pretranslate.undo', { run: 1 })).rejects.toMatchObject({ code: 'not-found' })
  })
})
