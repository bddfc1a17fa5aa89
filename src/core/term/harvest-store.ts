import type { HarvestFinding } from './harvest-finding.ts'
import type { HarvestKind, HarvestParagraph } from './harvest.ts'
import { isBare, type HarvestToken } from './harvest-tokens.ts'

/** Where something stands. */
export interface Place {
  paragraph: HarvestParagraph
  start: number
  end: number
}

/** What is counted of a phrase or a finding. */
export interface Tally {
  /** As first met; spellings that differ in spaces only are counted together. */
  source: string
  /** How often each spelling stands; only kept once there are two. */
  spellings?: Map<string, number>
  words: number
  count: number
  paragraphs: number
  last: HarvestParagraph
  places: Place[]
}

/** A run of nouns counted wherever it stands. */
export interface Phrase extends Tally {
  /** It has stood before a particle only nouns have: what tells 우한 from a verb the rules took for a noun. */
  noun: boolean
}

/** Something found by its form. */
export interface Found extends Tally {
  kind: HarvestKind
  target: string
  variants: Set<string>
}

export interface HarvestStore {
  phrases: Map<string, Phrase>
  found: Map<string, Found>
}

export const MOST_PLACES = 3
const MOST_WORDS = 4

export const createStore = (): HarvestStore => ({ phrases: new Map(), found: new Map() })

/** What spellings that differ in spaces only have in common. */
export const spellingKey = (source: string): string => source.replace(/\s/gu, '')

const NOUN_PARTICLE = /^(?:을|를|의|에|에서|과|와|으로|로|이|가|에는|에도|에게|들이|들은|들의|들을)$/u

/** Counts every run of one to four nouns. */
export function countPhrases(
  store: HarvestStore,
  paragraph: HarvestParagraph,
  tokens: readonly HarvestToken[],
): void {
  for (let first = 0; first < tokens.length; first++) {
    const begin = tokens[first] as HarvestToken
    if (begin.kind !== 'noun' && begin.kind !== 'modifier') continue
    let key = ''
    for (let at = first; at < tokens.length && at < first + MOST_WORDS; at++) {
      const token = tokens[at] as HarvestToken
      if (token.kind !== 'noun' && token.kind !== 'modifier') break
      if (at > first && !token.joined) break
      key += token.stem
      if (token.kind === 'noun') countPhrase(store, key, paragraph, begin.start, token, at - first + 1)
      if (!isBare(token)) break
    }
  }
}

function countPhrase(
  store: HarvestStore,
  key: string,
  paragraph: HarvestParagraph,
  start: number,
  last: HarvestToken,
  words: number,
): void {
  let phrase = store.phrases.get(key)
  if (phrase === undefined) {
    const source = paragraph.text.slice(start, last.end)
    phrase = { source, words, count: 0, paragraphs: 0, last: NOWHERE, places: NONE, noun: false }
    store.phrases.set(key, phrase)
  }
  count(phrase, paragraph, start, last.end)
  phrase.noun ||= NOUN_PARTICLE.test(last.particle)
}

const NOWHERE: HarvestParagraph = { id: 0, text: '' }
const NONE: Place[] = []

function count(tally: Tally, paragraph: HarvestParagraph, start: number, end: number): void {
  tally.count++
  if (tally.last !== paragraph) tally.paragraphs++
  tally.last = paragraph
  // Nearly all stand once: an array made of one place is a sixth of one that is pushed to.
  if (tally.places.length === 0) tally.places = [{ paragraph, start, end }]
  else if (tally.places.length < MOST_PLACES) tally.places.push({ paragraph, start, end })
  if (tally.spellings === undefined && paragraph.text.startsWith(tally.source, start)) return
  tally.spellings ??= new Map([[tally.source, tally.count - 1]])
  const spelling = paragraph.text.slice(start, end)
  tally.spellings.set(spelling, (tally.spellings.get(spelling) ?? 0) + 1)
}

const WEIGHT: Readonly<Record<HarvestKind, number>> = { paired: 4, hanja: 3, name: 2, quoted: 1, repeated: 0 }

/** Adds what was found by its form; the weightiest kind counts, and every gloss is kept. */
export function addFinding(store: HarvestStore, paragraph: HarvestParagraph, finding: HarvestFinding): void {
  const key = spellingKey(finding.source)
  let found = store.found.get(key)
  if (found === undefined) {
    found = {
      source: finding.source,
      words: finding.source.split(/\s+/u).length,
      count: 0,
      paragraphs: 0,
      last: NOWHERE,
      places: NONE,
      kind: finding.kind,
      target: finding.target,
      variants: new Set(),
    }
    store.found.set(key, found)
  }
  if (WEIGHT[finding.kind] > WEIGHT[found.kind]) found.kind = finding.kind
  if (found.target === '') found.target = finding.target
  else if (finding.target !== '' && finding.target !== found.target) found.variants.add(finding.target)
  for (const variant of finding.variants) found.variants.add(variant)
  const known = found.places.some(
    (place) => place.paragraph === paragraph && place.start <= finding.start && finding.start < place.end,
  )
  if (!known) count(found, paragraph, finding.start, finding.end)
}

/** The spelling that is met most often. */
export function usualSpelling({ source, spellings }: Tally): string {
  let usual = source
  let most = spellings?.get(source) ?? 0
  for (const [spelling, times] of spellings ?? []) {
    if (times > most) [usual, most] = [spelling, times]
  }
  return usual.replace(/\s+/gu, ' ')
}
