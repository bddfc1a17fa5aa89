import { hasLoneConsonant, initialsFinder, initialsOf } from '#core/korean/hangul.ts'
import { TERM_STATUSES, type PartOfSpeech, type Term, type TermStatus } from '#core/model/term.ts'

export type TermSort = 'source' | 'target' | 'updated' | 'status' | 'domain'

export interface TermFilter {
  search: string
  status?: TermStatus | undefined
  domain?: string | undefined
  partOfSpeech?: PartOfSpeech | undefined
  glossaryIds?: readonly number[] | undefined
}

interface Entry {
  term: Term
  key: string
}

const compareText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)
const compareEntries = (one: Entry, other: Entry): number =>
  compareText(one.key, other.key) ||
  compareText(one.term.source, other.term.source) ||
  one.term.id - other.term.id

// Code points put Hangul syllables in the order of dictionaries.
const KEYS: Readonly<Record<TermSort, (term: Term) => string>> = {
  source: ({ source }) => source,
  target: ({ target }) => target.toLowerCase(),
  updated: ({ updatedAt }) => updatedAt,
  status: ({ status }) => String(TERM_STATUSES.indexOf(status)),
  domain: ({ domain }) => domain.toLowerCase(),
}

/** Terms in every order that was asked for, kept sorted through changes; a change costs one pass, not a sort. */
export interface TermOrder {
  /**
   * All terms in an order and its direction, as a filter leaves them. In the order of dictionaries what is searched for
   * itself comes before what begins with it, and that before what has it elsewhere.
   */
  list(sort: TermSort, descending: boolean, filter: TermFilter): Term[]
  /** `removed` as they were. */
  update(removed: readonly Term[], added: readonly Term[]): void
}

/** Up to so many changes are made in place; more are cheaper in one pass. */
const FEW = 40
/**
 * So many changes wait for the next look at the list before they are taken in: what comes in by the hundred thousand
 * would else cost a pass over everything every few milliseconds.
 */
const MOST_WAITING = 6_000

/** Where an entry stands in a sorted list, or would. */
const placeOf = (order: readonly Entry[], wanted: Entry): number => {
  let [from, to] = [0, order.length]
  while (from < to) {
    const middle = (from + to) >> 1
    const entry = order[middle]
    if (entry && compareEntries(entry, wanted) < 0) from = middle + 1
    else to = middle
  }
  return from
}

/** The two sorted lists as one. */
const merged = (one: readonly Entry[], other: readonly Entry[]): Entry[] => {
  const all: Entry[] = []
  let at = 0
  for (const entry of one) {
    for (let next = other[at]; next && compareEntries(next, entry) < 0; next = other[++at]) all.push(next)
    all.push(entry)
  }
  for (let next = other[at]; next; next = other[++at]) all.push(next)
  return all
}

/**
 * All text of a term that is searched, without case, and the initial consonants of its Korean; built once a term, since
 * every key typed searches all of them.
 */
const searchable = ({ source, variants, target, domain, definition, note }: Term): string =>
  [
    source,
    ...variants,
    target,
    domain,
    definition,
    note,
    ...[source, ...variants].map((form) => initialsOf(form.replace(/\s/gu, ''))),
  ]
    .join('\n')
    .toLowerCase()

const needleOf = (filter: TermFilter): string => filter.search.normalize('NFC').toLowerCase().trim()

/** 0: is what is searched for. 1: begins with it. 2: a word of it does. 3: has it somewhere. */
const fitOf = ({ source, variants, target }: Term, needle: string): number => {
  let best = 3
  for (const text of [source, target, ...variants]) {
    const at = text.toLowerCase().indexOf(needle)
    if (at < 0) continue
    if (at === 0) best = Math.min(best, text.length === needle.length ? 0 : 1)
    else if (/[\s\-·(/]/u.test(text[at - 1] ?? '')) best = Math.min(best, 2)
  }
  return best
}

const bestFirst = (terms: readonly Term[], needle: string): Term[] => {
  const byFit: [Term[], Term[], Term[], Term[]] = [[], [], [], []]
  for (const term of terms) byFit[fitOf(term, needle)]?.push(term)
  return byFit.flat()
}

export const createTermOrder = (terms: ReadonlyMap<number, Term>): TermOrder => {
  const orders = new Map<TermSort, Entry[]>()
  const texts = new Map<number, string>()

  const entriesOf = (list: Iterable<Term>, sort: TermSort): Entry[] =>
    Array.from(list, (term) => ({ term, key: KEYS[sort](term) })).sort(compareEntries)

  const textOf = (term: Term): string => {
    let text = texts.get(term.id)
    if (text === undefined) texts.set(term.id, (text = searchable(term)))
    return text
  }

  const matcherOf = (filter: TermFilter): ((term: Term) => boolean) | null => {
    const tests: ((term: Term) => boolean)[] = []
    const { status, domain, partOfSpeech, glossaryIds } = filter
    if (status !== undefined) tests.push((term) => term.status === status)
    if (domain !== undefined) tests.push((term) => term.domain === domain)
    if (partOfSpeech !== undefined) tests.push((term) => term.partOfSpeech === partOfSpeech)
    if (glossaryIds !== undefined) {
      const wanted = new Set(glossaryIds)
      tests.push((term) => wanted.has(term.glossaryId))
    }
    const needle = needleOf(filter)
    if (needle !== '') {
      // Consonants alone stand in the text already; mixed with syllables (우ㅎㅅ) they are looked for one by one.
      const byInitials = hasLoneConsonant(needle) && /[가-힣]/u.test(needle) ? initialsFinder(needle) : null
      // Letters with spaces between them are all wanted, in any order and field.
      const parts = needle.split(/\s+/u)
      tests.push((term) => {
        const text = textOf(term)
        if (parts.every((part) => text.includes(part))) return true
        return byInitials !== null && [term.source, ...term.variants].some((form) => byInitials(form) >= 0)
      })
    }
    return tests.length === 0 ? null : (term) => tests.every((test) => test(term))
  }

  let gone = new Map<number, Term>()
  let come = new Map<number, Term>()

  /** Takes in what waits. */
  const settle = (): void => {
    if (gone.size + come.size === 0) return
    const [removed, added] = [[...gone.values()], [...come.values()]]
    gone = new Map()
    come = new Map()
    const few = removed.length + added.length <= FEW
    const ids = new Set(removed.map(({ id }) => id))
    for (const [sort, order] of orders) {
      const coming = entriesOf(added, sort)
      if (few) {
        for (const entry of entriesOf(removed, sort)) order.splice(placeOf(order, entry), 1)
        for (const entry of coming) order.splice(placeOf(order, entry), 0, entry)
      } else {
        const kept = ids.size === 0 ? order : order.filter(({ term }) => !ids.has(term.id))
        orders.set(sort, merged(kept, coming))
      }
    }
  }

  return {
    list(sort, descending, filter) {
      settle()
      let order = orders.get(sort)
      if (!order) orders.set(sort, (order = entriesOf(terms.values(), sort)))
      const matches = matcherOf(filter)
      const found: Term[] = []
      for (const { term } of order) if (!matches || matches(term)) found.push(term)
      if (descending) return found.reverse()
      const needle = needleOf(filter)
      return sort === 'source' && needle !== '' ? bestFirst(found, needle) : found
    },
    update(removed, added) {
      for (const term of removed) {
        texts.delete(term.id)
        // What came and goes again before anybody looked was never there.
        if (!come.delete(term.id)) gone.set(term.id, term)
      }
      for (const term of added) come.set(term.id, term)
      if (gone.size + come.size > MOST_WAITING) settle()
    },
  }
}
