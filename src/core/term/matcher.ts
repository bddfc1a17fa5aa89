import {
  type MatchableTerm,
  TERM_STATUSES,
  type TermHit,
  type TermId,
  type TermReason,
} from '../model/term.ts'
import { readEnding, wordBegins } from './boundary.ts'
import { spacingOf, writtenAlike } from './spelling.ts'
import { createStream, fillStream, HANGUL, type Stream } from './stream.ts'
import { createTrie, insert, remove, step, type Trie } from './trie.ts'

/**
 * Finds the terms of a glossary in Korean text. Made by `buildMatcher`, changed only by `addTerms` and `removeTerms`;
 * whoever built it owns it. Not to be sent across a wall: build it where it is used.
 */
export interface TermMatcher {
  readonly terms: MatchableTerm[]
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
    terms: [],
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
    const { length, symbol } = fillStream(matcher.stream, term.source)
    if (length === 0) continue
    insert(matcher.trie, symbol, length, matcher.terms.length)
    matcher.terms.push(term)
  }
}

/** Removes terms in place by id; unknown ids are passed over. One pass over the list of terms, however many ids. */
export function removeTerms(matcher: TermMatcher, ids: readonly TermId[]): void {
  const gone = new Set(ids)
  for (let index = 0; index < matcher.terms.length; index++) {
    const term = matcher.terms[index]
    if (!term || !gone.has(term.id)) continue
    const { length, symbol } = fillStream(matcher.stream, term.source)
    remove(matcher.trie, symbol, length, index)
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
function isWanted({ terms, trie, accepts }: TermMatcher, entry: number): boolean {
  if (!accepts) return true
  for (let index = entry; index >= 0; index = trie.next[index] ?? -1) {
    const term = terms[index]
    if (term && accepts(term)) return true
  }
  return false
}

function readCandidate(
  matcher: TermMatcher,
  text: string,
  from: number,
  to: number,
  entry: number,
): Found | null {
  const { stream } = matcher
  // A symbol made of one character must not be cut (one character may fold into several).
  if (to < stream.length && stream.start[to] === stream.start[to - 1]) return null
  const ending = readEnding(stream, from, to, () => isName(matcher, entry))
  if (ending.kind === 'inside') return null
  const chained = (ending.kind === 'open' || ending.kind === 'suffix') && canChain(matcher, from, to)
  if (ending.kind === 'open' && !chained) return null
  const start = stream.start[from] ?? 0
  const written = text.slice(start, stream.end[to - 1])
  const terms: Candidate[] = []
  for (let index = entry; index >= 0; index = matcher.trie.next[index] ?? -1) {
    const term = matcher.terms[index]
    if (!term || (matcher.accepts && !matcher.accepts(term))) continue
    const spacing = written === term.source ? 'same' : spacingOf(stream, from, to, term.source)
    if (spacing !== 'wrong') terms.push({ term, index, spacing })
  }
  if (terms.length === 0) return null
  if (terms.length > 1) terms.sort(byStatus)
  let kind: TermReason['kind'] = chained || ending.kind === 'open' ? 'exact' : ending.kind
  if (kind !== 'suffix') {
    if (!terms.some((candidate) => candidate.spacing === 'same')) kind = 'spacing'
    else if (!terms.some((candidate) => writtenAlike(written, candidate.term.source))) kind = 'case'
  }
  const hit: TermHit = {
    termIds: terms.map((candidate) => candidate.term.id),
    start,
    end: start,
    reason: { kind, particle: chained ? '' : ending.particle },
  }
  return { hit, to, chained }
}

interface Candidate {
  term: MatchableTerm
  index: number
  spacing: 'same' | 'other'
}

/** Preferred first, forbidden last; within a status as the terms were given. */
function byStatus(a: Candidate, b: Candidate): number {
  return TERM_STATUSES.indexOf(a.term.status) - TERM_STATUSES.indexOf(b.term.status) || a.index - b.index
}

/** A term with a capitalised translation names something: Wuhan, State Council. */
function isName({ terms, trie }: TermMatcher, entry: number): boolean {
  for (let index = entry; index >= 0; index = trie.next[index] ?? -1) {
    if (/^["'“‘(]?\p{Lu}/u.test(terms[index]?.target ?? '')) return true
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
