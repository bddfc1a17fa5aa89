import { isSyllable } from './hangul.ts'

/** Hangul after which a number may begin in the same word: 제14회, 약3천억, 년7월, 총200. */
const OPENS = /(?:^|[^가-힣])(?:제|약|총|연|최대|최소|각|만|단|매|시속|연간|누적|평균)$|(?:년|월|일)$/u

/** Whether the number at `at` is part of a name, a code, a score or a memorable day: Z-20, G20, 코로나19, 6·25, 1:1. */
export const isNamed = (text: string, at: number): boolean => {
  const before = text.charAt(at - 1)
  // A sign before it makes it another value: -3.5%, △2%.
  if (/[A-Za-z0-9_△▲▽▼−]/u.test(before) || (before === '-' && !/[가-힣A-Za-z0-9]/u.test(text.charAt(at - 2))))
    return true
  if (/[-–·ㆍ./:]/u.test(before) && /[A-Za-z0-9가-힣]/u.test(text.charAt(at - 2)))
    return before !== '·' && before !== 'ㆍ' ? true : /\d/u.test(text.charAt(at - 2))
  return isSyllable(before.charCodeAt(0)) && !OPENS.test(text.slice(Math.max(0, at - 4), at))
}
/** What follows a number inside a code or a version: -20, .2.1, G. */
const CODE_BEHIND = /^(?:[-–:/·ㆍ.]\d|[A-Za-z]*\d|[-–][A-Za-z])/u
/** Tertiary industry, a rechargeable battery, per head, a law's article: numbers that count nothing. */
const NOT_COUNTED = /^(?:차\s?(?:산업|전지|세계|대전)|인당|인자|국\b|세대|성급|선\s?도시|조\s?\d+항|조\s?제)/u

/** Whether what stands behind a number makes it part of a code or of a word that counts nothing. */
export const countsNothing = (behind: string): boolean => CODE_BEHIND.test(behind) || NOT_COUNTED.test(behind)
