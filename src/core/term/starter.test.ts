import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type MatchableTerm, PARTS_OF_SPEECH, TERM_STATUSES } from '#core/model/term.ts'
import { chineseSyllables } from '../korean/chinese-syllables.ts'
import { buildMatcher, findTerms } from './matcher.ts'

const COLUMNS = [
  'source',
  'target',
  'variants',
  'partOfSpeech',
  'status',
  'domain',
  'definition',
  'note',
  'url',
] as const
type Entry = Record<(typeof COLUMNS)[number], string>

const raw = readFileSync(new URL('../../../resources/glossary/starter.tsv', import.meta.url), 'utf8')
const lines = raw.split('\n')
const entries = lines.slice(1, -1).map((line): Entry => {
  const cells = line.split('\t')
  return Object.fromEntries(COLUMNS.map((column, place) => [column, cells[place] ?? ''])) as Entry
})
const variantsOf = (entry: Entry): string[] => entry.variants.split(';').filter((variant) => variant !== '')
const sayings = (list: readonly Entry[]): string[] => list.map(({ source, target }) => `${source} ${target}`)
const repeated = (list: readonly string[]): string[] =>
  list.filter((one, place) => list.indexOf(one) !== place)

const HAN = /\p{Script=Han}/u
const CHINESE_DOMAINS = [
  'region',
  'city',
  'place',
  'state organ',
  'party',
  'people',
  'company',
  'stock market',
]
/** Names that reached Chinese from another language keep their own English. */
const NOT_FROM_CHINESE = [
  '하얼빈',
  '치치하얼',
  '후허하오터',
  '어얼둬쓰',
  '후룬베이얼',
  '라싸',
  '르카쩌',
  '우루무치',
  '커라마이',
  '투루판',
  '하미',
]

describe('the file', () => {
  it('has the agreed header, nine cells a line and a line end at the end', () => {
    expect(lines[0]).toBe(COLUMNS.join('\t'))
    expect(lines.at(-1)).toBe('')
    expect(lines.slice(0, -1).filter((line) => line.split('\t').length !== 9)).toEqual([])
    expect(entries.length).toBeGreaterThanOrEqual(600)
  })

  it('is NFC, without invisible characters or stray space', () => {
    expect(raw.normalize('NFC')).toBe(raw)
    expect(raw).not.toMatch(/[\p{Cf}\u00a0\u2028\u2029\r]/u)
    expect(lines.filter((line) => / {2}|^ | $|\t | \t/.test(line))).toEqual([])
    const parts = entries.flatMap(({ variants }) => (variants === '' ? [] : variants.split(';')))
    expect(parts.filter((part) => part === '' || part.trim() !== part)).toEqual([])
  })

  it('is sorted by domain, source, status and target', () => {
    const rank = (entry: Entry) => [
      entry.domain,
      entry.source,
      String(TERM_STATUSES.indexOf(entry.status as (typeof TERM_STATUSES)[number])),
      entry.target,
    ]
    const ordered = (a: string[], b: string[]) => {
      const place = a.findIndex((cell, index) => cell !== b[index])
      return place < 0 || (a[place] ?? '') < (b[place] ?? '')
    }
    const misplaced = entries.filter((entry, at) => {
      const before = entries[at - 1]
      return before !== undefined && !ordered(rank(before), rank(entry))
    })
    expect(sayings(misplaced)).toEqual([])
  })
})

describe('every entry', () => {
  it('says source, target, part of speech, status and domain, with allowed values', () => {
    for (const entry of entries) {
      expect(PARTS_OF_SPEECH.filter((part) => part !== '')).toContain(entry.partOfSpeech)
      expect(TERM_STATUSES).toContain(entry.status)
      expect([entry.source, entry.target, entry.domain]).not.toContain('')
      expect(entry.url).toMatch(/^(?:https?:\/\/[a-z.-]+)?$/)
    }
  })

  it('has Korean in the source and none in the target', () => {
    expect(sayings(entries.filter(({ source }) => !/[가-힣]/u.test(source)))).toEqual([])
    expect(
      sayings(entries.filter(({ target }) => /[\p{Script=Hangul}\p{Script=Han}]/u.test(target))),
    ).toEqual([])
    expect(sayings(entries.filter(({ target }) => /['"]/.test(target)))).toEqual([])
  })

  it('stands once, and a source has one preferred target', () => {
    expect(repeated(sayings(entries))).toEqual([])
    const preferred = entries.filter(({ status }) => status === 'preferred')
    expect(repeated(preferred.map(({ source }) => source))).toEqual([])
    const without = entries.filter(({ source }) => !preferred.some((one) => one.source === source))
    expect(sayings(without)).toEqual([])
  })

  it('has variants of its own: no spelling belongs to two preferred entries', () => {
    const spellings = entries
      .filter(({ status }) => status === 'preferred')
      .flatMap((entry) => [entry.source, ...variantsOf(entry)])
    expect(repeated(spellings)).toEqual([])
  })
})

describe('Chinese names', () => {
  const names = entries.filter(
    ({ domain, partOfSpeech, status }) =>
      CHINESE_DOMAINS.includes(domain) && partOfSpeech === 'name' && status === 'preferred',
  )

  it('have Hanja, all of them', () => {
    expect(names.length).toBeGreaterThan(300)
    expect(sayings(names.filter((entry) => !variantsOf(entry).some((form) => HAN.test(form))))).toEqual([])
  })

  it('name all 33 regions of the mainland, Hong Kong and Macao, and at least 150 cities', () => {
    const regions = entries.filter(
      ({ domain, definition, status }) =>
        domain === 'region' &&
        (status === 'preferred' || definition !== '') &&
        /[rR]egion|[pP]rovince|municipality/.test(definition),
    )
    expect(regions.length).toBeGreaterThanOrEqual(33)
    expect(names.filter(({ domain }) => domain === 'city').length).toBeGreaterThanOrEqual(150)
  })

  it('of cities are spelled as Chinese sounds are, with a syllable for each character', () => {
    const cities = names.filter(({ domain }) => domain === 'city')
    const wrong = cities.filter((entry) => {
      const characters = variantsOf(entry).find((form) => HAN.test(form))?.length ?? 0
      const base = entry.source.replace(/(?<=..)시$/u, '')
      return ![entry.source, base].some((form) => {
        const least = chineseSyllables(form)
        return least > 0 && least <= characters && characters <= form.length
      })
    })
    expect(sayings(wrong)).toEqual([])
    const romanized = cities.filter(
      ({ source, target }) => !NOT_FROM_CHINESE.includes(source) && !/^[A-Z][a-z]+(?:’[a-z]+)?$/.test(target),
    )
    expect(sayings(romanized)).toEqual([])
  })

  it('that are written alike are found together, and the Hanja tell them apart', () => {
    const terms = entries.map((entry, id) => ({
      ...entry,
      id,
      variants: variantsOf(entry),
    })) as MatchableTerm[]
    const found = (text: string) =>
      findTerms(buildMatcher(terms), text).map(({ termIds }) => termIds.map((id) => terms[id]?.target))
    const both = ['Shanxi Province', 'Shaanxi Province']
    expect(found('산시성은')).toEqual([both])
    expect(found('산시성(陝西省)은')).toEqual([both, ['Shaanxi Province']])
    expect(found('산시성(山西省)은')).toEqual([both, ['Shanxi Province']])
    expect(found('陕西省에서')).toEqual([['Shaanxi Province']])
  })
})
