import { expect, test } from 'vitest'
import type { BilingualArticle } from './bilingual.ts'
import { writeHtml } from './html/write.ts'
import { englishTitle } from './labels.ts'
import { writeMarkdown } from './markdown/write.ts'

const article = (headline: string): BilingualArticle => ({
  head: { title: '우한의 봄', headline, outlet: '', byline: '', dateline: '', sourceUrl: '', note: '' },
  paragraphs: [],
  exportedAt: '2026-03-09T05:12:30.000Z',
})

// The English alone is called by its headline; both languages together show both; without one the Korean title stands.
test.each([
  ['Spring in Wuhan', { text: 'Spring in Wuhan', script: 'en' }],
  ['  ', { text: '우한의 봄', script: 'ko' }],
] as const)('headline %j', (headline, title) => {
  expect(englishTitle(article(headline))).toEqual(title)
  const alone = writeHtml(article(headline), { layout: 'target' })
  expect(alone).toContain(`<title>${title.text}</title>`)
  expect(alone).toContain(`<h1 lang="${title.script}">${title.text}</h1>`)
  expect(writeMarkdown(article(headline), { layout: 'target' })).toContain(`\n# ${title.text}\n`)
  const both = writeHtml(article(headline), { layout: 'bilingual' })
  expect(both).toContain('<h1 lang="ko">우한의 봄</h1>')
  expect(both.includes('<h2 lang="en">')).toBe(headline.trim() !== '')
  expect(writeMarkdown(article(headline), { layout: 'bilingual' }).includes('\n## ')).toBe(
    headline.trim() !== '',
  )
})
