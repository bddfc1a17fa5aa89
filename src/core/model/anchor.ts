import { graphemeEnd, graphemeStart } from '../text/pieces.ts'
import { similarity } from '../text/similarity.ts'
import { CONTEXT_LENGTH, type SpanAnchor } from './annotation.ts'
import { carry, type Place, sharedEnd, sharedStart, stretches, trimmed, untouched } from './carry.ts'

/**
 * Anchors of annotations, after the W3C Web Annotation model: a position that is quick and drifts, and a quotation
 * with its context that finds the place again. All offsets are UTF-16 code units, `end` exclusive.
 */
export type { Place } from './carry.ts'

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

/** Context counts more than distance: of two equal quotations the one between the same words is meant. */
const fit = (text: string, place: Place, anchor: SpanAnchor): number => {
  const before =
    anchor.prefix === '' ? 1 : sharedEnd(text.slice(0, place.start), anchor.prefix) / anchor.prefix.length
  const after =
    anchor.suffix === '' ? 1 : sharedStart(text.slice(place.end), anchor.suffix) / anchor.suffix.length
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

const isWhole = (text: string, place: Place): boolean =>
  graphemeStart(text, place.start) === place.start && graphemeEnd(text, place.end) === place.end

/** Similarity (0–100) a changed quotation must keep to be taken for the same. */
const ENOUGH = 70

/** Every place where the quotation stands word for word, on whole characters. */
const exactPlaces = (text: string, quote: string): Place[] => {
  const places: Place[] = []
  if (quote === '') return places
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
    const place = { start: at, end: at + quote.length }
    if (isWhole(text, place)) places.push(place)
  }
  return places
}

/**
 * Where an anchor's quotation stands in a text: the exact quotation, ranked by its context and then by distance; else
 * what now stands between its context, if it is much the same. Null when it is gone.
 */
export const findAnchor = (text: string, anchor: SpanAnchor): Place | null =>
  best(text, exactPlaces(text, anchor.quote), anchor) ?? editedPlace(text, anchor)

/** What stands between the nearest words of the context on both sides, if it is much the same. */
const editedPlace = (text: string, anchor: SpanAnchor): Place | null => {
  const lead = anchor.prefix.slice(-12)
  const trail = anchor.suffix.slice(0, 12)
  if (anchor.quote === '' || lead + trail === '') return null
  const start = lead === '' ? 0 : text.indexOf(lead) + lead.length
  if (lead !== '' && start < lead.length) return null
  const end = trail === '' ? text.length : text.indexOf(trail, start)
  if (end <= start) return null
  return similarity(text.slice(start, end), anchor.quote) >= ENOUGH ? { start, end } : null
}

const overlaps = (one: Place, other: Place): boolean => one.start < other.end && other.start < one.end

/** Code units of context that must agree on both sides before an orphan takes words that were there all along. */
const SURE = 8

const standsInContext = (text: string, place: Place, anchor: SpanAnchor): boolean =>
  sharedEnd(text.slice(0, place.start), anchor.prefix) >= Math.min(SURE, anchor.prefix.length) &&
  sharedStart(text.slice(place.end), anchor.suffix) >= Math.min(SURE, anchor.suffix.length) &&
  anchor.prefix.length + anchor.suffix.length >= SURE

/**
 * An anchor after its text has been edited. Edits outside the span move it; edits inside stretch or shrink it; when
 * its words are gone it is an orphan, with its old quotation, until they come back. The same words elsewhere, there
 * before the edit as after it, are other words: they are not taken for those that are gone.
 */
export const reanchor = (
  from: string,
  to: string,
  anchor: SpanAnchor,
): SpanAnchor & { orphaned: boolean } => {
  const at = (place: Place): SpanAnchor & { orphaned: boolean } => ({
    ...makeAnchor(to, place.start, place.end),
    orphaned: false,
  })
  const edit = stretches(from, to)
  const shown = from.slice(anchor.start, anchor.end)
  // Shortened by a cut (`carryThroughStructure`): it shows a part of its quotation and keeps the whole.
  const cut =
    shown !== '' &&
    shown.length < anchor.quote.length &&
    ((anchor.start === 0 && anchor.quote.endsWith(shown)) ||
      (anchor.end === from.length && anchor.quote.startsWith(shown)))
  const stands = shown !== '' && (shown === anchor.quote || cut)
  const exact = exactPlaces(to, shown === '' ? anchor.quote : shown)
  const carried = stands ? (untouched(from, to, anchor) ?? carry(edit, anchor)) : null
  if (carried !== null) {
    if (to.slice(carried.start, carried.end) === shown)
      return { ...at(carried), ...(cut ? { quote: anchor.quote } : {}) }
    // A difference may be read in several ways; the one that leaves the words whole is meant.
    const whole = best(
      to,
      exact.filter((place) => overlaps(place, carried)),
      anchor,
    )
    if (whole !== null) return { ...at(whole), ...(cut ? { quote: anchor.quote } : {}) }
    const place = trimmed(to, carried, shown)
    if (place.start < place.end && similarity(to.slice(place.start, place.end), shown) >= 50) return at(place)
  }
  const stoodBefore = (place: Place): boolean =>
    edit.some(
      ({ same, from: old, to: now }) =>
        same &&
        now.start <= place.start &&
        place.end <= now.end &&
        !(
          stands &&
          overlaps(
            { start: place.start - now.start + old.start, end: place.end - now.start + old.start },
            anchor,
          )
        ),
    )
  const candidates = exactPlaces(to, anchor.quote).filter(
    (place) => !stoodBefore(place) || (!stands && standsInContext(to, place, anchor)),
  )
  const found = best(to, candidates, anchor) ?? editedPlace(to, anchor)
  return found === null ? { ...anchor, start: 0, end: 0, orphaned: true } : at(found)
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
  return {
    index: target,
    anchor: { ...makeAnchor(after[target] ?? '', place.start, place.end), quote: anchor.quote },
  }
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
      (least, span) =>
        least === undefined || span.end - span.start < least.end - least.start ? span : least,
      undefined,
    )

/** No two identical spans of one kind may stand on one side of a paragraph. */
export const isDuplicate = (
  existing: readonly { kind: string; side: string; start: number; end: number }[],
  fresh: { kind: string; side: string; start: number; end: number },
): boolean =>
  existing.some(
    (each) =>
      each.kind === fresh.kind &&
      each.side === fresh.side &&
      each.start === fresh.start &&
      each.end === fresh.end,
  )
