import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { MatchableTerm, TermHit } from '../model/term.ts'
import { addTerms, buildMatcher, findTerms, removeTerms } from './matcher.ts'
import { newsSet } from './recognition.cases.ts'
import { otherSets } from './recognition-sets.cases.ts'

function matcherOf(...sources: string[]) {
  return buildMatcher(
    sources.map((entry, index): MatchableTerm => {
      const [source = '', target = 'thing'] = entry.split('=')
      return { id: index + 1, source, target, status: 'preferred' }
    }),
  )
}

function spans(text: string, hits: readonly TermHit[]): string[] {
  return hits.map((hit) => `${hit.start}–${hit.end} ${text.slice(hit.start, hit.end)}`)
}

describe('words of many terms', () => {
  it('are filled or not in one pass: 하 two hundred times ends at once', () => {
    const matcher = matcherOf('하하', '하하하')
    const word = '하'.repeat(200)
    const began = performance.now()
    expect(findTerms(matcher, `${word}궳`)).toEqual([])
    expect(findTerms(matcher, word).length).toBeGreaterThan(60)
    // Tried in every way there is, sixty of them take eight seconds.
    expect(performance.now() - began).toBeLessThan(2_000)
  })
  it('of one search say nothing about the next', () => {
    const matcher = matcherOf('중국', '경제')
    expect(findTerms(matcher, '중국경제는')).toHaveLength(2)
    expect(findTerms(matcher, '중국경찰는')).toHaveLength(0)
    expect(findTerms(matcher, '중국경제는')).toHaveLength(2)
  })
})

describe('labelled recognition cases', () => {
  const recognitionCases = [newsSet, ...otherSets].flatMap(({ terms, cases }) => {
    const matcher = buildMatcher(terms)
    return cases.map((each) => ({ ...each, find: (text: string) => findTerms(matcher, text) }))
  })

  it('has at least 650 cases, each set with labels of its own', () => {
    expect(recognitionCases.length).toBeGreaterThanOrEqual(650)
    for (const { cases } of [newsSet, ...otherSets])
      expect(new Set(cases.map(({ label }) => label)).size).toBe(cases.length)
  })

  it('finds at least 98 % of the terms, and at least 98 % of what it finds are terms', () => {
    let right = 0
    let found = 0
    let wanted = 0
    const wrong: string[] = []
    for (const { label, text, expected, find } of recognitionCases) {
      const hits = find(text)
      const got = hits.filter((hit) =>
        expected.some((span) => span.start === hit.start && span.end === hit.end),
      )
      right += got.length
      found += hits.length
      wanted += expected.length
      if (got.length < expected.length || hits.length > got.length) {
        wrong.push(`${label}: ${text} → ${spans(text, hits).join(', ')}`)
      }
    }
    const precision = right / found
    const recall = right / wanted
    console.log(
      `term recognition: ${recognitionCases.length} cases, ${wanted} terms, ` +
        `precision ${precision.toFixed(4)}, recall ${recall.toFixed(4)}` +
        wrong.map((line) => `\n  ${line}`).join(''),
    )
    expect(precision).toBeGreaterThanOrEqual(0.98)
    expect(recall).toBeGreaterThanOrEqual(0.98)
  })

  it('finds the same in decomposed text, at offsets of that text', () => {
    for (const { label, text, find } of recognitionCases) {
      const decomposed = text.normalize('NFD')
      const composedHits = find(text).map((hit) => text.slice(hit.start, hit.end))
      const hits = find(decomposed).map((hit) => decomposed.slice(hit.start, hit.end).normalize('NFC'))
      expect(hits, label).toEqual(composedHits)
    }
  })
})

describe('the reason of a hit', () => {
  const matcher = matcherOf('우한=Wuhan', '경제 성장률', '신질생산력', 'GDP', '달러', '정부', '기업')
  it.each([
    ['우한 공장', '우한', 'exact', ''],
    ['“우한”', '우한', 'exact', ''],
    ['우한에서도', '우한', 'particle', '에서도'],
    ['기업들의', '기업', 'particle', '들의'],
    ['우한시는', '우한', 'suffix', '시는'],
    ['30달러당', '달러', 'suffix', '당'],
    ['경제성장률은', '경제성장률', 'spacing', '은'],
    ['신질 생산력', '신질 생산력', 'spacing', ''],
    ['gdp가', 'gdp', 'case', '가'],
    ['ＧＤＰ', 'ＧＤＰ', 'case', ''],
    ['GDP가', 'GDP', 'particle', '가'],
    ['GDP성장', 'GDP', 'exact', ''],
  ])('%s: %s for %s', (text, found, kind, particle) => {
    const hits = findTerms(matcher, text)
    expect(hits.map((hit) => text.slice(hit.start, hit.end))).toEqual([found])
    expect(hits[0]?.reason).toEqual({ kind, particle })
  })

  it('does not count composition as a difference', () => {
    const hits = findTerms(matcherOf('우한'.normalize('NFD')), '우한')
    expect(hits).toEqual([{ termIds: [1], start: 0, end: 2, reason: { kind: 'exact', particle: '' } }])
  })
})

describe('findTerms', () => {
  it('prefers the longest term and never overlaps', () => {
    const text = '중국인민은행이 중국 은행과'
    const hits = findTerms(matcherOf('중국', '중국인민은행', '인민', '은행'), text)
    expect(spans(text, hits)).toEqual(['0–6 중국인민은행', '8–10 중국', '11–13 은행'])
  })

  it('falls back to a shorter term where the longer one is inside a word', () => {
    const text = '우한시장은'
    expect(spans(text, findTerms(matcherOf('우한=Wuhan', '우한시=Wuhan', '시장'), text))).toEqual([
      '0–2 우한',
      '2–4 시장',
    ])
  })

  it('gives one hit for terms of one source, preferred first and forbidden last', () => {
    const matcher = buildMatcher([
      { id: 1, source: '경제 성장', target: 'economy growth', status: 'forbidden' },
      { id: 2, source: '경제성장', target: 'growth of the economy', status: 'admitted' },
      { id: 3, source: '경제 성장', target: 'economic growth', status: 'preferred' },
      { id: 4, source: '경제 성장', target: 'economical growth', status: 'deprecated' },
    ])
    const hits = findTerms(matcher, '경제 성장은')
    expect(hits.map((hit) => hit.termIds)).toEqual([[3, 2, 4, 1]])
    expect(hits[0]?.reason.kind).toBe('particle')
  })

  it('passes over blank sources and finds nothing in nothing', () => {
    expect(findTerms(matcherOf('', '  ', '\u200b'), '우한 ')).toEqual([])
    expect(findTerms(matcherOf('우한'), '')).toEqual([])
    expect(findTerms(buildMatcher([]), '우한')).toEqual([])
  })

  it('finds terms beyond the basic plane and terms of symbols', () => {
    const text = '𠀀字와 C++은, (주)대한이 ㈜대한과'
    const found = findTerms(matcherOf('𠀀字', 'C++', '(주)대한'), text).map((hit) =>
      text.slice(hit.start, hit.end),
    )
    expect(found).toEqual(['𠀀字', 'C++', '(주)대한'])
  })

  it('adds and removes terms in place', () => {
    const matcher = matcherOf('우한', '우한')
    addTerms(matcher, [{ id: 9, source: '난징', target: 'Nanjing', status: 'preferred' }])
    expect(findTerms(matcher, '우한 난징').map((hit) => hit.termIds)).toEqual([[1, 2], [9]])
    removeTerms(matcher, [1, 9, 77])
    expect(findTerms(matcher, '우한 난징').map((hit) => hit.termIds)).toEqual([[2]])
    removeTerms(matcher, [2])
    expect(findTerms(matcher, '우한 난징')).toEqual([])
  })
})

describe('properties', () => {
  const syllable = fc.integer({ min: 0xac00, max: 0xd7a3 }).map((code) => String.fromCharCode(code))
  const source = fc.array(syllable, { minLength: 2, maxLength: 6 }).map((parts) => parts.join(''))
  const particle = fc.constantFrom(
    '에서',
    '에서도',
    '까지는',
    '부터',
    '의',
    '에는',
    '도',
    '만',
    '처럼',
    '들이',
    '이라는',
  )

  it('a term with a particle is found where it stands, in any normal form', () => {
    fc.assert(
      fc.property(source, particle, fc.constantFrom('NFC', 'NFD'), (term, ending, form) => {
        const text = `오늘 “${term}${ending} 온 소식`.normalize(form)
        const hits = findTerms(matcherOf(term), text)
        expect(hits.map((hit) => text.slice(hit.start, hit.end))).toEqual([term.normalize(form)])
        expect(hits[0]?.reason).toEqual({ kind: 'particle', particle: ending })
      }),
      { seed: 20250423, numRuns: 500 },
    )
  })

  it('hits are in order, apart, and spell one of their terms', () => {
    const word = fc.stringMatching(/^[가나다 aB&·1]{1,6}$/)
    fc.assert(
      fc.property(fc.array(word, { maxLength: 8 }), fc.array(word, { maxLength: 12 }), (sources, words) => {
        const text = words.join('')
        const fold = (part: string) => part.replace(/[\s·]/g, '').toLowerCase()
        let end = 0
        for (const hit of findTerms(matcherOf(...sources), text)) {
          expect(hit.start).toBeGreaterThanOrEqual(end)
          expect(hit.end).toBeGreaterThan(hit.start)
          for (const id of hit.termIds) {
            expect(fold(text.slice(hit.start, hit.end))).toBe(fold(sources[id - 1] ?? ''))
          }
          end = hit.end
        }
      }),
      { seed: 7, numRuns: 1000 },
    )
  })

  it('adding terms one by one finds what building at once finds', () => {
    fc.assert(
      fc.property(fc.array(source, { minLength: 1, maxLength: 30 }), (sources) => {
        const text = sources.join(' ')
        const grown = buildMatcher([])
        sources.forEach((term, index) =>
          addTerms(grown, [{ id: index + 1, source: term, target: '', status: 'preferred' }]),
        )
        expect(findTerms(grown, text)).toEqual(findTerms(matcherOf(...sources), text))
      }),
      { seed: 11, numRuns: 100 },
    )
  })
})
