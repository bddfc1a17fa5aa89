import type { ParagraphMatches } from '#contract/memory.ts'
import type { Assembly, MemoryMatch } from '#core/model/memory.ts'

/** What is offered for a paragraph: a match, or what its sentences give put together. */
export type Offer =
  | {
      kind: 'match'
      match: MemoryMatch
      /** What is inserted. */ text: string
      repaired: boolean
      unitIds: number[]
    }
  | { kind: 'assembly'; assembly: Assembly; text: string; unitIds: number[] }

/** What an offer is ranked by: the score less what its memory takes off. */
export const pointsOf = (offer: Offer): number =>
  offer.kind === 'match' ? offer.match.score - offer.match.penalty : offer.assembly.score

/** In the order of the list: the matches as they are ranked, and the assembled paragraph before the first that is worth less. */
export const offersOf = (found: Pick<ParagraphMatches, 'matches' | 'assembly'> | null): Offer[] => {
  if (!found) return []
  const offers: Offer[] = found.matches.map((match) => ({
    kind: 'match',
    match,
    text: match.repair?.target ?? match.unit.target,
    repaired: match.repair !== null,
    unitIds: [match.unit.id],
  }))
  const { assembly } = found
  if (!assembly) return offers
  const own: Offer = {
    kind: 'assembly',
    assembly,
    text: assembly.target,
    unitIds: assembly.sentences.flatMap(({ match }) => match?.unit.id ?? []),
  }
  const place = offers.findIndex((offer) => pointsOf(offer) < assembly.score)
  offers.splice(place < 0 ? offers.length : place, 0, own)
  return offers
}

/** What of the offers may stand as ghost text: whole translations, repaired where that leaves nothing different. */
export const ghostTexts = (
  offers: readonly Offer[],
  floor: number,
): { text: string; points: number; unitIds: readonly number[] }[] =>
  offers.flatMap((offer) => {
    const points = Math.floor(pointsOf(offer))
    if (points < floor) return []
    const { unitIds } = offer
    if (offer.kind === 'assembly') {
      const whole = offer.assembly.covered === offer.assembly.sentences.length
      return whole ? [{ text: offer.text, points, unitIds }] : []
    }
    const { unit, repair } = offer.match
    return [{ text: repair?.complete ? repair.target : unit.target, points, unitIds }]
  })

/** Offers as they are shown; `place` is that in the list, from 0. */
export type OfferGroup =
  | { kind: 'assembly'; place: number; assembly: Assembly }
  /** Several targets of one source, as far as they follow one another. */
  | { kind: 'source'; source: string; matches: { place: number; match: MemoryMatch }[] }

export const groupOffers = (offers: readonly Offer[]): OfferGroup[] => {
  const groups: OfferGroup[] = []
  offers.forEach((offer, place) => {
    if (offer.kind === 'assembly')
      return void groups.push({ kind: 'assembly', place, assembly: offer.assembly })
    const { match } = offer
    const last = groups.at(-1)
    if (last?.kind === 'source' && last.source === match.unit.source) last.matches.push({ place, match })
    else groups.push({ kind: 'source', source: match.unit.source, matches: [{ place, match }] })
  })
  return groups
}

export interface MarkedSpan {
  start: number
  end: number
}

/** A text in pieces, those of the spans (ascending, none over another) marked; `place` is that of the span. */
export const piecesOf = (
  text: string,
  spans: readonly MarkedSpan[],
): { text: string; marked: boolean; place: number }[] => {
  const pieces: { text: string; marked: boolean; place: number }[] = []
  let at = 0
  for (const [place, { start, end }] of spans.entries()) {
    if (start < at || end > text.length) continue
    if (start > at) pieces.push({ text: text.slice(at, start), marked: false, place: -1 })
    if (end > start) pieces.push({ text: text.slice(start, end), marked: true, place })
    at = end
  }
  if (at < text.length) pieces.push({ text: text.slice(at), marked: false, place: -1 })
  return pieces
}
