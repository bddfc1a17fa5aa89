import { isSyllable } from '../korean/hangul.ts'
import { foldHanja } from '../korean/hanja-forms.ts'

/** Classes of symbols. A change of class is a word boundary; letters and digits of all alphabets are one class. */
export const SYMBOL = 1
export const HANGUL = 2
export const ALNUM = 3
export const HAN = 4

/**
 * Text made comparable: spaces, middle dots and invisible characters taken out (a gap is remembered), Hangul and Latin
 * composed (NFC), case and width folded, Hanja of one form, dashes and quotes of one kind made alike. Every symbol knows where it came
 * from in the text as given.
 */
export interface Stream {
  /** The text as given. */
  text: string
  length: number
  /** Folded UTF-16 code unit. */
  symbol: Uint16Array
  /** Offsets (UTF-16 code units) of the characters a symbol was made of, end exclusive. */
  start: Int32Array
  end: Int32Array
  class: Uint8Array
  /** What stood before the symbol and was taken out: 0 nothing, `SPACE`, `DOT`, or both. */
  gap: Uint8Array
}

/** Bits of `gap`: white space, and a middle dot, which joins (개혁·개방, 미·중) as often as it parts (우한·베이징). */
export const SPACE = 1
export const DOT = 2

export function createStream(capacity = 1024): Stream {
  return {
    text: '',
    length: 0,
    symbol: new Uint16Array(capacity),
    start: new Int32Array(capacity),
    end: new Int32Array(capacity),
    class: new Uint8Array(capacity),
    gap: new Uint8Array(capacity),
  }
}

/** Fills a stream (its arrays are replaced when the text outgrows them; what it held before is gone). */
export function fillStream(stream: Stream, text: string): Stream {
  // Folding a single character may give up to three (ﬃ stays one under NFC; İ lower-cased becomes two).
  if (stream.symbol.length < text.length * 3 + 4) Object.assign(stream, createStream(text.length * 4 + 4))
  const { symbol, start, end, gap } = stream
  const classes = stream.class
  let length = 0
  let gapBefore = 0
  for (let at = 0; at < text.length;) {
    const code = text.charCodeAt(at)
    const next = at + 1 < text.length ? text.charCodeAt(at + 1) : 0
    const composes = next >= 0x300 && next <= 0x11ff && isJoining(next)
    if (!composes && code >= 0xac00 && code <= 0xd7a3) {
      symbol[length] = code
      classes[length] = HANGUL
      start[length] = at
      end[length] = at + 1
      gap[length] = gapBefore
      gapBefore = 0
      length++
      at++
      continue
    }
    if (code === 0x20) {
      gapBefore |= SPACE
      at++
      continue
    }
    const alone = foldUnit(code)
    const unit = composes && alone !== NOTHING && alone !== MIDDLE_DOT ? SEVERAL : alone
    switch (unit) {
      case NOTHING:
        at++
        continue
      case BLANK:
        gapBefore |= SPACE
        at++
        continue
      case MIDDLE_DOT:
        gapBefore |= DOT
        at++
        continue
      case SEVERAL: {
        const stop = clusterEnd(text, at)
        const folded = foldCluster(text.slice(at, stop))
        for (let index = 0; index < folded.length; index++) {
          const part = foldHanja(folded.charCodeAt(index))
          symbol[length] = part
          classes[length] = classOf(part)
          start[length] = at
          end[length] = stop
          gap[length] = gapBefore
          gapBefore = 0
          length++
        }
        at = stop
        continue
      }
      default:
        symbol[length] = unit
        classes[length] = classOf(unit)
        start[length] = at
        end[length] = at + 1
        gap[length] = gapBefore
        gapBefore = 0
        length++
        at++
    }
  }
  stream.length = length
  stream.text = text
  return stream
}

/** What becomes of a code unit that is no symbol by itself; no symbol is so small. */
const NOTHING = 1
const BLANK = 2
const MIDDLE_DOT = 3
/** It may fold into several, or is half a character. */
const SEVERAL = 4

/** Foldings found so far; 0 is not yet looked up. */
const foldTable = new Uint16Array(65536)

/** The symbol a code unit gives where nothing composes with it, or one of the above. */
function foldUnit(code: number): number {
  const known = foldTable[code]
  if (known) return known
  const found = foldAlone(code)
  foldTable[code] = found
  return found
}

function foldAlone(code: number): number {
  if (isInvisible(code)) return NOTHING
  if (isMiddleDot(code)) return MIDDLE_DOT
  const character = String.fromCharCode(code)
  if (code < 0x20 || character.trim() === '') return BLANK
  if (code >= 0xd800 && code <= 0xdfff) return SEVERAL
  const folded = foldCluster(character)
  return folded.length === 1 ? foldHanja(folded.charCodeAt(0)) : SEVERAL
}

function isInvisible(code: number): boolean {
  return (
    (code >= 0x200b && code <= 0x200d) ||
    code === 0xfeff ||
    code === 0xad ||
    (code >= 0x2060 && code <= 0x2064)
  )
}

/** · ・ ㆍ ‧ • ∙ ⋅ ･ */
function isMiddleDot(code: number): boolean {
  switch (code) {
    case 0xb7:
    case 0x30fb:
    case 0x318d:
    case 0x2027:
    case 0x2022:
    case 0x2219:
    case 0x22c5:
    case 0xff65:
      return true
    default:
      return false
  }
}

function isJoining(code: number): boolean {
  return (code >= 0x300 && code <= 0x36f) || (code >= 0x1160 && code <= 0x11ff)
}

/** The end of the character at `at` with what composes with it: surrogate, combining marks, conjoining jamo. */
function clusterEnd(text: string, at: number): number {
  const code = text.charCodeAt(at)
  let stop = at + 1
  if (code >= 0xd800 && code <= 0xdbff && stop < text.length) stop++
  while (stop < text.length && isJoining(text.charCodeAt(stop))) stop++
  return stop
}

const LIKE: Readonly<Record<string, string>> = {
  '‐': '-',
  '‑': '-',
  '‒': '-',
  '–': '-',
  '—': '-',
  '−': '-',
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
}

function foldCluster(cluster: string): string {
  const code = cluster.charCodeAt(0)
  const like = LIKE[cluster]
  if (like !== undefined) return like
  if (cluster.length === 1 && code >= 0xff01 && code <= 0xff5e) {
    return String.fromCharCode(code - 0xfee0).toLowerCase()
  }
  return cluster.normalize('NFC').toLowerCase()
}

/** Classes found so far; 0 is not yet looked up. A property test per character would cost more than matching. */
const classTable = new Uint8Array(65536)

function classOf(code: number): number {
  const known = classTable[code]
  if (known) return known
  const found = classify(code)
  classTable[code] = found
  return found
}

function classify(code: number): number {
  if (isSyllable(code) || (code >= 0x3131 && code <= 0x318e) || (code >= 0x1100 && code <= 0x11ff))
    return HANGUL
  // Halves of characters beyond the basic plane: the first tells rare Hanja (U+20000 and up) from pictures.
  if (code >= 0xd840 && code <= 0xd87f) return HAN
  if (code >= 0xd800 && code <= 0xdfff) return SYMBOL
  const character = String.fromCharCode(code)
  if (/\p{Script=Han}/u.test(character)) return HAN
  return /[\p{L}\p{N}\p{M}]/u.test(character) && !/[\u3300-\u33ff\u2100-\u214f]/u.test(character)
    ? ALNUM
    : SYMBOL
}
