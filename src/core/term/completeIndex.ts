import { spread } from '../korean/hangul.ts'
import type { MatchableTerm, TermHit, TermId } from '../model/term.ts'
import { completeTerms, composed, isKorean, type TermSuggestion } from './complete.ts'

/** Terms to complete from, however many: a look costs a pass over two numbers of each, not over their texts. */
export interface CompletionIndex {
  add(terms: Iterable<MatchableTerm>): void
  remove(ids: Iterable<TermId>): void
  /** As `completeTerms` of all terms, or of those of the glossaries. */
  complete(
    hits: readonly TermHit[],
    query: string,
    limit: number,
    glossaries?: { has(glossaryId: number): boolean },
  ): TermSuggestion[]
}

/** Which signs a text has, and which two side by side, as bits of two numbers. */
interface Marks {
  one: number
  two: number
}

const hash = (one: number, other: number): number =>
  1 << ((Math.imul(one, 0x9e3779b1) ^ Math.imul(other, 0x85ebca6b)) >>> 27)

const FIRST_SYLLABLE = 0xac00
const LAST_SYLLABLE = 0xd7a3
const OF_INITIAL = 588
/** Conjoining initials (U+1100…), which stand for syllables and lone consonants alike. */
const INITIAL = 0x1100
const LONE = new Map(
  Array.from('ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ', (sign, at) => [sign.charCodeAt(0), INITIAL + at]),
)

/** The sound of a syllable is its initial consonant; of anything else, itself without case. */
const soundOf = (code: number): number => {
  if (code >= FIRST_SYLLABLE && code <= LAST_SYLLABLE)
    return INITIAL + Math.floor((code - FIRST_SYLLABLE) / OF_INITIAL)
  if (code >= 0x41 && code <= 0x5a) return code + 0x20
  return LONE.get(code) ?? code
}

const addSounds = (codes: ArrayLike<number>, marks: Marks): void => {
  let before = 0
  for (let at = 0; at < codes.length; at++) {
    const sound = soundOf(codes[at] ?? 0)
    marks.one |= hash(sound, 0)
    if (before !== 0) marks.two |= hash(before, sound)
    before = sound
  }
}

const codes: number[] = []
/** The code units of a text without its spaces; the next call writes over them. */
const codesOf = (text: string): number[] => {
  codes.length = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code !== 0x20) codes.push(code)
  }
  return codes
}

const isLetter = (code: number): boolean => {
  if (code < 0x80)
    return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0x30 && code <= 0x39)
  return /[\p{L}\p{N}]/u.test(String.fromCharCode(code))
}

const smallOf = (text: string, at: number): number => {
  const code = text.charCodeAt(at)
  return code < 0x80 ? (code >= 0x41 && code <= 0x5a ? code + 0x20 : code) : foldOf(code)
}
const foldOf = (code: number): number => String.fromCharCode(code).toLowerCase().charCodeAt(0)

/** What every word of a text begins with, or the first alone. */
const addBeginnings = (text: string, marks: Marks, onlyFirst = false): void => {
  let inside = false
  for (let at = 0; at < text.length; at++) {
    const letter = isLetter(text.charCodeAt(at))
    if (letter && !inside) {
      marks.one |= hash(smallOf(text, at), 0)
      if (at + 1 < text.length && isLetter(text.charCodeAt(at + 1)))
        marks.two |= hash(smallOf(text, at), smallOf(text, at + 1))
    }
    inside = letter
    if (onlyFirst) return
  }
}

/** What a term must have to be found by a query. */
const needed = (query: string): Marks => {
  const marks = { one: 0, two: 0 }
  if (isKorean(query)) addSounds(spread(query), marks)
  else addBeginnings(query, marks, true)
  return marks
}

const grown = (bits: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> => {
  const larger = new Int32Array(bits.length * 2)
  larger.set(bits)
  return larger
}

/** Of each place, one and two of its Korean, then of its English. */
const STRIDE = 4

export const createCompletionIndex = (): CompletionIndex => {
  const terms: (MatchableTerm | null)[] = []
  const free: number[] = []
  const places = new Map<TermId, number>()
  let bits = new Int32Array(1024 * STRIDE)

  function* fitting(
    { one, two }: Marks,
    side: number,
    glossaries: { has(glossaryId: number): boolean } | undefined,
  ): Generator<MatchableTerm> {
    for (let place = 0; place < terms.length; place++) {
      const at = place * STRIDE + side
      if (((bits[at] ?? 0) & one) !== one || ((bits[at + 1] ?? 0) & two) !== two) continue
      const term = terms[place]
      if (term && (!glossaries || glossaries.has(term.glossaryId ?? 0))) yield term
    }
  }

  const mark = (place: number, { source, target, variants }: MatchableTerm): void => {
    const korean = { one: 0, two: 0 }
    const latin = { one: 0, two: 0 }
    addSounds(codesOf(composed(source)), korean)
    addBeginnings(target, latin)
    for (const variant of variants ?? []) {
      addSounds(codesOf(composed(variant)), korean)
      addBeginnings(variant, latin)
    }
    bits.set([korean.one, korean.two, latin.one, latin.two], place * STRIDE)
  }

  return {
    add(added) {
      for (const term of added) {
        const place = free.pop() ?? terms.length
        if ((place + 1) * STRIDE > bits.length) bits = grown(bits)
        terms[place] = term
        mark(place, term)
        places.set(term.id, place)
      }
    },
    remove(ids) {
      for (const id of ids) {
        const place = places.get(id)
        if (place === undefined) continue
        places.delete(id)
        terms[place] = null
        free.push(place)
      }
    },
    complete(hits, query, limit, glossaries) {
      const wanted = query.normalize('NFC').trim()
      if (wanted === '') {
        const own = hits.flatMap(({ termIds }) => termIds.flatMap((id) => terms[places.get(id) ?? -1] ?? []))
        return completeTerms(new Set(own), hits, '', limit)
      }
      return completeTerms(fitting(needed(wanted), isKorean(wanted) ? 0 : 2, glossaries), hits, query, limit)
    },
  }
}
