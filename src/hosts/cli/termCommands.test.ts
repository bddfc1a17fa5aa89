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

describe('wrong usage', () => {
  test.each([
    [['term', 'edit']],
    [['term', 'edit', '1']],
    [['term', 'edit', 'x', '--note', 'a']],
    [['term', 'remove']],
    [['term', 'harvest']],
    [['term', 'harvest', '1', '--limit', '0']],
    [['term', 'add', 'a', 'b', '--pos', 'nonsense']],
    [['term', 'import']],
    [['term', 'import', 'a.csv', '--columns', 'source,nonsense']],
    [['term', 'import', 'a.csv', '--no-header']],
    [['term', 'import', 'a.csv', '--existing', 'nonsense']],
    [['term', 'export']],
    [['term', 'export', '--out', 'terms.unknown']],
  ])('%j', async (argv) => {
    const told = await naranhi(...argv, '--json')
    expect([told.code, told.err]).toEqual([2, ''])
    expect(JSON.parse(told.out)).toMatchObject({ error: { code: 'bad-input', details: { usage: true } } })
  })
  test.each([...'add edit remove list find import starter export harvest'.split(' ')])(
    'term %s --help is help',
    async (name) => {
      const { code, out } = await naranhi('term', name, '--help')
      expect(code).toBe(0)
      expect(out).toContain(`naranhi term ${name}`)
    },
  )
})

describe('the life of a term', () => {
  test('is added with all that is said of it, edited and removed', async () => {
    const added = (await json(
      ...['term', 'add', '한강시', 'Hangang City', '--variant', '漢江市', '--variant', '한강 시'],
      ...[
        '--pos',
        'name',
        '--domain',
        '지명',
        '--definition',
        'A city.',
        '--note',
        '견본',
        '--url',
        'https://example.org',
      ],
    )) as { id: number }
    expect(added).toMatchObject({
      id: 1,
      source: '한강시',
      target: 'Hangang City',
      variants: ['漢江市', '한강 시'],
      partOfSpeech: 'name',
      status: 'preferred',
      domain: '지명',
      definition: 'A city.',
      note: '견본',
      url: 'https://example.org',
      origin: 'typed',
    })
    expect(
      await json('term', 'edit', '1', '--target', 'Hangang', '--status', 'admitted', '--variant', ''),
    ).toMatchObject({ target: 'Hangang', status: 'admitted', variants: [], note: '견본' })
    expect(await json('term', 'list', '--domain', '지명', '--status', 'admitted')).toMatchObject({
      terms: [{ id: 1 }],
    })
    expect((await naranhi('term', 'list')).out).toContain('Hangang')
    expect(await json('term', 'remove', '1')).toEqual({ removed: [1] })
    expect(await json('term', 'list')).toEqual({ terms: [] })
  })
  test('is found with its reason', async () => {
    await json('term', 'add', '낙동강시', 'Nakdonggang City')
    expect(await json('term', 'find', '어제 낙동강시에서도 비가 왔다')).toEqual({
      hits: [
        {
          source: '낙동강시',
          target: 'Nakdonggang City',
          status: 'preferred',
          start: 3,
          end: 7,
          reason: { kind: 'particle', particle: '에서도' },
        },
      ],
    })
    expect((await naranhi('term', 'find', '낙동강시에서도')).out).toContain('particle -에서도')
  })
  test.each([
    [['term', 'edit', '99', '--note', 'x'], 'not-found'],
    [['term', 'remove', '99'], 'not-found'],
    [['term', 'add', 'a', 'b', '--glossary', '없는 용어집'], 'not-found'],
    [['term', 'find', 'a', '--project', '없는 과제'], 'not-found'],
    [['term', 'list', '--glossary', '없는 용어집'], 'not-found'],
  ])('%j is refused', async (argv, code) => {
    const told = await naranhi(...argv, '--json')
    expect([told.code, told.err]).toEqual([1, ''])
    expect((JSON.parse(told.out) as { error: { code: string } }).error.code).toBe(code)
    expect((await naranhi(...argv)).err).toMatch(/^naranhi: /)
  })
})

const file = (name: string, text: string): string => {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}
interface Listed {
  terms: {
    source: string
    target: string
    status: string
    domain: string
    note: string
    variants: string[]
  }[]
}
const said = async (glossary: string) =>
  ((await json('term', 'list', '--glossary', glossary)) as Listed).terms
    .map(({ source, target, status, domain, note, variants }) => ({
      ...{ source, target, status, domain, note, variants },
    }))
    .sort((one, other) => (`${one.source}\n${one.target}` < `${other.source}\n${other.target}` ? -1 : 1))

describe('terms go in and out', () => {
  const csv =
    'Korean,English,Status,Domain,Note,Variants\n' +
    '가상강,Gasang River,preferred,place,"long, and ""wide""",假想江\n' +
    '가상강,Imagined River,forbidden,place,,\n' +
    '가상 은행,Gasang Bank,admitted,finance,,GB\n'

  test('import reports what was added, merged and skipped, with the line of each', async () => {
    const path = file('들어올 것.csv', `${csv},no Korean here,preferred,,,\n`)
    expect(await json('term', 'import', path, '--glossary', '명령줄')).toEqual({
      files: [
        {
          ...{ file: path, glossary: '명령줄', read: 3, added: 3, merged: 0, same: 0, skipped: 1 },
          notices: [{ code: 'no-source', line: 5, column: 1, detail: 'no Korean here' }],
        },
      ],
    })
    const again = await naranhi('term', 'import', path, '--glossary', '명령줄')
    expect(again.code).toBe(0)
    expect(again.out).toMatch(/명령줄 +0 +0 +3 +1/)
    expect(again.err).toBe(`${path}:5:1: left out, since there is no Korean: no Korean here\n`)
    expect(await said('명령줄')).toEqual([
      {
        ...{ source: '가상 은행', target: 'Gasang Bank', status: 'admitted', domain: 'finance', note: '' },
        variants: ['GB'],
      },
      {
        ...{ source: '가상강', target: 'Gasang River', status: 'preferred', domain: 'place' },
        ...{ note: 'long, and "wide"', variants: ['假想江'] },
      },
      {
        ...{ source: '가상강', target: 'Imagined River', status: 'forbidden', domain: 'place', note: '' },
        variants: [],
      },
    ])
  })

  test.each(['terms.tbx', 'terms.csv', 'terms.tsv', 'terms.xlsx'])(
    '%s holds all of it, and gives it back',
    async (name) => {
      const out = join(folder, name)
      expect(await json('term', 'export', '--out', out, '--glossary', '명령줄')).toMatchObject({
        ...{ terms: 3, files: [{ path: out }] },
      })
      await json('term', 'import', out, '--glossary', `from ${name}`)
      expect(await said(`from ${name}`)).toEqual(await said('명령줄'))
    },
  )

  test('an OmegaT glossary holds what it can', async () => {
    const out = join(folder, 'terms.txt')
    await json('term', 'export', '--out', out, '--glossary', '명령줄')
    expect(
      readFileSync(out, 'utf8')
        .split('\n')
        .filter(Boolean)
        .every((line) => line.includes('\t')),
    ).toBe(true)
    await json('term', 'import', out, '--glossary', 'OmegaT')
    const without = (terms: Awaited<ReturnType<typeof said>>) =>
      terms.map(({ source, target, status }) => ({ source, target, status }))
    expect(without(await said('OmegaT'))).toEqual(without(await said('명령줄')))
  })

  test('a table without a header is read by the columns that are said', async () => {
    const path = file('머리 없음.csv', 'x,bridge of dreams,꿈의 다리\ny,lake of dreams,꿈의 호수\n')
    await json(
      ...[
        'term',
        'import',
        path,
        '--glossary',
        '머리 없음',
        '--columns',
        'ignore,target,source',
        '--no-header',
      ],
    )
    expect((await said('머리 없음')).map(({ source, target }) => [source, target])).toEqual([
      ['꿈의 다리', 'bridge of dreams'],
      ['꿈의 호수', 'lake of dreams'],
    ])
  })

  test('a broken file says where, and leaves nothing', async () => {
    const path = file('부서진.tbx', '<tbx>\n<text><body></text>\n')
    const told = await naranhi('term', 'import', path, '--glossary', '부서진')
    expect(told.code).toBe(1)
    expect(told.err).toMatch(/부서진\.tbx:2:\d+/)
    expect((await naranhi('term', 'list', '--glossary', '부서진', '--json')).code).toBe(1)
  })

  test('of a table all is taken but the row that cannot be read', async () => {
    const path = file('따옴표.csv', '가상산,Mount Gasang\n가상골,"Gasang Valley\n가상들,Gasang Plain\n')
    const told = await naranhi('term', 'import', path, '--glossary', '따옴표')
    expect(told.code).toBe(0)
    expect(told.err).toBe(
      `${path}:2:5: left out, since a quotation mark is not closed or stands where none can: 가상골,"Gasang Valley\n`,
    )
    expect((await said('따옴표')).map(({ source }) => source)).toEqual(['가상들', '가상산'])
  })

  test('a file without terms is refused, with the columns it was read by, and makes no glossary', async () => {
    const path = file('빈.csv', 'Korean,English,Note\n,Nobody,a\n')
    const told = await naranhi('term', 'import', path, '--glossary', '빈')
    expect(told.code).toBe(1)
    expect(told.err).toContain('빈.csv')
    expect(told.err).toContain('read as: source, target, note (--columns says otherwise)')
    expect(told.err).toContain('left out, since there is no Korean')
    expect((await naranhi('term', 'list', '--glossary', '빈', '--json')).code).toBe(1)
  })

  test('what an OmegaT glossary cannot hold is said', async () => {
    await json('term', 'add', '가상섬', 'Gasang Island', '--note', 'one\ntwo', '--glossary', '따옴표')
    const told = await naranhi('term', 'export', '--out', join(folder, 'flat.txt'), '--glossary', '따옴표')
    expect([told.code, told.err]).toEqual([
      0,
      `${join(folder, 'flat.txt')}: line breaks became blanks: 가상섬\n`,
    ])
  })

  test('the list names variants and glossary; what is not there is named', async () => {
    const { out } = await naranhi('term', 'list', '--glossary', '명령줄')
    expect(out).toMatch(/가상 은행 +Gasang Bank +GB +admitted +finance +명령줄/)
    const gone = await naranhi('term', 'remove', '987654')
    expect([gone.code, gone.err]).toEqual([1, 'naranhi: There is no term 987654; nothing was removed.\n'])
    const empty = await naranhi('term', 'add', ' ', 'x')
    expect([empty.code, empty.err.includes('the source of a term cannot be empty')]).toEqual([2, true])
  })

  test('the starter glossary comes by its command, and once', async () => {
    const first = (await json('term', 'starter')) as { glossary: string; terms: number }
    expect(first.terms).toBeGreaterThan(500)
    expect(await json('term', 'starter')).toEqual(first)
  })

  test('candidates are harvested from an article, and not what the glossary has', async () => {
    const path = file(
      '수확.txt',
      '가상국제공항(GIA)은 새 활주로를 열었다. 가상국제공항은 ‘푸른 하늘길’ 사업을 잇는다. 가상강 옆에 있다.',
    )
    const imported = (await json('import', path, '--project', '수확')) as { articles: { id: number }[] }
    const id = String(imported.articles[0]?.id)
    const { candidates } = (await json('term', 'harvest', id)) as {
      candidates: { source: string; target: string; kind: string }[]
    }
    expect(candidates).toContainEqual(
      expect.objectContaining({ source: '가상국제공항', target: 'GIA', kind: 'paired' }),
    )
    expect(candidates.map(({ source }) => source)).toContain('푸른 하늘길')
    expect(candidates.map(({ source }) => source)).not.toContain('가상강')
    expect((await json('term', 'harvest', '--project', '수확', '--limit', '1')) as object).toMatchObject({
      candidates: [expect.anything()],
    })
  })
})
