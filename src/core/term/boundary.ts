import { syllableEnd, wordEnd, type WordEnd } from '../korean/endings.ts'
import { beginsNameSuffix, nameSuffix } from '../korean/name-suffixes.ts'
import { beginsNounEnding, isNounEnding, isParticle, isVerbTail } from '../korean/particles.ts'
import { beginsAttached, isAttached, isOtherWord, mayBeOtherWord } from '../korean/noun-endings.ts'
import { followsNumeral, isCounter, isDigit, mayCount } from './amount.ts'
import { isBound } from './bound.ts'
import { ALNUM, HAN, HANGUL, SPACE, type Stream, SYMBOL } from './stream.ts'
import { IS_NAME, MAY_BE_BOUND } from './traits.ts'

/** Units of administration in Hanja, traditional and simplified: 青島市, 湖北省. */
const HAN_UNITS = new Set('市省縣县區区州港')
const AMPERSAND = 0x26
/** First syllables of SPACED_VERB: looked at before any string is made. */
const VERB_STARTS = new Set(Array.from('했하한됐되된시', (start) => start.charCodeAt(0)))

/** Whether a word can begin at `at`: after a space, a symbol, another script, or a numeral (1.45만개, 535억위안). */
export function wordBegins(stream: Stream, at: number): boolean {
  if (at === 0 || stream.gap[at] !== 0) return true
  const here = stream.class[at]
  const before = stream.class[at - 1]
  if (here === ALNUM && before === SYMBOL) return !joinedToAlnum(stream, at - 1, at - 2, at)
  if (here !== before || here === SYMBOL) return true
  return here === HANGUL && followsNumeral(stream, at)
}

/** The D of R&D, the 5 of 1.5: a symbol at `at` that makes one word of letters or digits on both sides. */
function joinedToAlnum(stream: Stream, at: number, left: number, right: number): boolean {
  if (left < 0 || right >= stream.length) return false
  if (stream.gap[at] !== 0 || stream.gap[Math.max(at, right)] !== 0 || stream.gap[at + 1] !== 0) return false
  if (stream.class[left] !== ALNUM || stream.class[right] !== ALNUM) return false
  const symbol = stream.symbol[at]
  if (symbol === AMPERSAND || symbol === 0x5f || symbol === 0x40) return true
  return (symbol === 0x2e || symbol === 0x2c) && isDigit(stream.symbol[left]) && isDigit(stream.symbol[right])
}

/** The run of Hangul that begins at `at` without a gap; empty when it is too long to be a particle. */
export function hangulTail(stream: Stream, at: number, limit = 12): string {
  let end = at
  while (end < stream.length && stream.class[end] === HANGUL && (end === at || stream.gap[end] === 0)) {
    if (end - at === limit) return ''
    end++
  }
  if (end === at) return ''
  const [from, to] = [stream.start[at] ?? 0, stream.end[end - 1] ?? 0]
  // As many characters as syllables: nothing was composed.
  if (to - from === end - at) return stream.text.slice(from, to)
  return String.fromCharCode(...stream.symbol.subarray(at, end))
}

/** What stands behind a term. `open`: a run of Hangul that is no ending; only another term can make it right. */
export type Ending =
  { kind: 'exact' | 'particle' | 'suffix'; particle: string } | { kind: 'open' | 'inside'; particle: '' }

const EXACT: Ending = { kind: 'exact', particle: '' }
const INSIDE: Ending = { kind: 'inside', particle: '' }
const OPEN: Ending = { kind: 'open', particle: '' }

/** Verb forms that, after a space, can only belong to the noun before (추진 하고), unlike 하지만 or 한. */
const SPACED_VERB = /^(?:했|하는|하고|하며|하여|하면|한다|하기|됐|되는|되고|되며|된다|시키|시켰|시켜)/u

/** A single syllable is a word of its own only with endings that make no other word with it (성은, not 성의). */
const AFTER_ONE_SYLLABLE =
  /^(?:은|는|을|를|에서.*|으로.*|로부터.*|로의|까지.*|부터.*|에게.*|이라는|이며|에는|이다)$/u

const AFTER_AMOUNT = /^(?:당|대|씩|짜리|어치|가량|규모|이상|이하|미만|이내|초과|내외|남짓|안팎|정도|선)(.*)$/u

/** Reads what stands behind the symbols `from`–`to` (exclusive) taken as a word; `traits` are bits of `traits.ts`. */
export function readEnding(stream: Stream, from: number, to: number, traits: number): Ending {
  if (
    (mayCount(stream, from, to) && isCounter(stream, from, to)) ||
    ((traits & MAY_BE_BOUND) !== 0 && isBound(stream, from, to))
  )
    return INSIDE
  if (to >= stream.length) return EXACT
  const isName = (traits & IS_NAME) !== 0
  const last = stream.class[to - 1]
  const next = stream.class[to]
  if (stream.gap[to] !== 0) {
    if (stream.gap[to] !== SPACE) return EXACT
    if (last !== HANGUL || next !== HANGUL || !VERB_STARTS.has(stream.symbol[to] ?? 0)) return EXACT
    const word = hangulTail(stream, to)
    return SPACED_VERB.test(word) && isVerbTail(word) && !isName ? INSIDE : EXACT
  }
  if (last === ALNUM && next === SYMBOL) return joinedToAlnum(stream, to, to - 1, to + 1) ? INSIDE : EXACT
  if (next === SYMBOL) return EXACT
  if (last === HAN && next === HAN) {
    const unit = String.fromCharCode(stream.symbol[to] ?? 0)
    const ends = to + 1 >= stream.length || stream.gap[to + 1] !== 0 || stream.class[to + 1] !== HAN
    return ends && HAN_UNITS.has(unit) && isName ? { kind: 'suffix', particle: unit } : INSIDE
  }
  if (next !== HANGUL) return last === next ? INSIDE : EXACT
  const behind = stream.symbol[to] ?? 0
  // Read where it is first needed.
  let tail = ''
  if (beginsNounEnding(behind)) {
    tail = hangulTail(stream, to)
    if (tail !== '' && isNounEnding(tail, endOf(stream, to)) && !otherWord(stream, from, to, tail, isName)) {
      if (to - from > 1 || last !== HANGUL || AFTER_ONE_SYLLABLE.test(tail) || followsNumeral(stream, from)) {
        return { kind: 'particle', particle: tail }
      }
    }
  }
  if (last !== HANGUL) return EXACT
  if (followsNumeral(stream, from)) {
    tail ||= hangulTail(stream, to)
    const amount = AFTER_AMOUNT.exec(tail)
    if (amount && (amount[1] === '' || isParticle(amount[1] ?? '', 'unknown'))) {
      return { kind: 'suffix', particle: tail }
    }
  }
  if (beginsAttached(behind, stream.symbol[to + 1] ?? 0)) {
    tail ||= hangulTail(stream, to)
    if (isAttached(wordOf(stream, from, to), tail, isName)) return { kind: 'suffix', particle: tail }
  }
  if (isName && to - from > 1 && beginsNameSuffix(behind)) {
    tail ||= hangulTail(stream, to)
    if (nameSuffix(tail) !== null) return { kind: 'suffix', particle: tail }
  }
  return OPEN
}

const wordOf = ({ symbol }: Stream, from: number, to: number): string =>
  String.fromCharCode(...symbol.subarray(from, to))

/** Whether the term with its tail is another word (`isOtherWord`). */
function otherWord(stream: Stream, from: number, to: number, tail: string, isName: boolean): boolean {
  if (!mayBeOtherWord(stream.symbol[to] ?? 0)) return false
  const after = to + tail.length
  const goesOn = after < stream.length && stream.gap[after] === SPACE
  const next = goesOn ? hangulTail(stream, after) || wordOf(stream, after, after + 1) : ''
  return isOtherWord(wordOf(stream, from, to), tail, next, isName)
}

/** How the last symbol is read. Folded Latin has lost its capitals: only its full vowels are certain. */
function endOf(stream: Stream, to: number): WordEnd {
  const last = stream.symbol[to - 1] ?? 0
  if (stream.class[to - 1] === HANGUL) return syllableEnd(last)
  return wordEnd(String.fromCharCode(stream.symbol[to - 2] ?? 0x20, last))
}
