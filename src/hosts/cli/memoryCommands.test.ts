import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { run } from './index.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'naranhi-cli-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const naranhi = async (...argv: string[]) => {
  let out = ''
  let err = ''
  const code = await run([...argv, '--workspace', join(folder, 'work.naranhi')], {
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
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const unit = (source: string, target: string): string =>
  `<tu><tuv xml:lang="ko-KR"><seg>${source}</seg></tuv><tuv xml:lang="en"><seg>${target}</seg></tuv></tu>\n`
const tmx = (body: string): string =>
  `<tmx version="1.4"><header srclang="ko"/><body>\n${body}</body></tmx>\n`

describe('wrong usage', () => {
  test.each([
    [['memory', 'import']],
    [['memory', 'import', 'a.csv', '--columns', 'source,nonsense']],
    [['memory', 'import', 'a.csv', '--no-header']],
    [['memory', 'import', 'a.csv', '--format', 'xlsx']],
    [['memory', 'export']],
    [['memory', 'export', '--out', 'units.unknown']],
    [['memory', 'export', '--out', 'units.tmx', '--format', 'xliff']],
  ])('%j', async (argv) => {
    const told = await naranhi(...argv, '--json')
    expect([told.code, told.err]).toEqual([2, ''])
    expect(JSON.parse(told.out)).toMatchObject({ error: { code: 'bad-input', details: { usage: true } } })
  })
  test.each(['import', 'export'])('memory %s --help is help', async (name) => {
    const { code, out } = await naranhi('memory', name, '--help')
    expect(code).toBe(0)
    expect(out).toContain(`naranhi memory ${name}`)
  })
})

describe('exchange', () => {
  test('import reports what was added, merged and refused, with the line of each', async () => {
    const path = file(
      'm.tmx',
      tmx(
        unit('항구가 열렸다.', 'The port opened.') +
          unit('', 'Alone') +
          unit('배가 들어왔다.', 'A ship came in.'),
      ),
    )
    expect(await json('memory', 'import', path, '--into', '명령줄')).toEqual({
      files: [
        {
          ...{
            file: path,
            memory: '명령줄',
            batch: expect.any(Number) as unknown,
            read: 3,
            added: 2,
            merged: 0,
            same: 0,
            refused: 1,
          },
          notices: [{ code: 'no-source', line: 3, column: 1, detail: 'Alone' }],
          ...{ noticeCount: 1, cancelled: false },
        },
      ],
    })
    const again = await naranhi('memory', 'import', path, '--into', '명령줄')
    expect([again.code, again.err]).toEqual([0, `${path}:3:1: left out, since there is no Korean: Alone\n`])
    expect(
      again.out
        .split('\n')[1]
        ?.split(/\s{2,}/)
        .slice(1),
    ).toEqual(['명령줄', '0', '0', '2', '1'])
  })

  test('without a name it goes to the memory that is written to', async () => {
    const path = file('w.csv', '어제 문을 닫았다.,It closed yesterday.\n오늘 문을 열었다.,It opened today.\n')
    const told = await json('memory', 'import', path, '--columns', 'source,target', '--no-header')
    expect(told).toMatchObject({ files: [{ memory: 'Memory', added: 2 }] })
  })

  test('every format goes out and comes in again', async () => {
    for (const end of ['tmx', 'csv', 'tsv']) {
      const out = join(folder, `out.${end}`)
      expect(await json('memory', 'export', '--out', out, '--memory', '명령줄')).toEqual({
        files: [{ path: out, bytes: readFileSync(out).byteLength }],
        ...{ units: 2, notices: [] },
      })
      expect(await json('memory', 'import', out, '--into', `from ${end}`)).toMatchObject({
        files: [{ added: 2, refused: 0 }],
      })
    }
    const all = await naranhi('memory', 'export', '--out', join(folder, 'all.tsv'))
    expect([all.code, all.out, all.err]).toEqual([0, `${join(folder, 'all.tsv')}: 10 units\n`, ''])
  })

  test('of several files the first that cannot be read ends it; those before it stay', async () => {
    const good = file('good.tmx', tmx(unit('좋은 것', 'good')))
    const bad = file('bad.tmx', tmx(unit('나쁜 것', 'bad')).replace('</seg>', ''))
    const told = await naranhi('memory', 'import', good, bad, '--into', '여럿', '--json')
    expect(told.code).toBe(1)
    expect(JSON.parse(told.out)).toMatchObject({
      error: { code: 'file-malformed', details: { file: 'bad.tmx', path: bad, line: 2 } },
    })
    const plain = await naranhi('memory', 'import', bad, '--into', '여럿')
    expect([plain.code, plain.err]).toEqual([1, expect.stringContaining(`${bad}:2:`)])
    const out = join(folder, 'several.csv')
    expect(await json('memory', 'export', '--out', out, '--memory', '여럿')).toMatchObject({ units: 1 })
  })

  test('what there is not is named', async () => {
    const none = await naranhi('memory', 'import', join(folder, 'none.tmx'), '--json')
    expect([none.code, (JSON.parse(none.out) as { error: { code: string } }).error.code]).toEqual([
      1,
      'file-not-found',
    ])
    const memory = await naranhi('memory', 'export', '--out', join(folder, 'x.tmx'), '--memory', '없는 것')
    expect([memory.code, memory.err]).toEqual([1, 'naranhi: There is no memory named 없는 것.\n'])
    const empty = await naranhi('memory', 'import', file('empty.csv', 'source,target,note\n,a,\n'))
    expect(empty.code).toBe(1)
    expect(empty.err).toContain('source, target, note (--columns says otherwise)')
    expect(empty.err).toContain('left out, since there is no Korean')
  })
})

describe('finding and filling', () => {
  const line = '가람시는 올해 생산액이 12억 위안을 넘었다고 밝혔다.'
  beforeAll(async () => {
    await json(
      'memory',
      'import',
      file('found.tmx', tmx(unit(line, 'Garam said output passed 1.2 billion yuan this year.'))),
      '--into',
      '찾기',
    )
  })

  test('find gives scores, kinds and what was repaired', async () => {
    const { matches } = (await json('memory', 'find', line.replace('12억', '15억'))) as {
      matches: {
        score: number
        wordScore: number
        kind: string
        source: string
        origin: string
        repaired: { target: string } | null
      }[]
    }
    expect(matches[0]).toMatchObject({ kind: 'fuzzy', wordScore: 100, source: line, origin: 'found.tmx' })
    expect(matches[0]?.score).toBeGreaterThan(90)
    expect(matches[0]?.repaired?.target).toBe('Garam said output passed 1.5 billion yuan this year.')
    expect(await json('memory', 'find', line, '--min', '100')).toMatchObject({
      matches: [{ score: 100, kind: 'exact' }],
    })
    expect(await json('memory', 'find', '전혀 다른 말', '--min', '90')).toEqual({ matches: [] })
  })

  test('find --from answers line by line, with the time each took', async () => {
    const { code, out } = await naranhi(
      'memory',
      'find',
      '--from',
      file('queries.txt', `${line}\n\n없는 문장이다.\n`),
      '--min',
      '70',
    )
    const answers = out
      .trimEnd()
      .split('\n')
      .map((each) => JSON.parse(each) as { query: string; matches: unknown[]; ms: number })
    expect(code).toBe(0)
    expect(answers.map(({ query, matches }) => [query, matches.length])).toEqual([
      [line, 1],
      ['없는 문장이다.', 0],
    ])
    for (const { ms } of answers) expect(ms).toBeGreaterThan(0)
  })

  test('concordance, analysis and pre-translation of an article, taken back', async () => {
    expect(await json('memory', 'concordance', '생산액이')).toMatchObject({
      hits: [{ source: line }],
      total: 1,
    })
    expect((await naranhi('memory', 'concordance', '(', '--regex')).code).toBe(1)
    const { articles } = (await json(
      'import',
      file('article.txt', `${line}\n모르는 이야기가 이어진다.\n`),
      '--split',
      'line',
    )) as {
      articles: { id: number }[]
    }
    const id = String(articles[0]?.id)
    const analysis = (await json('memory', 'analyse', id)) as {
      bands: Record<string, { paragraphs: number }>
    }
    expect([analysis.bands['100']?.paragraphs, analysis.bands.none?.paragraphs]).toEqual([1, 1])
    const report = (await json('pretranslate', id)) as { filled: number; run: number }
    expect(report.filled).toBe(1)
    expect(await json('pretranslate', '--undo', String(report.run))).toMatchObject({ changed: 1, left: 0 })
    expect((await naranhi('pretranslate')).code).toBe(2)
    expect((await naranhi('memory', 'find')).code).toBe(2)
  })
})

describe('managing', () => {
  const names = async (...more: string[]) =>
    ((await json('memory', 'list', ...more)) as { memories: { name: string }[] }).memories.map(
      ({ name }) => name,
    )

  test('memories are made, named, ordered, switched, thrown away and brought back', async () => {
    await json('memory', 'add', '대외', '--note', '기관에서 받은 것')
    await json('memory', 'add', 'Archive')
    expect(await json('memory', 'set', '대외', '--name', '기관', '--penalty', '5')).toMatchObject({
      memory: { name: '기관', note: '기관에서 받은 것', role: 'read', penalty: 5 },
    })
    await json('memory', 'order', 'Archive', '기관')
    expect((await names()).slice(0, 2)).toEqual(['Archive', '기관'])
    expect(await json('memory', 'set', 'Archive', '--role', 'off')).toMatchObject({ memory: { role: 'off' } })
    const listed = await naranhi('memory', 'list')
    expect(listed.out).toMatch(/Archive\s+off\s+0\s+0/u)
    await json('memory', 'remove', 'Archive')
    expect(await names()).not.toContain('Archive')
    expect(await names('--trash')).toEqual(['Archive'])
    await json('memory', 'restore', 'Archive')
    expect(await names()).toContain('Archive')
  })

  test('a memory that is not there is told with those that are, and no role is made up', async () => {
    const told = await naranhi('memory', 'remove', 'Nowhere', '--json')
    expect(told.code).toBe(1)
    expect(JSON.parse(told.out)).toMatchObject({
      error: {
        code: 'not-found',
        details: { memory: 'Nowhere', memories: expect.arrayContaining(['기관']) as unknown },
      },
    })
    expect((await naranhi('memory', 'set', '기관', '--role', 'both')).code).toBe(2)
    expect((await naranhi('memory', 'set', '기관', '--penalty', '101')).code).toBe(2)
  })

  test('one is merged into another; what is no use is counted, removed and given back', async () => {
    const path = file(
      'rubbish.tmx',
      tmx(
        unit('다리가 놓였다.', 'A bridge was built.') +
          unit('OPEC', 'OPEC') +
          unit('GDP 2.0', 'GDP 2.0 figures'),
      ),
    )
    const imported = (await json('memory', 'import', path, '--into', '잡동사니')) as {
      files: { batch: number }[]
    }
    expect(await json('memory', 'clean')).toMatchObject({ found: { same: 1, 'no-hangul': 1 } })
    const cleaned = (await json('memory', 'clean', '--apply', '--kind', 'same')) as {
      batch: number
      changed: number
    }
    expect(cleaned.changed).toBe(1)
    expect(await json('memory', 'clean', '--kind', 'same')).toMatchObject({ found: { same: 0 } })
    expect(await json('memory', 'undo', String(cleaned.batch))).toMatchObject({ changed: 1 })
    expect(await json('memory', 'clean', '--kind', 'same')).toMatchObject({ found: { same: 1 } })
    expect(await json('memory', 'merge', '잡동사니', '--into', '기관')).toMatchObject({ moved: 3, merged: 0 })
    expect(imported.files[0]?.batch).toBeGreaterThan(0)
  })

  test('duplicates are findings', async () => {
    const pair = unit('배가 떠났다.', 'The ship left.')
    await json('memory', 'import', file('one.tmx', tmx(pair)), '--into', '기관')
    await json('memory', 'import', file('two.tmx', tmx(pair)), '--into', '둘째')
    const told = await naranhi('memory', 'duplicates', '--json')
    expect(told.code).toBe(1)
    const { groups } = JSON.parse(told.out) as { groups: { source: string }[][] }
    expect(groups.map((units) => units.map(({ source }) => source))).toContainEqual([
      '배가 떠났다.',
      '배가 떠났다.',
    ])
    expect((await naranhi('memory', 'duplicates')).out).toContain('The ship left.')
  })
})
