import { diffWords } from '../text/diff.ts'

/** A span in UTF-16 code units, `end` exclusive. */
export interface Place {
  start: number
  end: number
}

/** How many code units two texts share at the end of the first and the end of the second. */
export const sharedEnd = (a: string, b: string): number => {
  let count = 0
  while (count < a.length && count < b.length && a.at(-1 - count) === b.at(-1 - count)) count++
  return count
}
export const sharedStart = (a: string, b: string): number => {
  let count = 0
  while (count < a.length && count < b.length && a[count] === b[count]) count++
  return count
}

/** A stretch that an edit has left, or put in the place of another. `end` of both exclusive. */
export interface Stretch {
  same: boolean
  from: Place
  to: Place
}

/** An edit as stretches that cover both texts: what is common at both ends, and a difference of words between. */
export const stretches = (from: string, to: string): Stretch[] => {
  const room = Math.min(from.length, to.length)
  const head = sharedStart(from, to)
  const tail = Math.min(sharedEnd(from, to), room - head)
  const parts = diffWords(from.slice(head, from.length - tail), to.slice(head, to.length - tail))
  const all: Stretch[] = []
  let left = 0
  let right = 0
  const add = (same: boolean, fromLength: number, toLength: number): void => {
    const last = all.at(-1)
    if (last?.same === same) {
      last.from.end += fromLength
      last.to.end += toLength
    } else if (fromLength + toLength > 0)
      all.push({
        same,
        from: { start: left, end: left + fromLength },
        to: { start: right, end: right + toLength },
      })
    left += fromLength
    right += toLength
  }
  add(true, head, head)
  for (const { kind, text } of parts)
    add(kind === 'same', kind === 'to' ? 0 : text.length, kind === 'from' ? 0 : text.length)
  add(true, tail, tail)
  return all
}

/**
 * A span carried through an edit. What replaces the span's first or last words belongs to it; what is put in front of
 * it or behind it does not. Null when nothing of it is left.
 */
export const carry = (edit: readonly Stretch[], span: Place): Place | null => {
  let start: number | null = null
  let end: number | null = null
  let kept = false
  for (const { same, from, to } of edit) {
    const first = Math.max(span.start, from.start)
    const last = Math.min(span.end, from.end)
    if (first >= last) continue
    if (same) {
      kept = true
      start ??= to.start + (first - from.start)
      end = to.start + (last - from.start)
    } else {
      if (from.start >= span.start) start ??= to.start
      if (from.end <= span.end) end = to.end
    }
  }
  return kept && start !== null && end !== null && start < end ? { start, end } : null
}

/**
 * Where a span stands that lies wholly before or wholly behind the one stretch of an edit. Of two equal letters side
 * by side nobody can say which was deleted: here it is the one outside the span.
 */
export const untouched = (from: string, to: string, span: Place): Place | null => {
  if (span.end <= sharedStart(from, to)) return { start: span.start, end: span.end }
  if (span.start < from.length - sharedEnd(from, to)) return null
  const shift = to.length - from.length
  return { start: span.start + shift, end: span.end + shift }
}

/** A place without the space at its ends, unless the words it stands for had some there. */
export const trimmed = (text: string, place: Place, words: string): Place => {
  const now = text.slice(place.start, place.end)
  const start = words.trimStart() === words ? place.end - now.trimStart().length : place.start
  const end = words.trimEnd() === words ? place.start + now.trimEnd().length : place.end
  return { start, end: Math.max(start, end) }
}
