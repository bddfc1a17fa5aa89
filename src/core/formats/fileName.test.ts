import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { handOverFileName, handOverFileNames, MAX_FILE_NAME_BYTES } from './fileName.ts'

const name = (title: string, taken: string[] = []) =>
  handOverFileName({ title }, 7, 'bilingual', 'docx', taken)

test.each([
  ['우한시 산업 혁신 공동 실험실', '우한시 산업 혁신 공동 실험실 ko-en.docx'],
  ['우한시'.normalize('NFD'), '우한시 ko-en.docx'],
  ['', 'Article 7 ko-en.docx'],
  ['???', 'Article 7 ko-en.docx'],
  ['../../etc/passwd', 'etc-passwd ko-en.docx'],
  ['C:\\Windows\\x', 'C-Windows-x ko-en.docx'],
  ['A/B: “둘” | <셋>?', 'A-B-“둘”-셋 ko-en.docx'],
  ['.숨은 파일', '숨은 파일 ko-en.docx'],
  ['-rf 파일', 'rf 파일 ko-en.docx'],
  ['점으로 끝나는 제목...', '점으로 끝나는 제목 ko-en.docx'],
  ['줄\n바꿈\t과 \u0007 제어\u202E문자\u200B', '줄 바꿈 과 제어문자 ko-en.docx'],
  ['CON.기사', '_CON.기사 ko-en.docx'],
  ['nul', '_nul ko-en.docx'],
  ['LPT¹.x', '_LPT¹.x ko-en.docx'],
  ['Console', 'Console ko-en.docx'],
  ['lone \uD83D half', 'lone half ko-en.docx'],
  ['2조2천억 위안…50%↑ 🔒', '2조2천억 위안…50%↑ 🔒 ko-en.docx'],
])('%j', (title, expected) => expect(name(title)).toBe(expected))

test('layout and extension', () => {
  expect(handOverFileName({ title: '가' }, 7, 'target', '.txt')).toBe('가 en.txt')
})

test('cut between letters, the end kept', () => {
  const long = name('한'.repeat(200))
  expect(long).toMatch(/^한+ ko-en\.docx$/)
  expect(Buffer.byteLength(long)).toBeLessThanOrEqual(MAX_FILE_NAME_BYTES)
  expect(Buffer.byteLength(long)).toBeGreaterThan(MAX_FILE_NAME_BYTES - 3)
})

describe('unique', () => {
  test('by id, then by count; without regard to case and normal form', () => {
    expect(name('Wuhan', ['WUHAN KO-EN.DOCX'])).toBe('Wuhan (7) ko-en.docx')
    expect(name('우한', ['우한 ko-en.docx'.normalize('NFD')])).toBe('우한 (7) ko-en.docx')
    expect(name('가', ['가 ko-en.docx', '가 (7) ko-en.docx'])).toBe('가 (7-2) ko-en.docx')
  })

  test('any titles give names that any system takes, no two the same', () => {
    const title = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 120 }),
      fc.constantFrom(
        '',
        'CON',
        'con.a',
        '가',
        '각'.normalize('NFD'),
        '..',
        'ß',
        'SS',
        '한'.repeat(90),
        ' . ',
      ),
    )
    fc.assert(
      fc.property(fc.array(title, { minLength: 1, maxLength: 6 }), (titles) => {
        const names = handOverFileNames(
          titles.map((one, id) => ({ head: { title: one }, id, layout: 'target', extension: 'md' })),
        )
        expect(new Set(names.map((one) => one.normalize('NFC').toUpperCase())).size).toBe(titles.length)
        for (const one of names) {
          expect(one).toBe(one.normalize('NFC'))
          expect(one.isWellFormed()).toBe(true)
          expect(Buffer.byteLength(one)).toBeLessThanOrEqual(MAX_FILE_NAME_BYTES)
          expect(one).not.toMatch(/[<>:"/\\|?*\p{Cc}\p{Cf}]|^[ .-]|[ .]$/u)
          expect(one.split('.')[0]?.trim()).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)$/i)
        }
      }),
      { seed: 20260309, numRuns: 400 },
    )
  })
})
