import type { TermHitDetail } from '#contract/term.ts'
import type { Term, TermId } from '#core/model/term.ts'
import { renderingOf, type TargetPlace } from '#core/term/target.ts'

/** What becomes of a term in a translation. `wrong`: a translation that is not to be used stands there. */
export type HitState = 'rendered' | 'wrong' | 'missing'

/** One term of a paragraph, however often its source stands there. */
export interface HitRow {
  /** In reading order, from 1: the number of its key. */
  number: number
  hit: TermHitDetail
  /** How often it stands in the source. */
  count: number
  state: HitState
  /** Terms whose translation stands in the text, with the places. */
  rendered: { termId: TermId; places: TargetPlace[] }[]
}

const isUsable = ({ status }: Term): boolean => status === 'preferred' || status === 'admitted'

/** Terms that may be inserted, the preferred one first. */
export const usableTerms = (hit: TermHitDetail): Term[] => hit.terms.filter(isUsable)

/** The terms of a paragraph in reading order, with what became of each in its translation. */
export const hitRows = (hits: readonly TermHitDetail[], target: string): HitRow[] => {
  const rows = new Map<string, HitRow>()
  const wrong = new Set(wrongPlaces(hits, target).map(({ term }) => term.id))
  for (const hit of hits) {
    const key = hit.termIds.toSorted((one, other) => one - other).join(' ')
    const known = rows.get(key)
    if (known) {
      known.count++
      continue
    }
    const rendered = renderingOf(target, hit.terms)
    const state = hit.terms.some(({ id }) => wrong.has(id))
      ? 'wrong'
      : rendered.length > 0
        ? 'rendered'
        : 'missing'
    rows.set(key, { number: rows.size + 1, hit, count: 1, state, rendered })
  }
  return [...rows.values()]
}

/** A translation in a text that is not to be used, with what to write instead, where the glossary says it. */
export interface WrongPlace {
  start: number
  end: number
  term: Term
  instead: Term | null
}

/** Every place of a translation where a forbidden or deprecated target of one of the hits stands. */
export const wrongPlaces = (hits: readonly TermHitDetail[], target: string): WrongPlace[] => {
  const found: WrongPlace[] = []
  if (hits.every(({ terms }) => terms.every(isUsable))) return found
  const renderings = hits.map((hit) => ({ hit, rendered: renderingOf(target, hit.terms) }))
  // What is right for one term is not wrong for another (China of 중국, forbidden for 중국 정부), nor is a part of it.
  const right = renderings.flatMap(({ hit, rendered }) =>
    rendered.flatMap(({ termId, places }) =>
      hit.terms.some((term) => term.id === termId && isUsable(term)) ? places : [],
    ),
  )
  for (const { hit, rendered } of renderings) {
    for (const { termId, places } of rendered) {
      const term = hit.terms.find(({ id }) => id === termId)
      if (!term || isUsable(term)) continue
      for (const { start, end } of places)
        if (
          !right.some((place) => place.start <= start && end <= place.end) &&
          !found.some((other) => other.start === start && other.end === end)
        )
          found.push({ start, end, term, instead: usableTerms(hit)[0] ?? null })
    }
  }
  return found.sort((one, other) => one.start - other.start)
}
