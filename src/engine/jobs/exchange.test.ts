import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { ResultOf } from '#contract/index.ts'
import { inTransaction } from '../db/database.ts'
import { addDraftParagraphs, startArticle } from '../db/importing.ts'
import { openWorkspace } from '../db/open.ts'
import { addProject } from '../db/project.ts'
import { value } from '../db/statement.ts'
import { useEngine } from '../fixtures/testEngine.ts'

const room = useEngine()
const { call } = room

const lines = (count: number): string =>
  Array.from(
    { length: count },
    (_, index) => `${index + 1}번째 문단은 새 도로의 ${index + 1}번째 구간을 다룬다.`,
  ).join('\n')
const item = (text: string, name = '길.txt') => ({
  from: { kind: 'text' as const, text, name },
  split: 'line' as const,
})
const importText = async (text: string): Promise<ResultOf<'import.run'>> => {
  const { jobId } = await call('import.run', { items: [item(text)], project: '사업' })
  return (await call('job.wait', { id: jobId })) as ResultOf<'import.run'>
}

/** Counts of everything an import writes, hidden rows too. */
const counts = async (): Promise<number[]> => {
  const workspace = await openWorkspace(room.path, { now: () => new Date(), create: false })
  const found = ['project', 'article', 'article_origin', 'paragraph', 'paragraph_history'].map(
    (table) => value<number>(workspace.db, `SELECT count(*) FROM ${table}`) ?? -1,
  )
  workspace.close()
  return found
}

describe('import', () => {
  test('keeps the bytes a file came in as', async () => {
    const file = join(room.folder, '기사.txt')
    const bytes = Buffer.from('\ufeff첫 문단이다.\r\n둘째 문단이다.\r\n')
    writeFileSync(file, bytes)
    const { jobId } = await call('import.run', {
      items: [{ from: { kind: 'path', path: file } }],
      project: '사업',
    })
    await call('job.wait', { id: jobId })
    await room.engine.close()
    const workspace = await openWorkspace(room.path, { now: () => new Date(), create: false })
    const kept = value<Buffer>(workspace.db, 'SELECT bytes FROM article_origin')
    workspace.close()
    expect(kept?.equals(bytes)).toBe(true)
  })

  test('of a large text shows nothing before all of it is there, and lets others write meanwhile', async () => {
    await importText(lines(3))
    const { jobId } = await call('import.run', { items: [item(lines(6000))], project: '큰 사업' })
    const paragraph = (await call('article.get', { id: 1 })).paragraphs[0]
    let saves = 0
    let longest = 0
    while (room.events.filter((event) => event.type === 'job').at(-1)?.job.status === 'running') {
      expect(await call('article.list', {})).toHaveLength(1)
      expect(await call('project.list', {})).toHaveLength(1)
      const began = performance.now()
      const edits = [{ id: paragraph?.id ?? 0, target: `Text ${saves}`, baseRevision: saves }]
      expect((await call('paragraph.save', { edits })).conflicts).toEqual([])
      saves++
      await new Promise((resolve) => setImmediate(resolve))
      longest = Math.max(longest, performance.now() - began)
    }
    await call('job.wait', { id: jobId })
    expect(saves).toBeGreaterThan(5)
    expect(longest).toBeLessThan(1500)
    const articles = await call('article.list', {})
    expect(articles.map(({ paragraphs }) => paragraphs)).toEqual([3, 6000])
    expect(await call('project.list', {})).toHaveLength(2)
  })

  test('that is cancelled half way leaves no row', async () => {
    await importText(lines(3))
    await room.engine.close()
    const before = await counts()
    await room.open()
    const { jobId } = await call('import.run', { items: [item(lines(8000))], project: '멈출 사업' })
    while (
      !room.events.some((event) => event.type === 'job' && event.job.done > 1000 && event.job.total === 8000)
    )
      await new Promise((resolve) => setTimeout(resolve, 5))
    await call('job.cancel', { id: jobId })
    await expect(call('job.wait', { id: jobId })).rejects.toMatchObject({ code: 'cancelled' })
    await room.engine.close()
    expect(await counts()).toEqual(before)
  })

  test('that a killed process left half done is taken away at the next opening', async () => {
    await importText(lines(3))
    await room.engine.close()
    const before = await counts()
    const workspace = await openWorkspace(room.path, { now: () => new Date(), create: false })
    inTransaction(workspace.db, (db) => {
      // No process has this id: Linux gives none above 4194304.
      const marker = 'importing:99999999:1'
      const projectId = addProject(db, '죽은 사업', 'x', marker)
      const head = {
        title: '반쪽',
        headline: '',
        outlet: '',
        byline: '',
        dateline: '',
        sourceUrl: '',
        note: '',
      }
      const draft = {
        head,
        split: 'line' as const,
        paragraphs: [{ source: '반쪽이다.', original: null }],
        warnings: [],
      }
      const origin = { fileName: 'a.txt', encoding: 'utf-8', bytes: new Uint8Array(3) }
      addDraftParagraphs(
        db,
        startArticle(db, projectId, { draft, head, origin }, 'x', marker),
        draft,
        0,
        1,
        'x',
      )
    })
    workspace.close()
    await room.open()
    expect((await call('workspace.state', {})).status).toBe('open')
    await room.engine.close()
    expect(await counts()).toEqual(before)
    await room.open()
    expect((await call('workspace.state', {})).status).toBe('open')
  })

  test('says which file, line and byte cannot be read', async () => {
    const file = join(room.folder, '깨진.txt')
    writeFileSync(
      file,
      Buffer.concat([Buffer.from('첫 줄은 길게 잘 읽히는 글이다.\n둘째 '), Buffer.from([0xea, 0xb0])]),
    )
    const [preview] = await call('import.preview', { items: [{ from: { kind: 'path', path: file } }] })
    expect(preview?.error).toMatchObject({
      code: 'file-truncated',
      details: { file: '깨진.txt', path: file, line: 2 },
    })
    const [missing] = await call('import.preview', {
      items: [{ from: { kind: 'path', path: join(room.folder, '없음.txt') } }],
    })
    expect(missing?.error).toMatchObject({ code: 'file-not-found', details: { file: '없음.txt' } })
    const document = join(room.folder, '문서.hwp')
    writeFileSync(document, 'HWP')
    const [other] = await call('import.preview', { items: [{ from: { kind: 'path', path: document } }] })
    expect(other?.error).toMatchObject({ code: 'file-unknown-format' })
  })
})

describe('export', () => {
  const exportTo = async (articleIds: number[], to: string, format: 'docx' | 'txt' = 'txt') => {
    const { jobId } = await call('export.run', { articleIds, format, to: { kind: 'path', path: to } })
    return (await call('job.wait', { id: jobId })) as ResultOf<'export.run'>
  }

  test('writes one article to the path, and several into a folder under names of their own', async () => {
    const one = await importText('첫 기사다.\n둘째 문단이다.')
    const two = await importText('둘째 기사다.\n둘째 문단이다.')
    const ids = [...one.articles, ...two.articles].map(({ id }) => id)
    const out = join(room.folder, 'out')
    mkdirSync(out)
    const [file] = (await exportTo(ids.slice(0, 1), join(out, '내 이름.txt'))).files
    expect(file).toMatchObject({ name: '내 이름.txt', path: join(out, '내 이름.txt'), download: null })
    expect(statSync(join(out, '내 이름.txt')).size).toBe(file?.bytes)
    const several = await exportTo(ids, `${join(room.folder, 'new')}/`)
    expect(readdirSync(join(room.folder, 'new')).toSorted()).toEqual(
      several.files.map(({ name }) => name).toSorted(),
    )
    expect(several.files).toHaveLength(2)
    await expect(exportTo(ids, join(out, 'none.txt'))).rejects.toMatchObject({ code: 'file-unwritable' })
    await expect(exportTo(ids.slice(0, 1), join(room.folder, 'nowhere', 'a.txt'))).rejects.toMatchObject({
      code: 'file-unwritable',
    })
  })

  test('a document is made in a thread of its own', async () => {
    const { articles } = await importText(lines(40))
    const to = join(room.folder, 'a.docx')
    await exportTo(
      articles.map(({ id }) => id),
      to,
      'docx',
    )
    expect(readFileSync(to).subarray(0, 2).toString()).toBe('PK')
  })

  test('that is cancelled leaves no file and no folder', async () => {
    const ids: number[] = []
    for (let count = 0; count < 6; count++)
      ids.push(...(await importText(lines(200))).articles.map(({ id }) => id))
    const before = readdirSync(room.folder).toSorted()
    const out = join(room.folder, 'out')
    const { jobId } = await call('export.run', {
      articleIds: ids,
      format: 'docx',
      to: { kind: 'path', path: `${out}/` },
    })
    while (!room.events.some((event) => event.type === 'job' && event.job.id === jobId && event.job.done > 0))
      await new Promise((resolve) => setTimeout(resolve, 2))
    await call('job.cancel', { id: jobId })
    await expect(call('job.wait', { id: jobId })).rejects.toMatchObject({ code: 'cancelled' })
    expect(readdirSync(room.folder).toSorted()).toEqual(before)
  })
})
