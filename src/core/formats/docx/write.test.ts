import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { BilingualAnnotation, BilingualArticle } from '../bilingual.ts'
import { hasPlace, placelessNotes, storable } from '../spans.ts'
import { writeDocx } from './write.ts'

const fixture = (name: string): BilingualArticle =>
  JSON.parse(
    readFileSync(new URL(`../fixtures/hand-over/${name}/article.json`, import.meta.url), 'utf8'),
  ) as BilingualArticle

/** The parts of a zip without zip64, read from its central directory. */
function unzip(zip: Uint8Array): Map<string, string> {
  const bytes = Buffer.from(zip)
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  const parts = new Map<string, string>()
  let at = bytes.readUInt32LE(end + 16)
  for (let count = bytes.readUInt16LE(end + 10); count > 0; count--) {
    const [name, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ]
    const local = bytes.readUInt32LE(at + 42)
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
    const data = bytes.subarray(start, start + bytes.readUInt32LE(at + 20))
    const content = bytes.readUInt16LE(at + 10) === 0 ? data : inflateRawSync(data)
    parts.set(bytes.toString('utf8', at + 46, at + 46 + name), content.toString('utf8'))
    at += 46 + name + extra + comment
  }
  return parts
}

const has = (command: string, argument: string): boolean => spawnSync(command, [argument]).error === undefined

const decode = (xml: string): string =>
  xml
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')

/** The words inside each comment's range, by comment id, in the order of the document. */
function rangedWords(document: string): Map<number, string> {
  const words = new Map<number, string>()
  const open = new Set<number>()
  const tokens = /<w:comment(RangeStart|RangeEnd|Reference) w:id="(\d+)"\/>|<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g
  for (const [, edge, id, text] of document.matchAll(tokens)) {
    if (edge === 'RangeStart') {
      open.add(Number(id))
      words.set(Number(id), '')
    } else if (edge === 'RangeEnd') {
      if (!open.delete(Number(id))) throw new Error(`range ${id} ends without a start`)
    } else if (edge === 'Reference') {
      if (!words.has(Number(id)) || open.has(Number(id))) throw new Error(`reference ${id} out of place`)
    } else for (const one of open) words.set(one, (words.get(one) ?? '') + decode(text ?? ''))
  }
  if (open.size > 0) throw new Error('a range without an end')
  return words
}

function comments(xml: string): { id: number; date: string; author: string; text: string }[] {
  return [...xml.matchAll(/<w:comment ([^>]*)>([\s\S]*?)<\/w:comment>/g)].map(
    ([, attributes = '', body = '']) => ({
      id: Number(/w:id="(\d+)"/.exec(attributes)?.[1]),
      date: /w:date="([^"]*)"/.exec(attributes)?.[1] ?? '',
      author: /w:author="([^"]*)"/.exec(attributes)?.[1] ?? '',
      text: body
        .split('</w:p>')
        .slice(0, -1)
        .map((paragraph) =>
          [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)]
            .map(([, text = '']) => decode(text))
            .join(''),
        )
        .join('\n'),
    }),
  )
}

const part = (parts: Map<string, string>, path: string): string => {
  const text = parts.get(path)
  if (text === undefined) throw new Error(`no ${path}`)
  return text
}

async function written(article: BilingualArticle, layout: 'bilingual' | 'target' = 'bilingual') {
  return unzip(await writeDocx(article, { layout }))
}

describe('comments', () => {
  test('each stands on exactly its words, replies on the same, in threads', async () => {
    for (const name of ['laboratory', 'hostile']) {
      const article = fixture(name)
      const parts = await written(article)
      const ranges = rangedWords(part(parts, 'word/document.xml'))
      const list = comments(part(parts, 'word/comments.xml'))
      const placed = article.paragraphs.flatMap((paragraph) =>
        paragraph.annotations.filter((annotation) => hasPlace(annotation, paragraph)),
      )
      expect(list).toHaveLength(placed.reduce((sum, { replies }) => sum + 1 + replies.length, 0))
      expect(ranges.size).toBe(list.length)
      expect(list.every(({ author }) => author === 'Naranhi')).toBe(true)
      for (const annotation of placed) {
        const first = annotation.body.split('\n')[0] ?? ''
        const found = list.filter(
          ({ id, text }) => ranges.get(id) === storable(annotation.quote) && text.includes(storable(first)),
        )
        expect(found.length, annotation.quote).toBeGreaterThanOrEqual(1)
      }
    }
  })

  test('kind, state, lines, languages and dates', async () => {
    const parts = await written(fixture('laboratory'))
    const list = comments(part(parts, 'word/comments.xml'))
    const texts = list.map(({ text }) => text)
    expect(texts).toContain('Number (resolved) 본문 5번 단락에는 “열두 곳”으로 나온다.\n같은 수로 통일할 것.')
    expect(texts).toContain('Question «당국» могло бы означать и провинцию.\nBelegt?')
    expect(texts).toContain('Agreed, keep the figure.')
    expect(texts).toContain('Number')
    expect(list[0]?.date).toBe('2026-03-04T01:20:00.000Z')
    const threads = part(parts, 'word/commentsExtended.xml')
    expect(threads.match(/<w15:commentEx /g)).toHaveLength(list.length)
    expect(threads.match(/w15:paraIdParent=/g)).toHaveLength(2)
    expect(threads.match(/w15:done="1"/g)).toHaveLength(4)
  })

  test('a date that is none does not stop the hand-over', async () => {
    const article = fixture('laboratory')
    for (const annotation of article.paragraphs.flatMap((paragraph) => paragraph.annotations))
      annotation.createdAt = 'yesterday'
    const parts = await written({ ...article, exportedAt: 'today' })
    expect(part(parts, 'word/comments.xml')).toContain('1970-01-01')
  })

  test('what has lost its words stands at the end, with its replies', async () => {
    const article = fixture('laboratory')
    const document = part(await written(article), 'word/document.xml')
    const end = document.slice(document.indexOf('Notes without a place'))
    expect(placelessNotes(article)).toHaveLength(1)
    for (const text of [
      '“제도를 실시한”',
      '원문이 고쳐지기 전의 표현에 단 메모.',
      '원문 수정 뒤에도 남겨 둠.',
    ])
      expect(end).toContain(text)
  })

  test('any spans, overlapping as they like', async () => {
    const source = '우한(武漢)은 𠮷 <a> & 2조 원 “끝”'
    const span = fc
      .tuple(fc.nat(source.length - 1), fc.integer({ min: 1, max: source.length }))
      .map(([start, length]) => ({ start, end: Math.min(source.length, start + length) }))
      // A span through the middle of a surrogate pair cannot be said in XML.
      .filter(({ start, end }) => source.slice(start, end).isWellFormed())
    await fc.assert(
      fc.asyncProperty(fc.array(span, { minLength: 1, maxLength: 8 }), async (spans) => {
        const annotations = spans.map(({ start, end }, index): BilingualAnnotation => ({
          id: index + 1,
          side: 'source',
          start,
          end,
          quote: source.slice(start, end),
          kind: 'note',
          body: `body ${index}.`,
          resolved: false,
          orphaned: false,
          replies: [],
          createdAt: '2026-01-01T00:00:00Z',
        }))
        const parts = await written(oneParagraph(source, annotations))
        const ranges = rangedWords(part(parts, 'word/document.xml'))
        const list = comments(part(parts, 'word/comments.xml'))
        expect(list).toHaveLength(annotations.length)
        for (const { body, quote } of annotations)
          expect(ranges.get(list.find(({ text }) => text.endsWith(` ${body}`))?.id ?? -1)).toBe(quote)
      }),
      { seed: 20260309, numRuns: 40 },
    )
  })
})

function oneParagraph(source: string, annotations: BilingualAnnotation[] = []): BilingualArticle {
  return {
    head: { title: '제목', headline: '', outlet: '', byline: '', dateline: '', sourceUrl: '', note: '' },
    paragraphs: [{ id: 1, number: 1, source, target: 'Text.', status: 'draft', locked: false, annotations }],
    exportedAt: '2026-03-09T05:12:30.000Z',
  }
}

describe('golden hand-overs', () => {
  /** Line by line, so that a change shows where it is. */
  const shown = (parts: Map<string, string>): string =>
    ['word/document.xml', 'word/comments.xml', 'word/commentsExtended.xml', 'docProps/core.xml']
      .filter((path) => parts.has(path))
      .map(
        (path) =>
          `${path}\n${part(parts, path)
            .replace(/ xmlns:\w+="[^"]*"/g, '')
            .replaceAll('><', '>\n<')}\n`,
      )
      .join('\n')

  test.each(['laboratory', 'hostile', 'empty'])('%s', async (name) => {
    for (const layout of ['bilingual', 'target'] as const) {
      const expected = new URL(`../fixtures/hand-over/${name}/${layout}.docx.txt`, import.meta.url)
      const actual = shown(await written(fixture(name), layout))
      if (process.env['UPDATE_FIXTURES'] === '1') writeFileSync(expected, actual)
      expect(existsSync(expected), `${expected.pathname} is there`).toBe(true)
      expect(actual).toBe(readFileSync(expected, 'utf8'))
    }
  })
})

describe('the page', () => {
  test('fonts and languages on every run of text', async () => {
    for (const layout of ['bilingual', 'target'] as const) {
      const document = part(await written(fixture('laboratory'), layout), 'word/document.xml')
      const runs = [...document.matchAll(/<w:r>(?:(?!<\/w:r>)[\s\S])*<w:t[ >][\s\S]*?<\/w:r>/g)].map(
        ([run]) => run,
      )
      expect(runs.length).toBeGreaterThan(8)
      for (const run of runs) {
        expect(run).toMatch(/<w:rFonts [^>]*w:eastAsia="(?:Malgun Gothic|Segoe UI Symbol)"/)
        if (!run.includes('Segoe UI Symbol'))
          expect(run).toMatch(/<w:lang w:val="en-US" w:eastAsia="ko-KR"\/>/)
      }
      const korean = runs.filter((run) => /[가-힣]/.test(run) && run.includes('hint="eastAsia"'))
      expect(korean.length).toBeGreaterThan(2)
    }
  })

  test('a fixed table with a repeated head, rows that stay whole unless they are long', async () => {
    const article = fixture('laboratory')
    const last = article.paragraphs.at(-1)
    if (last === undefined) throw new Error('no paragraphs')
    last.source = '시는 공동 실험실을 늘릴 계획이다. '.repeat(60)
    const document = part(await written(article), 'word/document.xml')
    expect(document.match(/<w:tblHeader\/>/g)).toHaveLength(1)
    expect(document).toContain('<w:tblLayout w:type="fixed"/>')
    const grid = [...document.matchAll(/<w:gridCol w:w="(\d+)"\/>/g)].map(([, width]) => Number(width))
    expect(grid).toHaveLength(3)
    const rows = document.split('<w:tr>').slice(1)
    expect(rows).toHaveLength(article.paragraphs.length + 1)
    for (const row of rows)
      expect(
        [...row.matchAll(/<w:tcW w:type="dxa" w:w="(\d+)"\/>/g)].map(([, width]) => Number(width)),
      ).toEqual(grid)
    const whole = rows.map((row) => /<w:cantSplit\/>/.test(row))
    expect(whole).toEqual([...rows.slice(1).map(() => true), false])
  })

  test('title block and footer say what is known', async () => {
    const parts = await written(fixture('laboratory'))
    const text = decode(part(parts, 'word/document.xml').replace(/<[^>]*>/g, ''))
    for (const expected of [
      '나란히경제 · 편집부 · 2026-03-04',
      'https://example.org/articles/2026/0304',
      '144 어절 · 609 characters → 157 words',
      '3 of 8 paragraphs confirmed · exported 2026-03-09 05:12 UTC',
      '3월 10일 오전까지 송고.',
    ])
      expect(text).toContain(expected)
    expect(part(parts, 'word/footer1.xml')).toContain('NUMPAGES')
    expect(part(parts, 'docProps/core.xml')).toContain('>2026-03-09T05:12:30Z<')
  })

  test('the address of the source is a link', async () => {
    const parts = await written(fixture('laboratory'))
    const id = /<w:hyperlink [^>]*r:id="([^"]+)"/.exec(part(parts, 'word/document.xml'))?.[1]
    const link = [...part(parts, 'word/_rels/document.xml.rels').matchAll(/<Relationship [^>]*>/g)]
      .map(([relationship]) => relationship)
      .filter((relationship) => relationship.includes(`Id="${id}"`))
    expect(link).toHaveLength(1)
    expect(link[0]).toContain('Target="https://example.org/articles/2026/0304"')
    expect(link[0]).toContain('TargetMode="External"')
  })

  test('an address that is not http or https is text and no link', async () => {
    const parts = await written(fixture('hostile'))
    expect(part(parts, 'word/document.xml')).toContain('javascript:alert(1)')
    expect([...parts].filter(([path]) => path.endsWith('.rels')).join()).not.toContain('javascript')
  })

  test('target only: no table, no comments, gaps marked', async () => {
    const parts = await written(fixture('laboratory'), 'target')
    const document = part(parts, 'word/document.xml')
    expect(document).not.toMatch(/<w:tbl>|<w:comment/)
    expect(parts.has('word/comments.xml')).toBe(false)
    expect(document.match(/<w:highlight w:val="yellow"\/>/g)).toHaveLength(2)
    expect(document).toContain('[untranslated: 다만 전문가들은')
    expect(document).toContain('2 of 8 paragraphs are untranslated')
    expect(document.replaceAll(/\[untranslated: [^\]]*\]/g, '')).not.toContain('허페이시')
  })

  test('the same article, the same bytes', async () => {
    const first = await writeDocx(fixture('laboratory'), { layout: 'bilingual' })
    await new Promise((resolve) => setTimeout(resolve, 2_100))
    expect(Buffer.compare(first, await writeDocx(fixture('laboratory'), { layout: 'bilingual' }))).toBe(0)
  })

  test('progress to the end, and an error in it ends the writing', async () => {
    const article = oneParagraph('가')
    const [paragraph] = article.paragraphs
    if (paragraph === undefined) throw new Error('no paragraphs')
    article.paragraphs = Array.from({ length: 250 }, (_, index) => ({ ...paragraph, number: index + 1 }))
    const seen: number[][] = []
    await writeDocx(article, { layout: 'target', onProgress: (done, total) => seen.push([done, total]) })
    expect(seen).toEqual([
      [100, 250],
      [200, 250],
      [250, 250],
    ])
    const stop = () => {
      throw new Error('cancelled')
    }
    await expect(writeDocx(article, { layout: 'target', onProgress: stop })).rejects.toThrow('cancelled')
  })
})

describe('other programs', () => {
  let folder = ''
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'naranhi-docx-'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('every part is well-formed XML', async (context) => {
    if (!has('xmllint', '--version')) {
      console.warn('SKIPPED: xmllint is not installed, well-formedness of DOCX parts was not checked')
      return context.skip()
    }
    for (const name of ['laboratory', 'hostile', 'empty'])
      for (const layout of ['bilingual', 'target'] as const) {
        const parts = await written(fixture(name), layout)
        expect(parts.size).toBeGreaterThan(8)
        const files = [...parts].map(([path, text], index) => {
          const file = join(folder, `${index}-${path.replaceAll('/', '_')}`)
          writeFileSync(file, text)
          return file
        })
        expect(execFileSync('xmllint', ['--noout', '--nonet', ...files], { encoding: 'utf8' })).toBe('')
      }
  })

  test('LibreOffice makes a PDF with all the text', { timeout: 180_000 }, async (context) => {
    if (!has('soffice', '--version') || !has('pdftotext', '-v')) {
      console.warn('SKIPPED: soffice or pdftotext is not installed, the DOCX was not opened in LibreOffice')
      return context.skip()
    }
    const article = fixture('laboratory')
    for (const layout of ['bilingual', 'target'] as const) {
      const file = join(folder, `${layout}.docx`)
      writeFileSync(file, await writeDocx(article, { layout }))
      const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
      execFileSync('soffice', ['--headless', profile, '--convert-to', 'pdf', '--outdir', folder, file], {
        timeout: 120_000,
        stdio: 'ignore',
      })
      const pdf = file.replace(/docx$/, 'pdf')
      // In a column of the bilingual table text is cut into lines: compare without blanks, cell by cell.
      const text = execFileSync('pdftotext', ['-raw', pdf, '-'], { encoding: 'utf8' }).replace(/\s+/g, '')
      for (const { source, target } of article.paragraphs) {
        if (layout === 'bilingual' || target === '') expect(text).toContain(source.replace(/\s+/g, ''))
        expect(text).toContain(target.replace(/\s+/g, ''))
      }
    }
  })
})
