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
import { mayBeBound } from './bound.ts'
import { hangulTail, readEnding, wordBegins, type Ending } from './boundary.ts'
import { spacingOf, writtenAlike } from './spelling.ts'
import { createStream, fillStream, HANGUL, SPACE, type Stream } from './stream.ts'
import { IS_NAME, IS_PLAIN, IS_VERB, MAY_BE_BOUND } from './traits.ts'
import { createTrie, edgeOf, ENTRY, FIRST, insert, remove, restEnd, TO, type Trie } from './trie.ts'

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
  readonly spelled: Stream
  /** Stack of (end, first entry); `top` is its height in numbers. */
  candidates: Int32Array
  top: number
  /** By symbol, whether terms fill the word from there: 0 not asked yet, 1 yes, 2 no. */
  fills: Uint8Array
  /** The glossaries the running search looks at; null for all. */
  glossaryIds: Glossaries | null
}

/** A set of glossaries, or a map of them. */
interface Glossaries {
  has(glossaryId: number): boolean
}

export interface FindOptions {
  /** Terms of other glossaries do not exist for this search: they hide no shorter ones. */
  glossaryIds?: Glossaries
}

/** Builds a matcher; terms whose source is blank are passed over. Linear in the symbols of all sources. */
export function buildMatcher(terms: readonly MatchableTerm[]): TermMatcher {
  const matcher: TermMatcher = {
    entries: [],
    byTerm: new Map(),
    trie: createTrie(terms.length),
    stream: createStream(),
    spelled: createStream(64),
    candidates: new Int32Array(256),
    top: 0,
    fills: new Uint8Array(256),
    glossaryIds: null,
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
  const { entries, trie } = matcher
  const marked = term.partOfSpeech === 'verb' || term.partOfSpeech === 'adjective'
  const verb = form.endsWith('다') || marked ? verbSource(form.normalize('NFC').trim(), marked) : null
  // A verb of its own (오르다) is spelled by each of its forms; with a light verb (추진하다) by its noun.
  const name = isName(term) ? IS_NAME : 0
  for (const spelled of verb === null ? [form] : verb.light === null ? stemForms(verb.stem) : [verb.stem]) {
    const filled = fillStream(matcher.spelled, spelled)
    if (filled.length === 0) continue
    const index = entries.length
    insert(trie, filled.symbol, filled.length, index)
    own.push(index)
    entries.push({ term, form: verb === null ? form : spelled, isVariant, verb })
    const plain = verb === null && !isVariant && isPlain(spelled) ? IS_PLAIN : 0
    const bound = verb === null && mayBeBound(spelled) ? MAY_BE_BOUND : 0
    const flags = name | plain | bound | (verb === null ? 0 : IS_VERB)
    const at = index * ENTRY
    trie.entries[at + TRAITS] = flags | ((term.glossaryId ?? 0) << GLOSSARY_SHIFT)
    trie.entries[at + GAPS] = plain === 0 ? 0 : gapsOf(filled, 0, filled.length)
    trie.entries[at + TERM] = term.id
  }
}

/**
 * What most searches ask of an entry, kept with it in the trie: its flags with the glossary above them; bits of the symbols
 * with a space before them, from the second on; the id of its term. An object each would have to be fetched from far
 * away in memory, which at 100,000 terms takes longer than all else.
 */
const TRAITS = 1
const GAPS = 2
const TERM = 3
const GLOSSARY_SHIFT = 8

const nextOf = ({ entries }: Trie, index: number): number => entries[index * ENTRY] ?? -1
const glossaryOf = ({ entries }: Trie, index: number): number =>
  (entries[index * ENTRY + TRAITS] ?? 0) >>> GLOSSARY_SHIFT

/** A term that is said to be a name, or whose translation is capitalised, names something: Wuhan, State Council. */
function isName({ partOfSpeech, target }: MatchableTerm): boolean {
  return partOfSpeech === 'name' || /^["'“‘(]?\p{Lu}/u.test(target)
}

function isPlain(form: string): boolean {
  return form.length <= 32 && /^[가-힣]+(?: [가-힣]+)*$/u.test(form)
}

/** Which of the symbols `from`–`to` (32 at most) have a space before them, the first left out. */
function gapsOf({ gap }: Stream, from: number, to: number): number {
  let bits = 0
  for (let at = from + 1; at < to; at++) bits |= ((gap[at] ?? 0) & SPACE) << (at - from)
  return bits
}

function bitsIn(bits: number): number {
  let count = 0
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++
  return count
}

/** Removes terms in place by id; unknown ids are passed over. */
export function removeTerms(matcher: TermMatcher, ids: readonly TermId[]): void {
  const { entries, byTerm, trie, spelled } = matcher
  for (const id of ids) {
    for (const index of byTerm.get(id) ?? []) {
      const entry = entries[index]
      if (!entry) continue
      const { length, symbol } = fillStream(spelled, entry.form)
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
 * A term counts where a word can begin and what is attached behind it is nothing, a particle, a noun suffix
 * (`noun-endings.ts`), a name suffix (only for terms whose translation is capitalised), or another term, down to the end
 * of the word: 중국경제는 gives 중국 and 경제 when both are terms. It does not count where a number or a particle before it
 * makes it something else (`amount.ts`, `bound.ts`). Attached to an unknown noun (우한대학) it is not counted, as that is mostly the
 * middle of some other word; written apart (우한 대학) it is. Verbs made of the noun (선전하다, 발전했다) are not hits.
 */
export function findTerms(matcher: TermMatcher, text: string, options: FindOptions = {}): TermHit[] {
  matcher.glossaryIds = options.glossaryIds ?? null
  const stream = fillStream(matcher.stream, text)
  if (matcher.fills.length < stream.length) matcher.fills = new Uint8Array(stream.length * 2)
  else matcher.fills.fill(0, 0, stream.length)
  const hits: TermHit[] = []
  let chained = -1
  for (let at = 0; at < stream.length;) {
    if (
      at !== chained &&
      (matcher.trie.root[(stream.symbol[at] ?? 0) * 2] === 0 || !wordBegins(stream, at))
    ) {
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
  const bottom = matcher.top
  collect(matcher, from)
  let found: Found | null = null
  for (let at = matcher.top - 2; at >= bottom && !found; at -= 2) {
    found = readCandidate(matcher, text, from, matcher.candidates[at] ?? 0, matcher.candidates[at + 1] ?? -1)
  }
  matcher.top = bottom
  return found
}

/** Puts (end, first entry) of every term that spells the symbols from `from` on the stack, shortest first. */
function collect(matcher: TermMatcher, from: number): void {
  const { stream, trie } = matcher
  const { symbol, length } = stream
  const begin = symbol[from] ?? 0
  let node = trie.root[begin * 2] ?? 0
  let first = trie.root[begin * 2 + 1] ?? 0
  for (let at = from + 1; ; at++) {
    if (first !== 0 && isWanted(matcher, first - 1)) push(matcher, at, first - 1)
    if (node === 0 || at >= length) return
    const edge = edgeOf(trie, node, symbol[at] ?? 0)
    if (edge < 0) return
    node = trie.edges[edge + TO] ?? 0
    first = trie.edges[edge + FIRST] ?? 0
    if (node < 0) {
      if (first === 0) return
      at = restEnd(trie, node, symbol, at + 1, length) - 1
      if (at < 0) return
      node = 0
    }
  }
}

function push(matcher: TermMatcher, end: number, first: number): void {
  if (matcher.top + 2 > matcher.candidates.length) {
    const larger = new Int32Array(matcher.candidates.length * 2)
    larger.set(matcher.candidates)
    matcher.candidates = larger
  }
  matcher.candidates[matcher.top++] = end
  matcher.candidates[matcher.top++] = first
}

/** Whether any term of a node is in a glossary that is looked at. */
function isWanted({ trie, glossaryIds }: TermMatcher, first: number): boolean {
  if (!glossaryIds) return true
  for (let index = first; index >= 0; index = nextOf(trie, index))
    if (glossaryIds.has(glossaryOf(trie, index))) return true
  return false
}

/** Flags of the entries of a node, together. */
function flagsOf({ trie }: TermMatcher, first: number): number {
  let flags = 0
  for (let index = first; index >= 0; index = nextOf(trie, index))
    flags |= trie.entries[index * ENTRY + TRAITS] ?? 0
  return flags & ((1 << GLOSSARY_SHIFT) - 1)
}

function readCandidate(
  matcher: TermMatcher,
  text: string,
  from: number,
  to: number,
  first: number,
): Found | null {
  const { stream, trie } = matcher
  // A symbol made of one character must not be cut (one character may fold into several).
  if (to < stream.length && stream.start[to] === stream.start[to - 1]) return null
  const flags = flagsOf(matcher, first)
  const ending = readEnding(stream, from, to, flags)
  const chained = (ending.kind === 'open' || ending.kind === 'suffix') && canChain(matcher, from, to)
  const asNoun = chained || (ending.kind !== 'inside' && ending.kind !== 'open')
  const verb = (flags & IS_VERB) !== 0 ? verbTail(stream, from, to) : null
  if (!asNoun && verb === null) return null
  const start = stream.start[from] ?? 0
  const end = stream.end[to - 1] ?? 0
  // Most hits: one term, written just as the glossary has it.
  if (nextOf(trie, first) === -1 && (flags & IS_PLAIN) !== 0) {
    const gaps = trie.entries[first * ENTRY + GAPS] ?? 0
    if (end - start === to - from + bitsIn(gaps) && gapsOf(stream, from, to) === gaps) {
      const kind = chained ? 'exact' : ending.kind
      const reason: TermReason = {
        kind: kind === 'suffix' || kind === 'particle' ? kind : 'exact',
        particle: chained ? '' : ending.particle,
      }
      return { hit: { termIds: [trie.entries[first * ENTRY + TERM] ?? 0], start, end, reason }, to, chained }
    }
  }
  const written = text.slice(start, end)
  const terms: Candidate[] = []
  for (let index = first; index >= 0; index = nextOf(trie, index)) {
    const entry = matcher.entries[index]
    if (!entry || (matcher.glossaryIds && !matcher.glossaryIds.has(glossaryOf(trie, index)))) continue
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
    end,
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

function verbTail(stream: Stream, from: number, to: number): VerbTail | null {
  if (to - from < 1) return null
  const apart = stream.gap[to] !== 0
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

/**
 * Whether the word goes on at `to` with terms (of two syllables and more) that fill it to its end. Single syllables
 * are left out: of 시 and 장 any 시장 could be made.
 */
function canChain(matcher: TermMatcher, from: number, to: number): boolean {
  const { stream } = matcher
  if (to - from < 2 || to >= stream.length || stream.gap[to] !== 0) return false
  if (stream.class[to] !== HANGUL || stream.class[to - 1] !== HANGUL) return false
  // Without remembering, 하하하하… with terms 하하 and 하하하 would be tried in every way there is.
  const known = matcher.fills[to]
  if (known) return known === 1
  const bottom = matcher.top
  collect(matcher, to)
  let fits = false
  for (let at = matcher.top - 2; at >= bottom && !fits; at -= 2) {
    const end = matcher.candidates[at] ?? 0
    if (end - to < 2) continue
    const entry = matcher.candidates[at + 1] ?? -1
    const ending = readEnding(stream, to, end, flagsOf(matcher, entry))
    fits = ending.kind === 'open' ? canChain(matcher, to, end) : ending.kind !== 'inside'
  }
  matcher.top = bottom
  matcher.fills[to] = fits ? 1 : 2
  return fits
}
