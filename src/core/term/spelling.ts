import { ALNUM, createStream, DOT, fillStream, HANGUL, SPACE, type Stream } from './stream.ts'

/** Units of administration that are often written apart from the name they belong to: 우한 시, 후베이 성. */
const UNITS = new Set(Array.from('시성구현주군진향', (unit) => unit.charCodeAt(0)))

const spelled = createStream(64)

/** Single syllables that stand for a state, as in 미·중 and 중·남미. */
const STATES = new Set(Array.from('한중미일러북남영독불인호대유', (state) => state.charCodeAt(0)))

/**
 * Whether the symbols `from`–`to` are spaced as in `source`, otherwise but acceptably, or wrongly. Leaving out a
 * space or middle dot the glossary has is acceptable (경제성장률, 개혁개방); adding a space is where both pieces are words
 * by their length (경제 성장률), or the last is an administrative unit; adding a middle dot where each piece is one by
 * its length or a state (개혁·개방, 미·중, but not 시·도 for 시도). A dot for a space is another thing: 기술·혁신 are two,
 * 기술 혁신 is one. Between letters and digits spaces count (open source).
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
    const [inText, inTerm] = [gapKind(stream, at), gapKind(term, at - from)]
    if (inText !== inTerm) {
      differs = true
      if (stream.class[at] === ALNUM && stream.class[at - 1] === ALNUM) return 'wrong'
      if (inText === DOT && (inTerm === SPACE || !canJoin(stream, piece, at, to))) return 'wrong'
      if (inText === SPACE && !canDivide(stream, piece, at, to)) return 'wrong'
    }
    if (inText !== 0) piece = at
  }
  return differs ? 'other' : 'same'
}

/** With a dot, spaces do not matter. */
const gapKind = ({ gap }: Stream, at: number): number => ((gap[at] ?? 0) > SPACE ? DOT : (gap[at] ?? 0))

function pieceEnd({ gap }: Stream, at: number, to: number): number {
  let end = at + 1
  while (end < to && gap[end] === 0) end++
  return end
}

function canJoin(stream: Stream, piece: number, at: number, to: number): boolean {
  const stands = (from: number, end: number) => end - from > 1 || STATES.has(stream.symbol[from] ?? 0)
  return stands(piece, at) && stands(at, pieceEnd(stream, at, to))
}

function canDivide(stream: Stream, piece: number, at: number, to: number): boolean {
  if (stream.class[at] !== HANGUL || stream.class[at - 1] !== HANGUL) return true
  if (at - piece < 2) return false
  const next = pieceEnd(stream, at, to)
  return next - at >= 2 || (next === to && UNITS.has(stream.symbol[at] ?? 0))
}

/** Whether two spellings are the same but for spaces, middle dots and invisible characters. */
export function writtenAlike(text: string, source: string): boolean {
  return text === source || bare(text) === bare(source)
}

function bare(text: string): string {
  return text.normalize('NFC').replace(/[\s·・ㆍ‧•∙⋅･\u00ad\u200b-\u200d\u2060-\u2064\ufeff]/gu, '')
}
