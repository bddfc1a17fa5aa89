import { normaliseNewlines, singleLine } from './normalise.ts'
import { pairsIn, type Pair } from './pairs.ts'
import type { TextSpan } from './pieces.ts'
import { protectedIn } from './protected.ts'
import { CLOSER, endsSentence, goesOn, insideEnd, type ListPlace, quotesOn, STOP } from './sentenceEnd.ts'

/**
 * The sentence cutter for Korean news. A sentence ends at a stop that is neither part of a number, name or address,
 * nor inside a quotation or bracket, nor followed by words that go on quoting (`다.”고 밝혔다`). A quotation is never
 * cut: its sentences stay together with who said them.
 */

const LINE = /[^\n\r\u000b\u000c\u0085\u2028\u2029]+/g

const trimmed = (text: string, start: number, end: number): TextSpan | null => {
  let from = start
  let to = end
  while (from < to && /\s/.test(text[from] as string)) from++
  while (to > from && /\s/.test(text[to - 1] as string)) to--
  return from < to ? { start: from, end: to } : null
}

/**
 * Sentences of a text as UTF-16 spans, in order, trimmed; every character that is not white space lies in exactly
 * one. Line breaks of every kind end a sentence (`cutText` joins hard-wrapped lines first). Time grows with the
 * length of the text.
 */
export const cutSentences = (text: string): TextSpan[] => {
  const spans: TextSpan[] = []
  for (const { 0: line, index } of text.matchAll(LINE))
    for (const { start, end } of cutLine(line)) spans.push({ start: start + index, end: end + index })
  return spans
}

const cutLine = (text: string): TextSpan[] => {
  const spans: TextSpan[] = []
  const pairs = pairsIn(text)
  const guarded = protectedIn(text)
  const list: ListPlace = { number: 0, syllable: 0 }
  let start = afterSpace(text, 0)
  let nextPair = 0
  let nextGuard = 0
  const cut = (end: number) => {
    const span = trimmed(text, start, end)
    const last = spans.at(-1)
    // A stop or closing mark left over is no sentence of its own.
    if (span && last && onlyMarks(text, span)) last.end = span.end
    else if (span) spans.push(span)
    start = afterSpace(text, end)
  }
  let index = 0
  while (index < text.length) {
    while (nextGuard < guarded.length && (guarded[nextGuard] as TextSpan).end <= index) nextGuard++
    const guard = guarded[nextGuard]
    if (guard && guard.start <= index) {
      index = guard.end
      // The stop behind an address is not that of a short form.
      if (
        text[index] === '.' &&
        /\s/.test(text[index + 1] ?? ' ') &&
        /[A-Za-z/]/.test(text[index - 1] as string)
      )
        cut(++index)
      continue
    }
    while (nextPair < pairs.length && (pairs[nextPair] as Pair).start < index) nextPair++
    const pair = pairs[nextPair]
    if (pair && pair.start === index) {
      if (endsWithPair(text, pair, start === pair.start)) cut(pair.end)
      index = pair.end
      continue
    }
    if (!STOP.test(text[index] as string)) {
      index++
      continue
    }
    let end = index + 1
    while (end < text.length && STOP.test(text[end] as string)) end++
    if (endsSentence(text, index, end, start, list)) {
      const after = afterClosers(text, end, pairs, nextPair)
      if (after === end || !goesOn(text, after)) cut(after)
      index = after
    } else index = end
  }
  cut(text.length)
  return spans
}

const afterSpace = (text: string, index: number): number => {
  let at = index
  while (at < text.length && /\s/.test(text[at] as string)) at++
  return at
}

const onlyMarks = (text: string, { start, end }: TextSpan): boolean => {
  for (let at = start; at < end; at++) {
    const char = text[at] as string
    if (!STOP.test(char) && !CLOSER.test(char) && !/\s/.test(char)) return false
  }
  return true
}

/** Whether a sentence ends with this quotation or bracket; `whole` when the sentence also begins with it. */
const endsWithPair = (text: string, pair: Pair, whole: boolean): boolean => {
  const ending = insideEnd(text, pair.start + 1, pair.end - 1)
  if (ending === 'open' || pair.kind === 'title' || STOP.test(text[pair.end] ?? '') || goesOn(text, pair.end))
    return false
  if (pair.kind === 'bracket') {
    // `했다 (…했다.) 그는`: the stop inside is that of the sentence too.
    const closes =
      ending === 'stop' && /[다요죠까]\s?$/.test(text.slice(Math.max(0, pair.start - 2), pair.start))
    return (whole && text[pair.end - 1] !== ']' && text[pair.end - 1] !== '】') || closes
  }
  // `‘왜 우한인가?’ 보고서를`: a question is quoted in the middle of a sentence, or names something.
  return ending === 'stop' || (whole && /[”"]/.test(text[pair.end - 1] as string))
}

/** The end of the closing marks at `end` that lost their opening, and belong to the sentence they close. */
const afterClosers = (text: string, end: number, pairs: readonly Pair[], nextPair: number): number => {
  let after = end
  while (after < text.length && CLOSER.test(text[after] as string) && !opensAt(pairs, nextPair, after))
    after++
  // `했다.“라고`: the wrong mark; `했다. ”`: a space too many; `했다.[1]`: a note.
  if (/[“‘"']/.test(text[after] ?? '') && quotesOn(text, after + 1)) return after + 1
  const more =
    /^(?:\s[”’」』]|\[[0-9]{1,3}\]|[\u200b-\u200d\u2060\ufeff]+)/.exec(text.slice(after, after + 5))?.[0] ??
    ''
  return after + more.length
}

const opensAt = (pairs: readonly Pair[], from: number, index: number): boolean => {
  for (let place = from; place < pairs.length; place++) {
    const pair = pairs[place] as Pair
    if (pair.start === index) return true
    if (pair.start > index) return false
  }
  return false
}

export type SplitMode = 'auto' | 'line' | 'sentence' | 'none'

export interface CutText {
  mode: 'line' | 'sentence' | 'none'
  paragraphs: string[]
}

/** Code units an average line may have for the lines to be ordinary paragraphs of news. */
const LONG_LINE = 350
/** A line longer than this is a whole article, or a long part of one, whatever stands around it. */
const ARTICLE_LINE = 450

const slices = (text: string): string[] => cutSentences(text).map(({ start, end }) => text.slice(start, end))

/**
 * Lines that were broken at a fixed width, joined again. Conservative: only where most lines are about equally long,
 * none too long for a screen, and the broken ones do not end in a stop.
 */
export const unwrapLines = (text: string): string => {
  const lines = text.split('\n')
  const filled = lines.filter((line) => line.trim() !== '')
  if (filled.length < 4) return text
  const widest = filled.reduce((most, line) => Math.max(most, line.trim().length), 0)
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
  if (characters === 0) return 'line'
  // Several whole articles, one a line; or a heading over an article in one line.
  const inArticles = lines.reduce((sum, { length }) => sum + (length > ARTICLE_LINE ? length : 0), 0)
  return characters / lines.length > LONG_LINE || inArticles > characters * 0.75 ? 'sentence' : 'line'
}

/** A line of Markdown heading; or one without a stop, short, and less than half as long as the line under it. */
const isHeading = (line: string, next: string | undefined): boolean =>
  /^#{1,6}\s/.test(line) ||
  (next !== undefined &&
    line.length <= 40 &&
    line.length * 2 <= next.length &&
    !/[.?!。…,”"’')\]]$/.test(line))

const blocksOf = (text: string): string[] => {
  const blocks: string[] = []
  let gathered: string[] = []
  const close = () => {
    if (gathered.length > 0) blocks.push(singleLine(gathered.join('\n')))
    gathered = []
  }
  const raw = text.split('\n')
  const lines = raw.map((line) => line.trim())
  lines.forEach((line, place) => {
    // Only the first line of a block can be a plain heading; the last line of a wrapped paragraph is short too.
    const heading = isHeading(line, gathered.length === 0 ? lines[place + 1] : undefined)
    if (line === '' || heading) close()
    if (line !== '') gathered.push(raw[place] as string)
    if (heading) close()
  })
  close()
  return blocks
}

/**
 * Cuts a text into paragraphs. `line`: every line that is not empty. `sentence`: every sentence, hard-wrapped lines
 * joined first. `none`, as it comes: blocks between empty lines, their lines joined, a heading line by itself. `auto`
 * joins hard-wrapped lines, then takes sentences for texts in long lines, else lines. No character but white space is
 * lost.
 */
export const cutText = (text: string, mode: SplitMode): CutText => {
  const given = normaliseNewlines(text)
  if (mode === 'none') return { mode, paragraphs: blocksOf(given) }
  const lines = (mode === 'line' ? given : unwrapLines(given))
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const chosen = mode === 'auto' ? chosenMode(lines) : mode
  return { mode: chosen, paragraphs: chosen === 'line' ? lines : lines.flatMap(slices) }
}
