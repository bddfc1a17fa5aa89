import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { FormatError } from '../failure.ts'
import { unitText, type UnitEntry, type UnitNotice } from '../unit.ts'
import { createTmxReader, type TmxHeader } from './read.ts'
import { writeTmx, type WrittenUnit } from './write.ts'

const read = (text: string, piece = text.length || 1) => {
  const units: UnitEntry[] = []
  const notices: UnitNotice[] = []
  const languages: string[] = []
  let header: TmxHeader | null = null
  const reader = createTmxReader({
    fileName: 'm.tmx',
    onUnit: (unit) => units.push(unit),
    onNotice: (notice) => notices.push(notice),
    onHeader: (found) => (header = found),
    onLanguage: (code) => languages.push(code),
  })
  for (let at = 0; at < text.length; at += piece) reader.write(text.slice(at, at + piece))
  reader.close()
  return { units, notices, header: header as TmxHeader | null, languages }
}

const tmx = (body: string, version = '1.4'): string =>
  `<?xml version="1.0"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx version="${version}"><header srclang="ko" note="x">` +
  `<note>머리</note><prop type="x-a">b</prop></header><body>\n${body}\n</body></tmx>`
const tuv = (lang: string, seg: string, more = ''): string =>
  `<tuv xml:lang="${lang}"${more}><seg>${seg}</seg></tuv>`
const pairs = (text: string) => read(text).units.map(({ source, target }) => [source, target])

describe('reading TMX', () => {
  test.each([
    ['codes of both', tmx(`<tu>${tuv('ko', '우한시')}${tuv('en', 'Wuhan')}</tu>`), [['우한시', 'Wuhan']]],
    [
      'regions, case and underscores',
      tmx(`<tu>${tuv('EN_us', 'Wuhan')}${tuv('ko-KR', '우한시')}</tu>`),
      [['우한시', 'Wuhan']],
    ],
    [
      'the lang of 1.1',
      tmx(
        '<tu><tuv lang="KO-KR"><seg>우한시</seg></tuv><tuv lang="EN-US"><seg>Wuhan</seg></tuv></tu>',
        '1.1',
      ),
      [['우한시', 'Wuhan']],
    ],
    [
      'several targets',
      tmx(`<tu>${tuv('ko', '가')}${tuv('en-US', 'a')}${tuv('en-GB', 'b')}${tuv('de', 'c')}</tu>`),
      [
        ['가', 'a'],
        ['가', 'b'],
      ],
    ],
    [
      'decomposed Hangul',
      tmx(`<tu>${tuv('ko', '우한시'.normalize('NFD'))}${tuv('en', 'Wuhan')}</tu>`),
      [['우한시', 'Wuhan']],
    ],
    [
      'inline codes left out, marked text kept',
      tmx(
        `<tu>${tuv('ko', '<bpt i="1">&lt;b></bpt>우한<ept i="1">&lt;/b></ept>시 <hi>중심</hi><ph/>')}${tuv('en', 'Central <ph>{0}</ph>Wuhan')}</tu>`,
      ),
      [['우한시 중심', 'Central Wuhan']],
    ],
    [
      'references and sections',
      tmx(`<tu>${tuv('ko', '가 &amp; <![CDATA[<나>]]>')}${tuv('en', 'A &#38; B')}</tu>`),
      [['가 & <나>', 'A & B']],
    ],
    [
      'line breaks as blanks',
      tmx(`<tu>${tuv('ko', '첫 줄\n  둘째 줄')}${tuv('en', ' One \n two ')}</tu>`),
      [['첫 줄 둘째 줄', 'One two']],
    ],
  ])('%s', (_, text, expected) => {
    expect(pairs(text)).toEqual(expected)
    // However it comes in.
    expect(read(text, 3).units).toEqual(read(text).units)
  })

  it('keeps who, when, how often and what else is said', () => {
    const { units, header } = read(
      tmx(
        `<tu tuid="7" creationdate="20250301T093000Z" creationid="KIM" usagecount="4" srclang="ko"><note>확인</note>` +
          `<prop type="domain">경제</prop>${tuv('ko', '가')}${tuv('en-GB', 'A <ph>x</ph>', ' changedate="20250401T000000Z" changeid="LEE"')}</tu>`,
      ),
    )
    const [unit] = units
    expect(unit).toMatchObject({
      ...{ author: 'LEE', note: '확인', useCount: 4, scope: 'paragraph', line: 4 },
      ...{ createdAt: '2025-03-01T09:30:00.000Z', updatedAt: '2025-04-01T00:00:00.000Z' },
    })
    expect(JSON.parse(unit?.props ?? '')).toEqual({
      attributes: { tuid: '7', creationid: 'KIM', srclang: 'ko' },
      props: [{ type: 'domain', text: '경제' }],
      target: { lang: 'en-GB', seg: { markup: 'A <ph>x</ph>', text: 'A' } },
    })
    expect(header).toMatchObject({ version: '1.4', notes: ['머리'], props: [{ type: 'x-a', text: 'b' }] })
  })

  it('tells of units it leaves out, and goes on', () => {
    const text = tmx(
      `<tu>${tuv('en', 'Alone')}</tu>\n<tu>${tuv('ko', '홀로')}${tuv('en', ' ')}</tu>\n<tu>${tuv('ko', '가')}${tuv('en', 'A')}</tu>`,
    )
    const { units, notices } = read(text)
    expect(units).toHaveLength(1)
    expect(notices.map(({ code, line, detail }) => [code, line, detail])).toEqual([
      ['no-source', 4, 'Alone'],
      ['no-target', 5, '홀로'],
    ])
  })

  test.each([
    ['another root', '<tbx/>', 'unknown-format', 1],
    ['cut off', tmx('<tu>').slice(0, 120), 'malformed', 3],
    ['an entity of its own', '<!DOCTYPE tmx [<!ENTITY a "b">]><tmx version="1.4"/>', 'malformed', 1],
    ['an unknown entity', tmx(`<tu>${tuv('ko', '&a;')}</tu>`), 'malformed', 4],
    ['endless nesting', `<tmx version="1.4">${'<a>'.repeat(80)}`, 'malformed', 1],
  ])('refuses %s with its place', (_, text, code, line) => {
    try {
      read(text)
    } catch (error) {
      expect(error).toBeInstanceOf(FormatError)
      expect([(error as FormatError).code, (error as FormatError).details.line]).toEqual([code, line])
      return
    }
    throw new Error('It was read.')
  })
})

const line = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
  // What XML cannot hold is left out when it is written.
  .map((text) => unitText(text.replace(/[^\t\n\r -\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')))
  .filter((text) => text !== '')
const words = fc.string({ unit: 'grapheme-ascii', maxLength: 12 }).map((text) => text.trim())
const date = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
  .map((at) => `${at.toISOString().slice(0, 19)}.000Z`)
const unit: fc.Arbitrary<WrittenUnit> = fc
  .record({
    ...{ source: line, target: line, author: words, note: words, createdAt: date, updatedAt: date },
    useCount: fc.nat(),
    scope: fc.constantFrom('paragraph' as const, 'sentence' as const),
    previousSignature: fc.constantFrom('', '0123456789abcdef'),
    nextSignature: fc.constantFrom('', 'fedcba9876543210'),
    domain: words,
  })
  .map(({ domain, ...rest }) => ({
    ...rest,
    props: domain === '' ? '' : JSON.stringify({ props: [{ type: 'x-domain', text: domain }] }),
  }))

const written = (units: readonly WrittenUnit[]): string => [...writeTmx(units, { version: '0.3.0' })].join('')

describe('writing TMX', () => {
  test('what is written is read as it was', () => {
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 12 }), (units) => {
        const back = read(written(units))
        expect(back.notices).toEqual([])
        expect(back.units.map(({ line: _, column: __, ...rest }) => rest)).toEqual(units)
      }),
      { seed: 67, numRuns: 300 },
    )
  })

  it('writes again what a file said besides, and its codes as long as the text is the same', () => {
    const text = tmx(
      `<tu tuid="7">${tuv('ko', '<bpt i="1"/>가<ept i="1"/>')}${tuv('en-GB', 'A <ph>x</ph>')}</tu>`,
    )
    const { units } = read(text)
    const again = read(written(units)).units.map(({ props }) => props)
    expect(again).toEqual(units.map(({ props }) => props))
    expect(written(units.map((each) => ({ ...each, target: 'Changed' })))).toContain('<seg>Changed</seg>')
  })

  const dtd = new URL('../../../../../shared/schemas/tmx14.dtd', import.meta.url).pathname
  const has = spawnSync('xmllint', ['--version']).status === 0
  if (!has) console.warn('SKIPPED: xmllint is not installed, TMX was not checked by another program')
  else if (!existsSync(dtd)) console.warn('SKIPPED: no TMX schema beside the project, TMX was not validated')
  test.skipIf(!has || !existsSync(dtd))('is valid by the DTD of TMX 1.4', () => {
    const home = mkdtempSync(join(tmpdir(), 'naranhi-tmx-'))
    try {
      const file = join(home, 'm.tmx')
      writeFileSync(file, written(fc.sample(unit, { seed: 71, numRuns: 200 })))
      const said = execFileSync('xmllint', ['--noout', '--nonet', '--dtdvalid', dtd, file], {
        encoding: 'utf8',
        stdio: 'pipe',
      })
      expect(said).toBe('')
    } finally {
      rmSync(home, { recursive: true, force: true })
    }
  })
})
