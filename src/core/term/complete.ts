import { hasLoneConsonant, initialsFinder } from '../korean/hangul.ts'
import type { MatchableTerm, TermHit, TermId } from '../model/term.ts'

export { caseAtSentenceStart } from './sentence-start.ts'

export interface TermSuggestion {
  termId: TermId
  source: string
  target: string
  /** What the query was found in: the English, the Korean, or the Korean by its initial consonants. */
  matched: 'target' | 'source' | 'initials'
  /** Whether the term occurs in the paragraph being translated. */
  inParagraph: boolean
  status: MatchableTerm['status']
}

const STATUS_ORDER: Readonly<Record<MatchableTerm['status'], number>> = {
  preferred: 0,
  admitted: 1,
  deprecated: 2,
  forbidden: 3,
}

interface Ranked {
  suggestion: TermSuggestion
  /** Place among the terms of the paragraph; Infinity outside. */
  place: number
  /** 0 at the beginning, 1 at the beginning of a later word, 2 inside (Korean only). */
  position: number
}

/**
 * Suggestions for what is being typed: the beginning of the English or of one of its words ("wu" → Wuhan), the Korean
 * (우한, also half typed), or initial consonants (ㅇㅎㅅ → 우한시); other spellings of a term count as its own. Terms of the paragraph come first in the order of
 * the text; then beginnings before later words, preferred before admitted before deprecated, short before long.
 * Forbidden terms are never suggested. An empty query gives the terms of the paragraph. One pass over all terms.
 */
export function completeTerms(
  terms: Iterable<MatchableTerm>,
  hits: readonly TermHit[],
  query: string,
  limit = 20,
): TermSuggestion[] {
  const wanted = query.normalize('NFC').trim()
  const places = placesOf(hits)
  const find = wanted === '' ? null : finder(wanted)
  const ranked: Ranked[] = []
  for (const term of terms) {
    if (term.status === 'forbidden') continue
    const place = places.get(term.id) ?? Infinity
    if (!find && place === Infinity) continue
    const position = find ? find(term) : 0
    if (position < 0) continue
    const matched = find ? matchedBy(wanted) : 'source'
    const { id: termId, source, target, status } = term
    keepBest(ranked, limit, {
      suggestion: { termId, source, target, matched, inParagraph: place !== Infinity, status },
      place,
      position,
    })
  }
  return ranked.map((entry) => entry.suggestion)
}

/** Terms of the paragraph, by their order in it. */
function placesOf(hits: readonly TermHit[]): Map<TermId, number> {
  const places = new Map<TermId, number>()
  for (const hit of hits) for (const id of hit.termIds) if (!places.has(id)) places.set(id, places.size)
  return places
}

/** Inserts into the sorted list of the best; sorting every match of one typed letter would take far longer. */
function keepBest(best: Ranked[], limit: number, entry: Ranked): void {
  const last = best.at(-1)
  if (best.length >= limit && (!last || byRank(entry, last) >= 0)) return
  let at = best.length
  while (at > 0) {
    const before = best[at - 1]
    if (!before || byRank(before, entry) <= 0) break
    at--
  }
  best.splice(at, 0, entry)
  if (best.length > limit) best.length = limit
}

function matchedBy(wanted: string): TermSuggestion['matched'] {
  if (hasLoneConsonant(wanted)) return 'initials'
  return isKorean(wanted) ? 'source' : 'target'
}

export function isKorean(text: string): boolean {
  return /[\p{Script=Hangul}\p{Script=Han}]/u.test(text)
}

function finder(wanted: string): (term: MatchableTerm) => number {
  if (isKorean(wanted)) {
    const indexIn = initialsFinder(wanted)
    return (term) => {
      let best = -1
      for (const form of [term.source, ...(term.variants ?? [])]) {
        const source = composed(form)
        const at = indexIn(source)
        if (at < 0) continue
        const position = at === 0 ? 0 : source.charAt(at - 1) === ' ' ? 1 : 2
        if (best < 0 || position < best) best = position
      }
      return best
    }
  }
  const literal = wanted.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&').replace(/\s+/gu, '\\s+')
  const wordStart = new RegExp(`(?:^|[^\\p{L}\\p{N}])${literal}`, 'iu')
  return (term) => {
    const at = term.target.search(wordStart)
    if (at >= 0) return at === 0 ? 0 : 1
    // An abbreviation in Latin letters (MIIT) brings the full name.
    return (term.variants ?? []).some((variant) => variant.search(wordStart) === 0) ? 1 : -1
  }
}

/** Only decomposed sources need composing, and they are rare; composing all would double the time. */
export function composed(text: string): string {
  return /[\u1100-\u11ff]/u.test(text) ? text.normalize('NFC') : text
}

function byRank(a: Ranked, b: Ranked): number {
  // Two Infinities give NaN, which counts as no difference.
  return (
    a.place - b.place ||
    a.position - b.position ||
    STATUS_ORDER[a.suggestion.status] - STATUS_ORDER[b.suggestion.status] ||
    a.suggestion.target.length - b.suggestion.target.length ||
    (a.suggestion.target < b.suggestion.target ? -1 : a.suggestion.target > b.suggestion.target ? 1 : 0) ||
    a.suggestion.termId - b.suggestion.termId
  )
}
