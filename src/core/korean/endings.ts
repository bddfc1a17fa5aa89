import { endsInRieul, hasFinal, isSyllable } from './hangul.ts'

/** How a word ends to the ear, which decides between 은 and 는, 으로 and 로. `unknown` agrees with everything. */
export type WordEnd = 'vowel' | 'consonant' | 'rieul' | 'unknown'

/** What a particle asks of the word before it. `ro`: a vowel or ㄹ. `euro`: a consonant other than ㄹ. */
export type Agreement = 'any' | 'vowel' | 'consonant' | 'ro' | 'euro'

export function agrees(end: WordEnd, agreement: Agreement): boolean {
  if (agreement === 'any' || end === 'unknown') return true
  if (agreement === 'vowel') return end === 'vowel'
  if (agreement === 'consonant') return end !== 'vowel'
  return (agreement === 'euro') === (end === 'consonant')
}

const DIGIT_ENDS: readonly WordEnd[] = [
  'consonant', // 영, 십, 백, 천, 만
  'rieul',
  'vowel',
  'consonant',
  'vowel',
  'vowel',
  'consonant',
  'rieul',
  'rieul',
  'vowel',
]

/**
 * How the word ending at `end` (UTF-16 code units, exclusive) of NFC text is read. Quotation marks
 * are looked through. Latin is certain only where the letter's name and the sound agree: CASA and GDPA end in a
 * vowel either way, but APEC is read as a word and GDP letter by letter, so most letters leave it open, as
 * Hanja, brackets and symbols do.
 */
export function wordEnd(text: string, end = text.length): WordEnd {
  let at = end - 1
  while (at >= 0 && /['"’”」』》>]/u.test(text.charAt(at))) at--
  if (at < 0) return 'unknown'
  const code = text.charCodeAt(at)
  if (isSyllable(code)) return syllableEnd(code)
  if (code >= 0x30 && code <= 0x39) {
    // In names such as Web3 the digit may be read in English.
    return /[a-z]/iu.test(text.charAt(at - 1)) ? 'unknown' : (DIGIT_ENDS[code - 0x30] ?? 'unknown')
  }
  return /[AEIOUaiou]/u.test(text.charAt(at)) ? 'vowel' : 'unknown'
}

export function syllableEnd(code: number): WordEnd {
  if (!isSyllable(code)) return 'unknown'
  if (endsInRieul(code)) return 'rieul'
  return hasFinal(code) ? 'consonant' : 'vowel'
}
