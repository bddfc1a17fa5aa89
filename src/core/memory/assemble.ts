import { cutSentences } from '../text/segment.ts'

/** What the memory has for one sentence. */
export interface SentenceFound {
  unitId: number
  source: string
  target: string
  /** Similarity 0–100 of the sentence. */
  score: number
}

/** A sentence of the paragraph with what was found for it; places are UTF-16 code units of the paragraph. */
export interface AssembledSentence {
  start: number
  end: number
  found: SentenceFound | null
  /** Where its translation stands in the assembled target; for a gap, where it is missing. */
  targetStart: number
  targetEnd: number
}

export interface Assembly {
  sentences: AssembledSentence[]
  /** The translations in the order of the source, with `GAP` where there is none. */
  target: string
  /** 0–100: the scores of the sentences, each weighing as its length; a gap counts nothing. */
  score: number
  /** How many sentences have a translation. */
  covered: number
}

/** Stands where a sentence has no translation. */
export const GAP = '[…]'

/**
 * A translation of a paragraph from those of its sentences. Null where the paragraph is one sentence, which a match of
 * its own serves better, or where none of its sentences is known.
 */
export const assembleSentences = (
  text: string,
  find: (sentence: string) => SentenceFound | null,
): Assembly | null => {
  const spans = cutSentences(text)
  if (spans.length < 2) return null
  const sentences: AssembledSentence[] = []
  let target = ''
  let [weighed, weight, covered] = [0, 0, 0]
  for (const { start, end } of spans) {
    const found = find(text.slice(start, end))
    const said = found?.target.trim() ?? ''
    if (target !== '') target += ' '
    const targetStart = target.length
    target += said === '' ? GAP : said
    const usable = said === '' ? null : found
    sentences.push({ start, end, found: usable, targetStart, targetEnd: target.length })
    weight += end - start
    if (!usable) continue
    weighed += usable.score * (end - start)
    covered++
  }
  if (covered === 0) return null
  return { sentences, target, score: Math.floor(weighed / weight), covered }
}
