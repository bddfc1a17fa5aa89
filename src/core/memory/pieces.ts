import { type WordEnd, wordEnd } from '../korean/endings.ts'
import { isNounEnding } from '../korean/particles.ts'
import { type KoreanValue, koreanValues } from '../korean/values.ts'
import { meaningClass, meaningKey } from '../model/value.ts'
import type { TextSpan } from '../model/memory.ts'
import { tokensOf } from '../text/pieces.ts'

/** A term that stands in one of the two sources, as the matcher found it. */
export interface TermInSource extends TextSpan {
  /** Equal for the same term in both sources. */
  key: string
  /** Its translations, the preferred one first. */
  targets: readonly string[]
}

/** A stretch of a source that is compared as one: a value, a term, or a word or sign between them. */
export interface Piece extends TextSpan {
  kind: 'value' | 'term' | 'word' | 'sign'
  text: string
  /** Equal for pieces that say the same, however they are written. */
  key: string
  /** Equal for pieces that can stand for one another: values of one unit, terms. */
  sort: string
  value: KoreanValue | null
  term: TermInSource | null
}

/** Forms of a particle that only follow from the sound before it, as one: 은 is 는, 이라는 is 라는. */
const ALLOMORPHS: readonly (readonly [RegExp, string])[] = [
  [/^은/u, '는'],
  [/^을/u, '를'],
  [/^과/u, '와'],
  [/^으로/u, '로'],
  [/^이었/u, '였'],
  [/^이(?=다|며|고$|라|나|든|란|야|지|므|니|면|자$)/u, ''],
  [/^이$/u, '가'],
]

const neutral = (tail: string, end: WordEnd): string => {
  if (!isNounEnding(tail, end)) return tail
  for (const [form, plain] of ALLOMORPHS) if (form.test(tail)) return tail.replace(form, plain)
  return tail
}

const valueKey = ({ meaning, approximation, word }: KoreanValue): string => {
  // English has another noun for another counter: 3개 and 3곳 are not the same, 명 and 인 are.
  const counted = meaning.type === 'quantity' && /^(?:count|occasion)$/u.test(meaning.unitClass)
  return `${meaningKey(meaning)} ${approximation ?? ''} ${counted ? word.replace('인', '명') : ''}`
}

/** Terms that do not overlap, the longest first come; values inside them belong to them (제20차 당대회). */
const markedStretches = (text: string, terms: readonly TermInSource[]): Piece[] => {
  const taken: Piece[] = []
  const free = ({ start, end }: TextSpan) => !taken.some((other) => other.start < end && start < other.end)
  for (const term of terms.toSorted((one, other) => other.end - other.start - (one.end - one.start)))
    if (term.start < term.end && free(term))
      taken.push({
        kind: 'term',
        text: text.slice(term.start, term.end),
        start: term.start,
        end: term.end,
        key: `term ${term.key}`,
        sort: 'term',
        value: null,
        term,
      })
  for (const value of koreanValues(text)) {
    // An amount that holds a term (the 달러 of 3억 달러) is one amount.
    const inside = taken.filter(({ start, end }) => value.start <= start && end <= value.end)
    if (inside.some(({ start, end }) => start === value.start && end === value.end)) continue
    for (const piece of inside) taken.splice(taken.indexOf(piece), 1)
    const { start, end, meaning } = value
    const said = text.slice(start, end)
    if (free(value))
      taken.push({
        kind: 'value',
        text: said,
        start,
        end,
        key: valueKey(value),
        sort: meaningClass(meaning),
        value,
        term: null,
      })
    else taken.push(...inside)
  }
  return taken.sort((one, other) => one.start - other.start)
}

/** A source in pieces, white space left out. */
export const piecesOf = (text: string, terms: readonly TermInSource[]): Piece[] => {
  const pieces: Piece[] = []
  const between = (from: number, to: number, behind: boolean): void => {
    let at = from
    for (const token of tokensOf(text.slice(from, to))) {
      const start = at
      at += token.length
      if (token.trim() === '') continue
      const word = /^[\p{L}\p{N}]/u.test(token)
      const key = word && behind && start === from ? neutral(token, wordEnd(text, from)) : token
      pieces.push({
        kind: word ? 'word' : 'sign',
        text: token,
        start,
        end: at,
        key,
        sort: '',
        value: null,
        term: null,
      })
    }
  }
  let last = 0
  for (const piece of markedStretches(text, terms)) {
    between(last, piece.start, last > 0)
    pieces.push(piece)
    last = piece.end
  }
  between(last, text.length, last > 0)
  return pieces
}
