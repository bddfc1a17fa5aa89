import type { CallFunction } from '#contract/index.ts'
import { BANDS } from '#contract/memoryWords.ts'
import type { ConformanceCase } from '../conformance.ts'
import { fresh, NOBODY, nth, refused, runJob, same, withArticle } from './check.ts'

const confirm = async (call: CallFunction, id: number, target: string, baseRevision = 0) =>
  call('paragraph.save', { edits: [{ id, target, baseRevision, status: 'confirmed' }] })

const targetsOf = async (call: CallFunction, articleId: number) =>
  (await call('article.get', { id: articleId })).paragraphs.map(({ target, status }) => [target, status])

export const pretranslateCases: readonly ConformanceCase[] = [
  {
    name: 'pretranslation: counted by band first, filled where it may be, told, taken back and done again',
    async run(call) {
      const mark = fresh('수변공원')
      const [known, alike, unknown] = [
        `${mark} 산책로가 봄에 문을 연다.`,
        `${mark} 산책로가 봄에 문을 닫는다.`,
        `${fresh('전혀 모르는 딴 이야기')} 끝났다.`,
      ]
      const first = await withArticle(call, [known])
      await confirm(call, nth(first, 0).id, 'The walk opens in spring.')
      const article = await withArticle(call, [known, known, alike, unknown, known, known])
      const { id } = article.article
      await call('paragraph.save', { edits: [{ id: nth(article, 4).id, target: 'Mine.', baseRevision: 0 }] })
      await call('paragraph.lock', { ids: [nth(article, 5).id], locked: true })
      const analysis = await runJob(call, 'memory.analyse', { articleIds: [id], floor: 60 })
      const counts = BANDS.map((band) => analysis.bands[band].paragraphs)
      same(counts, [0, 3, 1, 0, 1, 0, 0, 1])
      same([analysis.total.paragraphs, analysis.articles.length], [6, 1])
      const report = await runJob(call, 'pretranslate.run', { articleIds: [id], floor: 75, repair: false })
      same([report.filled, report.left], [3, { translated: 1, locked: 1, changed: 0 }])
      const filled = [
        ['The walk opens in spring.', 'draft'],
        ['The walk opens in spring.', 'draft'],
        ['The walk opens in spring.', 'draft'],
        ['', 'untranslated'],
        ['Mine.', 'draft'],
        ['', 'untranslated'],
      ]
      same(await targetsOf(call, id), filled)
      // What was changed since stays as it is.
      const now = await call('article.get', { id })
      await call('paragraph.save', {
        edits: [{ id: nth(now, 1).id, target: 'Edited.', baseRevision: nth(now, 1).revision }],
      })
      const undone = await call('pretranslate.undo', { run: report.run })
      same([undone.changed, undone.left], [2, 1])
      same((await targetsOf(call, id)).slice(0, 3), [
        ['', 'untranslated'],
        ['Edited.', 'draft'],
        ['', 'untranslated'],
      ])
      same((await call('pretranslate.undo', { run: undone.run })).changed, 2)
      same((await targetsOf(call, id))[0], filled[0])
      await refused(call, 'pretranslate.undo', { run: NOBODY }, 'not-found')
      const { jobId } = await call('memory.analyse', {})
      await refused(call, 'job.wait', { id: jobId }, 'bad-input')
    },
  },
  {
    name: 'repetition: carried over by the mode, but not into what is apart, locked or confirmed; one step back',
    async run(call) {
      const mark = `${fresh('되풀이되는 글이')} 또 나왔다.`
      const article = await withArticle(call, [mark, mark, mark, mark, '다른 글이다.'])
      const { id, projectId } = article.article
      const [one, two, three, four] = [0, 1, 2, 3].map((place) => nth(article, place).id)
      same(await call('repetition.mode', { projectId }), 'article')
      await call('repetition.apart', { paragraphId: three ?? 0, apart: true })
      await call('paragraph.lock', { ids: [four ?? 0], locked: true })
      await confirm(call, one ?? 0, 'Again.')
      const done = await call('repetition.propagate', { paragraphId: one ?? 0 })
      same([done.paragraphIds, done.left], [[two], { apart: 1, locked: 1, confirmed: 0 }])
      same((await targetsOf(call, id))[1], ['Again.', 'draft'])
      const groups = await call('repetition.list', { articleId: id })
      same(
        groups.map(({ source, paragraphs }) => [
          source,
          paragraphs.map(({ number, locked, apart }) => [number, locked, apart]),
        ]),
        [
          [
            mark,
            [
              [1, false, false],
              [2, false, false],
              [3, false, true],
              [4, true, false],
            ],
          ],
        ],
      )
      same((await call('pretranslate.undo', { run: done.run ?? 0 })).changed, 1)
      same((await targetsOf(call, id))[1], ['', 'untranslated'])
      same(await call('repetition.setMode', { projectId, mode: 'off' }), 'off')
      same((await call('repetition.propagate', { paragraphId: one ?? 0 })).run, null)
      same((await call('repetition.propagate', { paragraphId: one ?? 0, mode: 'project' })).paragraphIds, [
        two,
      ])
      await refused(call, 'repetition.apart', { paragraphId: NOBODY, apart: true }, 'not-found')
      await refused(call, 'repetition.mode', { projectId: NOBODY }, 'not-found')
    },
  },
]
