import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { BilingualArticle } from './bilingual.ts'
import { countArticle, exportedText, grouped, linkable, missingText, statusText } from './labels.ts'
import { cutAtSpans, storable } from './spans.ts'

const fixture = (name: string): BilingualArticle =>
  JSON.parse(
    readFileSync(new URL(`./fixtures/hand-over/${name}/article.json`, import.meta.url), 'utf8'),
  ) as BilingualArticle

test.each([
  [0, '0'],
  [999, '999'],
  [1000, '1,000'],
  [1234567, '1,234,567'],
])('%d is %s', (count, expected) => expect(grouped(count)).toBe(expected))

test.each([
  ['https://example.org/a?b=c&d=%20', true],
  ['HTTP://example.org', true],
  ['javascript:alert(1)', false],
  [' https://example.org', false],
  ['https://example.org/"onclick="x', false],
  ['file:///etc/passwd', false],
  ['', false],
])('%j may be a link: %s', (address, expected) => expect(linkable(address) !== '').toBe(expected))

test('counts', () => {
  expect(
    countArticle({
      paragraphs: [
        {
          id: 1,
          number: 1,
          source: '우한시는 2조 위안을 𠮷.',
          target: 'Wuhan — 2.2 tn.',
          status: 'confirmed',
          locked: false,
          annotations: [],
        },
        { id: 2, number: 2, source: '', target: ' ', status: 'draft', locked: false, annotations: [] },
      ],
    }),
  ).toEqual({ paragraphs: 2, translated: 1, confirmed: 1, eojeol: 4, sourceCharacters: 14, targetWords: 3 })
})

test('labels', () => {
  expect(statusText({ status: 'confirmed', locked: true })).toBe('✓ confirmed 🔒 locked')
  expect(statusText({ status: 'untranslated', locked: false })).toBe('○ untranslated')
  expect(exportedText('2026-03-09T23:59:30+09:00')).toBe('2026-03-09 14:59 UTC')
  expect(exportedText('some day')).toBe('some day')
  const counts = countArticle(fixture('laboratory'))
  expect(missingText(counts)).toBe('2 of 8 paragraphs are untranslated and marked in the text')
  expect(missingText({ ...counts, translated: 8 })).toBe('')
})

test('pieces between the edges of overlapping spans, joined, are the text', () => {
  const [, second] = fixture('laboratory').paragraphs
  if (second === undefined) throw new Error('no paragraph')
  const pieces = cutAtSpans(second, 'source')
  expect(pieces.map(({ text }) => text).join('')).toBe(second.source)
  expect(pieces.map(({ covering }) => covering.length)).toEqual([0, 1, 2, 1, 0])
  expect(cutAtSpans({ ...second, target: '', annotations: [] }, 'target')).toEqual([])
})

test.each([
  ['a\u0000b', 'a\uFFFDb'],
  ['\uDC00', '\uFFFD'],
  ['\uFFFE\uFFFF', '\uFFFD\uFFFD'],
  ['\u007F\u0080', '\uFFFD\uFFFD'],
  ['한\t국 𠮷 🔒', '한\t국 𠮷 🔒'],
])('%j can be stored as %j', (text, expected) => expect(storable(text)).toBe(expected))
