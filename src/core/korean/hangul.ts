/**
 * Arithmetic of Hangul syllables (Unicode chapter 3.12): a syllable is U+AC00 + (initial × 21 + medial) × 28 +
 * final. All functions take NFC text and look at UTF-16 code units; Hangul lies wholly in the basic plane.
 */

const FIRST_SYLLABLE = 0xac00
const LAST_SYLLABLE = 0xd7a3
const MEDIALS = 21
const FINALS = 28
const RIEUL = 8

const INITIALS = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ'

/** Clusters an input method makes of two consonants typed in a row: who types ㄱ, ㅅ for 경제 성장 sends ㄳ. */
const CLUSTERS: Readonly<Record<string, string>> = {
  ㄳ: 'ㄱㅅ',
  ㄵ: 'ㄴㅈ',
  ㄶ: 'ㄴㅎ',
  ㄺ: 'ㄹㄱ',
  ㄻ: 'ㄹㅁ',
  ㄼ: 'ㄹㅂ',
  ㄽ: 'ㄹㅅ',
  ㄾ: 'ㄹㅌ',
  ㄿ: 'ㄹㅍ',
  ㅀ: 'ㄹㅎ',
  ㅄ: 'ㅂㅅ',
}

export interface Syllable {
  /** 0–18, 0–20 and 0–27; a final of 0 is none. */
  initial: number
  medial: number
  final: number
}

export function isSyllable(code: number): boolean {
  return code >= FIRST_SYLLABLE && code <= LAST_SYLLABLE
}

/** The three parts of a syllable, or null when the code unit is no Hangul syllable. */
export function decompose(code: number): Syllable | null {
  if (!isSyllable(code)) return null
  const index = code - FIRST_SYLLABLE
  return {
    initial: Math.floor(index / (MEDIALS * FINALS)),
    medial: Math.floor(index / FINALS) % MEDIALS,
    final: index % FINALS,
  }
}

/** The inverse of `decompose`. */
export function compose(syllable: Syllable): number {
  return FIRST_SYLLABLE + (syllable.initial * MEDIALS + syllable.medial) * FINALS + syllable.final
}

/** Whether the syllable ends in a consonant (받침); false for anything but a syllable. */
export function hasFinal(code: number): boolean {
  return isSyllable(code) && (code - FIRST_SYLLABLE) % FINALS !== 0
}

/** Whether the syllable ends in ㄹ, after which 로 stands and not 으로. */
export function endsInRieul(code: number): boolean {
  return isSyllable(code) && (code - FIRST_SYLLABLE) % FINALS === RIEUL
}

/** The initial consonants of a text (우한시 → ㅇㅎㅅ); what is not a syllable stays as it is. */
export function initialsOf(text: string): string {
  let initials = ''
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const index = Math.floor((code - FIRST_SYLLABLE) / (MEDIALS * FINALS))
    initials += isSyllable(code) ? (INITIALS[index] ?? '') : text.charAt(at)
  }
  return initials
}

/** Whether the query asks for initial consonants: at least one lone consonant in it. */
export function hasLoneConsonant(query: string): boolean {
  return /[ㄱ-ㅎ]/u.test(query)
}

/**
 * A function that tells where in a text (UTF-16 code units) the query begins, its lone consonants standing for any
 * syllable that begins with them, or -1. Spaces and case are ignored on both sides. The last syllable may be half
 * typed: 우하 finds 우한. Made once for many texts.
 */
export function initialsFinder(query: string): (text: string) => number {
  const wanted = spread(query)
  if (wanted.length === 0) return () => -1
  return (text) => {
    for (let start = 0; start < text.length; start++) {
      if (text.charCodeAt(start) !== SPACE && matchesFrom(text, start, wanted)) return start
    }
    return -1
  }
}

/** Whether `initialsFinder` finds the query: ㅇㅎㅅ finds 우한시, 우ㅎ finds 우한. */
export function matchesInitials(text: string, query: string): boolean {
  return initialsFinder(query)(text) >= 0
}

const SPACE = 0x20

function matchesFrom(text: string, start: number, wanted: readonly number[]): boolean {
  let at = start
  for (let next = 0; next < wanted.length; next++) {
    while (text.charCodeAt(at) === SPACE) at++
    if (at >= text.length) return false
    if (!sameSound(text.charCodeAt(at), wanted[next] ?? 0, next === wanted.length - 1)) return false
    at++
  }
  return true
}

const SYLLABLES_OF_INITIAL = MEDIALS * FINALS
const INITIAL_CODES = Array.from(INITIALS, (initial) => initial.charCodeAt(0))

function sameSound(code: number, wanted: number, halfTyped: boolean): boolean {
  if (code === wanted) return true
  if (!isSyllable(code)) return code >= 0x41 && code <= 0x5a && code + 0x20 === wanted
  const index = code - FIRST_SYLLABLE
  if (INITIAL_CODES[Math.floor(index / SYLLABLES_OF_INITIAL)] === wanted) return true
  return halfTyped && isSyllable(wanted) && !hasFinal(wanted) && code - (index % FINALS) === wanted
}

/** The sounds a query asks for, spaces left out: code units, clusters of consonants taken apart. */
export function spread(query: string): number[] {
  const wanted: number[] = []
  for (const character of query.normalize('NFC').toLowerCase()) {
    if (character.trim() === '') continue
    const code = character.charCodeAt(0)
    // Conjoining initials (U+1100…) are what a lone consonant becomes in decomposed text.
    if (code >= 0x1100 && code <= 0x1112) wanted.push(INITIAL_CODES[code - 0x1100] ?? 0)
    else for (const part of CLUSTERS[character] ?? character) wanted.push(part.charCodeAt(0))
  }
  return wanted
}
