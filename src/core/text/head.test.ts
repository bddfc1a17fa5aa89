import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type HeadFields, recogniseHead, workingTitle } from './head.ts'

const none: HeadFields = { title: '', outlet: '', byline: '', dateline: '' }
const gm = { outlet: '더지엠뉴스' }

const oneLine: [text: string, head: Partial<HeadFields>, body: string][] = [
  ['[더지엠뉴스]청두시는 새 계획을 냈다.', gm, '청두시는 새 계획을 냈다.'],
  ['[더지엠뉴스] 청두시는 새 계획을 냈다.', gm, '청두시는 새 계획을 냈다.'],
  [
    '더지엠뉴스 구태경 기자 | 청두시는 새 계획을 냈다.',
    { ...gm, byline: '구태경 기자' },
    '청두시는 새 계획을 냈다.',
  ],
  ['더지엠뉴스 구태경 기자ㅣ청두시는 했다.', { ...gm, byline: '구태경 기자' }, '청두시는 했다.'],
  ['더지엠뉴스 | 청두시는 했다.', gm, '청두시는 했다.'],
  [
    '(서울=연합뉴스) 홍길동 기자 = 정부는 했다.',
    { outlet: '연합뉴스', byline: '홍길동 기자' },
    '정부는 했다.',
  ],
  ['(서울=연합뉴스) 정부는 했다.', { outlet: '연합뉴스' }, '정부는 했다.'],
  [
    '(베이징=연합뉴스) 홍길동 특파원 = 중국은 했다.',
    { outlet: '연합뉴스', byline: '홍길동 특파원' },
    '중국은 했다.',
  ],
  ['【베이징=신화】중국은 했다.', { outlet: '신화' }, '중국은 했다.'],
  ['[베이징=신화통신] 중국은 했다.', { outlet: '신화통신' }, '중국은 했다.'],
  ['[서울=뉴시스] 홍길동 기자 = 정부는 했다.', { outlet: '뉴시스', byline: '홍길동 기자' }, '정부는 했다.'],
  ['[아시아경제 홍길동 기자] 정부는 했다.', { outlet: '아시아경제', byline: '홍길동 기자' }, '정부는 했다.'],
  ['[더지엠뉴스=홍길동 기자] 정부는 했다.', { ...gm, byline: '홍길동 기자' }, '정부는 했다.'],
  [
    '[아시아경제 베이징=홍길동 특파원] 중국은 했다.',
    { outlet: '아시아경제', byline: '홍길동 특파원' },
    '중국은 했다.',
  ],
  ['[베이징=홍길동 특파원] 중국은 했다.', { byline: '홍길동 특파원' }, '중국은 했다.'],
  ['[홍길동 기자] 정부는 했다.', { byline: '홍길동 기자' }, '정부는 했다.'],
  ['홍길동 기자 = 정부는 했다.', { byline: '홍길동 기자' }, '정부는 했다.'],
  ['홍길동·김영희 기자 = 정부는 했다.', { byline: '홍길동·김영희 기자' }, '정부는 했다.'],
  ['홍길동 베이징 특파원 | 중국은 했다.', { byline: '홍길동 베이징 특파원' }, '중국은 했다.'],
  ['[더지엠뉴스] 구태경 기자 | 청두시는 했다.', { ...gm, byline: '구태경 기자' }, '청두시는 했다.'],
  ['정부는 이렇게 했다. hong@example.com', {}, '정부는 이렇게 했다.'],
  ['정부는 했다. 홍길동 기자 hong@example.com', { byline: '홍길동 기자' }, '정부는 했다.'],
  ['정부는 했다.” /홍길동 기자 hong@example.com', { byline: '홍길동 기자' }, '정부는 했다.”'],
  ['CGTN | 중국은 했다.', { outlet: 'CGTN' }, '중국은 했다.'],
]

const keeps = [
  '[단독] 청두시가 계획을 냈다.',
  '[속보] 정부가 했다.',
  '[주요뉴스] 정부가 했다.',
  '[이동통신] 시장이 커졌다.',
  '[1] 청두시는 했다.',
  '[우한=중부 거점] 도시는 커졌다.',
  '(약 3,138억 달러) 규모라고 밝혔다.',
  '(서울=수도) 이라는 식이다.',
  '【표】 다음과 같다.',
  '<산업 실험실 방안>을 냈다.',
  '“홍길동 기자입니다”라고 말했다.',
  '홍길동 기자는 | 기호를 썼다.',
  '그는 기자 = 시민이라고 말했다.',
  '오는 23일 연다.',
  '2025년 4월 23일 개막했다.',
  '연락처는 hong@example.com이다.',
  '[더지엠뉴스]',
  '홍길동 기자 hong@example.com',
  '',
  '---',
  '--- 줄임표 ---\n본문이다.',
]

const lines: [name: string, text: string, head: Partial<HeadFields>, body: string][] = [
  [
    'title line',
    '청두시, 새 계획 발표\n\n청두시는 했다.\n또 했다.',
    { title: '청두시, 새 계획 발표' },
    '청두시는 했다.\n또 했다.',
  ],
  [
    'title, meta lines, mail at the end',
    '청두, “기술 도시” 선언\n더지엠뉴스 구태경 기자\n입력 2025-04-23 14:30 | 수정 2025-04-24 09:00\n\n청두시는 했다.\n\nkoo@example.com\n',
    { title: '청두, “기술 도시” 선언', ...gm, byline: '구태경 기자', dateline: '2025-04-23' },
    '청두시는 했다.\n\n',
  ],
  ['date in words', '2025년 4월 23일\n청두시는 했다.', { dateline: '2025-04-23' }, '청두시는 했다.'],
  ['date with weekday', '2025년 4월 3일(목)\n청두시는 했다.', { dateline: '2025-04-03' }, '청두시는 했다.'],
  ['date with dots', '2025.04.23 14:30\n청두시는 했다.', { dateline: '2025-04-23' }, '청두시는 했다.'],
  ['date with dots and blanks', '2025. 4. 23.\n청두시는 했다.', { dateline: '2025-04-23' }, '청두시는 했다.'],
  [
    'labelled date',
    '기사입력 : 2025/04/23 오후 2:30\n청두시는 했다.',
    { dateline: '2025-04-23' },
    '청두시는 했다.',
  ],
  [
    'outlet in brackets, then title',
    '[더지엠뉴스] 청두의 봄\n청두시는 했다.',
    { ...gm, title: '청두의 봄' },
    '청두시는 했다.',
  ],
  [
    'title keeps its own bracket',
    '[단독] 청두의 봄\n청두시는 했다.',
    { title: '[단독] 청두의 봄' },
    '청두시는 했다.',
  ],
  ['heading', '# 청두의 봄\n\n청두시는 했다.', { title: '청두의 봄' }, '청두시는 했다.'],
  [
    'labels',
    '제목: 청두의 봄\n출처: 더지엠뉴스\n날짜: 2025-04-23\n청두시는 했다.',
    { title: '청두의 봄', ...gm, dateline: '2025-04-23' },
    '청두시는 했다.',
  ],
  [
    'front matter',
    '---\ntitle: "청두: 봄"\nauthor: 구태경 기자\ndate: 2025-04-23T09:00:00\ntags: [a]\n---\n청두시는 했다.',
    { title: '청두: 봄', byline: '구태경 기자', dateline: '2025-04-23' },
    '청두시는 했다.',
  ],
  [
    'reporter under the text',
    '청두시는 했다.\n그는 말했다.\n홍길동 기자\n',
    { byline: '홍길동 기자' },
    '청두시는 했다.\n그는 말했다.\n',
  ],
  [
    'title, then a prefix',
    '청두의 봄\n\n(서울=연합뉴스) 홍길동 기자 = 정부는 했다.',
    { title: '청두의 봄', outlet: '연합뉴스', byline: '홍길동 기자' },
    '정부는 했다.',
  ],
  ['an impossible date is text', '2025.13.45\n청두시는 했다.', {}, '2025.13.45\n청두시는 했다.'],
  [
    'a bare day is no dateline',
    '청두의 봄\n23일\n청두시는 했다.',
    { title: '청두의 봄' },
    '23일\n청두시는 했다.',
  ],
]

const linesKept: [name: string, text: string][] = [
  ['a list without sentences', '우한\n청두\n상하이\n베이징'],
  ['first line is a sentence', '청두시는 했다.\n우한시도 했다.'],
  ['a bullet', '- 청두의 봄\n청두시는 했다.'],
  ['front matter that is prose', '---\n청두시는 했다.\n---\n우한시도 했다.'],
  ['a rule and no front matter', '---\n\n청두시는 했다.'],
]

function checkAccounted(text: string): void {
  const { body, removed } = recogniseHead(text)
  let rest = ''
  let from = 0
  for (const piece of removed) {
    expect(piece.start).toBeGreaterThanOrEqual(from)
    expect(piece.end).toBeGreaterThan(piece.start)
    rest += text.slice(from, piece.start)
    from = piece.end
  }
  expect(rest + text.slice(from)).toBe(body)
}

describe('recogniseHead', () => {
  test.each(oneLine)('%s', (text, head, body) => {
    const result = recogniseHead(text)
    expect({ head: result.head, body: result.body }).toEqual({ head: { ...none, ...head }, body })
    checkAccounted(text)
  })

  test.each(keeps)('keeps whole: %s', (text) => {
    const result = recogniseHead(text)
    expect(result).toEqual({ head: none, body: text, removed: [] })
  })

  test.each(lines)('%s', (_, text, head, body) => {
    const result = recogniseHead(text)
    expect({ head: result.head, body: result.body }).toEqual({ head: { ...none, ...head }, body })
    checkAccounted(text)
  })

  test.each(linesKept)('keeps whole: %s', (_, text) => {
    expect(recogniseHead(text)).toEqual({ head: none, body: text, removed: [] })
  })

  test('without a title line where the caller knows better', () => {
    expect(recogniseHead('청두의 봄\n청두시는 했다.', { titleLine: false }).head.title).toBe('')
  })

  test('body and removed pieces hold every character', () => {
    const piece = fc.constantFrom(
      ...oneLine.map(([text]) => text),
      ...keeps,
      ...lines.map(([, text]) => text),
      '\n',
      ' ',
      '\n\n',
      '[',
      ']',
      '(',
      '=',
      '|',
      '홍길동 기자',
      '2025-04-23',
      '---\n',
      '# ',
      'title: 봄',
      '한글',
      '。',
      '\t',
    )
    fc.assert(
      fc.property(
        fc.array(fc.oneof({ weight: 4, arbitrary: piece }, fc.string()), { maxLength: 8 }),
        (pieces) => {
          checkAccounted(pieces.join(''))
        },
      ),
      { seed: 20250423, numRuns: 500 },
    )
  })

  test('a long line costs no more than its length', () => {
    for (const text of [
      '가'.repeat(2_000_000),
      `[${'가 '.repeat(500_000)}`,
      `${' '.repeat(1_000_000)}가.`,
      'a@'.repeat(500_000),
    ]) {
      const { body } = recogniseHead(text)
      expect(body).toBe(text)
    }
  }, 5_000)
})

describe('workingTitle', () => {
  const cases: [body: string, title: string][] = [
    ['', ''],
    ['  \n 청두의 봄', '청두의 봄'],
    [
      '청두시는 최근 새 산업 계획을 내놓고 여러 기업과 함께 실험실을 세운다고 밝혔다.',
      '청두시는 최근 새 산업 계획을 내놓고 여러 기업과 함께 실험실을…',
    ],
    ['가'.repeat(60), `${'가'.repeat(39)}…`],
    [`${'가'.repeat(38)}𠀀𠀀`, `${'가'.repeat(38)}…`],
  ]
  test.each(cases)('%s', (body, title) => {
    expect(workingTitle(body)).toBe(title)
    expect(title.length).toBeLessThanOrEqual(40)
  })
})
