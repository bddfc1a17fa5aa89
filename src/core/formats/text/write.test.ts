import { expect, test } from 'vitest'
import type { BilingualArticle } from '../bilingual.ts'
import { writeText } from './write.ts'

const article = (...targets: string[]): BilingualArticle => ({
  head: { title: '제목', headline: '', outlet: '', byline: '', dateline: '', sourceUrl: '', note: '' },
  paragraphs: targets.map((target, index) => ({
    id: index,
    number: index + 1,
    source: `원문 ${index + 1}.`,
    target,
    status: 'draft',
    locked: false,
    annotations: [],
  })),
  exportedAt: '2026-03-09T05:12:30.000Z',
})

test.each<[string, string[], string]>([
  ['nothing', [], ''],
  ['one paragraph', ['Wuhan.'], 'Wuhan.\n'],
  ['an empty line between two', ['Wuhan.', 'Hefei.'], 'Wuhan.\n\nHefei.\n'],
  [
    'gaps with their source',
    ['', 'Hefei.', '  '],
    '[untranslated: 원문 1.]\n\nHefei.\n\n[untranslated: 원문 3.]\n',
  ],
  ['one paragraph stays one line', ['Wuhan\r\nand\nHefei.'], 'Wuhan and Hefei.\n'],
  ['what UTF-8 cannot say', ['a\uD83Db\u0000c'], 'a\uFFFDb\uFFFDc\n'],
  ['signs as they are', ['《책》 <b> *x* 3~5% 🔒'], '《책》 <b> *x* 3~5% 🔒\n'],
])('%s', (_name, targets, expected) => expect(writeText(article(...targets))).toBe(expected))

test('progress', () => {
  const seen: number[][] = []
  writeText(article(...Array.from({ length: 200 }, () => 'x')), { onProgress: (...at) => seen.push(at) })
  expect(seen).toEqual([
    [100, 200],
    [200, 200],
  ])
})
