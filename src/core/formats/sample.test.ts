import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ANNOTATION_KINDS } from '#core/model/annotation.ts'
import type { AnnotationKind, Side } from '#core/model/annotation.ts'
import { PARAGRAPH_STATUSES } from '#core/model/article.ts'
import type { ArticleHead, ParagraphStatus } from '#core/model/article.ts'
import { TERM_STATUSES } from '#core/model/term.ts'
import type { Term } from '#core/model/term.ts'

interface SampleParagraph {
  source: string
  target: string
  status: ParagraphStatus
  locked?: true
}
interface SampleAnnotation {
  paragraph: number
  side: Side
  quote: string
  /** From 1; needed only where the quotation stands more than once. */
  occurrence?: number
  kind: AnnotationKind
  body: string
  resolved?: true
  replies?: string[]
}
interface SampleArticle {
  head: ArticleHead
  paragraphs: SampleParagraph[]
  annotations: SampleAnnotation[]
}
interface SampleProject {
  project: { name: string }
  glossary: { name: string; terms: Pick<Term, 'source' | 'target' | 'status' | 'domain' | 'note'>[] }
  articles: SampleArticle[]
}

const raw = readFileSync(new URL('../../../resources/sample/project.json', import.meta.url), 'utf8')
const sample = JSON.parse(raw) as SampleProject
const { articles } = sample
const terms = sample.glossary.terms
const paragraphs = articles.flatMap((article) => article.paragraphs)
const translated = paragraphs.filter((paragraph) => paragraph.target !== '')
const confirmed = paragraphs.filter((paragraph) => paragraph.status === 'confirmed')
const untranslated = paragraphs.filter((paragraph) => paragraph.status === 'untranslated')
const byTitle = articles.map((article) => [article.head.title, article] as const)

const keysOf = (value: object) => Object.keys(value).sort()

describe('the shape', () => {
  it('is NFC, without line breaks, tabs, invisible characters or stray space in any text', () => {
    expect(raw.normalize('NFC')).toBe(raw)
    const texts = [
      ...paragraphs.flatMap((paragraph) => [paragraph.source, paragraph.target]),
      ...terms.flatMap((term) => [term.source, term.target, term.note]),
      ...articles.flatMap((article) => [
        ...Object.values(article.head),
        ...article.annotations.flatMap((annotation) => [annotation.body, ...(annotation.replies ?? [])]),
      ]),
    ]
    for (const text of texts) {
      expect(text).not.toMatch(/[\p{Cc}\p{Cf}\u00a0\u2028\u2029]/u)
      expect(text).not.toMatch(/^\s|\s$|\s\s/)
    }
  })

  it('has the agreed keys and values from the model', () => {
    expect(keysOf(sample)).toEqual(['articles', 'glossary', 'project'])
    for (const article of articles) {
      expect(keysOf(article)).toEqual(['annotations', 'head', 'paragraphs'])
      expect(keysOf(article.head)).toEqual(['byline', 'dateline', 'note', 'outlet', 'sourceUrl', 'title'])
      for (const paragraph of article.paragraphs) {
        expect(keysOf(paragraph).filter((key) => key !== 'locked')).toEqual(['source', 'status', 'target'])
        expect(PARAGRAPH_STATUSES).toContain(paragraph.status)
        expect([undefined, true]).toContain(paragraph.locked)
      }
    }
    for (const term of terms) {
      expect(keysOf(term)).toEqual(['domain', 'note', 'source', 'status', 'target'])
      expect(TERM_STATUSES).toContain(term.status)
    }
  })

  it.each(byTitle)('%s: a head that says it is a sample, and 8 to 20 paragraphs', (_title, article) => {
    const { head } = article
    expect(head).toMatchObject({ outlet: '나란히 견본', byline: '나란히 편집부', sourceUrl: '' })
    expect(new Date(`${head.dateline}T00:00:00Z`).toISOString().slice(0, 10)).toBe(head.dateline)
    expect(head.note).toMatch(/견본 기사.*Sample article/)
    expect(article.paragraphs.length).toBeGreaterThanOrEqual(8)
    expect(article.paragraphs.length).toBeLessThanOrEqual(20)
    for (const { source } of article.paragraphs) {
      expect(source).toMatch(/[가-힣]/)
      expect(source).toMatch(/다\.$/)
      expect(source.match(/다\.(?=\s|$)/g)?.length ?? 0).toBeLessThanOrEqual(3)
    }
  })

  it.each(byTitle)('%s: untranslated means an empty target and nothing else does', (_title, article) => {
    for (const { target, status, locked } of article.paragraphs) {
      expect(target === '').toBe(status === 'untranslated')
      if (locked) expect(status).toBe('confirmed')
    }
  })

  it('has one article half translated, one fully confirmed and the others untouched', () => {
    const progress = articles.map(({ paragraphs: own }) => {
      const share = own.filter(({ status }) => status === 'confirmed').length / own.length
      return share === 1
        ? 'confirmed'
        : share === 0
          ? 'untouched'
          : share > 0.4 && share < 0.6
            ? 'half'
            : share
    })
    expect(progress.sort()).toEqual(['confirmed', 'half', 'untouched', 'untouched'])
    const drafts = paragraphs.filter(({ status }) => status === 'draft')
    expect(drafts.length).toBeGreaterThanOrEqual(1)
    expect(drafts.length).toBeLessThanOrEqual(2)
    expect(paragraphs.filter(({ locked }) => locked)).toHaveLength(1)
  })
})

describe('the annotations', () => {
  const all = articles.flatMap((article) =>
    article.annotations.map((annotation) => {
      const paragraph = article.paragraphs[annotation.paragraph - 1]
      const text = paragraph?.[annotation.side] ?? ''
      const places = text.split(annotation.quote).length - 1
      let start = -1
      for (let n = 0; n < (annotation.occurrence ?? 1); n++) {
        start = text.indexOf(annotation.quote, start + 1)
      }
      return { annotation, paragraph, places, start, end: start + annotation.quote.length }
    }),
  )

  it.each(all)(
    '$annotation.kind “$annotation.quote” is found where it says',
    ({ annotation, places, start }) => {
      expect(ANNOTATION_KINDS).toContain(annotation.kind)
      expect(['source', 'target']).toContain(annotation.side)
      expect(annotation.quote).not.toBe('')
      expect(annotation.body).not.toBe('')
      expect(start).toBeGreaterThanOrEqual(0)
      if (annotation.occurrence === undefined) expect(places).toBe(1)
    },
  )

  it('show every kind, both sides, both languages, a resolved one and one with replies', () => {
    expect(all.length).toBeGreaterThanOrEqual(8)
    expect(all.length).toBeLessThanOrEqual(10)
    expect(new Set(all.map(({ annotation }) => annotation.kind))).toEqual(new Set(ANNOTATION_KINDS))
    expect(new Set(all.map(({ annotation }) => annotation.side)).size).toBe(2)
    expect(all.some(({ annotation }) => annotation.resolved)).toBe(true)
    expect(all.some(({ annotation }) => (annotation.replies ?? []).length > 0)).toBe(true)
    expect(all.some(({ annotation }) => /[가-힣]/.test(annotation.body))).toBe(true)
    expect(all.some(({ annotation }) => /[a-z]{3}/.test(annotation.body))).toBe(true)
  })

  it('overlap without containing each other at least once', () => {
    const crossing = all.filter((one) =>
      all.some(
        (other) =>
          other.paragraph === one.paragraph &&
          other.annotation.side === one.annotation.side &&
          one.start < other.start &&
          other.start < one.end &&
          one.end < other.end,
      ),
    )
    expect(crossing.length).toBeGreaterThanOrEqual(1)
  })
})

describe('the glossary', () => {
  it('has 45 to 70 terms, each pair once, in all four statuses', () => {
    expect(terms.length).toBeGreaterThanOrEqual(45)
    expect(terms.length).toBeLessThanOrEqual(70)
    expect(new Set(terms.map(({ source, target }) => `${source}\t${target}`)).size).toBe(terms.length)
    expect(new Set(terms.map(({ status }) => status))).toEqual(new Set(TERM_STATUSES))
    for (const { target, domain } of terms) {
      expect(target).toMatch(/^[\p{Script=Latin} ’-]+$/u)
      expect(['place', 'institution', 'company', 'economy', 'technology', 'logistics']).toContain(domain)
    }
  })

  it.each(terms.map(({ source }) => source))(
    '%s occurs in an article and has one preferred target',
    (source) => {
      expect(paragraphs.some((paragraph) => paragraph.source.includes(source))).toBe(true)
      expect(terms.filter((term) => term.source === source && term.status === 'preferred')).toHaveLength(1)
    },
  )

  it('tells in each deprecated or forbidden term what to write instead', () => {
    const unwanted = terms.filter(({ status }) => status === 'deprecated' || status === 'forbidden')
    expect(unwanted.length).toBeGreaterThanOrEqual(4)
    for (const { source, note } of unwanted) {
      const preferred = terms.find((term) => term.source === source && term.status === 'preferred')
      expect(note).toContain(`Write ${preferred?.target ?? '?'}.`)
    }
  })

  it('is followed by every translation', () => {
    for (const { source, target } of translated) {
      const written = target.toLowerCase()
      for (const expression of new Set(terms.map((term) => term.source))) {
        if (!source.includes(expression)) continue
        const own = terms.filter((term) => term.source === expression)
        const [good, bad] = [own.filter(isWanted), own.filter((term) => !isWanted(term))]
        expect(
          good.some((term) => written.includes(term.target.toLowerCase())),
          `${expression} in “${target}”`,
        ).toBe(true)
        expect(bad.some((term) => written.includes(term.target.toLowerCase()))).toBe(false)
      }
    }
  })
})

describe('the amounts', () => {
  it.each(byTitle)('%s: one rate from yuan to dollars to won throughout', (_title, article) => {
    const conversions = article.paragraphs.flatMap(({ source }) => conversionsIn(source))
    expect(conversions.length).toBeGreaterThanOrEqual(3)
    for (const { from, dollars, won } of conversions) {
      if (from.unit === '위안') {
        expect(from.value / dollars).toBeGreaterThan(7.0)
        expect(from.value / dollars).toBeLessThan(7.2)
      }
      if (won !== undefined) expect(Math.abs(won / dollars / 1440 - 1)).toBeLessThan(0.01)
    }
  })

  it('of the source stand in the translation in house style', () => {
    let seen = 0
    for (const { source, target } of translated) {
      for (const { value, unit } of amountsIn(source)) {
        expect(target).toContain(houseStyle(value, unit))
        seen += 1
      }
    }
    expect(seen).toBeGreaterThanOrEqual(15)
  })

  it('keep percentages and quotations', () => {
    for (const { source, target } of translated) {
      for (const [, figure = '', point] of source.matchAll(/(\d[\d.]*)%(p?)/g)) {
        if (source.includes(`${figure}%대`)) continue
        expect(target).toContain(point ? `${figure} percentage points` : `${figure}%`)
      }
      expect((target.match(/“/g) ?? []).length).toBe((source.match(/“/g) ?? []).length)
      expect((target.match(/”/g) ?? []).length).toBe((source.match(/”/g) ?? []).length)
    }
  })
})

describe('the memory', () => {
  const best = articles.map((article) =>
    article.paragraphs
      .filter((paragraph) => untranslated.includes(paragraph))
      .map(({ source }) => Math.max(...confirmed.map((unit) => similarity(unit.source, source)))),
  )

  it('finds exact and near matches for at least three articles', () => {
    const exact = best.map((scores) => scores.filter((score) => score === 100).length)
    const near = best.map((scores) => scores.filter((score) => score >= 60 && score < 100).length)
    expect(exact.filter((count) => count > 0).length).toBe(3)
    expect(near.filter((count) => count > 0).length).toBe(3)
    expect(Math.max(...exact)).toBeGreaterThanOrEqual(2)
    expect(Math.max(...near)).toBeGreaterThanOrEqual(2)
  })

  it('has a confirmed sentence inside a longer untranslated paragraph', () => {
    const inside = untranslated.filter(({ source }) =>
      confirmed.some((unit) => source !== unit.source && source.includes(unit.source)),
    )
    expect(inside.length).toBeGreaterThanOrEqual(1)
  })
})

describe('the wording', () => {
  const newsroom = new URL('../../../../shared/samples/articles-ko.txt', import.meta.url)
  const present = existsSync(newsroom)
  if (!present) console.warn('SKIPPED: no newsroom articles beside the project to compare the sample with')

  it.skipIf(!present)('is our own: no sentence of the newsroom articles', () => {
    const newsroomText = readFileSync(newsroom, 'utf8').normalize('NFC')
    expect(sentencesOf(newsroomText).length).toBeGreaterThan(20)
    expect(sharedSentences(paragraphs.map(({ source }) => source).join('\n'), newsroomText)).toEqual([])
  })

  it('would be caught borrowing', () => {
    const borrowed = '허페이는 20여 년 전만 해도 조용한 내륙 도시였다.'
    expect(sharedSentences(`어제다. ${borrowed}`, `[나란히] ${borrowed} 지금은 다르다.`)).toEqual([borrowed])
    expect(sharedSentences(`앞말 ${borrowed}`, `${borrowed} 지금은 다르다.`)).toEqual([borrowed])
  })
})

function isWanted({ status }: { status: Term['status'] }): boolean {
  return status === 'preferred' || status === 'admitted'
}

/** Sentences of more than 15 characters, cut roughly: enough to compare, not the project's sentence cutter. */
function sentencesOf(text: string): string[] {
  return text
    .split(/(?<=다\.)\s+|\n/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence.length > 15)
}

/** Sentences of either text that stand in the other, whatever stands before or after them. */
function sharedSentences(one: string, other: string): string[] {
  const shared = [
    ...sentencesOf(one).filter((sentence) => other.includes(sentence)),
    ...sentencesOf(other).filter((sentence) => one.includes(sentence)),
  ]
  return [...new Set(shared)]
}

interface Amount {
  value: number
  unit: string
}

/** Reads `2조 1,300억`, `8만 4,500`, `35억 5,000만`; a reader of its own, so that the sample tests the project's. */
function valueOf(figures: string): number {
  const scales: Record<string, number> = { 조: 1e12, 억: 1e8, 만: 1e4 }
  let value = 0
  for (const [, digits = '', scale = ''] of figures.matchAll(/(\d[\d,.]*)(조|억|만)?/g)) {
    value += Number(digits.replaceAll(',', '')) * (scales[scale] ?? 1)
  }
  return value
}

const AMOUNT = /((?:\d[\d,.]*(?:조|억|만)?\s?)+)(위안|달러|원)/g

function amountsIn(text: string): Amount[] {
  return [...text.matchAll(AMOUNT)].map(([, figures = '', unit = '']) => ({ value: valueOf(figures), unit }))
}

/** `X 위안(약 Y 달러, 약 Z 원)`, `X 위안(약 Y 달러)` and `X 달러(약 Z 원)`. */
function conversionsIn(text: string): { from: Amount; dollars: number; won: number | undefined }[] {
  return [...text.matchAll(/([\d,.조억만 ]+(?:위안|달러))\(([^)]*)\)/g)].flatMap(
    ([, first = '', aside = '']) => {
      const [from] = amountsIn(first)
      if (!from) return []
      const others = amountsIn(aside)
      const dollars = from.unit === '달러' ? from.value : others.find(({ unit }) => unit === '달러')?.value
      return dollars === undefined
        ? []
        : [{ from, dollars, won: others.find(({ unit }) => unit === '원')?.value }]
    },
  )
}

function houseStyle(value: number, unit: string): string {
  const [size, word] =
    value >= 1e12
      ? [1e12, ' trillion']
      : value >= 1e9
        ? [1e9, ' billion']
        : value >= 1e6
          ? [1e6, ' million']
          : [1, '']
  const figures = `${(value / size).toLocaleString('en-US', { maximumFractionDigits: 2 })}${word}`
  return unit === '달러' ? `$${figures}` : unit === '원' ? `${figures} won` : `${figures} yuan`
}

/** Levenshtein similarity over code points, 0–100, as a translation memory counts it. */
function similarity(one: string, other: string): number {
  const [a, b] = [[...one], [...other]]
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (const [i, left] of a.entries()) {
    const next = [i + 1]
    for (const [j, right] of b.entries()) {
      const replaced = (row[j] ?? 0) + (left === right ? 0 : 1)
      next.push(Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1))
    }
    row = next
  }
  return 100 * (1 - (row[b.length] ?? 0) / Math.max(a.length, b.length, 1))
}
