import { describe, expect, it } from 'vitest'
import type { MatchableTerm } from '../model/term.ts'
import { completeTerms } from './complete.ts'
import { buildMatcher, findTerms } from './matcher.ts'
import { caseAtSentenceStart } from './sentence-start.ts'

const terms: MatchableTerm[] = [
  { id: 1, source: '우한', target: 'Wuhan', status: 'preferred' },
  { id: 2, source: '우한시', target: 'City of Wuhan', status: 'preferred' },
  { id: 3, source: '우시', target: 'Wuxi', status: 'preferred' },
  { id: 4, source: '경제 성장률', target: 'economic growth rate', status: 'preferred' },
  { id: 5, source: '경제 성장률', target: 'economy growth rate', status: 'forbidden' },
  { id: 6, source: '경제', target: 'economy', status: 'admitted' },
  { id: 7, source: '장강 경제벨트', target: 'Yangtze River Economic Belt', status: 'preferred' },
  { id: 8, source: '연구개발', target: 'R&D', status: 'preferred' },
  { id: 9, source: '경제권'.normalize('NFD'), target: 'economic zone', status: 'deprecated' },
]
const matcher = buildMatcher(terms)

function suggest(query: string, paragraph = ''): number[] {
  return completeTerms(terms, findTerms(matcher, paragraph), query).map((suggestion) => suggestion.termId)
}

describe('completeTerms', () => {
  it.each([
    ['English start', 'wu', '', [3, 1, 2]],
    ['English start, any case', 'WUH', '', [1, 2]],
    ['later word', 'belt', '', [7]],
    ['two words', 'economic g', '', [4]],
    ['not inside a word', 'uhan', '', []],
    ['symbols are letters here', 'r&', '', [8]],
    ['pattern characters mean themselves', '.*', '', []],
    ['terms of the paragraph first', 'wu', '우한시는 컸다', [2, 3, 1]],
    ['status and length', 'econ', '', [4, 6, 9, 7]],
    ['Korean', '우한', '', [1, 2]],
    ['Korean half typed', '우하', '', [1, 2]],
    ['Korean without its space', '경제성', '', [4]],
    ['Korean inside', '벨트', '', [7]],
    ['initial consonants', 'ㅇㅎㅅ', '', [2]],
    ['initial consonants as a cluster', 'ㄱㅈㄳ', '', []],
    ['initials of a decomposed source', 'ㄱㅈㄱ', '', [9]],
    ['forbidden ones never', 'economy', '', [6]],
    ['nothing typed: the paragraph', '', '경제는 우한에서', [6, 1]],
    ['nothing typed, nothing there', '', '', []],
  ])('%s: %s', (_label, query, paragraph, ids) => {
    expect(suggest(query, paragraph)).toEqual(ids)
  })

  it('finds a term by its other spellings, of the beginning before those inside', () => {
    const ministry: MatchableTerm = {
      ...{ id: 1, source: '공업정보화부', target: 'Ministry of Industry', status: 'preferred' },
      variants: ['공신부', '工信部', 'MIIT'],
    }
    for (const query of ['공신', 'ㄱㅅㅂ', '工信', 'miit', 'industry'])
      expect(
        completeTerms([ministry], [], query).map(({ termId }) => termId),
        query,
      ).toEqual([1])
    expect(completeTerms([ministry], [], 'iit')).toEqual([])
  })

  it('says what the query was found in', () => {
    const kinds = ['wux', '우시', 'ㅇㅅ'].map((query) => completeTerms(terms, [], query)[0])
    expect(kinds.map((kind) => [kind?.termId, kind?.matched])).toEqual([
      [3, 'target'],
      [3, 'source'],
      [3, 'initials'],
    ])
  })

  it('keeps to the limit with the best', () => {
    const many = Array.from({ length: 50 }, (_, index): MatchableTerm => {
      return { id: index, source: '가나', target: 'x'.repeat(50 - index), status: 'preferred' }
    })
    expect(completeTerms(many, [], 'x', 3).map((suggestion) => suggestion.termId)).toEqual([49, 48, 47])
  })
})

describe('caseAtSentenceStart', () => {
  it.each([
    ['economic growth', '', 'Economic growth'],
    ['economic growth', '  ', 'Economic growth'],
    ['economic growth', 'The plan ends. ', 'Economic growth'],
    ['economic growth', 'The plan ends.', 'economic growth'],
    ['economic growth', 'Is it over? ', 'Economic growth'],
    ['economic growth', 'He said, “It ends.” ', 'Economic growth'],
    ['economic growth', '“', 'Economic growth'],
    ['economic growth', 'It ends. (', 'Economic growth'],
    ['economic growth', 'He said “', 'economic growth'],
    ['economic growth', 'the ', 'economic growth'],
    ['economic growth', 'by 3.5 ', 'economic growth'],
    ['economic growth', 'the U.S. ', 'economic growth'],
    ['economic growth', 'Mr. ', 'economic growth'],
    ['economic growth', 'with China, Japan, etc. ', 'economic growth'],
    ['economic growth', 'well... ', 'economic growth'],
    ['economic growth', 'It rose 5%. ', 'Economic growth'],
    ['economic growth', 'first line\n', 'Economic growth'],
    ['Wuhan', '', 'Wuhan'],
    ['iPhone maker', '', 'iPhone maker'],
    ['5G network', '', '5G network'],
    ['“new” economy', '', '“New” economy'],
    ['élite school', '', 'Élite school'],
    ['', '', ''],
  ])('%s after "%s": %s', (target, before, written) => {
    expect(caseAtSentenceStart(target, before)).toBe(written)
  })
})
