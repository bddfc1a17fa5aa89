import type { ConformanceCase } from '../conformance.ts'
import { fresh, holds, NOBODY, refused, runJob, same } from './check.ts'

const tmx = (pairs: readonly (readonly [string, string])[], more = ''): string =>
  `<?xml version="1.0" encoding="UTF-8"?><tmx version="1.4"><header srclang="ko"/><body>${pairs
    .map(
      ([source, target]) =>
        `<tu creationid="KIM"><tuv xml:lang="ko-KR"><seg>${source}</seg></tuv><tuv xml:lang="en"><seg>${target}</seg></tuv></tu>\n`,
    )
    .join('')}${more}</body></tmx>`

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

export const memoryExchangeCases: readonly ConformanceCase[] = [
  {
    name: 'memory: TMX is looked at, brought in, found, handed over and brought in again',
    async run(call, upload) {
      const mark = fresh('갯벌')
      const pairs = [
        [`${mark} 복원이 끝났다.`, 'The restoration is done.'],
        [`${mark} 복원이 시작됐다.`, 'The restoration has begun.'],
      ] as const
      const text = tmx(pairs, `<tu><tuv xml:lang="ko"><seg>홀로</seg></tuv></tu>`)
      const send = async (body: string, name = 'memory.tmx') => ({
        kind: 'upload' as const,
        id: (await upload(name, bytesOf(body))).id,
        name,
      })
      const preview = await call('memory.preview', { from: await send(text) })
      same(
        [preview.format, preview.version, preview.error, preview.sample.map(({ source }) => source)],
        ['tmx', '1.4', null, pairs.map(([source]) => source)],
      )
      same(preview.languages, [
        { code: 'ko-KR', units: 2 },
        { code: 'en', units: 2 },
        { code: 'ko', units: 1 },
      ])
      const name = fresh('들어온 것')
      const report = await runJob(call, 'memory.import', { from: await send(text), into: name })
      same([report.read, report.added, report.same, report.refused], [3, 2, 0, 1])
      same(
        report.notices.map(({ code }) => code),
        ['no-target'],
      )
      const [match] = (await call('memory.find', { text: pairs[0][0] })).matches
      same(
        [match?.unit.target, match?.unit.author, match?.memoryName],
        ['The restoration is done.', 'KIM', name],
      )
      const again = await runJob(call, 'memory.import', { from: await send(text), into: report.memoryId })
      same([again.added, again.same], [0, 2])
      for (const format of ['tmx', 'csv', 'tsv'] as const) {
        const { files, units } = await runJob(call, 'memory.export', {
          memoryIds: [report.memoryId],
          format,
          to: { kind: 'download' },
        })
        same([units, files.length, (files[0]?.bytes ?? 0) > 100], [2, 1, true])
        holds(files[0]?.download !== null, 'it can be fetched')
      }
      const undone = await call('unit.undo', { batch: report.batch })
      same([undone.changed, (await call('unit.list', { memoryIds: [report.memoryId] })).total], [2, 0])
      same((await call('unit.undo', { batch: undone.batch })).changed, 2)
      // In the trash, it is nowhere.
      await call('memory.remove', { id: report.memoryId })
      same((await call('memory.find', { text: pairs[0][0], floor: 100 })).matches.length, 0)
    },
  },
  {
    name: 'memory: what cannot be read says where, and leaves nothing',
    async run(call, upload) {
      const before = (await call('memory.list', {})).length
      const into = fresh('아무것도')
      const send = async (body: string, name: string) => ({
        kind: 'upload' as const,
        id: (await upload(name, bytesOf(body))).id,
        name,
      })
      const broken = tmx([['가나다라', 'A']]).replace('</seg>', '')
      const { jobId } = await call('memory.import', { from: await send(broken, 'broken.tmx'), into })
      const error = await refused(call, 'job.wait', { id: jobId }, 'file-malformed')
      same([error.details.file, error.details.line], ['broken.tmx', 1])
      const empty = await call('memory.import', { from: await send(tmx([]), 'empty.tmx'), into })
      await refused(call, 'job.wait', { id: empty.jobId }, 'nothing-to-import')
      const preview = await call('memory.preview', { from: await send('<html/>', 'x.tmx') })
      same(preview.error?.code, 'file-unknown-format')
      same((await call('memory.list', {})).length, before)
      const { jobId: nobody } = await call('memory.export', {
        memoryIds: [NOBODY],
        format: 'tmx',
        to: { kind: 'download' },
      })
      await refused(call, 'job.wait', { id: nobody }, 'not-found')
    },
  },
]
