import { describe, expect, test } from 'vitest'
import { FormatError } from '../failure.ts'
import { MAX_MARKDOWN_CODE_UNITS, readMarkdownArticle } from './read.ts'

const sources = (markdown: string): string[] =>
  readMarkdownArticle(markdown).paragraphs.map((paragraph) => paragraph.source)

describe('readMarkdownArticle', () => {
  const cases: [name: string, markdown: string, paragraphs: string[]][] = [
    [
      'emphasis before a particle',
      '**‘중부 핵심 도시’**이자 **“거점”**으로',
      ['‘중부 핵심 도시’이자 “거점”으로'],
    ],
    ['emphasis inside brackets', '우한은 **중심(허브)**이다.', ['우한은 중심(허브)이다.']],
    ['soft and hard breaks', '한 줄\n두 줄  \n세 줄\\\n네 줄', ['한 줄 두 줄 세 줄 네 줄']],
    [
      'headings',
      '## 배경\n본문이다.\n\n소제목\n---\n또 본문이다.',
      ['배경', '본문이다.', '소제목', '또 본문이다.'],
    ],
    [
      'lists',
      '- 하나\n  - 둘\n\n    둘의 둘째 문단\n1. 셋\n2. 넷',
      ['하나', '둘', '둘의 둘째 문단', '셋', '넷'],
    ],
    ['tasks', '- [x] 한 일\n- [ ] 할 일', ['한 일', '할 일']],
    ['quotes', '> 인용\n>\n> > 깊은 인용', ['인용', '깊은 인용']],
    ['tables', '| 가 | 나 |\n|--|--|\n| 다 |  |\n| 라 | **마** |', ['가', '나', '다', '라', '마']],
    [
      'links and images',
      '[우한](https://example.com "t")과 ![지도](m.png), <https://example.com/a>',
      ['우한과 지도, https://example.com/a'],
    ],
    ['reference links', '[우한][1]은 도시다.\n\n[1]: https://example.com', ['우한은 도시다.']],
    ['code', '`코드 값`이다.\n\n```js\nlet a\nlet b\n```', ['코드 값이다.', 'let a', 'let b']],
    ['strikethrough', '~~지운~~ 말', ['지운 말']],
    ['a footnote', '본문[^1]이다.\n\n[^1]: 각주다.', ['본문[^1]이다.', '각주다.']],
    ['entities and escapes', '3 &lt; 4 &amp; \\*별\\*', ['3 < 4 & *별*']],
    [
      'angle brackets that are Korean titles',
      '<우한시 방안>과 <AI>를 발표했다.',
      ['<우한시 방안>과 <AI>를 발표했다.'],
    ],
    ['a date is no list', '2025. 4. 23. 개막했다.', ['2025. 4. 23. 개막했다.']],
    ['a sentence that begins with a year', '2025. 그해 봄이었다.', ['2025. 그해 봄이었다.']],
    ['HTML', '<div>\n첫 줄<br>둘째 줄\n</div>\n\n<b>굵은</b> 말', ['첫 줄', '둘째 줄', '굵은 말']],
    ['a tilde range', '21~23일, 24~25일 열린다.', ['21~23일, 24~25일 열린다.']],
  ]
  test.each(cases)('%s', (_, markdown, paragraphs) => expect(sources(markdown)).toEqual(paragraphs))

  test('title, front matter and heads', () => {
    const head = (markdown: string) => readMarkdownArticle(markdown).head
    expect(head('# 청두의 **봄**\n\n본문이다.').title).toBe('청두의 봄')
    expect(head('---\ntitle: 청두\n---\n# 청두\n\n본문이다.').title).toBe('청두')
    expect(sources('---\ntitle: 청두\n---\n# 청두\n\n본문이다.')).toEqual(['본문이다.'])
    expect(sources('---\ntitle: 청두\n---\n# 우한\n\n본문이다.')).toEqual(['우한', '본문이다.'])
    expect(head('# 봄\n\n더지엠뉴스 구태경 기자 | 본문이다.')).toMatchObject({
      title: '봄',
      outlet: '더지엠뉴스',
      byline: '구태경 기자',
    })
    expect(head('짧은 첫 줄\n\n본문이다.').title).toBe('')
  })

  test('splits', () => {
    const markdown = '# 봄\n\n가다. 나다.\n\n다다.'
    const cut = (split: 'auto' | 'sentence' | 'none') =>
      readMarkdownArticle(markdown, { split }).paragraphs.map(({ source }) => source)
    expect(cut('auto')).toEqual(['가다. 나다.', '다다.'])
    expect(cut('sentence')).toEqual(['가다.', '나다.', '다다.'])
    expect(cut('none')).toEqual(['가다. 나다. 다다.'])
  })

  test('a comment is dropped with a warning, wherever it stands', () => {
    const draft = readMarkdownArticle('앞 <!-- 안 --> 뒤\n\n<!-- 두\n줄 -->\n\n끝')
    expect(draft.paragraphs.map(({ source }) => source)).toEqual(['앞 뒤', '끝'])
    expect(draft.warnings).toEqual([{ code: 'comments-dropped', count: 2 }])
  })

  test('refuses with the line of the file', () => {
    const refuse = (markdown: string): unknown => {
      try {
        return readMarkdownArticle(markdown, { fileName: 'a.md' })
      } catch (error) {
        return error instanceof FormatError ? { code: error.code, ...error.details } : error
      }
    }
    expect(refuse(`---\ntitle: 봄\n---\n\n가다.\n\n${'나 '.repeat(20_000)}`)).toMatchObject({
      code: 'paragraph-too-long',
      fileName: 'a.md',
      line: 7,
      paragraph: 2,
    })
    expect(refuse('가\n\0')).toMatchObject({ code: 'not-storable', line: 2, column: 1 })
    expect(refuse('<!-- 메모 -->')).toMatchObject({ code: 'no-text' })
    expect(refuse('가'.repeat(MAX_MARKDOWN_CODE_UNITS + 1))).toMatchObject({
      code: 'too-large',
      advice: 'text',
    })
  })
})
