import type { DiffPart } from '../model/memory.ts'
import { align } from './align.ts'
import { graphemesOf, tokensOf } from './pieces.ts'

const isSpace = (token: string): boolean => token.trim() === ''

const WORD = /^[\p{L}\p{N}]/u

// To keep one word is worth more than any spaces and marks that happen to stand in the same order.
const wordWeight = (token: string): number => (WORD.test(token) ? 8 + token.length : isSpace(token) ? 1 : 3)

// A number or a Latin word that differs differs as a whole: 2025 is not 202 and a 5. Hangul differs by syllable.
const PIECES = /\p{N}+(?:[.,:]\p{N}+)*|\p{Script=Latin}[\p{Script=Latin}\p{M}'’\-.]*|[^]/gu

const pieces = (word: string): string[] => mendGraphemes(word, word.match(PIECES) ?? [])

/** Puts pieces together again until no border of theirs falls inside a grapheme cluster of `word`. */
function mendGraphemes(word: string, found: readonly string[]): string[] {
  const borders = new Set<number>()
  let end = 0
  for (const one of graphemesOf(word)) borders.add((end += one.length))
  const mended: string[] = []
  let held = ''
  let at = 0
  for (const piece of found) {
    held += piece
    at += piece.length
    if (borders.has(at)) {
      mended.push(held)
      held = ''
    }
  }
  return mended
}

/** Adds to the last part or begins a new one; between two `same` there is one `from` at most, then one `to`. */
function push(parts: DiffPart[], kind: DiffPart['kind'], text: string): void {
  if (text === '') return
  const last = parts.at(-1)
  if (last?.kind === kind) last.text += text
  else if (kind === 'from' && last?.kind === 'to') {
    const before = parts.at(-2)
    if (before?.kind === 'from') before.text += text
    else parts.splice(-1, 0, { kind, text })
  } else parts.push({ kind, text })
}

function pushAligned(
  parts: DiffPart[],
  from: readonly string[],
  to: readonly string[],
  weight: (token: string) => number,
  change: (from: readonly string[], to: readonly string[]) => void,
): void {
  let fromAt = 0
  let toAt = 0
  const changed = (fromEnd: number, toEnd: number): void => {
    if (fromAt < fromEnd || toAt < toEnd) change(from.slice(fromAt, fromEnd), to.slice(toAt, toEnd))
  }
  for (const [fromNext, toNext] of align(from, to, weight)) {
    changed(fromNext, toNext)
    push(parts, 'same', from[fromNext] ?? '')
    fromAt = fromNext + 1
    toAt = toNext + 1
  }
  changed(from.length, to.length)
}

/** What two words share at their ends, in pieces, when that is half of the longer one or more; else null. */
function sharedEnds(
  from: string,
  to: string,
): { from: string[]; to: string[]; head: number; tail: number } | null {
  const left = pieces(from)
  const right = pieces(to)
  const shorter = Math.min(left.length, right.length)
  let head = 0
  while (head < shorter && left[head] === right[head]) head++
  let tail = 0
  while (tail < shorter - head && left.at(-1 - tail) === right.at(-1 - tail)) tail++
  return (head + tail) * 2 >= Math.max(left.length, right.length)
    ? { from: left, to: right, head, tail }
    : null
}

function pushWord(parts: DiffPart[], from: string, to: string): void {
  const shared = sharedEnds(from, to)
  if (shared === null) {
    push(parts, 'from', from)
    push(parts, 'to', to)
    return
  }
  const { from: left, to: right, head, tail } = shared
  push(parts, 'same', left.slice(0, head).join(''))
  push(parts, 'from', left.slice(head, left.length - tail).join(''))
  push(parts, 'to', right.slice(head, right.length - tail).join(''))
  push(parts, 'same', left.slice(left.length - tail).join(''))
}

// Pairing is done word by word; a stretch of more pairs than this has been rewritten and is shown so.
const PAIRS = 900

/** Shows a changed stretch finely where words in it resemble each other or only the spacing differs. */
function refine(parts: DiffPart[], from: readonly string[], to: readonly string[]): void {
  const whole = (): void => {
    push(parts, 'from', from.join(''))
    push(parts, 'to', to.join(''))
  }
  if (from.length === 0 || to.length === 0 || from.length * to.length > PAIRS) return whole()
  const unspaced = (list: readonly string[]): string => list.join('').replace(/\s+/gu, '')
  if (unspaced(from) === unspaced(to)) {
    pushAligned(
      parts,
      pieces(from.join('')),
      pieces(to.join('')),
      () => 1,
      (left, right) => {
        push(parts, 'from', left.join(''))
        push(parts, 'to', right.join(''))
      },
    )
    return
  }
  // Words that share enough stand for each other, in order; each pair has one name on both sides.
  const names = new Map<string, string>()
  const used = new Set<number>()
  to.forEach((word, at) => {
    const pair = WORD.test(word)
      ? from.findIndex(
          (other, place) => !used.has(place) && WORD.test(other) && sharedEnds(other, word) !== null,
        )
      : -1
    if (pair < 0) return
    used.add(pair)
    names.set(`from ${pair}`, `pair ${at}`)
    names.set(`to ${at}`, `pair ${at}`)
  })
  const named = (side: string, list: readonly string[]): string[] =>
    list.map((token, at) => names.get(`${side} ${at}`) ?? (isSpace(token) ? token : `${side} ${at}`))
  let fromAt = 0
  let toAt = 0
  const rest = (fromEnd: number, toEnd: number): void => {
    push(parts, 'from', from.slice(fromAt, fromEnd).join(''))
    push(parts, 'to', to.slice(toAt, toEnd).join(''))
  }
  for (const [fromNext, toNext] of align(named('from', from), named('to', to), (name) =>
    isSpace(name) ? 1 : 9,
  )) {
    rest(fromNext, toNext)
    pushWord(parts, from[fromNext] ?? '', to[toNext] ?? '')
    fromAt = fromNext + 1
    toAt = toNext + 1
  }
  rest(from.length, to.length)
}

/**
 * The difference of two texts by words (어절, English words, marks, space), and inside a word by syllable where only
 * a particle or few syllables differ; numbers and Latin words differ as wholes. The `same` and `from` parts make up
 * `from`, the `same` and `to` parts `to`. Between two `same` parts stands one `from` at most and then one `to`.
 */
export function diffWords(from: string, to: string): DiffPart[] {
  const parts: DiffPart[] = []
  pushAligned(parts, tokensOf(from), tokensOf(to), wordWeight, (left, right) => refine(parts, left, right))
  return parts
}

/** As `diffWords`, by grapheme cluster. */
export function diffCharacters(from: string, to: string): DiffPart[] {
  const parts: DiffPart[] = []
  pushAligned(
    parts,
    graphemesOf(from),
    graphemesOf(to),
    () => 1,
    (left, right) => {
      push(parts, 'from', left.join(''))
      push(parts, 'to', right.join(''))
    },
  )
  return parts
}
