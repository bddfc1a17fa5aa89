import type { TermHitDetail } from '#contract/term.ts'
import { hasLoneConsonant, initialsFinder } from '#core/korean/hangul.ts'
import { TERM_STATUSES, type Term, type TermStatus } from '#core/model/term.ts'
import { addTerms, buildMatcher, findTerms, removeTerms, type TermMatcher } from '#core/term/matcher.ts'
import type { Reader } from '../db/database.ts'
import { listTerms } from '../db/term.ts'

type Sort = 'source' | 'target' | 'updated' | 'status' | 'domain'

export interface TermQuery {
  search: string
  status?: TermStatus | undefined
  sort: Sort
  descending: boolean
  offset: number
  limit: number
}

/** The terms of a workspace in memory, with the matcher over them; read at the first question. */
export interface TermLookup {
  /** Terms in a text, the terms of a hit preferred first. Offsets are UTF-16 code units of `text`. */
  find(text: string): TermHitDetail[]
  list(query: TermQuery): { terms: Term[]; total: number }
  /** Follows a change that was committed. A changed term is both removed and added. */
  update(removed: readonly number[], added: readonly Term[]): void
  /** Forgets all; the next question reads anew. */
  reset(): void
}

interface Loaded {
  terms: Map<number, Term>
  matcher: TermMatcher
  /** Orders that were asked for since the last change. */
  sorted: Map<Sort, Term[]>
}

const rank = (term: Term): number => TERM_STATUSES.indexOf(term.status)
const compareText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

// Code points put Hangul syllables in the order of dictionaries.
const KEYS: Readonly<Record<Sort, (term: Term) => string>> = {
  source: ({ source }) => source,
  target: ({ target }) => target.toLowerCase(),
  updated: ({ updatedAt }) => updatedAt,
  status: (term) => String(rank(term)),
  domain: ({ domain }) => domain.toLowerCase(),
}

const sortTerms = (terms: Iterable<Term>, sort: Sort): Term[] => {
  const key = KEYS[sort]
  return Array.from(terms, (term) => ({ term, key: key(term) }))
    .sort(
      (one, other) =>
        compareText(one.key, other.key) ||
        compareText(one.term.source, other.term.source) ||
        one.term.id - other.term.id,
    )
    .map(({ term }) => term)
}

/** Whether a term is what was searched for: in source, target, domain or note, or by initial consonants. */
const searcher = (search: string): ((term: Term) => boolean) => {
  const needle = search.normalize('NFC').toLowerCase().trim()
  const byInitials = hasLoneConsonant(needle) ? initialsFinder(needle) : null
  return ({ source, target, domain, note }) =>
    source.toLowerCase().includes(needle) ||
    target.toLowerCase().includes(needle) ||
    domain.toLowerCase().includes(needle) ||
    note.toLowerCase().includes(needle) ||
    (byInitials !== null && byInitials(source) >= 0)
}

export const createTermLookup = (db: Reader): TermLookup => {
  let loaded: Loaded | null = null

  const load = (): Loaded => {
    if (loaded) return loaded
    const terms = listTerms(db)
    loaded = {
      terms: new Map(terms.map((term) => [term.id, term])),
      matcher: buildMatcher(terms),
      sorted: new Map(),
    }
    return loaded
  }

  return {
    find(text) {
      const { terms, matcher } = load()
      return findTerms(matcher, text).map((hit) => ({
        ...hit,
        terms: hit.termIds
          .flatMap((id) => terms.get(id) ?? [])
          .sort((one, other) => rank(one) - rank(other) || one.id - other.id),
      }))
    },
    list({ search, status, sort, descending, offset, limit }) {
      const { terms, sorted } = load()
      let ordered = sorted.get(sort)
      if (!ordered) sorted.set(sort, (ordered = sortTerms(terms.values(), sort)))
      const matches = search.trim() === '' ? null : searcher(search)
      let found =
        matches || status
          ? ordered.filter((term) => (!status || term.status === status) && (!matches || matches(term)))
          : ordered
      const total = found.length
      if (descending) found = found.toReversed()
      return { terms: found.slice(offset, offset + limit), total }
    },
    update(removed, added) {
      if (!loaded) return
      const { terms, matcher, sorted } = loaded
      const gone = removed.filter((id) => terms.delete(id))
      if (gone.length > 0) removeTerms(matcher, gone)
      for (const term of added) terms.set(term.id, term)
      if (added.length > 0) addTerms(matcher, added)
      sorted.clear()
    },
    reset() {
      loaded = null
    },
  }
}
