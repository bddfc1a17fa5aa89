import type { DuplicateGroup, ParagraphHits, RefusedHit, TermHitDetail } from '#contract/term.ts'
import { TERM_STATUSES, type Term, type TermHit } from '#core/model/term.ts'
import type { TermSuggestion } from '#core/term/complete.ts'
import { createCompletionIndex, type CompletionIndex } from '#core/term/completeIndex.ts'
import { foldSpelling, wordAround } from '#core/term/fold.ts'
import { addTerms, buildMatcher, findTerms, removeTerms, type TermMatcher } from '#core/term/matcher.ts'
import { refuses } from '#core/term/refusal.ts'
import type { Reader } from '../db/database.ts'
import { isRemoved, scopeOf } from '../db/glossary.ts'
import { refusalsFor } from '../db/refusal.ts'
import { listTerms, termsOfGlossaries } from '../db/term.ts'
import { createTermOrder, type TermFilter, type TermOrder, type TermSort } from './termOrder.ts'
import { createTermWatch } from './termWatch.ts'

export interface TermQuery extends TermFilter {
  sort: TermSort
  descending: boolean
  offset: number
  limit: number
}

/** A source text with what its terms depend on. */
export interface SourceText {
  id: number
  articleId: number
  projectId: number
  source: string
}

/** The terms of a workspace in memory, with one matcher over all its glossaries; read at the first question. */
export interface TermLookup {
  /** Terms in a text; with a project, of its glossaries only. Offsets are UTF-16 code units of `text`. */
  find(text: string, projectId?: number): TermHitDetail[]
  /** The same for a paragraph, with what was refused set apart. */
  findIn(paragraph: SourceText): ParagraphHits
  list(query: TermQuery): { terms: Term[]; total: number }
  ids(query: Omit<TermQuery, 'offset' | 'limit'>): number[]
  domains(): { domain: string; terms: number }[]
  /** Terms of this source, in any glossary, however it is spaced and written. */
  alike(source: string): Term[]
  duplicates(glossaryIds: readonly number[]): DuplicateGroup[]
  complete(query: string, hits: readonly TermHit[], limit: number, projectId?: number): TermSuggestion[]
  get(id: number): Term | undefined
  /** Whether a project's glossaries have this source. */
  has(source: string, projectId?: number): boolean
  /** Follows a change that was committed. A changed term is both removed and added. */
  update(removed: readonly number[], added: readonly Term[]): void
  /** Glossaries were attached, detached or put in another order. */
  scopesChanged(): void
  /** The terms of a glossary went to the trash or came from it; the change is committed. Everything has its turn meanwhile. */
  glossaryMoved(glossaryId: number, inUse: boolean, rest: () => Promise<void>): Promise<void>
  /** Another process wrote: takes over what it did to terms. */
  follow(): void
  /** Forgets all; the next question reads anew. */
  reset(): void
  /** Counts up with every change of terms or of what is attached where. */
  version(): number
}

interface Loaded {
  terms: Map<number, Term>
  matcher: TermMatcher
  order: TermOrder
  /** Made at the first completion. */
  completion: CompletionIndex | null
  /** Ids by folded spelling of source and variants. */
  forms: Map<string, Set<number>>
}

const formsOf = (term: Term): string[] => [term.source, ...term.variants].map(foldSpelling)

const addForms = (forms: Loaded['forms'], term: Term): void => {
  for (const form of formsOf(term)) {
    const ids = forms.get(form)
    if (ids) ids.add(term.id)
    else forms.set(form, new Set([term.id]))
  }
}

const dropForms = (forms: Loaded['forms'], term: Term): void => {
  for (const form of formsOf(term)) {
    const ids = forms.get(form)
    ids?.delete(term.id)
    if (ids?.size === 0) forms.delete(form)
  }
}

/** Usable before not recommended before forbidden. */
const classOf = ({ status }: Term): number => Math.max(0, TERM_STATUSES.indexOf(status) - 1)

/**
 * The terms of one hit in the order they are offered: usable ones, then by the priority of their glossary, then by
 * status. Where two glossaries say different things of one target, the weightier one is heard.
 */
const ranked = (
  terms: Term[],
  priority: ReadonlyMap<number, number>,
): Pick<TermHitDetail, 'terms' | 'twins'> => {
  const weight = (term: Term): number => priority.get(term.glossaryId) ?? Infinity
  const byTarget = new Map<string, Term>()
  const twins: Term[] = []
  for (const term of terms.sort((one, other) => weight(one) - weight(other) || one.id - other.id))
    if (byTarget.has(term.target)) twins.push(term)
    else byTarget.set(term.target, term)
  const heard = [...byTarget.values()].sort(
    (one, other) =>
      classOf(one) - classOf(other) ||
      weight(one) - weight(other) ||
      TERM_STATUSES.indexOf(one.status) - TERM_STATUSES.indexOf(other.status) ||
      one.id - other.id,
  )
  return { terms: heard, twins }
}

/** Terms of a glossary that come or go at once: some milliseconds. */
const MOVED = 500

export const createTermLookup = (db: Reader): TermLookup => {
  let loaded: Loaded | null = null
  let version = 0
  const scopes = new Map<number, ReadonlyMap<number, number>>()
  const watch = createTermWatch(db)

  const load = (): Loaded => {
    if (loaded) return loaded
    watch.start()
    const list = listTerms(db)
    const terms = new Map(list.map((term) => [term.id, term]))
    const forms: Loaded['forms'] = new Map()
    for (const term of list) addForms(forms, term)
    loaded = {
      ...{ terms, forms, completion: null },
      matcher: buildMatcher(list),
      order: createTermOrder(terms),
    }
    return loaded
  }

  /** Glossary → priority; null where every glossary counts. */
  const scopeFor = (projectId: number | undefined): ReadonlyMap<number, number> | null => {
    if (projectId === undefined) return null
    let scope = scopes.get(projectId)
    if (!scope) {
      scope = new Map(scopeOf(db, projectId).map((glossaryId, place) => [glossaryId, place]))
      scopes.set(projectId, scope)
    }
    return scope
  }
  // Without a project the oldest glossary weighs most.
  const everywhere = { get: (glossaryId: number) => glossaryId } as ReadonlyMap<number, number>

  const find = (text: string, projectId?: number): TermHitDetail[] => {
    const { terms, matcher } = load()
    const scope = scopeFor(projectId)
    return findTerms(matcher, text, scope ? { glossaryIds: scope } : {}).map((hit) => {
      const own = ranked(
        hit.termIds.flatMap((id) => terms.get(id) ?? []),
        scope ?? everywhere,
      )
      return { ...hit, ...own, termIds: own.terms.map(({ id }) => id) }
    })
  }

  const lookup: TermLookup = {
    find,
    findIn({ id, articleId, projectId, source }) {
      const refusals = refusalsFor(db, articleId)
      const hits: TermHitDetail[] = []
      const refused: RefusedHit[] = []
      for (const hit of find(source, projectId)) {
        const { start, end } = hit
        const form = refusals.length === 0 ? '' : foldSpelling(source.slice(start, end))
        const word = refusals.length === 0 ? '' : wordAround(source, start, end)
        const refusal = refusals.find((each) => refuses(each, { form, word, text: source, start, end }))
        if (!refusal) hits.push(hit)
        else
          refused.push({
            refusalId: refusal.id,
            scope: refusal.scope,
            start,
            end,
            source: hit.terms[0]?.source ?? '',
          })
      }
      return { paragraphId: id, hits, refused }
    },
    list({ sort, descending, offset, limit, ...filter }) {
      const found = load().order.list(sort, descending, filter)
      return { terms: found.slice(offset, offset + limit), total: found.length }
    },
    ids: ({ sort, descending, ...filter }) =>
      load()
        .order.list(sort, descending, filter)
        .map(({ id }) => id),
    domains() {
      const counts = new Map<string, number>()
      for (const { domain } of load().terms.values())
        if (domain !== '') counts.set(domain, (counts.get(domain) ?? 0) + 1)
      return [...counts]
        .map(([domain, terms]) => ({ domain, terms }))
        .sort((one, other) => other.terms - one.terms || (one.domain < other.domain ? -1 : 1))
    },
    alike(source) {
      const { terms, forms } = load()
      return [...(forms.get(foldSpelling(source)) ?? [])].flatMap((id) => terms.get(id) ?? [])
    },
    duplicates(glossaryIds) {
      const { terms, forms } = load()
      const wanted = new Set(glossaryIds)
      const groups: DuplicateGroup[] = []
      for (const [form, ids] of forms) {
        if (ids.size < 2) continue
        // By source alone: a shared abbreviation is no duplicate.
        const own = [...ids]
          .flatMap((id) => terms.get(id) ?? [])
          .filter((term) => wanted.has(term.glossaryId) && foldSpelling(term.source) === form)
        if (own.length < 2) continue
        const byTarget = Map.groupBy(own, ({ target }) => foldSpelling(target))
        for (const same of byTarget.values()) if (same.length > 1) groups.push({ kind: 'same', terms: same })
        const usable = own.filter(({ status }) => status === 'preferred')
        if (new Set(usable.map(({ target }) => foldSpelling(target))).size > 1)
          groups.push({ kind: 'source', terms: usable })
      }
      return groups.sort(
        (one, other) =>
          Number(one.kind === 'source') - Number(other.kind === 'source') ||
          ((one.terms[0]?.source ?? '') < (other.terms[0]?.source ?? '') ? -1 : 1),
      )
    },
    complete(query, hits, limit, projectId) {
      const room = load()
      if (!room.completion) {
        room.completion = createCompletionIndex()
        room.completion.add(room.terms.values())
      }
      return room.completion.complete(hits, query, limit, scopeFor(projectId) ?? undefined)
    },
    get: (id) => load().terms.get(id),
    has(source, projectId) {
      const { terms, forms } = load()
      const ids = forms.get(foldSpelling(source))
      const scope = scopeFor(projectId)
      if (!ids || !scope) return ids !== undefined
      return [...ids].some((id) => scope.has(terms.get(id)?.glossaryId ?? 0))
    },
    update(removed, added) {
      version++
      if (!loaded) return
      const { terms, matcher, order, completion, forms } = loaded
      const gone = new Map<number, Term>()
      for (const id of [...removed, ...added.map((term) => term.id)]) {
        const term = terms.get(id)
        if (!term) continue
        gone.set(id, term)
        dropForms(forms, term)
        terms.delete(id)
      }
      if (gone.size > 0) {
        removeTerms(matcher, [...gone.keys()])
        completion?.remove(gone.keys())
      }
      for (const term of added) {
        terms.set(term.id, term)
        addForms(forms, term)
      }
      if (added.length > 0) addTerms(matcher, added)
      completion?.add(added)
      order.update([...gone.values()], added)
    },
    scopesChanged() {
      version++
      scopes.clear()
    },
    async glossaryMoved(glossaryId, inUse, rest) {
      lookup.scopesChanged()
      if (!loaded) return
      watch.glossariesKnown()
      for (let after = 0; ;) {
        const some = termsOfGlossaries(db, [glossaryId], after, MOVED)
        // Forgotten meanwhile: the next question reads all anew. Moved back meanwhile: that is another's to do.
        if (some.length === 0 || !loaded || isRemoved(db, glossaryId) === inUse) return
        if (inUse) lookup.update([], some)
        else
          lookup.update(
            some.map(({ id }) => id),
            [],
          )
        after = some.at(-1)?.id ?? after
        await rest()
      }
    },
    follow() {
      lookup.scopesChanged()
      if (!loaded) return
      const news = watch.news()
      if (news === 'all') lookup.reset()
      else if (news.removed.length + news.added.length > 0) lookup.update(news.removed, news.added)
    },
    reset() {
      lookup.scopesChanged()
      loaded = null
    },
    version: () => version,
  }
  return lookup
}
