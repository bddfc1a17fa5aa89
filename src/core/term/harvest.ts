import { toNfc } from '../text/normalise.ts'
import { cutSentences } from '../text/segment.ts'
import { findNames, isPlaceName } from './harvest-names.ts'
import { ownOutlets } from './harvest-outlets.ts'
import { pairedTerms } from './harvest-paired.ts'
import { quotedTerms } from './harvest-quoted.ts'
import { rankAll, type Ranked } from './harvest-rank.ts'
import { addFinding, countPhrases, createStore, spellingKey, type Place } from './harvest-store.ts'
import { harvestTokens } from './harvest-tokens.ts'

/** A paragraph to look for terms in. */
export interface HarvestParagraph {
  id: number
  text: string
}

/** Why a candidate is offered; in the order of their weight. */
export type HarvestKind = 'paired' | 'hanja' | 'name' | 'quoted' | 'repeated'

/** A place a candidate stands at: `start` and `end` are UTF-16 code units of `text`, the sentence around it (NFC). */
export interface HarvestContext {
  paragraphId: number
  text: string
  start: number
  end: number
}

export interface HarvestCandidate {
  /** NFC, without particles. */
  source: string
  /** A translation the text itself gives (국내총생산(GDP)); empty where it gives none. */
  target: string
  /** Hanja, short forms and acronyms the text gives for it. */
  variants: string[]
  kind: HarvestKind
  /** How often it stands in the texts, and in how many paragraphs. */
  count: number
  paragraphs: number
  /** 0–100, for the order only. */
  score: number
  /** The first places, at most three. */
  contexts: HarvestContext[]
}

export interface Harvest {
  /** Reads one paragraph; its time grows with the paragraph only. */
  add: (paragraph: HarvestParagraph) => void
  /** The best candidates of all that was added, best first; more may be added afterwards. */
  candidates: (limit: number) => HarvestCandidate[]
}

/**
 * Gathers term candidates from Korean texts; what `known` says yes to is not offered, nor a place with its unit where
 * the place is known (우한시 of 우한), nor who wrote the texts.
 */
export function createHarvest(known: (source: string) => boolean): Harvest {
  const store = createStore()
  const outlets = new Set<string>()
  const wanted = (source: string): boolean => {
    if (known(source) || outlets.has(spellingKey(source))) return false
    if (source.split(' ').some((word) => outlets.has(word))) return false
    return !(source.length > 2 && isPlaceName(source) && known(source.slice(0, -1)))
  }
  return {
    add({ id, text }) {
      const paragraph = { id, text: toNfc(text) }
      const tokens = harvestTokens(paragraph.text)
      for (const outlet of ownOutlets(paragraph.text)) outlets.add(spellingKey(outlet))
      for (const finding of pairedTerms(paragraph.text, tokens)) addFinding(store, paragraph, finding)
      for (const finding of quotedTerms(paragraph.text)) addFinding(store, paragraph, finding)
      for (const finding of findNames(paragraph.text, tokens)) addFinding(store, paragraph, finding)
      countPhrases(store, paragraph, tokens)
    },
    candidates(limit) {
      const chosen: HarvestCandidate[] = []
      const contextOf = contexts()
      for (const ranked of rankAll(store)) {
        if (chosen.length >= limit) break
        if (wanted(ranked.source)) chosen.push(candidateOf(ranked, contextOf))
      }
      return chosen
    },
  }
}

function candidateOf(
  { places, ...rest }: Ranked,
  contextOf: (place: Place) => HarvestContext,
): HarvestCandidate {
  return { ...rest, contexts: places.map(contextOf) }
}

/** Sentences of a paragraph are cut once, however many candidates stand in it. */
function contexts(): (place: Place) => HarvestContext {
  const cut = new Map<HarvestParagraph, ReturnType<typeof cutSentences>>()
  return ({ paragraph, start, end }) => {
    let sentences = cut.get(paragraph)
    if (sentences === undefined) cut.set(paragraph, (sentences = cutSentences(paragraph.text)))
    const around = sentences.find((sentence) => sentence.start <= start && end <= sentence.end)
    const from = around?.start ?? 0
    const text = paragraph.text.slice(from, around?.end)
    return { paragraphId: paragraph.id, text, start: start - from, end: end - from }
  }
}

/** `createHarvest` over paragraphs that are all at hand. */
export function harvest(
  paragraphs: Iterable<HarvestParagraph>,
  known: (source: string) => boolean,
  options: { limit?: number } = {},
): HarvestCandidate[] {
  const gathered = createHarvest(known)
  for (const paragraph of paragraphs) gathered.add(paragraph)
  return gathered.candidates(options.limit ?? 500)
}
