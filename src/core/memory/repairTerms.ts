import { findTarget } from '../term/target.ts'
import { replaceTarget } from '../term/replaceTarget.ts'
import type { TextSpan } from '../model/memory.ts'
import { headOfName } from './nameHead.ts'
import type { PiecePair } from './pairing.ts'
import type { TermInSource } from './pieces.ts'
import type { Edit, Repaired } from './repairValues.ts'

/** Where one of a term’s translations stands in a target, and which one; longer ones first, never overlapping. */
export const termPlaces = (
  target: string,
  term: Pick<TermInSource, 'targets'>,
): (TextSpan & { said: string })[] => {
  const places: (TextSpan & { said: string })[] = []
  for (const said of [...new Set(term.targets)].toSorted((one, other) => other.length - one.length))
    for (const { start, end } of findTarget(target, said))
      if (!places.some((other) => start < other.end && other.start < end)) places.push({ start, end, said })
  return places.sort((one, other) => one.start - other.start)
}

/** Places of a term that are its own: not within the rendering of another, longer term of the source. */
export const ownPlaces = (
  target: string,
  term: TermInSource,
  others: readonly TermInSource[],
): ReturnType<typeof termPlaces> =>
  termPlaces(target, term).filter(
    (place) =>
      !others.some(
        (other) =>
          other.key !== term.key &&
          termPlaces(target, other).some(
            ({ start, end }) =>
              start <= place.start && place.end <= end && end - start > place.end - place.start,
          ),
      ),
  )

/** A city put for a province, as the syllables say: what stands behind it (the city, the province) may not hold. */
const sameKind = ({ from, to }: PiecePair): boolean => {
  const [one, other] = [headOfName(from?.text ?? ''), headOfName(to?.text ?? '')]
  return one === '' || other === '' || one === other
}

/** Whether the target says more of a name than its source: “Wuhan, Hubei Province”, “Wuhan, the capital of Hubei”. */
const addsToName = (target: string, end: number, terms: readonly TermInSource[]): boolean => {
  const behind = /^, (?:the )?(?=\p{Lu}|capital|provincial)/u.exec(target.slice(end, end + 20))
  if (!behind) return false
  const at = end + behind[0].length
  return !terms.some((term) => termPlaces(target, term).some(({ start }) => start === at))
}

/**
 * Replaces terms of the unit’s source by those that stand at their places in the text: where a translation of the old
 * one stands in the target as often as the term in the source, all of them giving way to the same new one. The new one
 * is bent and capitalised as the old one was.
 */
export const repairTerms = (
  target: string,
  pairs: readonly PiecePair[],
  fromTerms: readonly TermInSource[],
): Repaired => {
  const edits: Edit[] = []
  const settled = new Set<PiecePair>()
  for (const pair of pairs) {
    const [old, wanted] = [pair.from?.term, pair.to?.term]
    const said = wanted?.targets[0]
    if (!old || said === undefined || old.key === wanted?.key || !pair.anchored) continue
    const rivals = pairs.filter(({ from }) => from?.term?.key === old.key)
    const places = ownPlaces(target, old, fromTerms)
    if (places.length === 0 || places.length !== rivals.length) continue
    if (!rivals.every(({ to }) => to?.term?.key === wanted?.key)) continue
    const place = places[rivals.indexOf(pair)]
    if (!place) continue
    if (place.said === said) {
      settled.add(pair)
      continue
    }
    const { text, places: replaced } = replaceTarget(target, place.said, said, [place])
    const [made] = replaced
    if (!made) continue
    edits.push({ start: made.start, end: made.end, text: text.slice(made.newStart, made.newEnd), pair })
    const added = addsToName(target, made.end, fromTerms)
    if (!added && sameKind(pair)) settled.add(pair)
  }
  return { edits, settled }
}
