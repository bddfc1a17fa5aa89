import { ALNUM, createStream, fillStream, HANGUL, type Stream } from './stream.ts'

/** Units of administration that are often written apart from the name they belong to: 우한 시, 후베이 성. */
const UNITS = new Set(Array.from('시성구현주군진향', (unit) => unit.charCodeAt(0)))

const spelled = createStream(64)

/**
 * Whether the symbols `from`–`to` are spaced as in `source`, otherwise but acceptably, or wrongly. Leaving out a
 * space the glossary has is acceptable (경제성장률); adding one is where both pieces are words by their length
 * (경제 성장률), or the last is an administrative unit. Between letters and digits spaces count (open source).
 */
export function spacingOf(
  stream: Stream,
  from: number,
  to: number,
  source: string,
): 'same' | 'other' | 'wrong' {
  const term = fillStream(spelled, source)
  if (term.length !== to - from) return 'wrong'
  let differs = false
  let piece = from
  for (let at = from + 1; at < to; at++) {
    const inText = stream.gap[at] === 1
    if (inText !== (term.gap[at - from] === 1)) {
      differs = true
      if (stream.class[at] === ALNUM && stream.class[at - 1] === ALNUM) return 'wrong'
      if (inText && !canDivide(stream, piece, at, to)) return 'wrong'
    }
    if (inText) piece = at
  }
  return differs ? 'other' : 'same'
}

function canDivide(stream: Stream, piece: number, at: number, to: number): boolean {
  if (stream.class[at] !== HANGUL || stream.class[at - 1] !== HANGUL) return true
  if (at - piece < 2) return false
  let next = at + 1
  while (next < to && stream.gap[next] !== 1) next++
  return next - at >= 2 || (next === to && UNITS.has(stream.symbol[at] ?? 0))
}

/** Whether two spellings are the same but for spaces and invisible characters. */
export function writtenAlike(text: string, source: string): boolean {
  return text === source || bare(text) === bare(source)
}

function bare(text: string): string {
  return text.normalize('NFC').replace(/[\s\u00ad\u200b-\u200d\u2060-\u2064\ufeff]/gu, '')
}
