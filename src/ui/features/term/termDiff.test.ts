import { expect, test } from 'vitest'
import type { Term } from '#core/model/term.ts'
import { termDiff } from './termDiff.ts'

const before: Term = {
  ...{ id: 4, glossaryId: 1, source: '연준', variants: ['연방준비제도'], target: 'the Fed' },
  ...{ partOfSpeech: 'name', status: 'preferred', domain: '금융', definition: '', note: '', url: '' },
  ...{ origin: 'typed', createdAt: '2026-01-01T00:00:00.000Z', updatedAt: '2026-01-01T00:00:00.000Z' },
}

test.each<[string, Partial<Term>, [string, unknown, unknown][]]>([
  ['nothing but the time', { updatedAt: '2026-02-02T00:00:00.000Z' }, []],
  [
    'the translation and its status',
    { target: 'Federal Reserve', status: 'admitted' },
    [
      ['target', 'the Fed', 'Federal Reserve'],
      ['status', 'preferred', 'admitted'],
    ],
  ],
  [
    'a variant more',
    { variants: ['연방준비제도', 'Fed'] },
    [['variants', ['연방준비제도'], ['연방준비제도', 'Fed']]],
  ],
  ['the same variants', { variants: ['연방준비제도'] }, []],
  ['another glossary', { glossaryId: 2 }, [['glossaryId', 1, 2]]],
])('%s', (_, change, expected) => {
  const found = termDiff(before, { ...before, ...change })
  expect(found.map((each) => [each.field, each.before, each.after])).toEqual(expected)
})
