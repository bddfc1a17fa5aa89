import { diffCharacters } from '../text/diff.ts'
import { graphemeEnd, graphemeStart } from '../text/pieces.ts'
import { similarity } from '../text/similarity.ts'
import { CONTEXT_LENGTH, type SpanAnchor } from './annotation.ts'

/**
 * Anchors of annotations, after the W3C Web Annotation model: a position that is quick and drifts, and a quotation
 * with its context that finds the place again. All offsets are UTF-16 code units, `end` exclusive.
 */
export interface Place {
  start: number
  end: number
}

/** An anchor for a span, widened to whole characters (no surrogate pair or decomposed syllable is cut). */
export const makeAnchor = (text: string, start: number, end: number): SpanAnchor => {
  const from = graphemeStart(text, Math.max(0, Math.min(start, end)))
  const to = graphemeEnd(text, Math.min(text.length, Math.max(start, end)))
  return {
    start: from,
    end: to,
    quote: text.slice(from, to),
    prefix: text.slice(graphemeEnd(text, Math.max(0, from - CONTEXT_LENGTH)), from),
    suffix: text.slice(to, graphemeStart(text, Math.min(text.length, to + CONTEXT_LENGTH))),
  }
}

/** How many code units two texts share at the end of the first and the end of the second. */
const sharedEnd = (a: string, b: string): number => {
  let count = 0
  while (count < a.length && count < b.length && a.at(-1 - count) === b.at(-1 - count)) count++
  return count
}
const sharedStart = (a: string, b: string): number => {
  let count = 0
  while (count < a.length && count < b.length && a[count] === b[count]) count++
  return count
}

/** Context counts more than distance: of two equal quotations the one between the same words is meant. */
const fit = (text: string, place: Place, anchor: SpanAnchor): number => {
  const before = anchor.prefix === '' ? 1 : sharedEnd(text.slice(0, place.start), anchor.prefix) / anchor.prefix.length
  const after = anchor.suffix === '' ? 1 : sharedStart(text.slice(place.end), anchor.suffix) / anchor.suffix.length
  const away = Math.abs(place.start - anchor.start) / Math.max(1, text.length)
  return before + after - away
}

const best = (text: string, places: readonly Place[], anchor: SpanAnchor): Place | null => {
  let found: Place | null = null
  let most = -Infinity
  for (const place of places) {
    const score = fit(text, place, anchor)
    if (score > most) {
      most = score
      found = place
    }
  }
  return found
}

/** Similarity (0–100) a changed quotation must keep to be taken for the same. */
const ENOUGH = 70

/**
 * Where an anchor's quotation stands in a text: the exact quotation, ranked by its context and then by distance; else
 * what now stands between its context, if it is much the same. Null when it is gone.
 */
export const findAnchor = (text: string, anchor: SpanAnchor): Place | null => {
  if (anchor.quote === '') return null
  const exact: Place[] = []
  for (let at = text.indexOf(anchor.quote); at >= 0; at = text.indexOf(anchor.quote, at + 1)) {
    exact.push({ start: at, end: at + anchor.quote.length })
  }
  if (exact.length > 0) return best(text, exact, anchor)
  // Edited: between the nearest words of the context on both sides.
  const lead = anchor.prefix.slice(-12)
  const trail = anchor.suffix.slice(0, 12)
  const start = lead === '' ? 0 : text.indexOf(lead) + lead.length
  if (lead !== '' && start < lead.length) return null
  const end = trail === '' ? text.length : text.indexOf(trail, start)
  if (end <= start) return null
  return similarity(text.slice(start, end), anchor.quote) >= ENOUGH ? { start, end } : null
}

const isWhole = (text: string, place: Place): boolean =>
  graphemeStart(text, place.start) === place.start && graphemeEnd(text, place.end) === place.end

/** A span carried through an edit; null when nothing of it is left. */
const carry = (from: string, to: string, span: Place): Place | null => {
  let oldAt = 0
  let newAt = 0
  let start: number | null = null
  let end: number | null = null
  for (const { kind, text } of diffCharacters(from, to)) {
    if (kind === 'to') {
      newAt += text.length
      continue
    }
    const oldEnd = oldAt + text.length
    if (kind === 'same') {
      const first = Math.max(span.start, oldAt)
      const last = Math.min(span.end, oldEnd)
      if (first < last) {
        start ??= newAt + (first - oldAt)
        end = newAt + (last - oldAt)
      }
      newAt += text.length
    }
    oldAt = oldEnd
  }
  return start === null || end === null ? null : { start, end }
}

/**
 * An anchor after its text has been edited. Edits outside the span move it; edits inside stretch or shrink it; when
 * its words are gone it is an orphan, with its old quotation, until they come back.
 */
export const reanchor = (from: string, to: string, anchor: SpanAnchor): SpanAnchor & { orphaned: boolean } => {
  const stands = from.slice(anchor.start, anchor.end) === anchor.quote && anchor.quote !== ''
  const carried = stands ? carry(from, to, anchor) : null
  if (carried) {
    const text = to.slice(carried.start, carried.end)
    const enough = text === anchor.quote || similarity(text, anchor.quote) >= 50
    if (enough && text.trim() !== '' && isWhole(to, carried)) {
      return { ...makeAnchor(to, carried.start, carried.end), orphaned: false }
    }
  }
  const found = findAnchor(to, anchor)
  if (found) return { ...makeAnchor(to, found.start, found.end), orphaned: false }
  return { ...anchor, start: 0, end: 0, orphaned: true }
}

const isSpace = (char: string | undefined): boolean => char !== undefined && /\s/.test(char)

/** Code units of a list of texts that are not white space, counted up to a place in one of them. */
const inkBefore = (texts: readonly string[], index: number, offset: number): number => {
  let count = 0
  texts.slice(0, index + 1).forEach((text, place) => {
    const end = place === index ? offset : text.length
    for (let at = 0; at < end; at++) if (!isSpace(text[at])) count++
  })
  return count
}

/** The place in a list of texts that has `ink` code units other than white space before it. */
const placeOfInk = (texts: readonly string[], ink: number): { index: number; offset: number } => {
  let count = 0
  for (let index = 0; index < texts.length; index++) {
    const text = texts[index] as string
    for (let offset = 0; offset < text.length; offset++) {
      if (isSpace(text[offset])) continue
      if (count === ink) return { index, offset }
      count++
    }
  }
  const last = Math.max(0, texts.length - 1)
  return { index: last, offset: texts[last]?.length ?? 0 }
}

/**
 * A span when a run of paragraphs becomes another run with the same words (split, join, and their undo). A span
 * across a cut stays with the part that has more of it and keeps its whole quotation, by which it grows back when the
 * parts are joined again. `index` is the paragraph's place in the run.
 */
export const carryThroughStructure = (
  before: readonly string[],
  after: readonly string[],
  index: number,
  anchor: SpanAnchor,
): { index: number; anchor: SpanAnchor } => {
  const first = placeOfInk(after, inkBefore(before, index, anchor.start))
  // The last code unit of the span, so that an end at a cut does not slip into the next paragraph.
  const text = before[index] ?? ''
  let end = Math.min(anchor.end, text.length)
  while (end > anchor.start && isSpace(text[end - 1])) end--
  const last = placeOfInk(after, Math.max(0, inkBefore(before, index, end) - 1))
  const into = after[first.index] ?? ''
  // A span that a cut had shortened: its whole quotation is together again.
  if (anchor.quote.length > anchor.end - anchor.start) {
    const whole = wholeAgain(after, first, anchor)
    if (whole) return whole
  }
  if (first.index === last.index) {
    const place = { start: first.offset, end: Math.max(first.offset, last.offset + 1) }
    const moved = makeAnchor(into, place.start, place.end)
    const cut = anchor.quote.length > anchor.end - anchor.start
    return { index: first.index, anchor: cut ? { ...moved, quote: anchor.quote } : moved }
  }
  const head = into.length - first.offset
  const tail = last.offset + 1
  const target = head >= tail ? first.index : last.index
  const place = head >= tail ? { start: first.offset, end: into.length } : { start: 0, end: tail }
  return { index: target, anchor: { ...makeAnchor(after[target] ?? '', place.start, place.end), quote: anchor.quote } }
}

const wholeAgain = (
  after: readonly string[],
  near: { index: number; offset: number },
  anchor: SpanAnchor,
): { index: number; anchor: SpanAnchor } | null => {
  const text = after[near.index] ?? ''
  const from = Math.max(0, near.offset - anchor.quote.length)
  const at = text.indexOf(anchor.quote, from)
  if (at < 0 || at > near.offset) return null
  return { index: near.index, anchor: makeAnchor(text, at, at + anchor.quote.length) }
}

/** The smallest span that holds an offset: what a click in overlapping spans means. */
export const smallestAt = <Span extends Place>(spans: readonly Span[], offset: number): Span | undefined =>
  spans
    .filter(({ start, end }) => start <= offset && offset <= end)
    .reduce<Span | undefined>(
      (least, span) => (least === undefined || span.end - span.start < least.end - least.start ? span : least),
      undefined,
    )

/** No two identical spans of one kind may stand on one side of a paragraph. */
export const isDuplicate = (
  existing: readonly { kind: string; side: string; start: number; end: number }[],
  fresh: { kind: string; side: string; start: number; end: number },
): boolean =>
  existing.some(
    (each) =>
      each.kind === fresh.kind && each.side === fresh.side && each.start === fresh.start && each.end === fresh.end,
  )
