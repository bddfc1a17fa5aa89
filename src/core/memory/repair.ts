import { type EnglishValue, englishValues } from '../english/values.ts'
import type { Repair, Replacement, ReplacementKind, TextSpan, ValueDifference } from '../model/memory.ts'
import type { Value } from '../model/value.ts'
import { pairPieces, type PiecePair } from './pairing.ts'
import { piecesOf, type TermInSource } from './pieces.ts'
import { renders } from './rendering.ts'
import { ownPlaces, repairTerms, termPlaces } from './repairTerms.ts'
import { type Edit, repairValues } from './repairValues.ts'

export type { TermInSource } from './pieces.ts'

export interface ComparedPair {
  /** The source of the unit, and the text that is to be translated. */
  from: string
  to: string
  /** The unit's target. */
  target: string
  fromTerms: readonly TermInSource[]
  toTerms: readonly TermInSource[]
}

const known = new WeakMap<ComparedPair, PiecePair[]>()

/** Kept as long as the pair is: what differs, what is touched and what can be repaired are asked for in turn. */
const pairsOf = (pair: ComparedPair): PiecePair[] => {
  const kept = known.get(pair)
  if (kept) return kept
  const pairs = pairPieces(piecesOf(pair.from, pair.fromTerms), piecesOf(pair.to, pair.toTerms))
  known.set(pair, pairs)
  return pairs
}

const differs = ({ from, to }: PiecePair): boolean => from?.key !== to?.key

/** Money and measures are amounts, and so is what is counted in 만 and more. */
const kindOf = ({ from, to }: PiecePair): ReplacementKind => {
  const value = from?.value ?? to?.value
  if (!value) {
    const name = [from, to].every((piece) => /^\p{Lu}/u.test(piece?.term?.targets[0] ?? ''))
    return name ? 'name' : 'term'
  }
  const { meaning } = value
  if (meaning.type === 'date') return 'date'
  if (meaning.unitClass === 'percentage' || meaning.unitClass === 'points') return 'percentage'
  if (/^(?:money|area|length|weight|volume|power|energy)$/u.test(meaning.unitClass)) return 'amount'
  const large = [from, to].some((piece) => {
    const each = piece?.value?.meaning
    return each?.type === 'quantity' && each.low.digits >= 10_000n * 10n ** BigInt(each.low.places)
  })
  return meaning.unitClass === 'count' && large ? 'amount' : 'number'
}

/** Amounts, numbers, percentages and dates of the two sources that differ, in the order of the text. */
export const differingValues = (pair: ComparedPair): ValueDifference[] =>
  pairsOf(pair)
    .filter((each) => differs(each) && (each.from?.value ?? each.to?.value))
    .map((each) => ({ kind: kindOf(each), from: each.from?.text ?? '', to: each.to?.text ?? '' }))

const within = (inner: TextSpan, outer: TextSpan) => outer.start <= inner.start && inner.end <= outer.end

/** The values of the target that belong to no term’s rendering (the 20th of the 20th Party Congress). */
const freeValues = ({ from, target, fromTerms }: ComparedPair): EnglishValue[] => {
  const named = fromTerms
    .filter(
      (term) =>
        term.targets.some((said) => /\p{N}|\p{L}{3}/u.test(said)) &&
        /\p{N}/u.test(from.slice(term.start, term.end)),
    )
    .flatMap((term) => termPlaces(target, term))
  return englishValues(target).filter((value) => !named.some((place) => within(value, place)))
}

/** Places of the unit's target that the difference of the sources most likely touches, ascending. */
export const touchedPlaces = (pair: ComparedPair): TextSpan[] => {
  const values = freeValues(pair)
  const places = pairsOf(pair)
    .filter(differs)
    .flatMap(({ from }): TextSpan[] => {
      if (from?.term) return ownPlaces(pair.target, from.term, pair.fromTerms)
      const { value } = from ?? {}
      return value ? values.filter((each) => renders(value, each) !== null) : []
    })
    .toSorted((one, other) => one.start - other.start || one.end - other.end)
  const merged: TextSpan[] = []
  for (const { start, end } of places) {
    const last = merged.at(-1)
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else merged.push({ start, end })
  }
  return merged
}

const isMoney = ({ meaning }: Value): boolean => meaning.type === 'quantity' && meaning.unitClass === 'money'

/** Whether the target has a sum of its own, as a translator adds one in dollars, beside sums that differ. */
const leavesConversion = (pairs: readonly PiecePair[], values: readonly EnglishValue[]): boolean => {
  const sums = pairs.flatMap(({ from }) => (from?.value && isMoney(from.value) ? [from.value] : []))
  return (
    pairs.some((each) => differs(each) && each.from?.value && isMoney(each.from.value)) &&
    values.some((value) => isMoney(value) && !sums.some((sum) => renders(sum, value) !== null))
  )
}

/** Edits that do not overlap, ascending; where two do, neither is sure. */
const apart = (edits: readonly Edit[]): Edit[] =>
  edits
    .filter(
      (edit) => !edits.some((other) => other !== edit && other.start < edit.end && edit.start < other.end),
    )
    .toSorted((one, other) => one.start - other.start)

/**
 * The unit's target with what differs replaced: values by the new ones in the style of the old, terms by the new term’s
 * first translation. What cannot be told for sure stays. Null where nothing is replaced.
 */
export const repairTarget = (pair: ComparedPair): Repair | null => {
  const pairs = pairsOf(pair)
  const open = pairs.filter(differs)
  if (open.length === 0) return null
  const free = freeValues(pair)
  const values = repairValues(pair.from, pair.target, pairs, free)
  const terms = repairTerms(pair.target, pairs, pair.fromTerms)
  const all = [...values.edits, ...terms.edits]
  const edits = apart(all)
  if (edits.length === 0) return null
  let target = ''
  let last = 0
  const replacements = edits.map(({ start, end, text, pair: cause }): Replacement => {
    target += pair.target.slice(last, start)
    const now = { start: target.length, end: target.length + text.length }
    target += text
    last = end
    return {
      kind: kindOf(cause),
      from: cause.from?.text ?? '',
      to: cause.to?.text ?? '',
      targetFrom: pair.target.slice(start, end),
      targetTo: text,
      was: { start, end },
      now,
    }
  })
  const settled = (each: PiecePair) => values.settled.has(each) || terms.settled.has(each)
  const complete = edits.length === all.length && open.every(settled) && !leavesConversion(pairs, free)
  return { target: target + pair.target.slice(last), replacements, complete }
}
