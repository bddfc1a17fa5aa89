/** A sentence of a text: UTF-16 code units, without the white space around it. */
export interface SentenceSpan {
  start: number
  end: number
}

/** Abbreviations after which a sentence goes on, in small letters and without their last stop. */
const GO_ON = new Set(
  (
    'mr mrs ms dr prof gen col lt sgt capt sen rep gov pres hon st mt ft no nos vol vols p pp fig figs art sec ch vs v cf ' +
    'jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun approx est ca e.g i.e eg ie'
  ).split(' '),
)
/** Abbreviations that may end a sentence as well: it does where a new one can begin behind them. */
const MAY_END = new Set(
  'inc ltd co corp bros jr sr etc a.m p.m u.s u.k u.n e.u d.c ph.d b.c a.d al dept univ'.split(' '),
)
/** Words that begin sentences, and that nothing said of Inc. or U.S. begins with. */
const BEGINS =
  /^(?:["“‘'([]*)(?:The|A|An|In|On|At|It|Its|He|She|They|We|This|That|These|Those|But|And|However|Meanwhile|According|As|For|With|After|Before|By|To|From|Some|Many|Most|Officials?|More|Last|Among|Under|While|When|If|Since|Also|Both|Another|There|His|Her|Their)\b/u

const CLOSING = /["”’')\]»]/u
const OPENING = /["“‘'([«]/u

/** The word before a stop, with the stops inside it: `U.S` of `U.S.`. */
const wordBefore = (text: string, stop: number): string => {
  let start = stop
  while (start > 0 && /[\p{L}\p{N}.&-]/u.test(text.charAt(start - 1))) start--
  return text.slice(start, stop)
}

/** Whether a stop ends a sentence, what follows it beginning at `next` (behind closing marks and white space). */
const ends = (text: string, stop: number, next: number): boolean => {
  const rest = text.slice(next)
  if (rest === '') return true
  const first = Array.from(rest.replace(/^["“‘'([«]+/u, ''))[0] ?? ''
  // Nothing begins with a small letter; what a quotation is followed by (“…,” he said) goes on.
  if (/\p{Ll}/u.test(first)) return false
  const sign = text.charAt(stop)
  if (sign !== '.') return true
  if (text.charAt(stop - 1) === '.' || text.charAt(stop + 1) === '.') return /\p{Lu}/u.test(first)
  const word = wordBefore(text, stop)
  const small = word.toLowerCase()
  if (GO_ON.has(small)) return false
  if (MAY_END.has(small)) return OPENING.test(rest.charAt(0)) || BEGINS.test(rest)
  // One letter is an initial (J. Lee), but for I and what stands after a number (Section 3 A.).
  if (/^\p{Lu}$/u.test(word)) return word === 'I' || BEGINS.test(rest)
  if (/^(?:\p{L}\.)+\p{L}$/u.test(word)) return BEGINS.test(rest)
  return true
}

/**
 * The sentences of an English news text, in order: every sign that is not white space is in one. A stop, question or
 * exclamation mark or an ellipsis with the closing marks behind it ends one where white space follows and a new one can begin.
 */
export const cutEnglishSentences = (text: string): SentenceSpan[] => {
  const spans: SentenceSpan[] = []
  let start = skipSpace(text, 0)
  for (let at = start; at < text.length; at++) {
    if (!/[.!?…]/u.test(text.charAt(at))) continue
    let end = at + 1
    while (end < text.length && (CLOSING.test(text.charAt(end)) || /[.!?…]/u.test(text.charAt(end)))) end++
    if (end < text.length && !/\s/u.test(text.charAt(end))) continue
    const next = skipSpace(text, end)
    if (!ends(text, at, next)) continue
    spans.push({ start, end })
    start = next
    at = next - 1
  }
  if (start < text.length) spans.push({ start, end: text.trimEnd().length })
  return spans
}

const skipSpace = (text: string, from: number): number => {
  let at = from
  while (at < text.length && /\s/u.test(text.charAt(at))) at++
  return at
}
