import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { segmentCases } from './segment.cases.ts'
import { cutSentences, cutText, type SplitMode, unwrapLines } from './segment.ts'

const sentencesOf = (text: string): string[] =>
  cutSentences(text).map(({ start, end }) => text.slice(start, end))
const withoutSpace = (text: string): string => text.replace(/\s+/gu, '')

describe.each(Object.entries(segmentCases))('cutSentences: %s', (_kind, cases) => {
  test.each(cases.map(([text, sentences]) => ({ text, sentences })))('$text', ({ text, sentences }) => {
    expect(sentencesOf(text)).toEqual(sentences)
  })
})

test('the table is as large as promised, and no text is in it twice', () => {
  const texts = Object.values(segmentCases).flatMap((cases) => cases.map(([text]) => text))
  expect(texts.length).toBeGreaterThanOrEqual(160)
  expect(new Set(texts).size).toBe(texts.length)
})

// Whatever is thrown together: the cutter may cut it badly and must not lose it.
const piece = fc.constantFrom(
  ...[
    '수출이 늘었다',
    '다',
    '그는',
    '라고',
    '고',
    '말했다',
    '이번',
    '가',
    '1',
    '3.5',
    '2025. 4. 24.',
    'U.S',
    'GDP',
    'No',
    'a@b.kr',
  ],
  ...[
    'https://example.com/a',
    '.',
    '.',
    '.',
    '?',
    '!',
    '…',
    '...',
    '。',
    '．',
    ',',
    ' ',
    ' ',
    ' ',
    '\n',
    '\u3000',
    '\t',
    '%',
    '▲',
  ],
  ...[
    '“',
    '”',
    '‘',
    '’',
    '"',
    "'",
    '(',
    ')',
    '[',
    ']',
    '<',
    '>',
    '《',
    '》',
    '「',
    '」',
    '①',
    '😀',
    'e\u0301',
  ],
)
const mixture = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''))

describe('whatever the text', () => {
  test('sentences are in order, trimmed, not empty, on one line, and hold every character but white space once', () => {
    fc.assert(
      fc.property(mixture, (text) => {
        const spans = cutSentences(text)
        let end = 0
        for (const span of spans) {
          expect(span.start).toBeGreaterThanOrEqual(end)
          expect(span.end).toBeGreaterThan(span.start)
          const sentence = text.slice(span.start, span.end)
          expect(sentence).toBe(sentence.trim())
          expect(sentence).not.toContain('\n')
          expect(text.slice(end, span.start).trim()).toBe('')
          end = span.end
        }
        expect(text.slice(end).trim()).toBe('')
      }),
      { seed: 11, numRuns: 3000 },
    )
  })

  test('a line that is cut is cut alike with other lines around it', () => {
    fc.assert(
      fc.property(mixture, mixture, (first, second) => {
        expect(sentencesOf(`${first}\n${second}`)).toEqual([...sentencesOf(first), ...sentencesOf(second)])
      }),
      { seed: 12, numRuns: 500 },
    )
  })

  test.each<SplitMode>(['auto', 'line', 'sentence', 'none'])('cutText loses only white space: %s', (mode) => {
    fc.assert(
      fc.property(mixture, (text) => {
        const { paragraphs } = cutText(text, mode)
        expect(withoutSpace(paragraphs.join(''))).toBe(withoutSpace(text))
        for (const paragraph of paragraphs) {
          expect(paragraph).toBe(paragraph.trim())
          expect(paragraph).not.toMatch(/^$|\n/)
        }
      }),
      { seed: 13, numRuns: 1000 },
    )
  })
})

const wrapped = [
  '항만 물동량이 꾸준히 늘어 지난해 같은 기간의',
  '기록을 다시 넘어섰다고 시 정부가 23일 발표한',
  '자료에서 밝혔다. 컨테이너 처리량은 두 자릿수',
  '증가율을 이어 갔다.',
  '수출 기업의 주문도 함께 늘었으며 특히 배터리',
  '부문이 두드러졌다.',
]

describe('cutText', () => {
  const article = '수출이 늘었다. 소비도 늘었다.'
  const long = '항만 물동량이 꾸준히 늘어 지난해 같은 기간의 기록을 다시 넘어섰다. '.repeat(12).trim()
  test.each<[kind: string, text: string, mode: SplitMode, expected: ReturnType<typeof cutText>]>([
    [
      'one line of sentences',
      article,
      'auto',
      { mode: 'sentence', paragraphs: ['수출이 늘었다.', '소비도 늘었다.'] },
    ],
    ['one sentence', '수출이 늘었다.', 'auto', { mode: 'line', paragraphs: ['수출이 늘었다.'] }],
    [
      'paragraphs in lines',
      `${article}\n\n${article}`,
      'auto',
      { mode: 'line', paragraphs: [article, article] },
    ],
    [
      'lines, cut by sentence',
      `${article}\n`,
      'sentence',
      { mode: 'sentence', paragraphs: ['수출이 늘었다.', '소비도 늘었다.'] },
    ],
    [
      'blank lines with blanks',
      `${article}\n \u3000\n${article}`,
      'line',
      { mode: 'line', paragraphs: [article, article] },
    ],
    ['as it comes', `가나\n다라\n\n마바`, 'none', { mode: 'none', paragraphs: ['가나 다라', '마바'] }],
    [
      'as it comes, several blank lines',
      `가나\n \n\n마바\n`,
      'none',
      { mode: 'none', paragraphs: ['가나', '마바'] },
    ],
    ['nothing', ' \n ', 'auto', { mode: 'line', paragraphs: [] }],
  ])('%s', (_kind, text, mode, expected) => {
    expect(cutText(text, mode)).toEqual(expected)
  })

  const heading = '항만 물동량, 다시 기록'
  test('a heading over an article in one line is cut into sentences and stays by itself', () => {
    const cut = cutText(`${heading}\n${long}`, 'auto')
    expect(cut.mode).toBe('sentence')
    expect(cut.paragraphs).toHaveLength(13)
    expect(cut.paragraphs[0]).toBe(heading)
  })

  test.each([
    ['a plain heading', heading, `${article} ${article}`, [heading, `${article} ${article}`]],
    ['a Markdown heading', '## 항만', '물동량이', ['## 항만', '물동량이']],
    ['a short first sentence', '늘었다.', `${article}`, [`늘었다. ${article}`]],
    [
      'a line broken in a sentence',
      '항만 물동량이 꾸준히',
      '늘어 기록을 넘었다.',
      ['항만 물동량이 꾸준히 늘어 기록을 넘었다.'],
    ],
  ])('as it comes, %s', (_kind, first, second, expected) => {
    expect(cutText(`${first}\n${second}`, 'none').paragraphs).toEqual(expected)
  })

  test('every kind of line end', () => {
    for (const end of ['\n', '\r\n', '\r', '\u0085', '\u2028', '\u2029'])
      expect(cutText(`수출${end}${end}수입${end}`, 'none').paragraphs).toEqual(['수출', '수입'])
  })

  test('lines asked for are lines, wrapped or not; sentences run over wrapped lines', () => {
    const text = wrapped.join('\n')
    expect(cutText(text, 'line').paragraphs).toEqual(wrapped)
    expect(cutText(text, 'sentence').paragraphs).toEqual([
      `${wrapped[0]} ${wrapped[1]} 자료에서 밝혔다.`,
      '컨테이너 처리량은 두 자릿수 증가율을 이어 갔다.',
      `${wrapped[4]} ${wrapped[5]}`,
    ])
  })

  test('several articles, one a line, are cut into sentences', () => {
    const cut = cutText(`${long}\n${long}`, 'auto')
    expect(cut.mode).toBe('sentence')
    expect(cut.paragraphs).toHaveLength(24)
  })
})

describe('unwrapLines', () => {
  test('joins lines broken at a fixed width, and keeps the ends of paragraphs', () => {
    expect(unwrapLines(wrapped.join('\n')).split('\n')).toEqual([
      wrapped.slice(0, 4).join(' '),
      wrapped.slice(4).join(' '),
    ])
  })
  test('does not fall over a great many lines', () => {
    const many = Array(300_000).fill('수출이 늘었다.').join('\n')
    expect(unwrapLines(many)).toBe(many)
  })
  test.each([
    ['three lines', '수출이 늘고\n소비가 늘고\n투자도 늘었다.'],
    ['a list', '수출\n소비\n투자\n고용\n물가'],
    [
      'paragraphs of one sentence',
      Array(6).fill('항만 물동량이 꾸준히 늘어 기록을 다시 넘어섰다.').join('\n'),
    ],
    [
      'headings and paragraphs',
      ['봄', '항만 물동량이 늘었다.', '여름', '수출 기업의 주문이 늘었다.', '가을'].join('\n'),
    ],
  ])('leaves alone: %s', (_kind, text) => {
    expect(unwrapLines(text)).toBe(text)
  })
})

describe('time grows with the length', () => {
  const SHORT = 20_000
  test.each([
    ['news', '위원회는 “수출이 3.5% 늘었다.”라며 ‘개방’을 말했다. '],
    ['opening marks', '“'],
    ['brackets never closed', '(가'],
    ['straight marks', `"가 '나`],
    ['stops', '.'],
    ['stops apart', '. '],
    ['letters', 'a'],
    ['letters and hyphens', 'a-'],
    ['letters and stops', 'a.'],
    ['digits and stops', '1. '],
    ['addresses begun', 'http://'],
    ['at signs', 'a@'],
    ['white space', ' '],
    ['spaces and a bracket', '     (가)'],
    ['closing marks', '”’)'],
  ])('%s', (_kind, unit) => {
    const time = (length: number): number => {
      const text = unit.repeat(Math.ceil(length / unit.length))
      let best = Infinity
      for (let round = 0; round < 3; round++) {
        const begin = performance.now()
        cutText(text, 'sentence')
        best = Math.min(best, performance.now() - begin)
      }
      return best
    }
    time(SHORT)
    // Ten times the length; squared growth would take a hundred times as long. The added time is for a busy machine.
    expect(time(SHORT * 10)).toBeLessThan(time(SHORT) * 35 + 60)
  })
})
