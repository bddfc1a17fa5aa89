import { describe, expect, test } from 'vitest'
import type { PartOfSpeech, TermStatus } from '../../model/term.ts'
import { MAX_TERMS } from './concept.ts'
import { isoDate } from './date.ts'
import { readAll } from './fixtures/readAll.ts'
import { MAX_DEPTH } from './read.ts'

const martif = (body: string): string =>
  `<martif type="TBX" xml:lang="en"><text><body>${body}</body></text></martif>`
const tig = (lang: string, term: string, rest = ''): string =>
  `<langSet xml:lang="${lang}"><tig><term>${term}</term>${rest}</tig></langSet>`
const entry = (rest: string, language = ''): string =>
  martif(`<termEntry>${language}${tig('ko', '훈춘')}${tig('en', 'Hunchun', rest)}</termEntry>`)

describe('what the words of other tools mean', () => {
  const statuses: [category: string, word: string, status: TermStatus][] = [
    ['administrativeStatus', 'preferredTerm-admn-sts', 'preferred'],
    ['administrativeStatus', 'admittedTerm-admn-sts', 'admitted'],
    ['administrativeStatus', 'deprecatedTerm-admn-sts', 'deprecated'],
    ['administrativeStatus', 'supersededTerm-admn-sts', 'deprecated'],
    ['administrativeStatus', 'preferred', 'preferred'],
    ['administrativeStatus', 'obsolete', 'deprecated'],
    ['administrativeStatus', 'forbidden', 'forbidden'],
    ['Administrative status', 'Forbidden', 'forbidden'],
    ['administrativeStatus', 'notRecommended', 'deprecated'],
    ['Usage', 'do not use', 'forbidden'],
    ['Status', 'Admitted term', 'admitted'],
    ['normativeAuthorization', 'standardizedTerm', 'preferred'],
    ['normativeAuthorization', 'deprecatedTerm', 'deprecated'],
    ['forbidden', 'true', 'forbidden'],
    ['forbidden', 'false', 'preferred'],
  ]
  test.each(statuses)('%s: %s', (category, word, status) => {
    const read = readAll(entry(`<termNote type="${category}">${word}</termNote>`))
    expect(read).toMatchObject({ error: null, notices: [], entries: [{ target: 'Hunchun', status }] })
  })

  const parts: [word: string, partOfSpeech: PartOfSpeech][] = [
    ['noun', 'noun'],
    ['properNoun', 'name'],
    ['Proper noun', 'name'],
    ['verb', 'verb'],
    ['Adjective', 'adjective'],
    ['adverb', 'other'],
    ['constructor', 'other'],
  ]
  test.each(parts)('part of speech: %s', (word, partOfSpeech) => {
    const read = readAll(entry(`<termNote type="partOfSpeech">${word}</termNote>`))
    expect(read.entries.map((found) => found.partOfSpeech)).toEqual([partOfSpeech])
  })

  test('the hardest of two words counts', () => {
    const rest =
      '<termNote type="normativeAuthorization">deprecatedTerm</termNote><termNote type="status">preferred</termNote>'
    expect(readAll(entry(rest)).entries[0]?.status).toBe('deprecated')
  })

  test('a status that means nothing here is said, once', () => {
    const strange = tig('en', 'x', '<termNote type="status">purple</termNote>')
    const both = `<termEntry>${tig('ko', '가')}${strange}</termEntry>`
    const read = readAll(martif(both + both))
    expect(read.entries.map((found) => found.status)).toEqual(['preferred', 'preferred'])
    expect(read.notices.map(({ code, detail }) => [code, detail])).toEqual([['unknown-status', 'purple']])
  })
})

test.each([
  ['ko', 'en', true],
  ['KO-kr', 'EN-us', true],
  ['ko_KR', 'en_GB', true],
  ['kor', 'eng', true],
  ['kok', 'en', false],
  ['ko', 'enm', false],
  ['zh-Hant', 'en', false],
])('languages %s and %s: %s', (korean, english, known) => {
  const read = readAll(martif(`<termEntry>${tig(english, 'Yanji')}${tig(korean, '옌지')}</termEntry>`))
  expect(read.entries.length).toBe(known ? 1 : 0)
  expect(read.notices.length).toBe(known ? 0 : 1)
})

test.each([
  ['2024-05-01', '2024-05-01T00:00:00.000Z'],
  ['2024-05-01T09:30:00+09:00', '2024-05-01T00:30:00.000Z'],
  ['2024-05-01T09:30:00.123456-0500', '2024-05-01T14:30:00.123Z'],
  ['20240501T093000Z', '2024-05-01T09:30:00.000Z'],
  ['2024-05-01 09:30', '2024-05-01T09:30:00.000Z'],
  ['2024-02-30', ''],
  ['2024-13-01', ''],
  ['May 2024', ''],
  ['', ''],
])('the date %s', (text, iso) => {
  expect(isoDate(text)).toBe(iso)
})

test('what a language says holds for its terms, what a term says goes first', () => {
  const read = readAll(
    martif(
      '<termEntry><xref type="externalCrossReference" target="https://example.org/all"/>' +
        '<langSet xml:lang="ko"><descrip type="subjectField">지리</descrip><tig><term>만</term></tig></langSet>' +
        '<langSet xml:lang="en"><note>coastal</note><termNote type="status">admitted</termNote>' +
        '<tig><term>bay</term></tig><tig><term>gulf</term><termNote type="status">preferred</termNote>' +
        '<xref type="xSource" target="https://example.org/gulf">x</xref></tig></langSet></termEntry>',
    ),
  )
  expect(read.entries).toMatchObject([
    { target: 'bay', status: 'admitted', domain: '지리', note: 'coastal', url: 'https://example.org/all' },
    { target: 'gulf', status: 'preferred', domain: '지리', note: 'coastal', url: 'https://example.org/gulf' },
  ])
})

test.each(['javascript:alert(1)', 'file:///etc/passwd', 'page 12'])('%s is no address', (target) => {
  const read = readAll(entry(`<xref type="externalCrossReference" target="${target}">see</xref>`))
  expect(read.entries).toMatchObject([{ url: '' }])
  expect(read.notices.map((notice) => notice.detail)).toEqual(['externalCrossReference'])
})

describe('what is refused', () => {
  const refusals: [name: string, text: string, code: string, line: number, column: number][] = [
    ['nothing', '', 'malformed', 1, 1],
    ['plain text', '훈춘\tHunchun', 'malformed', 1, 1],
    ['a page', '\n<html></html>', 'unknown-format', 2, 1],
    ['an entity on the first line', '<!DOCTYPE martif [<!ENTITY a "b">]><martif/>', 'malformed', 1, 19],
    ['a parameter entity', '<!DOCTYPE martif [\n<!ENTITY % a SYSTEM "x">]><martif/>', 'malformed', 2, 1],
    ['a NUL', martif('').replace('<body>', '<body>\0'), 'malformed', 1, 46],
    ['two roots', '<tbx></tbx>\r\n<tbx></tbx>', 'malformed', 2, 5],
    ['words behind the end', '<tbx/>\nthe end', 'malformed', 1, 7],
    ['a character of no name', entry('&#0;'), 'malformed', 1, entry('&#0;').indexOf('&#0;') + 4],
  ]
  test.each(refusals)('%s', (_, text, code, line, column) => {
    const read = readAll(text, '용어.tbx')
    expect(read.error).toMatchObject({ code, details: { fileName: '용어.tbx', line, column } })
    expect(read.entries).toEqual([])
    expect(readAll(text, '용어.tbx', 1)).toEqual(read)
  })

  test('nesting without end', () => {
    const deep = (levels: number): string =>
      martif(`<termEntry>${'<foreign>'.repeat(levels)}${'</foreign>'.repeat(levels)}</termEntry>`)
    expect(readAll(deep(MAX_DEPTH - 4)).error).toBeNull()
    expect(readAll(deep(MAX_DEPTH - 3)).error).toMatchObject({ code: 'malformed', details: { line: 1 } })
  })
})

test('a concept of ever so many terms costs no more than its first ones', () => {
  const tigs = (word: string): string =>
    Array.from({ length: 20_000 }, (_, at) => `<tig><term>${word}${at}</term></tig>`).join('')
  const read = readAll(
    martif(
      `<termEntry><langSet xml:lang="ko">${tigs('가')}</langSet><langSet xml:lang="en">${tigs('a')}</langSet></termEntry>`,
    ),
  )
  expect(read.entries.length).toBe(MAX_TERMS)
  expect(read.entries[0]?.variants.length).toBe(MAX_TERMS - 1)
  expect(read.notices.map((notice) => [notice.code, notice.detail])).toEqual([
    ['too-many-terms', `가${MAX_TERMS}`],
    ['too-many-terms', `a${MAX_TERMS}`],
  ])
})

test('entries come while the file is still being read', () => {
  const whole = entry('')
  const cut = whole.indexOf('</termEntry>') + '</termEntry>'.length
  const read = readAll(whole.slice(0, cut))
  expect(read.entries.map((found) => found.target)).toEqual(['Hunchun'])
  expect(read.error?.code).toBe('malformed')
})

test('an inner subset without entities and a DTD that is elsewhere do no harm', () => {
  for (const doctype of [
    '<!DOCTYPE martif SYSTEM "http://example.org/none.dtd">',
    '<!DOCTYPE martif [<!ATTLIST tig id ID #IMPLIED>]>',
  ])
    expect(readAll(`\uFEFF${doctype}${entry('')}`)).toMatchObject({
      error: null,
      style: 'martif',
      entries: [{ source: '훈춘', target: 'Hunchun', line: 1 }],
    })
})
