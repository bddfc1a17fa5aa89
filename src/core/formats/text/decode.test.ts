import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { FormatError, type FormatErrorCode, type FormatErrorDetails } from '../failure.ts'
import { decodeText, encodingByName, newlineKind } from './decode.ts'

const text = '청두시는 최근 새 계획을 냈다.\n2025년 4월, 2조 위안(약 2,857억 달러)이 든다.\n'
const utf8 = (value: string): Uint8Array => new TextEncoder().encode(value)
const as = (value: string, encoding: string): Uint8Array => new Uint8Array(iconv.encode(value, encoding))
const bytes = (...values: number[]): Uint8Array => new Uint8Array(values)
const join = (...parts: Uint8Array[]): Uint8Array => new Uint8Array(parts.flatMap((part) => [...part]))
const latin = (value: string): Uint8Array => new Uint8Array([...value].map((letter) => letter.charCodeAt(0)))

function failureOf(run: () => unknown): { code: FormatErrorCode; details: FormatErrorDetails } {
  try {
    run()
  } catch (error) {
    if (error instanceof FormatError) return { code: error.code, details: error.details }
    throw error
  }
  throw new Error('nothing was refused')
}

describe('what can be read', () => {
  const cases: [name: string, input: Uint8Array, encoding: string, certainty: string][] = [
    ['utf-8', utf8(text), 'utf-8', 'certain'],
    ['utf-8 with BOM', join(bytes(0xef, 0xbb, 0xbf), utf8(text)), 'utf-8-bom', 'certain'],
    ['utf-16le with BOM', join(bytes(0xff, 0xfe), as(text, 'utf-16le')), 'utf-16le', 'certain'],
    ['utf-16be with BOM', join(bytes(0xfe, 0xff), as(text, 'utf-16be')), 'utf-16be', 'certain'],
    ['utf-16le', as(text, 'utf-16le'), 'utf-16le', 'likely'],
    ['utf-16be', as(text, 'utf-16be'), 'utf-16be', 'likely'],
    ['cp949', as(text, 'cp949'), 'cp949', 'likely'],
  ]
  test.each(cases)('%s', (_, input, encoding, certainty) => {
    const decoded = decodeText(input)
    expect(decoded).toEqual({
      text,
      encoding,
      newline: 'lf',
      hadBom: /BOM/.test(_),
      wasNfd: false,
      certainty,
    })
  })

  const more: [name: string, input: Uint8Array, expected: string, encoding: string][] = [
    ['empty', bytes(), '', 'utf-8'],
    ['a BOM and nothing else', bytes(0xef, 0xbb, 0xbf), '', 'utf-8-bom'],
    ['ASCII', utf8('one 2'), 'one 2', 'utf-8'],
    ['English in utf-16le', as('GDP up 3.5%', 'utf-16le'), 'GDP up 3.5%', 'utf-16le'],
    ['English in utf-16be', as('GDP up 3.5%', 'utf-16be'), 'GDP up 3.5%', 'utf-16be'],
    // Every one of these syllables has a zero byte where ASCII has its own in the other order.
    ['syllables with zero bytes', as('가 가 대 유 전 가가', 'utf-16le'), '가 가 대 유 전 가가', 'utf-16le'],
    ['Hangul alone in utf-16le', as('안녕하세요', 'utf-16le'), '안녕하세요', 'utf-16le'],
    ['Hangul alone in cp949', as('안녕하세요', 'cp949'), '안녕하세요', 'cp949'],
    ['syllables beyond KS X 1001', as('똠방각하 펲시 쓩', 'cp949'), '똠방각하 펲시 쓩', 'cp949'],
    [
      'a little Hanja in cp949',
      as('우한(武漢)과 후베이(湖北)는 이웃이다.', 'cp949'),
      '우한(武漢)과 후베이(湖北)는 이웃이다.',
      'cp949',
    ],
    ['an astral character', utf8('𠮷 😀'), '𠮷 😀', 'utf-8'],
    ['an astral character in utf-16be', as('한글 𠮷 😀 끝', 'utf-16be'), '한글 𠮷 😀 끝', 'utf-16be'],
    [
      'a second BOM is text',
      join(bytes(0xef, 0xbb, 0xbf, 0xef, 0xbb, 0xbf), utf8('가')),
      '\uFEFF가',
      'utf-8-bom',
    ],
  ]
  test.each(more)('%s', (_, input, expected, encoding) => {
    const decoded = decodeText(input)
    expect([decoded.text, decoded.encoding]).toEqual([expected, encoding])
  })

  test('all 11,172 syllables through cp949', () => {
    const lines: string[] = []
    for (let first = 0xac00; first <= 0xd7a3; first += 28) {
      lines.push(Array.from({ length: 28 }, (_, index) => String.fromCharCode(first + index)).join(''))
    }
    const all = lines.join('\n')
    expect(all.replaceAll('\n', '').length).toBe(11_172)
    expect(decodeText(as(all, 'cp949')).text).toBe(all)
    expect(decodeText(as(all, 'cp949'), 'euc-kr').text).toBe(all)
  })

  test('requested encodings', () => {
    expect(decodeText(as('東京の天気', 'shift_jis'), 'Shift_JIS').text).toBe('東京の天気')
    expect(decodeText(as('武汉市的新方案', 'gb18030'), 'gbk').text).toBe('武汉市的新方案')
    expect(decodeText(join(bytes(0xfe, 0xff), as('가 나', 'utf-16be')), 'utf-16').encoding).toBe('utf-16be')
    expect(decodeText(join(bytes(0xff, 0xfe), as('가 나', 'utf-16le')), 'utf-16le').text).toBe('가 나')
    expect(decodeText(utf8('가'), 'auto').encoding).toBe('utf-8')
    expect(encodingByName('constructor')).toBeNull()
  })

  test('newlines and NFD', () => {
    const kinds: [string, string, string][] = [
      ['가\n나', 'lf', '가\n나'],
      ['가\r\n나\r\n', 'crlf', '가\n나\n'],
      ['가\r나\r', 'cr', '가\n나\n'],
      ['가\r\n나\n다\r라', 'mixed', '가\n나\n다\n라'],
      ['가\n\r\n나', 'mixed', '가\n\n나'],
      ['가', 'none', '가'],
    ]
    for (const [came, kind, read] of kinds) {
      expect(newlineKind(came)).toBe(kind)
      expect(decodeText(utf8(came))).toMatchObject({ newline: kind, text: read })
    }
    expect(decodeText(utf8('한글'.normalize('NFD')))).toMatchObject({
      wasNfd: true,
      text: '한글'.normalize('NFD'),
    })
    expect(decodeText(utf8('café'.normalize('NFD'))).wasNfd).toBe(true)
    // Old Hangul has no composed form, and a compatibility ideograph is another matter.
    expect(decodeText(utf8('ᄒᆞᆫ글 金')).wasNfd).toBe(false)
  })
})

describe('what is refused', () => {
  const cases: [
    name: string,
    input: Uint8Array,
    requested: string | undefined,
    code: FormatErrorCode,
    details: FormatErrorDetails,
  ][] = [
    ['a zip', join(bytes(0x50, 0x4b, 3, 4), bytes(0, 1)), undefined, 'binary', { looksLike: 'zip' }],
    [
      'a docx',
      join(bytes(0x50, 0x4b, 3, 4), latin('....word/document.xml')),
      undefined,
      'binary',
      { looksLike: 'docx' },
    ],
    [
      'a hwpx',
      join(bytes(0x50, 0x4b, 3, 4), latin('mimetypeapplication/hwp+zip')),
      undefined,
      'binary',
      { looksLike: 'hwpx' },
    ],
    ['a PDF, whatever is asked for', latin('%PDF-1.7\n'), 'utf-8', 'binary', { looksLike: 'pdf' }],
    [
      'a PNG',
      bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0),
      undefined,
      'binary',
      { looksLike: 'png' },
    ],
    ['a JPEG', bytes(0xff, 0xd8, 0xff, 0xe0, 0, 16), undefined, 'binary', { looksLike: 'jpeg' }],
    [
      'an older .hwp or .doc',
      bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0),
      undefined,
      'binary',
      { looksLike: 'ole' },
    ],
    ['gzip', bytes(0x1f, 0x8b, 8, 0), undefined, 'binary', { looksLike: 'gzip' }],
    ['SQLite', latin('SQLite format 3\0..'), undefined, 'binary', { looksLike: 'sqlite' }],
    ['ELF', bytes(0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0), undefined, 'binary', { looksLike: 'elf' }],
    [
      'NUL in a text',
      utf8('가나\n다 \0 라'),
      undefined,
      'binary',
      { looksLike: 'nul', byteOffset: 11, line: 2 },
    ],
    [
      'NUL in a text asked for',
      utf8('가나\n다 \0 라'),
      'utf-8',
      'binary',
      { looksLike: 'nul', byteOffset: 11, line: 2, column: 3 },
    ],
    [
      'control characters',
      bytes(1, 2, 3, 4, 5, 6, 65, 66),
      undefined,
      'binary',
      { looksLike: 'control-characters' },
    ],
    [
      'UTF-32LE',
      bytes(0xff, 0xfe, 0, 0, 0x41, 0, 0, 0),
      undefined,
      'unknown-encoding',
      { encoding: 'utf-32le' },
    ],
    [
      'UTF-32BE',
      bytes(0, 0, 0xfe, 0xff, 0, 0, 0, 0x41),
      undefined,
      'unknown-encoding',
      { encoding: 'utf-32be' },
    ],
    ['a name nobody knows', utf8('가'), 'klingon', 'unknown-encoding', { encoding: 'klingon' }],
    [
      'utf-16le cut in a code unit',
      join(bytes(0xff, 0xfe), as('가나\n다라', 'utf-16le').subarray(0, 9)),
      undefined,
      'truncated',
      { encoding: 'utf-16le', byteOffset: 10, line: 2, column: 2 },
    ],
    [
      'utf-16be cut, no BOM',
      as('가 나\n다 라', 'utf-16be').subarray(0, 13),
      undefined,
      'truncated',
      { encoding: 'utf-16be', byteOffset: 12, line: 2, column: 3 },
    ],
    [
      'utf-16le cut in a surrogate pair',
      join(bytes(0xff, 0xfe), as('가 😀', 'utf-16le').subarray(0, 6)),
      undefined,
      'truncated',
      { encoding: 'utf-16le', byteOffset: 6, line: 1, column: 3 },
    ],
    [
      'a lone surrogate',
      join(bytes(0xff, 0xfe), bytes(0, 0xac, 0, 0xd8, 0, 0xac)),
      undefined,
      'undecodable',
      { encoding: 'utf-16le', byteOffset: 4, line: 1, column: 2 },
    ],
    [
      'utf-8 cut',
      utf8('가나\n다라').subarray(0, 12),
      undefined,
      'truncated',
      { encoding: 'utf-8', byteOffset: 10, line: 2, column: 2 },
    ],
    [
      'utf-8 with damage',
      join(utf8('가나다라마바사아자\r\n차 '), bytes(0xff), utf8('카')),
      undefined,
      'undecodable',
      { encoding: 'utf-8', byteOffset: 33, line: 2, column: 3 },
    ],
    ['overlong utf-8', join(utf8('a'), bytes(0xc0, 0xaf)), 'utf-8', 'undecodable', { byteOffset: 1 }],
    ['a surrogate in utf-8', bytes(0xed, 0xa0, 0x80), 'utf-8', 'undecodable', { byteOffset: 0 }],
    ['past U+10FFFF', bytes(0xf4, 0x90, 0x80, 0x80), 'utf-8', 'undecodable', { byteOffset: 0 }],
    [
      'cp949 asked for as utf-8',
      as('한국어', 'cp949'),
      'utf-8',
      'undecodable',
      { byteOffset: 0, candidates: ['cp949', 'gb18030'] },
    ],
    [
      'utf-8 asked for as cp949',
      utf8('가나다'),
      'cp949',
      'undecodable',
      { encoding: 'cp949', candidates: ['utf-8'] },
    ],
    [
      'cp949 cut',
      as('정부는 가나', 'cp949').subarray(0, 10),
      undefined,
      'truncated',
      { encoding: 'cp949', byteOffset: 9, line: 1, column: 6 },
    ],
    [
      'cp949 with damage',
      join(as('정부는\n또 ', 'cp949'), bytes(0xff), as('했다', 'cp949')),
      undefined,
      'undecodable',
      { encoding: 'cp949', byteOffset: 10, line: 2, column: 3 },
    ],
  ]
  test.each(cases)('%s', (_, input, requested, code, details) => {
    const failure = failureOf(() => decodeText(input, requested))
    expect(failure.code).toBe(code)
    expect(failure.details).toMatchObject(details)
  })

  test('Chinese and Japanese whose bytes pass as cp949 are asked about, not guessed', () => {
    const chinese = as('武汉市人民政府发布新的产业方案，推动科技创新和合作。'.repeat(4), 'gb18030')
    const japanese = as('これはにほんごのぶんしょうです。'.repeat(4), 'shift_jis')
    expect(failureOf(() => decodeText(chinese)).details.candidates).toContain('gb18030')
    expect(failureOf(() => decodeText(japanese)).details.candidates).toContain('shift_jis')
  })
})

describe('properties', () => {
  const options = { seed: 20250423, numRuns: 300 }

  test('utf-8 accepts and reads exactly what the platform does', () => {
    const fatal = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
    const near = fc.oneof(
      fc.uint8Array({ maxLength: 12 }),
      fc
        .array(
          fc.constantFrom(0x41, 0x80, 0x9f, 0xa0, 0xbf, 0xc1, 0xc2, 0xe0, 0xea, 0xed, 0xf0, 0xf4, 0xf5),
          { maxLength: 8 },
        )
        .map((list) => new Uint8Array(list)),
    )
    fc.assert(
      fc.property(near, (input) => {
        fc.pre(!input.includes(0) && !(input[0] === 0xef && input[1] === 0xbb) && !input.includes(13))
        let expected: string | null
        try {
          expected = fatal.decode(input)
        } catch {
          expected = null
        }
        let read: string | null = null
        try {
          read = decodeText(input, 'utf-8').text
        } catch (error) {
          if (!(error instanceof FormatError) || error.code === 'binary') return
        }
        expect(read).toBe(expected)
      }),
      { ...options, numRuns: 3000 },
    )
  })

  test('what was written in an encoding and asked for comes back', () => {
    const unit = fc.oneof(
      fc.integer({ min: 0xac00, max: 0xd7a3 }),
      fc.integer({ min: 0x20, max: 0x7e }),
      fc.constant(10),
    )
    const korean = fc.array(unit, { maxLength: 200 }).map((units) => String.fromCharCode(...units))
    fc.assert(
      fc.property(
        korean,
        fc.constantFrom('utf-8', 'utf-16le', 'utf-16be', 'cp949', 'gb18030'),
        (value, encoding) => {
          fc.pre(!/^(?:PK|%PDF|GIF8|7z|MZ|\{\\rtf)/.test(value))
          expect(decodeText(as(value, encoding), encoding).text).toBe(value)
        },
      ),
      options,
    )
  })

  test('50 MB in a line is read in seconds', () => {
    for (const encoding of ['utf-8', 'utf-16le', 'cp949']) {
      const piece = as('청두시는 최근 새 계획을 냈다. ', encoding)
      const input = new Uint8Array(piece.length * Math.ceil(50e6 / piece.length))
      input.set(piece)
      // Doubling: setting piece by piece takes longer than what is measured.
      for (let filled = piece.length; filled < input.length; filled *= 2) {
        input.copyWithin(filled, 0, Math.min(filled, input.length - filled))
      }
      const started = performance.now()
      const { text: read } = decodeText(input)
      const took = performance.now() - started
      expect(read.startsWith('청두시는 최근') && read.endsWith('냈다. ')).toBe(true)
      expect(took, `${encoding}: ${Math.round(took)} ms`).toBeLessThan(10_000)
      if (process.env['MEASURE'])
        console.log(encoding, Math.round(took), 'ms', Math.round(process.memoryUsage().rss / 1e6), 'MB')
    }
  }, 60_000)
})
