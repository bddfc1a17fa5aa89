import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { GlossaryEntry, GlossaryNotice } from '../glossary.ts'
import { openWorkbook } from '../xlsx/read.ts'
import { writeXlsx } from '../xlsx/write.ts'
import {
  defused,
  readDate,
  readPartOfSpeech,
  readStatus,
  readVariants,
  undefused,
  writeVariants,
} from './cells.ts'
import { columnOfHeader, recogniseColumns } from './columns.ts'
import { openDelimited, parseDelimited, readDelimitedRows, sniffDelimiter } from './read.ts'
import { readRows } from './rows.ts'
import { writeDelimited, type WrittenEntry } from './write.ts'

describe('a header', () => {
  it.each([
    ['Korean', 'source'],
    ['KO', 'source'],
    ['ko-KR', 'source'],
    ['한국어', 'source'],
    ['원어', 'source'],
    ['용어', 'source'],
    ['표제어', 'source'],
    ['Source term', 'source'],
    ['Term (ko)', 'source'],
    ['English', 'target'],
    ['en_US', 'target'],
    ['영어', 'target'],
    ['번역', 'target'],
    ['대역어', 'target'],
    ['Target', 'target'],
    ['Translation', 'target'],
    ['Term [en]', 'target'],
    ['Synonyms', 'variants'],
    ['한자', 'variants'],
    ['동의어', 'variants'],
    ['Part of speech', 'partOfSpeech'],
    ['POS', 'partOfSpeech'],
    ['품사', 'partOfSpeech'],
    ['Status', 'status'],
    ['상태', 'status'],
    ['Subject field', 'domain'],
    ['분야', 'domain'],
    ['정의', 'definition'],
    ['Definition', 'definition'],
    ['비고', 'note'],
    ['Comment', 'note'],
    ['URL', 'url'],
    ['출처', 'url'],
    ['Created', 'createdAt'],
    ['수정일', 'updatedAt'],
    ['우한시', null],
    ['Wuhan', null],
    ['', null],
  ])('“%s” says %s', (cell, column) => {
    expect(columnOfHeader(cell)).toBe(column)
  })

  it.each([
    [
      'names the columns',
      [
        ['영어', '한국어', '비고'],
        ['Wuhan', '우한', '도시'],
      ],
      ['target', 'source', 'note'],
      true,
    ],
    [
      'is missing: columns are told by their script',
      [
        ['우한', 'Wuhan', '武漢'],
        ['난징', 'Nanjing', ''],
      ],
      ['source', 'target', 'note'],
      false,
    ],
    [
      'is missing, English first',
      [
        ['Wuhan', '우한'],
        ['Nanjing', '난징'],
      ],
      ['target', 'source'],
      false,
    ],
    [
      'is missing, with addresses',
      [['우한', 'Wuhan', 'https://a.example']],
      ['source', 'target', 'url'],
      false,
    ],
    [
      'names a column twice: the first counts',
      [
        ['ko', 'en', 'English'],
        ['가', 'a', 'b'],
      ],
      ['source', 'target', 'ignore'],
      true,
    ],
    [
      'of numbers in front',
      [
        ['번호', '용어', '영어'],
        ['1', '우한', 'Wuhan'],
      ],
      ['ignore', 'source', 'target'],
      true,
    ],
  ] as const)('%s', (_, rows, columns, header) => {
    expect(recogniseColumns(rows)).toEqual({ columns, header, swapped: false })
  })

  it.each([
    [
      'names the languages the other way round than the cells have them',
      [
        ['Korean', 'English'],
        ['Wuhan', '우한'],
        ['Nanjing', '난징시'],
      ],
      ['target', 'source'],
      true,
    ],
    [
      'says source and target, and the cells say which is which',
      [
        ['Source', 'Target', 'Note'],
        ['Wuhan', '우한', ''],
        ['GDP', '국내총생산', ''],
      ],
      ['target', 'source', 'note'],
      true,
    ],
    [
      'stands over one row only, which says too little',
      [
        ['Korean', 'English'],
        ['CASA', '카사'],
      ],
      ['source', 'target'],
      false,
    ],
    [
      'stands over abbreviations and Chinese characters among the Korean',
      [
        ['Korean', 'English'],
        ['GDP', 'GDP'],
        ['武漢', 'Wuhan'],
        ['우한', 'Wuhan'],
      ],
      ['source', 'target'],
      false,
    ],
    [
      'of memoQ has what is said of a term behind it',
      [
        ['Korean', 'Term_Info', 'English', 'Term_Info'],
        ['우한', 'CasePermissive;HalfPrefix', 'Uhan', 'CasePermissive;HalfPrefix;Forbidden'],
      ],
      ['source', 'ignore', 'target', 'status'],
      false,
    ],
  ] as const)('%s', (_, rows, columns, swapped) => {
    expect(recogniseColumns(rows)).toEqual({ columns, header: true, swapped })
  })
})

describe('cells', () => {
  it.each([
    ['preferred', 'preferred'],
    ['금지', 'forbidden'],
    ['Do not use', 'forbidden'],
    ['비권장', 'deprecated'],
    ['허용', 'admitted'],
    ['deprecatedTerm-admn-sts', 'deprecated'],
    ['maybe', null],
    ['CasePermissive;HalfPrefix;Forbidden', 'forbidden'],
    ['CaseSense;Exact', 'preferred'],
    ['HalfPrefix', 'preferred'],
  ])('status %s is %s', (cell, status) => {
    expect(readStatus(cell)).toBe(status)
  })
  it.each([
    ['명사', 'noun'],
    ['고유 명사', 'name'],
    ['Verb', 'verb'],
    ['형용사', 'adjective'],
    ['?', null],
  ])('part of speech %s is %s', (cell, part) => {
    expect(readPartOfSpeech(cell)).toBe(part)
  })
  it.each([
    ['2025-03-01', '2025-03-01T00:00:00.000Z'],
    ['2025. 3. 1.', '2025-03-01T00:00:00.000Z'],
    ['2025-03-01T09:30:00+09:00', '2025-03-01T00:30:00.000Z'],
    ['2025-03-01T09:30:15.250Z', '2025-03-01T09:30:15.250Z'],
    ['2025-02-31', ''],
    ['March', ''],
  ])('date %s is %s', (cell, iso) => {
    expect(readDate(cell)).toBe(iso)
  })
  it.each([
    ['武漢; 武汉', ['武漢', '武汉']],
    ['a|b', ['a', 'b']],
    ['a\\;b; c', ['a;b', 'c']],
    [' ; ', []],
  ])('variants %s', (cell, variants) => {
    expect(readVariants(cell)).toEqual(variants)
  })
  it('variants come back, whatever is in them', () => {
    const variant = fc.stringMatching(/^[가-다a-c;|\\]{1,6}$/)
    fc.assert(
      fc.property(fc.array(variant), (variants) => {
        expect(readVariants(writeVariants(variants))).toEqual(variants)
      }),
      { seed: 61, numRuns: 300 },
    )
  })
  it.each(["'90s", "''", "'quoted'", "don't", '=1+1', "'=1", '@x', '＋1', '-', '\t'])(
    '%s is defused and comes back',
    (cell) => {
      expect(undefused(defused(cell))).toBe(cell)
      expect(defused(cell).startsWith('=')).toBe(false)
    },
  )
  it('of others keep an apostrophe that defuses nothing', () => {
    expect(undefused("'90s")).toBe("'90s")
    expect(undefused("'=SUM(A1)")).toBe('=SUM(A1)')
  })
})

describe('the sign between cells', () => {
  it.each([
    ['우한,Wuhan\n난징,Nanjing\n', ','],
    ['우한;Wuhan\n난징;"Nanjing, city"\n', ';'],
    ['우한\tWuhan, the city\n난징\tNanjing\n', '\t'],
    ['우한|Wuhan\n난징|Nanjing\n', '|'],
    ['"a,b";c\n"d,e";f\n', ';'],
    ['한 줄', ','],
  ])('of %j is %j', (text, sign) => {
    expect(sniffDelimiter(text, 'a.csv')).toBe(sign)
  })
})

const read = (text: string, delimiter?: string) => {
  const entries: GlossaryEntry[] = []
  const notices: GlossaryNotice[] = []
  const file = openDelimited(text, 'a.csv', delimiter)
  readDelimitedRows(file, file.layout, [0, file.rows.length], {
    onEntry: (entry) => void entries.push(entry),
    onNotice: (notice) => void notices.push(notice),
  })
  return { entries, notices }
}

describe('a table of text', () => {
  it('tells the lines of what it leaves out', () => {
    const { entries, notices } = read(
      'ko,en,status\n우한,"Wu\nhan",\n,Nobody,\n난징,Nanjing,maybe\n\n광저우,,\n시안,Xi’an,금지,extra\n',
    )
    expect(entries.map(({ source, target, status, line }) => [source, target, status, line])).toEqual([
      ['우한', 'Wu\nhan', 'preferred', 2],
      ['난징', 'Nanjing', 'preferred', 5],
      ['시안', 'Xi’an', 'forbidden', 8],
    ])
    expect(notices.map(({ code, line }) => [code, line])).toEqual([
      ['no-source', 4],
      ['unknown-status', 5],
      ['no-target', 7],
      ['extra-cells', 8],
    ])
  })
  it.each([
    // Not closed: what it would have swallowed is read.
    ['ko,en\n우한,"Wuhan\n난징,Nanjing\n', ['난징'], [[2, 4]]],
    ['ko,en\n우한,Wu"han"\n난징,Nanjing\n', ['난징'], [[2, 6]]],
    // Closed by the first mark of a later cell, which is none of its faults.
    ['ko,en\n우한,"Wuhan\n난징,Nanjing\n시안,"Xi’an, the city"\n', ['난징', '시안'], [[2, 4]]],
    [
      '우한,"Wu\nhan"\n난징,Nan"jing\r\n시안,"Xi""an"\n광저우,"',
      ['우한', '시안'],
      [
        [3, 7],
        [5, 5],
      ],
    ],
  ])('%j loses only the rows with a wrong quotation mark', (text, sources, faults) => {
    const { rows, lines, notices } = parseDelimited(text, ',', 'a.csv')
    const read = rows.map(([source]) => source).filter((source) => source !== 'ko')
    expect(read).toEqual(sources)
    expect(notices.map(({ code, line, column }) => [code, line, column])).toEqual(
      faults.map((place) => ['bad-quote', ...place]),
    )
    // Rows keep the lines they stand on.
    const all = text.split(/\r\n|\n/u)
    rows.forEach((row, at) => expect(all[(lines[at] ?? 0) - 1]?.startsWith(row[0] ?? '-')).toBe(true))
  })
  it('is refused where nothing else is left', () => {
    expect(() => parseDelimited('우한,"Wuhan\n', ',', 'a.csv')).toThrow(
      expect.objectContaining({ code: 'malformed', details: { fileName: 'a.csv', line: 1, column: 4 } }),
    )
  })
  it('with many wrong marks is read in time', () => {
    const text = Array.from({ length: 5_000 }, (_, at) => `말${at},${at % 50 === 7 ? '"' : ''}word`).join(
      '\n',
    )
    const { rows, notices } = parseDelimited(text, ',', 'a.csv')
    expect([rows.length, notices.length]).toEqual([4_900, 100])
    const worse = text.replaceAll(',w', ',"w')
    expect(() => parseDelimited(worse, ',', 'a.csv')).toThrow(expect.objectContaining({ code: 'malformed' }))
  })
  it('says where a cell seems to hold several words, and keeps it as it is', () => {
    const { entries, notices } = read('ko,en\n우한|무한,Wuhan\n우한시,Wuhan; Wuhan City\n')
    expect(entries.map(({ source, target }) => [source, target])).toEqual([
      ['우한|무한', 'Wuhan'],
      ['우한시', 'Wuhan; Wuhan City'],
    ])
    expect(notices.map(({ code, line, column }) => [code, line, column])).toEqual([
      ['several-sources', 2, 1],
      ['several-targets', 3, 2],
    ])
  })
  it.each([
    ['新能源车, NEV', ['新能源车', 'NEV']],
    ['新能源车，NEV、친환경차', ['新能源车', 'NEV', '친환경차']],
    ['a, b; c', ['a, b', 'c']],
    ['1,000만 도시', ['1,000만 도시']],
    ['서울\\, 수도; 한양', ['서울, 수도', '한양']],
    ['', []],
  ])('variants %j', (cell, variants) => {
    expect(readVariants(cell)).toEqual(variants)
    expect(readVariants(writeVariants(variants))).toEqual(variants)
  })
  it('keeps a quotation mark in tab-separated text', () => {
    expect(read('우한\t5" pipe\n', '\t').entries[0]?.target).toBe('5" pipe')
  })
})

const word = fc
  .string({ unit: fc.constantFrom(...'가나a "\',;|\t\n=+-@<&😀\u200f\u00a0'), maxLength: 12 })
  .map((text) => text.trim())
const line = word.map((text) => text.replace(/[\n\t]+/gu, ' ').trim())
const term: fc.Arbitrary<WrittenEntry> = fc.record({
  source: line.map((text) => `가${text}`.trim()),
  target: line.map((text) => `${text}a`.trim()),
  variants: fc.array(
    line.filter((text) => text !== '').map((text) => text.replace(/\\/gu, '')),
    { maxLength: 3 },
  ),
  partOfSpeech: fc.constantFrom('', 'noun', 'name', 'verb', 'adjective', 'other'),
  status: fc.constantFrom('preferred', 'admitted', 'deprecated', 'forbidden'),
  domain: line,
  definition: word,
  note: word,
  url: fc.constantFrom('', 'https://example.org/?a=1,2'),
  createdAt: fc.constantFrom('', '2025-03-01T09:30:15.250Z'),
  updatedAt: fc.constantFrom('', '2025-03-02T00:00:00.000Z'),
})
const without = ({ line: _, column: __, ...entry }: GlossaryEntry): WrittenEntry => entry

describe('written and read back, every term is as it was', () => {
  it.each([
    ['CSV', ',', true],
    ['CSV as it stands', ',', false],
    ['TSV', '\t', true],
  ] as const)('%s', (_, delimiter, defuse) => {
    fc.assert(
      fc.property(fc.array(term, { minLength: 1, maxLength: 6 }), (terms) => {
        const text = [...writeDelimited(terms, { delimiter, defuse })].join('')
        const { entries, notices } = read(text, delimiter)
        // That a word has such a sign is told, and is no fault.
        expect(notices.filter(({ code }) => !code.startsWith('several-'))).toEqual([])
        expect(entries.map(without)).toEqual(terms)
      }),
      { seed: 62, numRuns: 400 },
    )
  })
  it('XLSX', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(term, { minLength: 1, maxLength: 5 }), async (terms) => {
        const workbook = await openWorkbook(await writeXlsx(terms, { title: '용어집 [1]' }), 'a.xlsx')
        const rows = workbook.rows(workbook.sheets[0] ?? '')
        const entries: GlossaryEntry[] = []
        const layout = recogniseColumns(rows)
        readRows(rows, {
          layout,
          firstRow: 0,
          typed: true,
          onEntry: (entry) => void entries.push(entry),
          onNotice: () => undefined,
        })
        expect(entries.map(without)).toEqual(terms)
      }),
      { seed: 63, numRuns: 60 },
    )
  })
})
