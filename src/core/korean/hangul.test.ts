import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  compose,
  decompose,
  endsInRieul,
  hasFinal,
  initialsFinder,
  initialsOf,
  matchesInitials,
} from './hangul.ts'

describe('syllables', () => {
  it.each([
    ['가', 0, 0, 0],
    ['한', 18, 0, 4],
    ['힣', 18, 20, 27],
    ['쇼', 9, 12, 0],
  ])('%s is %i, %i, %i', (syllable, initial, medial, final) => {
    expect(decompose(syllable.charCodeAt(0))).toEqual({ initial, medial, final })
  })

  it('composes what it decomposed, for all 11,172', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0xac00, max: 0xd7a3 }), (code) => {
        const parts = decompose(code)
        expect(parts && compose(parts)).toBe(code)
        expect(String.fromCharCode(code).normalize('NFD').length).toBe(parts?.final === 0 ? 2 : 3)
      }),
      { seed: 1 },
    )
  })

  it.each([
    ['한', true, false],
    ['서', false, false],
    ['울', true, true],
    ['A', false, false],
    ['ㄹ', false, false],
  ])('%s: final %s, ㄹ %s', (character, final, rieul) => {
    expect(hasFinal(character.charCodeAt(0))).toBe(final)
    expect(endsInRieul(character.charCodeAt(0))).toBe(rieul)
  })
})

describe('initial consonants', () => {
  it.each([
    ['우한시', 'ㅇㅎㅅ'],
    ['경제 성장률', 'ㄱㅈ ㅅㅈㄹ'],
    ['GDP 쇼크', 'GDP ㅅㅋ'],
    ['빵', 'ㅃ'],
  ])('%s → %s', (text, initials) => {
    expect(initialsOf(text)).toBe(initials)
  })

  it.each([
    ['우한시', 'ㅇㅎㅅ', 0],
    ['후베이성 우한', 'ㅇㅎ', 5],
    ['경제 성장률', 'ㄱㅈㅅㅈ', 0],
    ['경제 성장률', 'ㄼ', -1],
    ['계속 성장', 'ㄳ', 0],
    ['국산', 'ㄳ', 0],
    ['우한', '우ㅎ', 0],
    ['우한', '우하', 0],
    ['우한시', '우하시', -1],
    ['우한', '우한', 0],
    ['우한', '우함', -1],
    ['GDP 쇼크', 'gdpㅅ', 0],
    ['우한', 'ㅎㅇ', -1],
    ['우한', '', -1],
    ['', 'ㅇ', -1],
  ])('%s asked for %s: %i', (text, query, index) => {
    expect(initialsFinder(query)(text)).toBe(index)
    expect(matchesInitials(text, query)).toBe(index >= 0)
  })
})
