import { followsMeasure } from './amount.ts'
import type { Stream } from './stream.ts'

/** Nouns that behind an amount say how much it is: 50개 이상 is no abnormality, 3년 이전 no relocation. */
const QUANTITIES = new Set('이상 이하 미만 이내 가량 안팎 초과 내외 남짓 정도 이전 이후'.split(' '))

/** Names and nouns that are a verb behind the particle it asks for (중국에 대한, 발전을 위해), by the ends of that. */
const VERBS = new Map(
  '대한:에 대해:에 관한:에 관해:에 의한:에 의해:에 따른:에 비한:에 비해:에 위한:을를 위해:을를 통한:을를 통해:을를 향한:을를 인한:로 인해:로'
    .split(' ')
    .map((pair) => pair.split(':') as [string, string]),
)

/** Whether a term so spelled may belong to what stands before it; asked once, when the term is added. */
export const mayBeBound = (form: string): boolean => QUANTITIES.has(form) || VERBS.has(form)

/** Whether the term `from`–`to`, one of those, does belong to what stands before it. */
export function isBound(stream: Stream, from: number, to: number): boolean {
  if (from === 0) return false
  const word = String.fromCharCode(...stream.symbol.subarray(from, to))
  if (QUANTITIES.has(word)) return followsMeasure(stream, from)
  const before = String.fromCharCode(stream.symbol[from - 1] ?? 0)
  return stream.gap[from] !== 0 && (VERBS.get(word)?.includes(before) ?? false)
}
