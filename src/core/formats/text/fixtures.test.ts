import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readMarkdownArticle } from '../markdown/read.ts'
import { decodeText } from './decode.ts'
import { readPerLine, readTextArticle } from './read.ts'

const root = new URL('./fixtures/', import.meta.url)
const folders = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)

describe('golden cases', () => {
  test('there are some', () => expect(folders.length).toBeGreaterThanOrEqual(14))

  test.each(folders)('%s', (name) => {
    const folder = new URL(`${name}/`, root)
    const isMarkdown = existsSync(new URL('input.md.txt', folder))
    const input = readFileSync(new URL(isMarkdown ? 'input.md.txt' : 'input.txt', folder))
    const { text, ...decoded } = decodeText(input)
    const options = { split: 'auto', newline: decoded.newline } as const
    const articles =
      name === 'per-line'
        ? readPerLine(text, options)
        : [isMarkdown ? readMarkdownArticle(text, options) : readTextArticle(text, options)]
    const actual = { decoded, articles }
    const expected = new URL('expected.json', folder)
    if (process.env['UPDATE_FIXTURES'] === '1')
      writeFileSync(expected, `${JSON.stringify(actual, null, 2)}\n`)
    expect(actual).toEqual(JSON.parse(readFileSync(expected, 'utf8')))
  })
})
