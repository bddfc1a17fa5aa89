import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MAX_TERMS } from './concept.ts'
import { readAll } from './fixtures/readAll.ts'
import { hostileTerm, term } from './fixtures/terms.ts'
import { FORBIDDEN_MARKER } from './vocabulary.ts'
import { writeTbx, type GlossaryEntryLike } from './write.ts'

const VERSIONS = ['v3', 'v2'] as const
type Version = (typeof VERSIONS)[number]
const written = (terms: GlossaryEntryLike[], version: Version, title = 'Cities & <roads>'): string =>
  [...writeTbx(terms, { version, title })].join('')

function back(text: string): GlossaryEntryLike[] {
  const { entries, notices, error } = readAll(text)
  expect({ notices, error }).toEqual({ notices: [], error: null })
  return entries.map(({ line, column, ...content }) => {
    expect(line).toBeGreaterThan(1)
    expect(column).toBeGreaterThan(0)
    return content
  })
}

const sample: GlossaryEntryLike[] = [
  term({ source: '우한', target: 'Wuhan', variants: ['武漢', '무한'], partOfSpeech: 'name', domain: '지리' }),
  term({
    source: '우한',
    target: 'Hankow',
    variants: ['武漢', '무한'],
    partOfSpeech: 'name',
    domain: '지리',
    status: 'forbidden',
    note: 'Only of the old town.\n\n  "Hankou" today',
  }),
  term({ source: '일대일로', target: 'One Belt, One Road', status: 'deprecated', note: FORBIDDEN_MARKER }),
  term({ source: '일대일로', target: 'Belt and Road', status: 'admitted', note: 'forbidden' }),
  term({ source: '일대일로', target: 'Belt and Road', url: 'https://example.org/?a=1&b="2"' }),
  term({
    source: '추진하다',
    target: 'push ahead with',
    partOfSpeech: 'verb',
    definition: '일을 밀고 나아가다.\r\n<둘째> & 줄\t끝]]>',
    createdAt: '2024-05-01T09:30:00.123Z',
    updatedAt: '2025-01-02T00:00:00.000Z',
  }),
  term({
    source: '추진하다',
    target: 'pursue',
    status: 'forbidden',
    note: FORBIDDEN_MARKER,
    partOfSpeech: 'verb',
  }),
]

describe.each(VERSIONS)('TBX %s', (version) => {
  test('comes back as it was', () => expect(back(written(sample, version))).toEqual(sample))

  test('hostile text comes back as it was', () => {
    fc.assert(
      fc.property(fc.array(hostileTerm, { maxLength: 6 }), (terms) => {
        expect(back(written(terms, version))).toEqual(terms)
      }),
      { seed: 30042, numRuns: 400 },
    )
  })

  test('terms of one concept stand in one, in their order', () => {
    const concepts = written(sample, version).match(/<(?:conceptEntry|termEntry) /g)
    // The two Belt and Roads differ by their url, the two verbs by their definition.
    expect(concepts?.length).toBe(5)
    const twice = [
      term({ source: '항구', target: 'port' }),
      term({ source: '항구', target: 'port', note: 'again' }),
    ]
    expect(back(written(twice, version))).toEqual(twice)
  })

  test('a date is a day, as TBX-Basic has it, and its time is not lost', () => {
    const dates = written(sample, version).match(/<date>.*?<\/date>/g)
    expect(dates).toEqual(['<date>2024-05-01</date>', '<date>2025-01-02</date>'])
  })

  test('a source with more targets than a concept is read with', () => {
    const many = Array.from({ length: MAX_TERMS + 1 }, (_, at) =>
      term({ source: '시', target: `city ${at}` }),
    )
    expect(back(written(many, version))).toEqual(many)
  })

  test('what XML cannot hold is left out', () => {
    const [found] = back(
      written([term({ source: '하\u0000이\uFFFE난', target: 'Hai\uD800nan\u001B' })], version),
    )
    expect(found).toMatchObject({ source: '하이난', target: 'Hainan' })
  })

  test('it says what it is', () => {
    expect(readAll(written(sample, version)).style).toBe(version === 'v3' ? 'dca' : 'martif')
    expect(readAll(written([], version))).toMatchObject({ error: null, entries: [] })
    expect(written(sample, version)).toContain('<title>Cities &amp; &lt;roads&gt;</title>')
  })
})

describe('what xmllint says', () => {
  const schemas = new URL('../../../../../shared/schemas/tbx/', import.meta.url).pathname
  // A worktree need not stand beside the schemas: another place can be named.
  const folder = process.env.TBX_SCHEMAS ?? schemas
  const has = spawnSync('xmllint', ['--version']).status === 0
  const samples = [...sample, ...fc.sample(hostileTerm, { seed: 7, numRuns: 200 })]

  function lint(version: Version, ...options: string[]): string {
    const home = mkdtempSync(join(tmpdir(), 'naranhi-tbx-'))
    try {
      const file = join(home, 'terms.tbx')
      writeFileSync(file, written(samples, version))
      return execFileSync('xmllint', ['--noout', '--nonet', ...options, file], {
        encoding: 'utf8',
        stdio: 'pipe',
      })
    } finally {
      rmSync(home, { recursive: true, force: true })
    }
  }

  if (!has) console.warn('SKIPPED: xmllint is not installed, TBX was not checked by another program')
  test.skipIf(!has).each(VERSIONS)('%s is well-formed', (version) => {
    expect(lint(version)).toBe('')
  })

  const valid = has && existsSync(join(folder, 'martif-v2.xsd'))
  if (has && !valid) console.warn('SKIPPED: no TBX schemas beside the project, TBX v2 was not validated')
  test.skipIf(!valid).each([
    ['TBXcoreStructV02.dtd', '--dtdvalid'],
    ['martif-v2.xsd', '--schema'],
  ])('v2 is valid by %s', (schema, option) => {
    expect(lint('v2', option, join(folder, schema))).toBe('')
  })
})
