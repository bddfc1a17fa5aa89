import { expect, test } from 'vitest'
import type { Term } from '../model/term.ts'
import { mergedTerm } from './merge.ts'

const term = (said: Partial<Term>): Term => ({
  ...{ id: 1, glossaryId: 1, source: '경제 성장률', variants: [], target: 'economic growth rate' },
  ...{
    partOfSpeech: '',
    status: 'preferred',
    domain: '',
    definition: '',
    note: '',
    url: '',
    origin: 'typed',
  },
  ...{ createdAt: '2026-01-01T00:00:00.000Z', updatedAt: '2026-01-01T00:00:00.000Z' },
  ...said,
})

const cases: [what: string, kept: Partial<Term>, others: Partial<Term>[], result: Partial<Term>][] = [
  [
    'sources become variants, each once and never the own one',
    { variants: ['성장률'] },
    [{ source: '경제성장률', variants: ['성장률', '경제 성장률'] }, { source: '경제성장률' }],
    { variants: ['성장률', '경제성장률'] },
  ],
  [
    'what is said stays, what is open is filled by the first that says it',
    { domain: '경제' },
    [
      { domain: '통계', partOfSpeech: 'noun' },
      { partOfSpeech: 'name', url: 'https://example.org' },
    ],
    { domain: '경제', partOfSpeech: 'noun', url: 'https://example.org' },
  ],
  [
    'differing notes are joined, one inside the other is not said twice',
    { note: 'Year on year.', definition: 'Growth of GDP' },
    [
      { note: 'In percent.', definition: 'Growth of GDP, in percent' },
      { note: 'percent', definition: '' },
    ],
    { note: 'Year on year.\nIn percent.', definition: 'Growth of GDP, in percent' },
  ],
  [
    'status, target and glossary are those of the kept one',
    { status: 'admitted', glossaryId: 2 },
    [{ status: 'preferred', target: 'GDP growth', glossaryId: 1 }],
    { status: 'admitted', target: 'economic growth rate', glossaryId: 2 },
  ],
]

test.each(cases)('%s', (_, kept, others, result) => {
  expect(
    mergedTerm(
      term(kept),
      others.map((other, place) => term({ ...other, id: place + 2 })),
    ),
  ).toMatchObject(result)
})
