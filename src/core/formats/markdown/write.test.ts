import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import remarkCjkFriendly from 'remark-cjk-friendly'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { describe, expect, test } from 'vitest'
import type { BilingualAnnotation, BilingualArticle, BilingualParagraph } from '../bilingual.ts'
import { hasPlace, storable } from '../spans.ts'
import { escapeMarkdown } from './escape.ts'
import { readMarkdownArticle } from './read.ts'
import { writeMarkdown } from './write.ts'

const readers = [
  ['CommonMark', unified().use(remarkParse)],
  ['with GitHub’s extensions', unified().use(remarkParse).use(remarkGfm)],
  ['and with CJK emphasis', unified().use(remarkParse).use(remarkGfm).use(remarkCjkFriendly)],
] as const

interface Node {
  type: string
  value?: string
  children?: Node[]
}

const text = (node: Node): string =>
  node.type === 'footnoteReference' ? '' : (node.value ?? '') + (node.children ?? []).map(text).join('')

const fixture = (name: string): BilingualArticle =>
  JSON.parse(
    readFileSync(new URL(`../fixtures/hand-over/${name}/article.json`, import.meta.url), 'utf8'),
  ) as BilingualArticle

const plain = (source: string, target: string, number = 1): BilingualParagraph => ({
  id: number,
  number,
  source,
  target,
  status: 'draft',
  locked: false,
  annotations: [],
})

const article = (paragraphs: BilingualParagraph[], title = '제목'): BilingualArticle => ({
  head: { title, headline: '', outlet: '', byline: '', dateline: '', sourceUrl: '', note: '' },
  paragraphs,
  exportedAt: '2026-03-09T05:12:30.000Z',
})

const body = (markdown: string): string => markdown.replace(/^---\n[\s\S]*?\n---\n+/, '')

/** Source and target of each block, as a reader of Markdown sees them. */
function blocks(markdown: string, parse: (text: string) => Node): [string, string][] {
  const found: [string, string][] = []
  for (const node of parse(body(markdown)).children ?? []) {
    if (node.type === 'blockquote') {
      expect((node.children ?? []).map(({ type }) => type)).toEqual(['paragraph'])
      found.push([text(node), ''])
    } else if (node.type === 'paragraph' && /^\d+ [○●✓]/.test(text(node))) continue
    else if (node.type === 'paragraph' && found.length > 0) {
      const last = found.at(-1)
      if (last?.[1] !== '') throw new Error(`one block too many: ${text(node)}`)
      last[1] = text(node)
    } else expect(['heading', 'footnoteDefinition']).toContain(node.type)
  }
  return found
}

const special = [...' |*_#`~<>[]()!&\\+-=.:@/$^"\'{}'].concat([
  '1.',
  '2)',
  '《',
  '》',
  '“',
  '한',
  '국',
  '우한시',
  'a',
  'B',
  '7',
  '~~',
  '**',
  '__',
  '---',
  '```',
  'www.a.kr',
  'http://a.kr/b_c',
  'me@a.kr',
  '&amp;',
  '&#42;',
  '[^1]',
  '[x](y)',
  '![x](y)',
  '<b>',
  '<!--',
  '  ',
  '\t',
  '3~5%',
  '·',
  '𠮷',
])
const wild = fc
  .array(fc.oneof(fc.constantFrom(...special), fc.string({ unit: 'binary', maxLength: 3 })), {
    minLength: 1,
    maxLength: 14,
  })
  .map((parts) => storable(parts.join('')).replace(/[\r\n]/g, ' '))
  .filter((value) => value.trim() !== '')

describe.each(readers)('%s', (_name, processor) => {
  const parse = (markdown: string): Node => processor.parse(markdown)

  test.each([
    '| 표 | 두 칸 |',
    '*별* **굵게**',
    '_밑줄_ snake_case',
    '# 제목',
    '#제목',
    '1. 하나',
    '12) 열둘',
    '1.45만 대',
    '<b>굵게</b>',
    '《책》 <AI>',
    '`코드` ``두 겹``',
    '~물결~ 3~5% 7~8%',
    '&amp; R&D &#35;',
    '- 줄',
    '+ 더하기',
    '> 인용',
    '---',
    '***',
    '=====',
    '    들여쓰기',
    '\t탭',
    '끝 빈칸  ',
    '끝 역사선\\',
    '\\*',
    '[고리](주소)',
    '![그림](주소)',
    '[^1]',
    '[^1]: 주석',
    '[x]: http://a.kr',
    'https://example.org/a_b(c)?d=e&f=g',
    'www.example.org',
    'me@example.org',
    '<https://example.org>',
    '<!-- 주석 -->',
    '~~~',
    '$3 to $5',
    '‘중부’이자',
    '**‘중부 핵심 도시’**이자',
    'a:b',
    '한\u00A0국',
    '\u3000들여',
    ': 정의',
    '[ ] 할 일',
    '10억~20억 위안(약 2조~4조 원)',
  ])('%j reads back', (value) => {
    const root = parse(escapeMarkdown(value))
    expect(root.children?.map(({ type }) => type)).toEqual(['paragraph'])
    expect(text(root)).toBe(value)
    expect(blocks(writeMarkdown(article([plain(value, value)]), { layout: 'bilingual' }), parse)).toEqual([
      [value, value],
    ])
  })

  test('any text reads back, source and target', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(wild, wild), { minLength: 1, maxLength: 3 }), wild, (pairs, title) => {
        const paragraphs = pairs.map(([source, target], index) => plain(source, target, index + 1))
        const markdown = writeMarkdown(article(paragraphs, title), { layout: 'bilingual' })
        expect(blocks(markdown, parse)).toEqual(pairs)
        expect(text(parse(body(markdown)).children?.[0] ?? { type: 'none' })).toBe(title.trim())
        const target = parse(body(writeMarkdown(article(paragraphs, title), { layout: 'target' })))
        expect(target.children?.slice(1).map(text)).toEqual(pairs.map(([, value]) => value))
      }),
      { seed: 20260309, numRuns: 400 },
    )
  })
})

test('any text with any notes reads back, and every note is called where it ends', () => {
  const processor = unified().use(remarkParse).use(remarkGfm)
  const noted = fc.tuple(
    wild,
    fc.array(fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 12 })), { maxLength: 4 }),
    wild,
  )
  fc.assert(
    fc.property(noted, ([source, spans, said]) => {
      const annotations = spans.map(([start, length], index): BilingualAnnotation => ({
        id: index,
        side: 'source',
        start: Math.min(start, source.length - 1),
        end: Math.min(start + length, source.length),
        quote: source.slice(start, start + length),
        kind: 'note',
        body: said,
        resolved: false,
        orphaned: false,
        replies: [{ id: 1, body: said, createdAt: '' }],
        createdAt: '',
      }))
      const paragraph = { ...plain(source, 'Text.'), annotations }
      fc.pre(annotations.every(({ start, end }) => source.slice(start, end).isWellFormed()))
      const root: Node = processor.parse(body(writeMarkdown(article([paragraph]), { layout: 'bilingual' })))
      const quote = root.children?.find(({ type }) => type === 'blockquote')
      expect(quote && text(quote)).toBe(source)
      const placed = annotations.filter((annotation) => hasPlace(annotation, paragraph)).length
      const calls = (node: Node): number =>
        node.type === 'footnoteReference'
          ? 1
          : (node.children ?? []).reduce((sum, one) => sum + calls(one), 0)
      expect(calls(root)).toBe(placed)
      const notes = root.children?.filter(({ type }) => type === 'footnoteDefinition') ?? []
      expect(notes).toHaveLength(placed)
      for (const note of notes) expect(text(note)).toContain(said.trim())
    }),
    { seed: 20260309, numRuns: 500 },
  )
})

test.each(['laboratory', 'hostile'])('%s: all notes are in it, gaps have no target', (name) => {
  const given = fixture(name)
  const processor = unified().use(remarkParse).use(remarkGfm)
  const markdown = writeMarkdown(given, { layout: 'bilingual' })
  const root: Node = processor.parse(body(markdown))
  const all = text(root)
  for (const annotation of given.paragraphs.flatMap((paragraph) => paragraph.annotations))
    for (const line of [
      annotation.quote,
      ...annotation.body.split('\n'),
      ...annotation.replies.map((reply) => reply.body),
    ])
      expect(all).toContain(storable(line))
  expect(blocks(markdown.replace(/\n## [\s\S]*/, '\n'), (value) => processor.parse(value))).toEqual(
    given.paragraphs.map(({ source, target }) => [
      storable(source),
      target.trim() === '' ? '' : storable(target),
    ]),
  )
})

test('its own reader finds the head and the English again', () => {
  const given = fixture('laboratory')
  const draft = readMarkdownArticle(writeMarkdown(given, { layout: 'target' }))
  expect(draft.head).toMatchObject({
    title: given.head.title,
    outlet: given.head.outlet,
    byline: given.head.byline,
    dateline: given.head.dateline,
  })
  expect(draft.paragraphs.map(({ source }) => source)).toEqual(
    given.paragraphs.map(({ source, target }) => (target === '' ? `[untranslated: ${source}]` : target)),
  )
})
