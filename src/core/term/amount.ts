import { isNounEnding } from '../korean/particles.ts'
import { syllableEnd } from '../korean/endings.ts'
import { ALNUM, HANGUL, type Stream, SYMBOL } from './stream.ts'

/** 십 백 천 만 억 조 여: asked of nearly every syllable, so no set. */
function isNumeral(code: number | undefined): boolean {
  switch (code) {
    case 0xc2ed:
    case 0xbc31:
    case 0xcc9c:
    case 0xb9cc:
    case 0xc5b5:
    case 0xc870:
    case 0xc5ec:
      return true
    default:
      return false
  }
}

export function isDigit(code: number | undefined): boolean {
  return code !== undefined && code >= 0x30 && code <= 0x39
}

/** Whether an amount stands before `at`, apart or not: 3,200원, 2조 위안, 100여 개. */
export function followsNumeral(stream: Stream, at: number): boolean {
  return numberBefore(stream, at) >= 0
}

/** The last digit of the amount before `at`; -1 where there is none. */
function numberBefore(stream: Stream, at: number): number {
  let before = at - 1
  while (before >= 0 && isNumeral(stream.symbol[before])) before--
  return before >= 0 && isDigit(stream.symbol[before]) ? before : -1
}

/** As `followsNumeral`, but the digits of a name (G20, 5G) are no amount. */
function followsAmount(stream: Stream, at: number): boolean {
  let before = numberBefore(stream, at)
  if (before < 0) return false
  while (before > 0 && stream.gap[before] === 0 && isDigit(stream.symbol[before - 1])) before--
  return before === 0 || stream.gap[before] !== 0 || stream.class[before - 1] !== ALNUM
}

const codes = (syllables: string): ReadonlySet<number> =>
  new Set(Array.from(syllables, (syllable) => syllable.charCodeAt(0)))

/** Terms of one syllable that mean nothing else behind an amount. */
const UNITS = codes('원엔톤평무')
/** What is counted with native numerals and is a term elsewhere (두 시 is two o’clock). */
const COUNTED = codes('시주회분초달')
const HOUR = 0xc2dc
const ENDS_CLAUSE = codes('.,!?;:')
const NATIVE = new Set('한 두 세 네 다섯 여섯 일곱 여덟 아홉 열 열한 열두 스무 몇 수십 수백'.split(' '))
/** First syllables of terms that are counters behind digits when all that follows can be a particle: 10주가, 3회의. */
const COUNTERS = codes('시주당회기조도위분초년월일개명대원차호건곳권편석표점세배층종번인국')

/** Marks that close what a particle or suffix is attached to: the 시 of 우한(武漢)시. */
const CLOSING = new Set(Array.from(')）]］’”」』》〉>', (mark) => mark.charCodeAt(0)))

/** Whether `isCounter` need be asked: small, as it is asked of every term that may stand somewhere. */
export const mayCount = (stream: Stream, from: number, to: number): boolean =>
  to - from === 1 || (from > 0 && stream.gap[from] === 0 && stream.class[from - 1] !== SYMBOL)

/**
 * Whether the symbols `from`–`to` are read with what stands beside them and so are no term. Next to a number, apart or
 * not, a single syllable is a counter or an adverb (3시, 5당, 약 30%) unless it is a unit of money or measure; behind a
 * closing mark it is a suffix. A longer term is a counter with its particle where it begins with a counter right behind
 * the digits and the rest can be a particle: 10주가 is not 주가.
 */
export function isCounter(stream: Stream, from: number, to: number): boolean {
  const { symbol, gap } = stream
  const first = symbol[from] ?? 0
  if (to - from > 1) {
    if (from === 0 || gap[from] !== 0 || !COUNTERS.has(first)) return false
    if ((!isDigit(symbol[from - 1]) && !isNumeral(symbol[from - 1])) || !followsAmount(stream, from))
      return false
    const rest = String.fromCharCode(...symbol.subarray(from + 1, to))
    return isNounEnding(rest, syllableEnd(first)) && !(first === HOUR && rest === '간')
  }
  if (stream.class[from] !== HANGUL || UNITS.has(first)) return false
  if (isDigit(symbol[to]) && to < stream.length) return true
  if (followsAmount(stream, from)) return true
  if (gap[from] !== 0) return COUNTED.has(first) && NATIVE.has(wordBefore(stream, from))
  return from > 0 && CLOSING.has(stream.text.charCodeAt((stream.start[from] ?? 0) - 1))
}

/** The Hangul that ends at `at`, a gap before it or not; empty behind anything else or more than four syllables. */
function wordBefore({ symbol, class: classes, gap }: Stream, at: number): string {
  let begin = at
  while (begin > 0 && classes[begin - 1] === HANGUL && (begin === at || gap[begin] === 0)) {
    if (at - begin === 4) return ''
    begin--
  }
  return String.fromCharCode(...symbol.subarray(begin, at))
}

/** What an amount is measured by without a number: 절반 이상, 기대 이상, 어느 정도. */
const WITHOUT_NUMBER = new Set(
  '절반 하루 이틀 사흘 나흘 열흘 보름 평균 기준 수준 목표 기대 예상 예년 필요 상상 그 이 어느'.split(' '),
)

/** Whether an amount with its counter ends at `at`: 50개, 5만 명, 60%, 두 배, 2조 위안(약 2,800억 달러). */
export function followsMeasure(stream: Stream, at: number): boolean {
  const { symbol, gap } = stream
  let end = at
  while (end > 0 && stream.class[end - 1] === SYMBOL && !ENDS_CLAUSE.has(symbol[end - 1] ?? 0)) end--
  let begin = end
  while (begin > 0 && end - begin < 5 && (begin === end || gap[begin] === 0)) {
    if (isDigit(symbol[begin - 1])) return true
    if (stream.class[begin - 1] === SYMBOL) return false
    begin--
  }
  if (begin === end || gap[begin] === 0) return WITHOUT_NUMBER.has(wordBefore(stream, end))
  return (
    followsNumeral(stream, begin) ||
    (end - begin < 3 && NATIVE.has(wordBefore(stream, begin))) ||
    WITHOUT_NUMBER.has(wordBefore(stream, end))
  )
}
