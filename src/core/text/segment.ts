import { singleLine } from './normalise.ts'
import { pairsIn, type Pair } from './pairs.ts'
import type { TextSpan } from './pieces.ts'
import { protectedIn } from './protected.ts'

/**
 * The sentence cutter for Korean news. A sentence ends at a stop that is neither part of a number, name or address,
 * nor inside a quotation or bracket, nor followed by words that go on quoting (`다.”고 밝혔다`). A quotation is never
 * cut: its sentences stay together with who said them.
 */

const STOP = /[.?!。！？．｡…‥]/
const CLOSER = /[”’"'」』》〉>)\]）］】〕]/
const LATIN = /[A-Za-zＡ-Ｚａ-ｚ]/
const DIGIT = /[0-9０-９]/

/** Short forms that end in a stop and not a sentence. */
const ABBREVIATIONS = new Set(
  'co ltd inc corp no nos vs mr mrs ms dr st jr sr prof gen gov sen rep rev vol fig pp approx dept est etc al bros cf ed'.split(' '),
)

/** What follows a closed quotation and belongs to its sentence, written on. */
const JOINED =
  /^(?:이라고|라고|고|이라며|라며|며|이라면서|라면서|면서|이라는|라는|이란|란|이라|라|이다|이었|였|입니다|하고|하며|하는|한다|했|는|은|을|를|이|가|와|과|의|에|로|으로|도|만|처럼|보다|까지|부터|등|인)/
/** The same after a space, where only quoting words go on with the sentence. */
const SPACED = /^\s+(?:이라고|라고|고|이라며|라며|며|이라면서|라면서|면서|이라는|라는|하고|하며)(?=[\s,]|$)/

/** Endings after which an ellipsis closes a sentence. */
const CLOSED_BEFORE_ELLIPSIS = /(?:[다요까죠네군]|[음함됨임])$/

/** `가.` `1.` `①` at the start of a sentence count and do not end anything. */
const ENUMERATOR = /^\s*(?:[가나다라마바사아자차카타파하]|[0-9]{1,2}|[A-Za-z])$/

const wordBefore = (text: string, index: number): string => {
  let start = index
  while (start > 0 && index - start < 20 && /[A-Za-z.&]/.test(text[start - 1] as string)) start--
  return text.slice(start, index)
}

/** Whether the run of stops in `[at, end)` can end a sentence, by what stands around it. */
const endsSentence = (text: string, at: number, end: number, sentenceStart: number): boolean => {
  const run = text.slice(at, end)
  const before = text[at - 1] ?? ''
  const after = text[end] ?? ''
  if (/^(?:\.{2,}|[…‥]+)\.?$/.test(run)) {
    const closed = CLOSED_BEFORE_ELLIPSIS.test(text.slice(Math.max(0, at - 2), at))
    return closed && (after === '' || /\s/.test(after) || CLOSER.test(after))
  }
  if (!/^[.．]$/.test(run)) return true
  if (ENUMERATOR.test(text.slice(sentenceStart, at)) && (/\s/.test(after) || after === '')) return after === ''
  if (DIGIT.test(before)) return !DIGIT.test(after) && !LATIN.test(after) && !/^\s*[%℃]/.test(text.slice(end, end + 2))
  if (LATIN.test(before)) return endsAfterLatin(text, at, end)
  // Hangul, a bracket, a percent sign …: a stop is a stop, with or without a space behind it.
  return true
}

const endsAfterLatin = (text: string, at: number, end: number): boolean => {
  const word = wordBefore(text, at)
  const after = text[end] ?? ''
  if (after === '') return true
  const initials = /^(?:[A-Za-z]\.)*[A-Za-z]$/.test(word)
  if (initials || ABBREVIATIONS.has(word.toLowerCase())) return false
  // v2.beta, example.com: no space, and Latin goes on.
  return !LATIN.test(after) && !DIGIT.test(after)
}

/** Whether what follows an end at `index` still belongs to the sentence. */
const goesOn = (text: string, index: number, closed: boolean): boolean => {
  const rest = text.slice(index, index + 12)
  if (closed && JOINED.test(rest)) return true
  return closed && SPACED.test(rest)
}

const trimmed = (text: string, start: number, end: number): TextSpan | null => {
  let from = start
  let to = end
  while (from < to && /\s/.test(text[from] as string)) from++
  while (to > from && /\s/.test(text[to - 1] as string)) to--
  return from < to ? { start: from, end: to } : null
}

/**
 * Sentences of a text as UTF-16 spans, in order, trimmed; every character that is not white space lies in exactly
 * one. Line breaks always end a sentence. Time grows with the length of the text.
 */
export const cutSentences = (text: string): TextSpan[] => {
  const spans: TextSpan[] = []
  let from = 0
  for (let lineEnd = text.indexOf('\n'); from <= text.length; lineEnd = text.indexOf('\n', from)) {
    const end = lineEnd < 0 ? text.length : lineEnd
    for (const span of cutLine(text.slice(from, end))) spans.push({ start: span.start + from, end: span.end + from })
    from = end + 1
  }
  return spans
}

const cutLine = (text: string): TextSpan[] => {
  const spans: TextSpan[] = []
  const pairs = pairsIn(text)
  const guarded = protectedIn(text)
  let start = 0
  let nextPair = 0
  let nextGuard = 0
  const cut = (end: number) => {
    const span = trimmed(text, start, end)
    if (span) spans.push(span)
    start = end
  }
  let index = 0
  while (index < text.length) {
    while (nextGuard < guarded.length && (guarded[nextGuard] as TextSpan).end <= index) nextGuard++
    const guard = guarded[nextGuard]
    if (guard && guard.start <= index) {
      index = guard.end
      continue
    }
    while (nextPair < pairs.length && (pairs[nextPair] as Pair).start < index) nextPair++
    const pair = pairs[nextPair]
    if (pair && pair.start === index) {
      index = pair.end
      const inside = text.slice(pair.start + 1, pair.end - 1)
      const whole = trimmed(text, start, pair.start) === null
      if (endsInStop(inside) && (pair.kind === 'quotation' || whole) && !STOP.test(text[index] ?? '')) {
        if (!goesOn(text, index, true) && (whole || /\s/.test(text[index] ?? ' ') || pair.kind === 'quotation')) cut(index)
      }
      continue
    }
    if (!STOP.test(text[index] as string)) {
      index++
      continue
    }
    let end = index + 1
    while (end < text.length && STOP.test(text[end] as string)) end++
    if (endsSentence(text, index, end, start)) {
      // Closing marks whose opening was lost belong to the sentence they close.
      let after = end
      while (after < text.length && CLOSER.test(text[after] as string) && !opensAt(pairs, nextPair, after)) after++
      if (!goesOn(text, after, after > end)) cut(after)
      index = after
    } else index = end
  }
  cut(text.length)
  return spans
}

const opensAt = (pairs: readonly Pair[], from: number, index: number): boolean => {
  for (let place = from; place < pairs.length; place++) {
    const pair = pairs[place] as Pair
    if (pair.start === index) return true
    if (pair.start > index) return false
  }
  return false
}

const endsInStop = (inside: string): boolean => /[.?!。！？．…]["'”’)\]]*\s*$/.test(inside)

export type SplitMode = 'auto' | 'line' | 'sentence' | 'none'

export interface CutText {
  mode: 'line' | 'sentence' | 'none'
  paragraphs: string[]
}

/** Code units a line may have and still be an ordinary paragraph of news. */
const LONG_LINE = 350

const slices = (text: string): string[] => cutSentences(text).map(({ start, end }) => text.slice(start, end))

/**
 * Lines that were broken at a fixed width, joined again. Conservative: only where most lines are about equally long,
 * none too long for a screen, and the broken ones do not end in a stop.
 */
export const unwrapLines = (text: string): string => {
  const lines = text.split('\n')
  const filled = lines.filter((line) => line.trim() !== '')
  if (filled.length < 4) return text
  const widest = Math.max(...filled.map((line) => line.trim().length))
  if (widest < 20 || widest > 90) return text
  const open = (line: string) => line.trim().length >= widest * 0.75 && !/[.?!。…”"’)\]]\s*$/.test(line)
  if (filled.filter(open).length < filled.length * 0.5) return text
  return lines.reduce((joined, line, place) => {
    if (place === 0) return line
    const before = lines[place - 1] ?? ''
    return joined + (open(before) && line.trim() !== '' ? ' ' : '\n') + line
  }, '')
}

const chosenMode = (lines: readonly string[]): 'line' | 'sentence' => {
  const characters = lines.reduce((sum, line) => sum + line.length, 0)
  if (lines.length === 1) return slices(lines[0] ?? '').length > 1 ? 'sentence' : 'line'
  // Several whole articles, one a line: each line is far longer than a paragraph of news.
  return characters / Math.max(1, lines.length) > LONG_LINE ? 'sentence' : 'line'
}

/**
 * Cuts a text into paragraphs. `line`: every line that is not empty. `sentence`: every sentence. `none`, as it comes:
 * blocks between empty lines, their lines joined. `auto` takes sentences for texts in long lines, else lines. Line
 * ends have to be `\n`. No character but white space is lost.
 */
export const cutText = (text: string, mode: SplitMode): CutText => {
  if (mode === 'none') {
    const blocks = text.split(/\n[ \t\u3000]*(?:\n[ \t\u3000]*)+/)
    return { mode, paragraphs: blocks.map(singleLine).filter((block) => block !== '') }
  }
  const unwrapped = unwrapLines(text)
  const lines = unwrapped
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const chosen = mode === 'auto' ? chosenMode(lines) : mode
  return { mode: chosen, paragraphs: chosen === 'line' ? lines : lines.flatMap(slices) }
}
