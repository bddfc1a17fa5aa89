import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { BilingualArticle } from './bilingual.ts'
import { writeHtml } from './html/write.ts'
import { writeMarkdown } from './markdown/write.ts'
import { writeText } from './text/write.ts'

const root = new URL('./fixtures/hand-over/', import.meta.url)
const folders = readdirSync(root)

const writers: [string, (article: BilingualArticle) => string][] = [
  // The style sheet is looked at, not compared.
  ['bilingual.html.txt', (article) => withoutStyle(writeHtml(article, { layout: 'bilingual' }))],
  ['target.html.txt', (article) => withoutStyle(writeHtml(article, { layout: 'target' }))],
  ['bilingual.md.txt', (article) => writeMarkdown(article, { layout: 'bilingual' })],
  ['target.md.txt', (article) => writeMarkdown(article, { layout: 'target' })],
  ['target.txt', (article) => writeText(article)],
]

const withoutStyle = (page: string): string => page.replace(/<style>[\s\S]*<\/style>/, '<style></style>')

// Those of DOCX are beside it.
describe('golden hand-overs', () => {
  test('there are some', () => expect(folders.length).toBeGreaterThanOrEqual(3))

  describe.each(folders)('%s', (name) => {
    const folder = new URL(`${name}/`, root)
    const article = JSON.parse(readFileSync(new URL('article.json', folder), 'utf8')) as BilingualArticle

    test.each(writers)('%s', (file, write) => {
      const expected = new URL(file, folder)
      const actual = write(article)
      if (process.env['UPDATE_FIXTURES'] === '1') writeFileSync(expected, actual)
      expect(existsSync(expected), `${file} is there`).toBe(true)
      expect(actual).toBe(readFileSync(expected, 'utf8'))
    })
  })
})
