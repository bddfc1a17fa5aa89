import type { Assembly, MemoryMatch } from '../model/memory.ts'
import { assembleSentences } from './assemble.ts'

export interface FillingOptions {
  /** Similarity 0–100 less the memory's penalty; what is under it is not taken. */
  floor: number
  /** Takes repaired targets where repairing was complete. */
  repair: boolean
  /** Puts a paragraph together from its sentences where no match of the whole is good enough, or a surer one. */
  sentences: boolean
  /** Confirms what stood between the same neighbours before. */
  confirmContext: boolean
}

/** What a paragraph is filled with. */
export interface Filling {
  /** One line. */
  target: string
  confirm: boolean
  /** Something in it was replaced by rule. */
  repaired: boolean
  assembled: boolean
  /** What it was taken from. */
  unitIds: number[]
}

const points = ({ score, penalty }: MemoryMatch): number => Math.max(0, Math.min(100, score) - penalty)
const oneLine = (target: string): string => target.replace(/\s*[\n\r\v\f\u2028\u2029\u0085]+\s*/g, ' ').trim()
const isRepaired = ({ repair }: MemoryMatch): boolean => repair?.complete === true

/** The points of its sentences, each weighing as its length; a gap counts nothing. */
const assemblyPoints = ({ sentences }: Assembly): number => {
  let [weighed, weight] = [0, 0]
  for (const { start, end, match } of sentences) {
    weight += end - start
    if (match) weighed += points(match) * (end - start)
  }
  return Math.floor(weighed / weight)
}

const fromSentences = ({ sentences }: Assembly, repair: boolean): Filling | null => {
  const matches = sentences.map(({ match }) => match)
  const assembly = assembleSentences(sentences, matches, { repair })
  if (!assembly) return null
  const used = matches.filter((match) => match !== null)
  return {
    target: oneLine(assembly.target),
    confirm: false,
    repaired: repair && used.some(isRepaired),
    assembled: true,
    unitIds: used.map(({ unit }) => unit.id),
  }
}

/**
 * What a paragraph is filled with from its best match and from what is known of its sentences (gaps stay marked); null
 * where nothing is good enough. A paragraph put together whole from surer sentences goes before a match that is only
 * like it.
 */
export const fillingOf = (
  best: MemoryMatch | null,
  assembly: Assembly | null,
  { floor, repair, sentences, confirmContext }: FillingOptions,
): Filling | null => {
  const parts = sentences ? assembly : null
  const target = best ? oneLine(best.unit.target) : ''
  if (!best || target === '' || points(best) < floor) return parts && fromSentences(parts, repair)
  const whole = parts?.covered === parts?.sentences.length
  if (parts && whole && assemblyPoints(parts) > points(best)) return fromSentences(parts, repair)
  const repaired = repair && isRepaired(best)
  return {
    target: repaired && best.repair ? oneLine(best.repair.target) : target,
    confirm: confirmContext && best.kind === 'context' && best.penalty === 0,
    repaired,
    assembled: false,
    unitIds: [best.unit.id],
  }
}
