import { readFileSync } from 'node:fs'
import { Window } from 'happy-dom'
import { describe, expect, test } from 'vitest'
import type { BilingualArticle } from '../bilingual.ts'
import { storable } from '../spans.ts'
import { escapeHtml, writeHtml } from './write.ts'

const fixture = (name: string): BilingualArticle =>
  JSON.parse(
    readFileSync(new URL(`../fixtures/hand-over/${name}/article.json`, import.meta.url), 'utf8'),
  ) as BilingualArticle

function page(article: BilingualArticle, layout: 'bilingual' | 'target' = 'bilingual') {
  const window = new Window({ settings: { disableJavaScriptEvaluation: true, disableCSSFileLoading: true } })
  window.document.write(writeHtml(article, { layout }))
  return window.document
}

/** What a cell says without the numbers of its notes. */
function words(cell: { cloneNode(deep: boolean): unknown; textContent: string }): string {
  const copy = cell.cloneNode(true) as typeof cell & {
    querySelectorAll(selector: string): Iterable<{ remove(): void }>
  }
  for (const reference of copy.querySelectorAll('sup')) reference.remove()
  return copy.textContent
}

describe('a bilingual page', () => {
  test.each(['laboratory', 'hostile'])('%s: each cell says its text in its language', (name) => {
    const article = fixture(name)
    const document = page(article)
    article.paragraphs.forEach((paragraph) => {
      const row = document.querySelector(`tr#p${paragraph.number}`)
      const [korean, english] = [...(row?.querySelectorAll('td') ?? [])]
      expect(row?.querySelector('th[scope=row]')?.textContent).toContain(String(paragraph.number))
      expect(row?.querySelector('th .hidden')?.textContent).toContain(paragraph.status)
      expect([korean?.getAttribute('lang'), english?.getAttribute('lang')]).toEqual(['ko', 'en'])
      expect(korean && words(korean)).toBe(storable(paragraph.source))
      expect(english && words(english)).toBe(storable(paragraph.target))
    })
    expect(document.querySelectorAll('thead th[scope=col]')).toHaveLength(3)
  })

  test.each(['laboratory', 'hostile'])(
    '%s: every note is numbered, there once, and linked both ways',
    (name) => {
      const article = fixture(name)
      const document = page(article)
      const annotations = article.paragraphs.flatMap((paragraph) => paragraph.annotations)
      const notes = [...document.querySelectorAll('li[id^=note-]')]
      expect(notes.map((note) => note.id)).toEqual(annotations.map((_, index) => `note-${index + 1}`))
      const placed = annotations.filter(({ orphaned }) => !orphaned).length
      expect(document.querySelectorAll('sup a')).toHaveLength(placed)
      for (const link of document.querySelectorAll('main a[href^="#"]'))
        expect(
          document.getElementById((link.getAttribute('href') ?? '').slice(1)),
          link.outerHTML,
        ).not.toBeNull()
      const said = notes.map((note) => note.textContent).join('\n')
      for (const { body, quote, replies } of annotations)
        for (const text of [body, quote, ...replies.map((reply) => reply.body)])
          expect(said).toContain(storable(text))
      const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id)
      expect(new Set(ids).size).toBe(ids.length)
    },
  )

  test('marks cover exactly the annotated words, overlaps cut where they begin and end', () => {
    const document = page(fixture('laboratory'))
    const marks = (row: number) =>
      [...document.querySelectorAll(`#p${row} mark`)].map((mark) => mark.textContent)
    expect(marks(1)).toEqual(['산업 혁신 ', '공동 실험실', ' 12곳', 'on March 4'])
    expect(marks(2)).toEqual([
      '2조2천억 위안(약 ',
      '440조 원',
      ')',
      '2.2 trillion yuan',
      'according to the city government',
    ])
  })

  test('nothing runs and nothing is asked for', () => {
    for (const layout of ['bilingual', 'target'] as const) {
      const article = fixture('hostile')
      const document = page(article, layout)
      expect(
        document.querySelectorAll('script, img, iframe, link, object, embed, form, [src], [onerror]'),
      ).toHaveLength(0)
      expect(document.querySelector('meta[http-equiv]')?.getAttribute('content')).toBe(
        "default-src 'none'; style-src 'unsafe-inline'",
      )
      expect(
        [...document.querySelectorAll('a')].every((a) => /^(?:#|https?:)/.test(a.getAttribute('href') ?? '')),
      ).toBe(true)
      expect(writeHtml(article, { layout })).not.toMatch(/url\(|@import|javascript:[^<]*"/)
      expect(document.querySelector('h1')?.textContent).toBe(article.head.title)
    }
  })
})

test('a target page: paragraphs in English, gaps marked, no notes', () => {
  const article = fixture('laboratory')
  const document = page(article, 'target')
  const texts = [...document.querySelectorAll('p.text')].map(({ textContent }) => textContent)
  expect(texts).toEqual(
    article.paragraphs.map(({ source, target }) => (target === '' ? `[untranslated: ${source}]` : target)),
  )
  expect(document.querySelectorAll('mark, table, sup')).toHaveLength(0)
  expect(document.querySelectorAll('.missing[lang=ko]')).toHaveLength(2)
})

test.each([
  [`<a href="x">'&'</a>`, '&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39;&lt;/a&gt;'],
  ['a\u0000b\u0007c', 'a\uFFFDb\uFFFDc'],
  ['lone \uD83D half', 'lone \uFFFD half'],
  ['《책》 🔒 한', '《책》 🔒 한'],
])('%j is escaped', (text, expected) => expect(escapeHtml(text)).toBe(expected))
