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

/** Gathers term candidates from Korean texts; what `known` says yes to is not offered. */
export function createHarvest(known: (source: string) => boolean): Harvest {
  void known
  return { add: () => undefined, candidates: () => [] }
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
