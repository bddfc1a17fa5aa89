import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MAX_PARAGRAPH_CODE_UNITS, MAX_PARAGRAPHS } from '../draft.ts'
import { FormatError, type FormatErrorCode, type FormatErrorDetails } from '../failure.ts'
import { forceCut } from './assemble.ts'
import { looksPerLine, readPerLine, readTextArticle } from './read.ts'

const nfd = (value: string): string => value.normalize('NFD')
const sources = (text: string, split: 'auto' | 'line' | 'sentence' | 'none'): string[] =>
  readTextArticle(text, { split }).paragraphs.map((paragraph) => paragraph.source)

function failureOf(run: () => unknown): { code: FormatErrorCode; details: FormatErrorDetails } {
  try {
    run()
  } catch (error) {
    if (error instanceof FormatError) return { code: error.code, details: error.details }
    throw error
  }
  throw new Error('nothing was refused')
}

describe('readTextArticle', () => {
  const text = '청두시는 계획을 냈다. 예산은 2조 위안이다.\n\n우한시도 계획을 냈다.\n'

  test('cuts as asked', () => {
    expect(sources(text, 'auto')).toEqual([
      '청두시는 계획을 냈다. 예산은 2조 위안이다.',
      '우한시도 계획을 냈다.',
    ])
    expect(sources(text, 'line')).toEqual([
      '청두시는 계획을 냈다. 예산은 2조 위안이다.',
      '우한시도 계획을 냈다.',
    ])
    expect(sources(text, 'sentence')).toEqual([
      '청두시는 계획을 냈다.',
      '예산은 2조 위안이다.',
      '우한시도 계획을 냈다.',
    ])
    expect(sources(text, 'none')).toEqual([
      '청두시는 계획을 냈다. 예산은 2조 위안이다.',
      '우한시도 계획을 냈다.',
    ])
    expect(readTextArticle(text, { split: 'none' }).split).toBe('none')
  })

  test('keeps what came in where NFC changed it, paragraph by paragraph', () => {
    const draft = readTextArticle(
      `${nfd('[더지엠뉴스] 청두시는 했다.')} 우한시도 했다. ${nfd('“상하이도” 했다.')}`,
      {
        split: 'sentence',
      },
    )
    expect(draft.head.outlet).toBe('더지엠뉴스')
    expect(draft.paragraphs).toEqual([
      { source: '청두시는 했다.', original: nfd('청두시는 했다.') },
      { source: '우한시도 했다.', original: null },
      { source: '“상하이도” 했다.', original: nfd('“상하이도” 했다.') },
    ])
    expect(draft.warnings).toEqual([{ code: 'nfd-normalised', count: 2 }])
  })

  test('keeps compatibility ideographs that NFC unifies', () => {
    const [paragraph] = readTextArticle('\uF90A씨가 말했다.').paragraphs
    expect(paragraph).toEqual({ source: '金씨가 말했다.', original: '\uF90A씨가 말했다.' })
  })

  test('what a head says beyond its fields is in the note', () => {
    const { head } = readTextArticle(
      '(서울=연합뉴스) 홍길동 기자 = 정부는 했다.\n또 했다.\n홍길동 기자 hong@example.com',
    )
    expect(head).toEqual({
      title: '',
      headline: '',
      outlet: '연합뉴스',
      byline: '홍길동 기자',
      dateline: '',
      sourceUrl: '',
      note: '(서울=연합뉴스) 홍길동 기자 =\n홍길동 기자 hong@example.com',
    })
  })

  test('warns of mixed newlines, invisible characters and long paragraphs', () => {
    const codes = (value: string, options = {}): string[] =>
      readTextArticle(value, options).warnings.map((warning) => warning.code)
    expect(codes('가다.\r\n나다.\n다다.')).toEqual(['mixed-newlines'])
    expect(codes('가다.\n나다.', { newline: 'mixed' })).toEqual(['mixed-newlines'])
    expect(codes('가\u200B나다.')).toEqual(['invisible-characters'])
    expect(codes('가'.repeat(2_001), { split: 'line' })).toEqual(['long-paragraph'])
    expect(codes('가다.\n나다.')).toEqual([])
  })

  const refusals: [name: string, text: string, code: FormatErrorCode, details: FormatErrorDetails][] = [
    ['nothing', '', 'no-text', { fileName: 'a.txt' }],
    ['blanks', ' \n\t\n', 'no-text', {}],
    ['a NUL', '가\n나\0다', 'not-storable', { line: 2, column: 2, reason: 'nul' }],
    ['a lone surrogate', '가\n나다\uD800', 'not-storable', { line: 2, column: 3, reason: 'lone-surrogate' }],
    [
      'a line over the limit',
      `제목은 이렇다.\n\n${'가 '.repeat(MAX_PARAGRAPH_CODE_UNITS)}`,
      'paragraph-too-long',
      { paragraph: 2, line: 3, limit: MAX_PARAGRAPH_CODE_UNITS, advice: 'sentence' },
    ],
    [
      'too many lines',
      '가다.\n'.repeat(MAX_PARAGRAPHS + 1),
      'too-many-paragraphs',
      { line: MAX_PARAGRAPHS + 1, limit: MAX_PARAGRAPHS },
    ],
  ]
  test.each(refusals)('refuses %s', (_, value, code, details) => {
    const failure = failureOf(() => readTextArticle(value, { split: 'line', fileName: 'a.txt' }))
    expect(failure.code).toBe(code)
    expect(failure.details).toMatchObject(details)
  })

  test('under auto, a line over the limit is cut by sentence; a sentence over it at a space, and nothing is lost', () => {
    const long = `${'가나 '.repeat(15_000)}다.`
    const draft = readTextArticle(`첫 줄이다.\n${long}\n끝 줄이다.`)
    expect(draft.split).toBe('sentence')
    expect(draft.warnings.map((warning) => warning.code)).toContain('forced-cut')
    expect(draft.paragraphs.every(({ source }) => source.length <= MAX_PARAGRAPH_CODE_UNITS)).toBe(true)
    expect(draft.paragraphs.map(({ source }) => source).join(' ')).toBe(`첫 줄이다. ${long} 끝 줄이다.`)
  })

  test('50 MB on one line is refused in a time in proportion to its length, never hung on', () => {
    const refuse = (times: number): number => {
      const text = '청두시는 최근 새 계획을 냈다. '.repeat(times)
      const started = performance.now()
      expect(failureOf(() => readTextArticle(text, { split: 'none' })).code).toBe('paragraph-too-long')
      expect(failureOf(() => readTextArticle(text)).code).toBe('too-many-paragraphs')
      return performance.now() - started
    }
    // In proportion to its length, whatever else the machine does meanwhile.
    const small = refuse(100_000)
    const took = refuse(1_000_000)
    if (process.env['MEASURE']) console.log('17 million characters, twice:', Math.round(took), 'ms')
    expect(took / small).toBeLessThan(60)
  }, 120_000)

  test('property: sources and originals hold every character that is not blank', () => {
    const word = fc.constantFrom(
      '청두시는',
      '했다.',
      '“했다.”',
      nfd('우한시도'),
      nfd('Café'),
      '3.5%',
      '金',
      '\n',
      ' ',
      '\u00A0',
      '가\u0301',
      '😀',
    )
    const solid = (value: string): string => value.replace(/\s/g, '')
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 30 }),
        fc.constantFrom('line', 'sentence', 'none'),
        (words, split) => {
          const text = words.join(' ')
          fc.pre(text.trim() !== '')
          const { paragraphs, head } = readTextArticle(text, { split })
          fc.pre(head.title === '')
          expect(solid(paragraphs.map(({ source }) => source).join(''))).toBe(solid(text.normalize('NFC')))
          expect(solid(paragraphs.map(({ source, original }) => original ?? source).join(''))).toBe(
            solid(text),
          )
          for (const { source, original } of paragraphs) {
            expect(source).not.toMatch(/[\n\r]/)
            expect(original === null || original.normalize('NFC') === source).toBe(true)
          }
        },
      ),
      { seed: 20250423, numRuns: 500 },
    )
  })
})

describe('readPerLine', () => {
  test('an article a line, with its own head', () => {
    const drafts = readPerLine('[더지엠뉴스] 가시는 했다. 또 했다.\r\n\r\n나시는 했다.\r\n', {
      split: 'sentence',
    })
    expect(drafts.map(({ head, paragraphs }) => [head.outlet, paragraphs.length])).toEqual([
      ['더지엠뉴스', 2],
      ['', 1],
    ])
  })

  test('refuses with the line of the file', () => {
    const text = `가다.\n\n${'나 '.repeat(MAX_PARAGRAPH_CODE_UNITS)}\n`
    const failure = failureOf(() => readPerLine(text, { split: 'none', fileName: 'many.txt' }))
    expect(failure).toMatchObject({ code: 'paragraph-too-long', details: { line: 3, fileName: 'many.txt' } })
    expect(failureOf(() => readPerLine('가다.\n나\uDC00다.')).details).toMatchObject({ line: 2, column: 2 })
    expect(failureOf(() => readPerLine('\n \n')).code).toBe('no-text')
  })

  test('looksPerLine', () => {
    const body = '청두시는 새 계획을 냈다. '.repeat(20)
    expect(looksPerLine(`[더지엠뉴스] ${body}\n[더지엠뉴스]${body}\n`)).toBe(true)
    expect(looksPerLine(`[더지엠뉴스] ${body}\n${body}\n`)).toBe(false)
    expect(looksPerLine(`제목\n[더지엠뉴스]${body}`)).toBe(false)
  })
})

describe('forceCut', () => {
  const cases: [text: string, limit: number, pieces: string[]][] = [
    ['가나 다라', 10, ['가나 다라']],
    ['가나 다라 마바', 6, ['가나 다라', '마바']],
    ['가나다라마', 2, ['가나', '다라', '마']],
    ['가😀나', 2, ['가', '😀', '나']],
    ['가나 다라', 2, ['가나', '다라']],
  ]
  test.each(cases)('%s at %i', (text, limit, pieces) => expect(forceCut(text, limit)).toEqual(pieces))
})
