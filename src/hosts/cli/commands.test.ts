import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { run } from './index.ts'

let folder: string
let workspace: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'naranhi-cli-'))
  workspace = join(folder, 'work.naranhi')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const naranhi = async (...argv: string[]) => {
  let out = ''
  let err = ''
  const code = await run([...argv, '--workspace', workspace], {
    out: (text) => void (out += text),
    err: (text) => void (err += text),
    columns: null,
    progress: false,
  })
  return { code, out, err }
}
const json = async (...argv: string[]): Promise<unknown> => {
  const { code, out, err } = await naranhi(...argv, '--json')
  expect([code, err], argv.join(' ')).toEqual([0, ''])
  return JSON.parse(out)
}
const file = (name: string, content: string): string => {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}

describe('wrong usage', () => {
  test.each([
    [[]],
    [['nonsense']],
    [['import']],
    [['articles', 'more']],
    [['articles', '--nonsense']],
    [['show']],
    [['show', 'x']],
    [['show', '0']],
    [['show', '1', '2']],
    [['translate', '1', '1']],
    [['translate', '1', '--text', 'a']],
    [['translate', '1', 'x', '--text', 'a']],
    [['translate', '1', '1', '--text', 'a', '--from', 'b']],
    [['translate', '1', '1', '--from', 'b']],
    [['annotate', '1', '1', '--kind', 'term']],
    [['annotate', '1', '1', '--quote', 'a']],
    [['annotate', '1', '1', '--quote', 'a', '--kind', 'nonsense']],
    [['term']],
    [['term', 'add', 'a']],
    [['term', 'nonsense']],
    [['import', 'a', '--split', 'nonsense']],
    [['export', '1', '--format', 'docx']],
    [['export', '--format', 'docx', '--out', 'a']],
    [['export', '1', '--format', 'pdf', '--out', 'a']],
    [['export', '1', '--out', 'a']],
    [['export', '1', '--out', 'a.txt', '--layout', 'bilingual']],
    [['serve', '--port', '65536']],
    [['serve', '--port']],
  ])('%j', async (argv) => {
    const plain = await naranhi(...argv)
    expect([plain.code, plain.out]).toEqual([2, ''])
    expect(plain.err).not.toBe('')
    const told = await naranhi(...argv, '--json')
    expect([told.code, told.err]).toEqual([2, ''])
    expect(JSON.parse(told.out)).toMatchObject({ error: { code: 'bad-input', details: { usage: true } } })
  })
  test.each([
    [['--help']],
    [['help', 'import']],
    ...'import articles show translate annotate export serve'.split(' ').map((name) => [[name, '--help']]),
    ...['add', 'list', 'find'].map((name) => [['term', name, '--help']]),
  ])('%j is help', async (argv) => {
    const { code, out } = await naranhi(...argv)
    expect(code).toBe(0)
    expect(out).toMatch(/^Usage: naranhi/)
    for (const option of ['--json', '--workspace']) expect(out).toContain(option)
  })
})

describe('the main job', () => {
  const SOURCES = [
    '한강시는 18일 공동 연구실을 열었다고 밝혔다.',
    '연구실에는 예산의 3.5%가 배정됐고, 연구실은 3층이다.',
  ]

  test('a new workspace is empty', async () => {
    expect(await json('articles')).toEqual({ articles: [] })
  })
  test('import', async () => {
    const path = file('article.txt', `[강변신문] 한강시 공동 연구실 문 열다\n\n${SOURCES.join('\n')}\n`)
    expect(await json('import', path, '--project', '연구', '--split', 'line')).toEqual({
      articles: [{ id: 1, title: '한강시 공동 연구실 문 열다', paragraphs: 2 }],
    })
    const lines = file('lines.txt', '첫 기사다. 짧다.\n둘째 기사다.\n')
    const { articles } = (await json('import', lines, '--per-line')) as { articles: { paragraphs: number }[] }
    expect(articles).toHaveLength(2)
  })
  test('articles', async () => {
    const { articles } = (await json('articles')) as { articles: { id: number }[] }
    expect(articles).toHaveLength(3)
    expect(articles.find(({ id }) => id === 1)).toEqual({
      id: 1,
      title: '한강시 공동 연구실 문 열다',
      project: '연구',
      paragraphs: 2,
      translated: 0,
      confirmed: 0,
    })
  })
  test('term add, list and find', async () => {
    const term = { source: '한강시', target: 'Hangang City', status: 'preferred', domain: '', note: '' }
    expect(await json('term', 'add', '한강시', 'Hangang City')).toMatchObject(term)
    await json('term', 'add', '한강시', 'Han River City', '--status', 'forbidden')
    expect(await json('term', 'list', '--search', 'Hangang')).toMatchObject({ terms: [term] })
    expect(await json('term', 'find', '그는 한강시는 좋다고')).toMatchObject({
      hits: [
        { source: '한강시', target: 'Hangang City', status: 'preferred', start: 3, end: 6 },
        { target: 'Han River City', status: 'forbidden' },
      ],
    })
    const { code, out } = await naranhi('term', 'add', '한강시', 'Hangang City', '--json')
    expect([code, JSON.parse(out)]).toMatchObject([1, { error: { code: 'duplicate' } }])
  })
  test('annotate', async () => {
    expect(await json('annotate', '1', '1', '--quote', '연구실', '--kind', 'term', '--body', 'lab?')).toEqual(
      { id: 1, kind: 'term', start: 12, end: 15, quote: '연구실', body: 'lab?' },
    )
    // As macOS writes it; and the second of two.
    const quote = '연구실'.normalize('NFD')
    const second = SOURCES[1]?.lastIndexOf('연구실') ?? -1
    expect(
      await json('annotate', '1', '2', '--quote', quote, '--kind', 'note', '--occurrence', '2'),
    ).toMatchObject({ start: second, end: second + 3 })
    const first = await naranhi('annotate', '1', '2', '--quote', '연구실', '--kind', 'note')
    expect([first.code, first.err]).toEqual([0, expect.stringContaining('2 times')])
    for (const argv of [
      ['--quote', '없는 말'],
      ['--quote', ''],
      ['--quote', '연구실', '--occurrence', '3'],
    ])
      expect((await naranhi('annotate', '1', '2', ...argv, '--kind', 'note')).code).toBe(1)
  })
  test('translate one paragraph', async () => {
    expect(await json('translate', '1', '1', '--text', '-5% in Hangang.')).toEqual({
      paragraphs: [{ id: 1, number: 1, source: SOURCES[0], target: '-5% in Hangang.', status: 'draft' }],
    })
  })
  test('a bad line is refused with its place and nothing is written', async () => {
    const before = await json('show', '1')
    for (const [content, place] of [
      ['1\tOne.\n2 Two.', '2:1'],
      ['1\tOne.\n3\tThree.', '2:1'],
      ['1\tOne.\n2\tTw\u2028o.', '2:5'],
      ['1\tOne.\n1\tTwo.', '2:1'],
    ] as const) {
      const path = file('bad.tsv', content)
      const { code, out, err } = await naranhi('translate', '1', '--from', path, '--confirm')
      expect([code, out]).toEqual([1, ''])
      expect(err).toContain(`naranhi: ${path}:${place}: `)
    }
    expect(
      (await naranhi('translate', '1', '--from', file('empty.tsv', '1\tA\n2\t'), '--confirm')).code,
    ).toBe(1)
    expect((await naranhi('translate', '1', '--from', join(folder, 'none.tsv'))).err).toContain('not there')
    expect((await naranhi('translate', '1', '--from', folder)).code).toBe(1)
    expect(await json('show', '1')).toEqual(before)
  })
  test('translate from a file, confirmed', async () => {
    const path = file('good.tsv', '2\tThe lab gets 3.5%.\r\n1\tHangang City opened a lab.\r\n')
    expect(await json('translate', '1', '--from', path, '--confirm')).toMatchObject({
      paragraphs: [
        { number: 1, target: 'Hangang City opened a lab.', status: 'confirmed' },
        { number: 2, target: 'The lab gets 3.5%.', status: 'confirmed' },
      ],
    })
  })
  test('show', async () => {
    const shown = (await json('show', '1')) as { paragraphs: Record<string, unknown>[] }
    expect(shown).toMatchObject({
      id: 1,
      title: '한강시 공동 연구실 문 열다',
      outlet: '강변신문',
      byline: '',
    })
    expect(Object.keys(shown)).toEqual(['id', 'title', 'outlet', 'byline', 'paragraphs'])
    expect(shown.paragraphs[0]).toEqual({
      id: 1,
      number: 1,
      source: SOURCES[0],
      target: 'Hangang City opened a lab.',
      status: 'confirmed',
      annotations: [{ id: 1, kind: 'term', start: 12, end: 15, quote: '연구실', body: 'lab?' }],
      terms: [{ source: '한강시', target: 'Hangang City', start: 0, end: 3 }],
    })
    expect((await naranhi('show', '1')).out).toContain('[term] “연구실” lab?')
  })
  test('export', async () => {
    const one = join(folder, 'one.docx')
    const { files } = (await json('export', '1', '--format', 'docx', '--out', one)) as {
      files: { path: string; bytes: number }[]
    }
    expect(files).toEqual([{ path: one, bytes: readFileSync(one).byteLength }])
    expect(readFileSync(one).subarray(0, 2).toString()).toBe('PK')
    const text = join(folder, 'one.txt')
    await json('export', '1', '--out', text)
    expect(readFileSync(text, 'utf8')).toContain('Hangang City opened a lab.')
    const several = (await json('export', '1', '2', '2', '--format', 'md', '--out', join(folder, 'new'))) as {
      files: { path: string }[]
    }
    expect(several.files).toHaveLength(2)
    for (const { path } of several.files) expect(path.startsWith(join(folder, 'new'))).toBe(true)
  })
  test.each([
    [['show', '99'], 'not-found'],
    [['translate', '1', '9', '--text', 'x'], 'not-found'],
    [['annotate', '1', '9', '--quote', 'x', '--kind', 'note'], 'not-found'],
    [['export', '99', '--format', 'docx', '--out', '/tmp/never.docx'], 'not-found'],
    [['import', '/nowhere/a.txt'], 'file-not-found'],
    [['translate', '1', '1', '--text', 'a\nb'], 'bad-input'],
  ])('%j is refused', async (argv, code) => {
    const plain = await naranhi(...argv)
    expect([plain.code, plain.out]).toEqual([1, ''])
    expect(plain.err).toMatch(/^naranhi: /)
    const told = await naranhi(...argv, '--json')
    expect([told.code, told.err]).toEqual([1, ''])
    expect((JSON.parse(told.out) as { error: { code: string } }).error.code).toBe(code)
  })
  test('a workspace that is none is refused and left as it is', async () => {
    const path = file('other.naranhi', 'no workspace at all')
    const lines: string[] = []
    const io = {
      out: () => undefined,
      err: (text: string) => void lines.push(text),
      columns: null,
      progress: false,
    }
    expect(await run(['articles', '--workspace', path], io)).toBe(1)
    expect(lines.join('')).toContain(path)
    expect(readFileSync(path, 'utf8')).toBe('no workspace at all')
  })
})

describe('as a process', () => {
  const start = (argv: string[], env: Record<string, string> = {}) =>
    spawn(process.execPath, [join(import.meta.dirname, 'dev.ts'), ...argv], {
      env: { ...process.env, ...env },
      stdio: ['pipe', 'pipe', 'pipe'],
    })
  const ended = (
    child: ReturnType<typeof start>,
  ): Promise<{ code: number | null; out: string; err: string }> =>
    new Promise((resolve) => {
      let out = ''
      let err = ''
      child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text))
      child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text))
      child.on('close', (code) => resolve({ code, out, err }))
    })

  test('NARANHI_WORKSPACE, exit code and standard input', async () => {
    const env = { NARANHI_WORKSPACE: workspace }
    const child = start(['translate', '2', '--from', '-', '--json'], env)
    child.stdin.end('1\tFrom a pipe.\n')
    const { code, out } = await ended(child)
    expect([code, JSON.parse(out)]).toMatchObject([
      0,
      { paragraphs: [{ number: 1, target: 'From a pipe.' }] },
    ])
    expect(await ended(start(['show', '99'], env))).toMatchObject({ code: 1, out: '' })
    expect(await ended(start(['show'], env))).toMatchObject({ code: 2, out: '' })
  })
})
