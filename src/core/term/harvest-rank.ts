import { chineseSyllables } from '../korean/chinese-syllables.ts'
import type { HarvestCandidate, HarvestKind } from './harvest.ts'
import {
  type Found,
  type HarvestStore,
  type Phrase,
  type Place,
  MOST_PLACES,
  usualSpelling,
} from './harvest-store.ts'
import { EVERYDAY, PLAIN_HEADS } from './harvest-words.ts'

/** A candidate before its contexts are cut. */
export interface Ranked extends Omit<HarvestCandidate, 'contexts'> {
  places: Place[]
}

/** Everything that may be offered, best first. */
export function rankAll(store: HarvestStore): Ranked[] {
  const covered = new Map<string, number>()
  const ranked: Ranked[] = []
  for (const [key, found] of [...store.found].sort(([a], [b]) => b.length - a.length)) {
    const candidate = ofFound(found, store.phrases.get(key))
    ranked.push(candidate)
    cover(covered, candidate.source, Math.max(0, candidate.count - (covered.get(key) ?? 0)), key)
  }
  const glossed = [...store.found].filter(([, { kind }]) => kind === 'paired' || kind === 'hanja')
  const heads = new Map<string, number>()
  for (const [, found] of glossed) {
    const words = usualSpelling(found).split(' ')
    for (let at = 1; at < words.length; at++) heads.set(words.slice(at).join(''), found.count)
  }
  const kept = ranked.filter(
    ({ kind, source, count }) => kind !== 'name' || (heads.get(source.replace(/ /g, '')) ?? 0) < count,
  )
  // Nearly all of them stand once: looked at one by one, not copied.
  const phrases: [string, Phrase][] = []
  for (const [key, phrase] of store.phrases) {
    if (phrase.count > 1 && !store.found.has(key) && mayRepeat(phrase)) phrases.push([key, phrase])
  }
  phrases.sort(([, a], [, b]) => b.words - a.words || b.count - a.count)
  for (const [key, phrase] of phrases) {
    const own = phrase.count - (covered.get(key) ?? 0)
    if (own < leastTimes(phrase)) continue
    const source = usualSpelling(phrase)
    cover(covered, source, own, key)
    kept.push(ofPhrase(phrase, source))
  }
  return kept.sort((a, b) => b.score - a.score || b.count - a.count || (a.source < b.source ? -1 : 1))
}

/** Counts what stands inside a longer candidate as not standing for itself (the idea of the C-value). */
function cover(covered: Map<string, number>, source: string, times: number, own: string): void {
  const words = source.split(' ')
  for (let first = 0; first < words.length; first++) {
    let key = ''
    for (let last = first; last < words.length; last++) {
      key += words[last] ?? ''
      if (key !== own) covered.set(key, (covered.get(key) ?? 0) + times)
    }
  }
}

/** Long words are compounds, and written as several elsewhere: 저공경제. */
function leastTimes({ words, source }: Phrase): number {
  return words > 1 || source.length >= 4 ? 2 : 3
}

function mayRepeat(phrase: Phrase): boolean {
  if (phrase.count < leastTimes(phrase)) return false
  const { source } = phrase
  if (!/[가-힣]{2}/u.test(source)) return false
  if (phrase.words === 1)
    return (phrase.noun || source.length >= 4) && !EVERYDAY.has(source) && !PLAIN_HEADS.has(source)
  const words = source.split(/\s+/u)
  if (PLAIN_HEADS.has(words.at(-1) ?? '') || NATION.test(words[0] ?? '')) return false
  return phrase.count >= 3 || words.some((word) => !EVERYDAY.has(word))
}

/** What begins with a state is the same term without it; with a name of its own it is found as a name. */
const NATION =
  /^(?:중국|한국|미국|일본|북한|인도|러시아|독일|프랑스|영국|한중|미중|전국|국내|해외|글로벌|세계|주요|전체|최대|최초|해당|이번)$/u

const BASE: Readonly<Record<HarvestKind, number>> = {
  paired: 66,
  hanja: 62,
  name: 52,
  quoted: 50,
  repeated: 28,
}

function ofFound(found: Found, phrase: Phrase | undefined): Ranked {
  const source = usualSpelling(found)
  const count = Math.max(found.count, phrase?.count ?? 0)
  const paragraphs = Math.max(found.paragraphs, phrase?.paragraphs ?? 0)
  const { kind, target } = found
  return {
    source,
    target,
    kind,
    count,
    paragraphs,
    variants: [...found.variants].filter((variant) => variant !== source),
    score: scoreOf(kind, source, count, paragraphs),
    places: joinedPlaces(found.places, phrase?.places ?? []),
  }
}

function ofPhrase(phrase: Phrase, source: string): Ranked {
  const { count, paragraphs, places } = phrase
  const score = scoreOf('repeated', source, count, paragraphs)
  return { source, target: '', variants: [], kind: 'repeated', count, paragraphs, score, places }
}

function joinedPlaces(first: readonly Place[], more: readonly Place[]): Place[] {
  const fresh = more.filter(
    (place) => !first.some((one) => one.paragraph === place.paragraph && one.end === place.end),
  )
  return [...first, ...fresh].slice(0, MOST_PLACES)
}

function scoreOf(kind: HarvestKind, source: string, count: number, paragraphs: number): number {
  const words = source.split(' ')
  const plain = words.filter((word) => EVERYDAY.has(word)).length / words.length
  const often = Math.min(14, 4 * Math.log2(count))
  const wide = Math.min(8, 3 * Math.log2(paragraphs))
  const special = (words.length > 1 ? 6 : 0) + Math.min(6, Math.max(0, source.length - 3))
  const foreign = kind === 'repeated' && words.length === 1 && chineseSyllables(source) >= 2 ? 6 : 0
  const score = BASE[kind] + often + wide + special + foreign - plain * (kind === 'repeated' ? 14 : 8)
  return Math.round(Math.min(100, Math.max(0, score)))
}
