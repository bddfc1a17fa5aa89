import {
  type MatchableTerm,
  TERM_STATUSES,
  type TermHit,
  type TermId,
  type TermReason,
} from '../model/term.ts'
import {
  endsVerb,
  lightVerbOf,
  stemForms,
  verbSource,
  type LightVerb,
  type VerbSource,
} from '../korean/verbs.ts'
import { hangulTail, readEnding, wordBegins, type Ending } from './boundary.ts'
import { spacingOf, writtenAlike } from './spelling.ts'
import { createStream, fillStream, HANGUL, type Stream } from './stream.ts'
import { createTrie, insert, remove, step, type Trie } from './trie.ts'

/** One spelling under which a term is found. */
interface Entry {
  term: MatchableTerm
  form: string
  isVariant: boolean
  /** A verb is found in its forms alone: `light` behind its noun, or behind a form of its own stem. */
  verb: VerbSource | null
}

/**
 * Finds the terms of a glossary in Korean text. Made by `buildMatcher`, changed only by `addTerms` and `removeTerms`;
 * whoever built it owns it. Not to be sent across a wall: build it where it is used.
 */
export interface TermMatcher {
  readonly entries: (Entry | null)[]
  /** Entries of a term, by its id. */
  readonly byTerm: Map<TermId, number[]>
  readonly trie: Trie
  /** Scratch of `findTerms`, which is synchronous and so never needs it twice at once. */
  readonly stream: Stream
  readonly candidates: number[]
  /** What the running search counts; null for all. */
  accepts: ((term: MatchableTerm) => boolean) | null
}

export interface FindOptions {
  /** Terms that are not accepted do not exist for this search: they hide no shorter ones. */
  accepts?: (term: MatchableTerm) => boolean
}

/** Builds a matcher; terms whose source is blank are passed over. Linear in the symbols of all sources. */
export function buildMatcher(terms: readonly MatchableTerm[]): TermMatcher {
  let symbols = 0
  for (const term of terms) symbols += term.source.length
  const matcher: TermMatcher = {
    entries: [],
    byTerm: new Map(),
    trie: createTrie(terms.length, symbols),
    stream: createStream(),
    candidates: [],
    accepts: null,
  }
  addTerms(matcher, terms)
  return matcher
}

/** Adds terms in place; a term that is already there (same id) must be removed first. */
export function addTerms(matcher: TermMatcher, terms: readonly MatchableTerm[]): void {
  for (const term of terms) {
    const own: number[] = []
    addForm(matcher, term, term.source, false, own)
    for (const variant of term.variants ?? []) addForm(matcher, term, variant, true, own)
    if (own.length > 0) matcher.byTerm.set(term.id, own)
  }
}

function addForm(
  matcher: TermMatcher,
  term: MatchableTerm,
  form: string,
  isVariant: boolean,
  own: number[],
): void {
  const { entries, trie, stream } = matcher
  const marked = term.partOfSpeech === 'verb' || term.partOfSpeech === 'adjective'
  const verb = form.endsWith('다') || marked ? verbSource(form.normalize('NFC').trim(), marked) : null
  // A verb of its own (오르다) is spelled by each of its forms; with a light verb (추진하다) by its noun.
  for (const spelled of verb === null ? [form] : verb.light === null ? stemForms(verb.stem) : [verb.stem]) {
    const { length, symbol } = fillStream(stream, spelled)
    if (length === 0) continue
    insert(trie, symbol, length, entries.length)
    own.push(entries.length)
    entries.push({ term, form: verb === null ? form : spelled, isVariant, verb })
  }
}

/** Removes terms in place by id; unknown ids are passed over. */
export function removeTerms(matcher: TermMatcher, ids: readonly TermId[]): void {
  const { entries, byTerm, trie, stream } = matcher
  for (const id of ids) {
    for (const index of byTerm.get(id) ?? []) {
      const entry = entries[index]
      if (!entry) continue
      const { length, symbol } = fillStream(stream, entry.form)
      remove(trie, symbol, length, index)
      entries[index] = null
    }
    byTerm.delete(id)
  }
}

/**
 * The terms in a text, left to right, never overlapping, the longest where several begin at one place. Offsets are
 * UTF-16 code units of `text` as given (NFC or NFD); they cover the term alone, without particle or name suffix.
 * `reason.particle` is all that stands attached behind it (-에서도, -시는); a reason names the weightiest cause:
 * suffix, then spacing, case, particle.
 *
 * A term counts where a word can begin and what is attached behind it is nothing, a particle, a noun suffix, a
 * name suffix (only for terms whose translation is capitalised), or another term, down to the end of the word: 중국경제는
 * gives 중국 and 경제 when both are terms. Attached to an unknown noun (우한대학) it is not counted, as that is mostly the
 * middle of some other word; written apart (우한 대학) it is. Verbs made of the noun (선전하다, 발전했다) are not hits.
 */
export function findTerms(matcher: TermMatcher, text: string, options: FindOptions = {}): TermHit[] {
  matcher.accepts = options.accepts ?? null
  const stream = fillStream(matcher.stream, text)
  const hits: TermHit[] = []
  let chained = -1
  for (let at = 0; at < stream.length;) {
    if (at !== chained && (matcher.trie.root[stream.symbol[at] ?? 0] === 0 || !wordBegins(stream, at))) {
      at++
      continue
    }
    const found = longestAt(matcher, text, at)
    if (!found) {
      at++
      continue
    }
    hits.push(found.hit)
    at = found.to
    if (found.chained) chained = found.to
  }
  return hits
}

interface Found {
  hit: TermHit
  to: number
  chained: boolean
}

function longestAt(matcher: TermMatcher, text: string, from: number): Found | null {
  const { stream, candidates } = matcher
  const bottom = candidates.length
  collect(matcher, from)
  let found: Found | null = null
  for (let top = candidates.length - 2; top >= bottom && !found; top -= 2) {
    found = readCandidate(matcher, text, from, candidates[top] ?? 0, candidates[top + 1] ?? -1)
  }
  candidates.length = bottom
  if (found) found.hit.end = stream.end[found.to - 1] ?? 0
  return found
}

/** Puts (end, first entry) of every term that spells the symbols from `from` on the stack, shortest first. */
function collect(matcher: TermMatcher, from: number): void {
  const { stream, trie, candidates } = matcher
  let node = 0
  for (let at = from; at < stream.length; at++) {
    node = step(trie, node, stream.symbol[at] ?? 0)
    if (node === 0) return
    const entry = trie.first[node] ?? -1
    if (entry >= 0 && isWanted(matcher, entry)) candidates.push(at + 1, entry)
  }
}

/** Whether any term of a node is accepted. */
function isWanted({ entries, trie, accepts }: TermMatcher, first: number): boolean {
  if (!accepts) return true
  for (let index = first; index >= 0; index = trie.next[index] ?? -1) {
    const entry = entries[index]
    if (entry && accepts(entry.term)) return true
  }
  return false
}

function readCandidate(
  matcher: TermMatcher,
  text: string,
  from: number,
  to: number,
  first: number,
): Found | null {
  const { stream } = matcher
  // A symbol made of one character must not be cut (one character may fold into several).
  if (to < stream.length && stream.start[to] === stream.start[to - 1]) return null
  const ending = readEnding(stream, from, to, () => isName(matcher, first))
  const chained = (ending.kind === 'open' || ending.kind === 'suffix') && canChain(matcher, from, to)
  const asNoun = chained || (ending.kind !== 'inside' && ending.kind !== 'open')
  const verb = verbTail(matcher, from, to, first)
  if (!asNoun && verb === null) return null
  const start = stream.start[from] ?? 0
  const written = text.slice(start, stream.end[to - 1])
  const terms: Candidate[] = []
  for (let index = first; index >= 0; index = matcher.trie.next[index] ?? -1) {
    const entry = matcher.entries[index]
    if (!entry || (matcher.accepts && !matcher.accepts(entry.term))) continue
    if (entry.verb === null ? !asNoun : verb === null || !endsAs(entry.verb, entry.form, verb)) continue
    const spacing = written === entry.form ? 'same' : spacingOf(stream, from, to, entry.form)
    if (spacing !== 'wrong') terms.push({ entry, index, spacing })
  }
  if (terms.length === 0) return null
  if (terms.length > 1) terms.sort(byStatus)
  const asVerb = terms.every(({ entry }) => entry.verb !== null)
  const chains = chained && !asVerb
  const hit: TermHit = {
    termIds: [...new Set(terms.map(({ entry }) => entry.term.id))],
    start,
    end: start,
    reason: asVerb
      ? { kind: 'verb', particle: verb?.tail ?? '' }
      : reasonOf(terms, written, chains ? 'exact' : ending.kind, chains ? '' : ending.particle),
  }
  return { hit, to, chained: chains }
}

/** The weightiest cause: another spelling, suffix, spacing, case, particle. */
function reasonOf(
  terms: readonly Candidate[],
  written: string,
  kind: Ending['kind'],
  particle: string,
): TermReason {
  const own = terms.filter(({ entry }) => !entry.isVariant)
  if (own.length === 0) return { kind: 'variant', particle, spelling: terms[0]?.entry.form ?? '' }
  if (kind === 'suffix') return { kind, particle }
  if (!own.some(({ spacing }) => spacing === 'same')) return { kind: 'spacing', particle }
  if (!own.some(({ entry }) => writtenAlike(written, entry.form))) return { kind: 'case', particle }
  return { kind: kind === 'particle' ? 'particle' : 'exact', particle }
}

/** What stands behind a form of a verb; the noun before a light verb may stand apart from it (추진 했다). */
interface VerbTail {
  tail: string
  light: LightVerb | null
  apart: boolean
}

function verbTail(
  { stream, entries, trie }: TermMatcher,
  from: number,
  to: number,
  first: number,
): VerbTail | null {
  let isAsked = false
  for (let index = first; index >= 0 && !isAsked; index = trie.next[index] ?? -1)
    isAsked = (entries[index]?.verb ?? null) !== null
  if (!isAsked || to - from < 1) return null
  const apart = stream.gap[to] === 1
  const tail = to < stream.length && stream.class[to] === HANGUL ? hangulTail(stream, to) : ''
  return { tail: apart ? '' : tail, light: lightVerbOf(tail), apart }
}

/** Whether a verb ends so. */
function endsAs(verb: VerbSource, form: string, { tail, light, apart }: VerbTail): boolean {
  if (verb.light !== null) return light === verb.light
  return endsVerb(form.normalize('NFC'), verb.stem, apart ? '' : tail)
}

interface Candidate {
  entry: Entry
  index: number
  spacing: 'same' | 'other'
}

/** Preferred first, forbidden last; within a status as the terms were given. */
function byStatus(a: Candidate, b: Candidate): number {
  return (
    TERM_STATUSES.indexOf(a.entry.term.status) - TERM_STATUSES.indexOf(b.entry.term.status) ||
    a.index - b.index
  )
}

/** A term that is said to be a name, or whose translation is capitalised, names something: Wuhan, State Council. */
function isName({ entries, trie }: TermMatcher, first: number): boolean {
  for (let index = first; index >= 0; index = trie.next[index] ?? -1) {
    const term = entries[index]?.term
    if (!term) continue
    if (term.partOfSpeech === 'name' || /^["'“‘(]?\p{Lu}/u.test(term.target)) return true
  }
  return false
}

/**
 * Whether the word goes on at `to` with terms (of two syllables and more) that fill it to its end. Single syllables
 * are left out: of 시 and 장 any 시장 could be made.
 */
function canChain(matcher: TermMatcher, from: number, to: number): boolean {
  const { stream, candidates } = matcher
  if (to - from < 2 || to >= stream.length || stream.gap[to] === 1) return false
  if (stream.class[to] !== HANGUL || stream.class[to - 1] !== HANGUL) return false
  const bottom = candidates.length
  collect(matcher, to)
  let fits = false
  for (let top = candidates.length - 2; top >= bottom && !fits; top -= 2) {
    const end = candidates[top] ?? 0
    if (end - to < 2) continue
    const entry = candidates[top + 1] ?? -1
    const ending = readEnding(stream, to, end, () => isName(matcher, entry))
    fits = ending.kind === 'open' ? canChain(matcher, to, end) : ending.kind !== 'inside'
  }
  candidates.length = bottom
  return fits
}
