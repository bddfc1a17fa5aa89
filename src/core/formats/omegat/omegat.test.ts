import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hostileTerm, term } from '../tbx/fixtures/terms.ts'
import type { GlossaryEntryLike } from '../tbx/write.ts'
import { readOmegat } from './read.ts'
import { flat } from './line.ts'
import { writeOmegat } from './write.ts'

const written = (terms: GlossaryEntryLike[]): string => [...writeOmegat(terms)].join('')

describe('readOmegat', () => {
  const text =
    '\uFEFF# Glossary\r\n우한\tWuhan\r\n\r\n 훈춘 \t Hunchun \t border town (Jilin) [see map] \r\n' +
    '옌지\n\tYanji\n창춘\t \n지린\tJilin\t\tmore\n#주석\tcomment\n선전\tShenzhen\t[status: admitted; domain: 지리]'
  const { entries, notices } = readOmegat(text, 'glossary.txt')

  test('entries', () => {
    const at = (line: number, content: Partial<GlossaryEntryLike>): object => ({
      ...term(content),
      line,
      column: 1,
    })
    expect(entries).toEqual([
      at(2, { source: '우한', target: 'Wuhan' }),
      at(4, { source: '훈춘', target: 'Hunchun', note: 'border town (Jilin) [see map]' }),
      at(8, { source: '지린', target: 'Jilin' }),
      at(10, { source: '선전', target: 'Shenzhen', status: 'admitted', domain: '지리' }),
    ])
  })

  test('notices', () => {
    expect(notices).toEqual([
      { code: 'too-few-fields', line: 5, column: 1, detail: '옌지' },
      { code: 'no-source', line: 6, column: 1, detail: 'Yanji' },
      { code: 'no-target', line: 7, column: 4, detail: '창춘' },
      { code: 'extra-fields', line: 8, column: 11, detail: 'more' },
    ])
  })

  test.each(['', '\uFEFF', '# only\n#comments', '\n\n'])('nothing in %j', (empty) => {
    expect(readOmegat(empty, 'glossary.txt')).toEqual({ entries: [], notices: [] })
  })

  test.each([
    'see [1]',
    'see [status: unheard-of]',
    '[status: forbidden; status: admitted]',
    '[domain: ]',
    'x[status: forbidden]',
    '[status: forbidden] at first',
  ])('%s stays a note', (comment) => {
    expect(readOmegat(`가\tga\t${comment}`, 'glossary.txt').entries).toMatchObject([
      { note: comment, status: 'preferred', domain: '' },
    ])
  })
})

describe('writeOmegat', () => {
  test('reads well', () => {
    const lines = written([
      term({ source: '우한', target: 'Wuhan', note: 'in Hubei' }),
      term({ source: '#해시', target: 'hash' }),
      term({
        source: '한커우',
        target: 'Hankow',
        status: 'forbidden',
        partOfSpeech: 'name',
        domain: '지리; 역사',
        variants: ['漢口', '한구'],
        note: 'old\tname\nof a district',
        url: 'https://example.org/a',
      }),
    ]).split('\n')
    expect(lines).toEqual([
      '# Korean\tEnglish\tComment (UTF-8, separated by tabs)',
      '우한\tWuhan\tin Hubei',
      ' #해시\thash',
      '한커우\tHankow\told name of a district [status: forbidden; part of speech: name; ' +
        'domain: 지리\\; 역사; variants: 漢口 | 한구; url: https://example.org/a]',
      '',
    ])
  })

  test('hostile text comes back as it was, on one line', () => {
    fc.assert(
      fc.property(fc.array(hostileTerm, { maxLength: 6 }), (terms) => {
        // The columns hold no dates and no line breaks; a value of nothing else is no value.
        const held = terms
          .map((content) => ({
            ...content,
            source: flat(content.source),
            target: flat(content.target),
            variants: content.variants.map(flat).filter(Boolean),
            domain: flat(content.domain),
            definition: flat(content.definition),
            note: flat(content.note),
            createdAt: '',
            updatedAt: '',
          }))
          .filter((content) => content.source && content.target)
        const { entries, notices } = readOmegat(written(held), 'glossary.txt')
        expect(notices).toEqual([])
        expect(entries).toEqual(held.map((content, index) => ({ ...content, line: index + 2, column: 1 })))
        expect(written(terms).split(/[\r\n\u0085\u2028\u2029]/).length).toBe(terms.length + 2)
      }),
      { seed: 7, numRuns: 500 },
    )
  })
})
