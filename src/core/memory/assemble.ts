import type { Assembly, MemoryMatch, SentenceMatch, TextSpan } from '../model/memory.ts'

/** Stands where a sentence has no translation. */
export const GAP = '[…]'

/** What a match gives for its sentence: its target, repaired where that leaves nothing different. */
const targetOf = (match: MemoryMatch, repair: boolean): string =>
  (repair && match.repair?.complete ? match.repair.target : match.unit.target).trim()

/**
 * A translation of a paragraph from those of its sentences; `spans` are the places of the sentences in its source, and
 * `matches` what was found for each; without `repair` their targets stay as they are. Null where the paragraph is one sentence, which a match of its own serves better,
 * or where none of its sentences is known.
 */
export const assembleSentences = (
  spans: readonly TextSpan[],
  matches: readonly (MemoryMatch | null)[],
  { repair = true }: { repair?: boolean } = {},
): Assembly | null => {
  if (spans.length < 2) return null
  const sentences: SentenceMatch[] = []
  let target = ''
  let [weighed, weight, covered] = [0, 0, 0]
  for (const [place, { start, end }] of spans.entries()) {
    const found = matches[place] ?? null
    const said = found ? targetOf(found, repair) : ''
    const match = said === '' ? null : found
    if (target !== '') target += ' '
    const from = target.length
    target += match ? said : GAP
    sentences.push({ start, end, match, target: { start: from, end: target.length } })
    weight += end - start
    if (!match) continue
    weighed += Math.min(100, match.score) * (end - start)
    covered++
  }
  if (covered === 0) return null
  return { sentences, target, score: Math.floor(weighed / weight), covered }
}
