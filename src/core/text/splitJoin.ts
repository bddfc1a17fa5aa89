import type { Side } from '../model/annotation.ts'
import { graphemeStart } from './pieces.ts'

/**
 * Where a cut at `offset` (UTF-16 code units) leaves the two parts: the first ends at `firstEnd`, the second begins
 * at `secondStart`, and between them is only space. A cut inside a grapheme cluster moves to before it.
 */
export function splitPoints(text: string, offset: number): { firstEnd: number; secondStart: number } {
  const cut = graphemeStart(text, offset)
  const firstEnd = text.slice(0, cut).trimEnd().length
  return { firstEnd, secondStart: text.length - text.slice(cut).trimStart().length }
}

/** Cuts a text in two and takes away the space at the cut. Nothing else is lost. */
export function splitText(text: string, offset: number): [string, string] {
  const { firstEnd, secondStart } = splitPoints(text, offset)
  return [text.slice(0, firstEnd), text.slice(secondStart)]
}

export interface JoinedText {
  text: string
  /** Code units put between the two: 0 or 1. The second text begins behind them. */
  separatorLength: number
}

/**
 * Puts two texts together with one space, or none where one is empty or there is space already. Korean sentences
 * are spaced like English ones, so both sides are joined alike; `side` stays in the signature for languages that are not.
 */
export const joinTexts: (first: string, second: string, side: Side) => JoinedText = (first, second) => {
  const apart = first === '' || second === '' || /\s$/u.test(first) || /^\s/u.test(second)
  const separator = apart ? '' : ' '
  return { text: first + separator + second, separatorLength: separator.length }
}

const withoutSpace = (texts: readonly string[]): string => texts.join('').replace(/\s+/gu, '')

/** Whether restructuring has kept every word: both say the same when space is not looked at. */
export const sameContent = (before: readonly string[], after: readonly string[]): boolean =>
  withoutSpace(before) === withoutSpace(after)
