/** A quotation or bracket with what it holds; offsets include both marks, `end` exclusive. */
export interface Pair {
  start: number
  end: number
  /** A title (`《…》`) names something and is never a sentence. */
  kind: 'quotation' | 'bracket' | 'title'
}

const QUOTES: Record<string, string> = { '“': '”', '‘': '’', '「': '」', '『': '』' }
const BRACKETS: Record<string, string> = {
  '(': ')',
  '[': ']',
  '（': '）',
  '［': '］',
  '【': '】',
  '〔': '〕',
}
const TITLES: Record<string, string> = { '《': '》', '〈': '〉', '<': '>' }
const OPENING = /["'“‘「『([（［【〔《〈<]/

/** Code units after which an opening mark counts as never closed, so that one lost mark does not swallow an article. */
const REACH: Record<string, number> = {
  '“': 1500,
  '「': 600,
  '『': 600,
  '‘': 400,
  '"': 1000,
  "'": 200,
  '<': 200,
}
const BRACKET_REACH = 500

const isLetter = (char: string | undefined): boolean => char !== undefined && /[\p{L}\p{N}]/u.test(char)

/** Where the mark opened at `index` closes, or -1. An equal opening mark before it says that this one was lost. */
const closing = (text: string, index: number, open: string, close: string, reach: number): number => {
  let depth = 0
  const limit = Math.min(text.length, index + reach)
  for (let at = index + 1; at < limit; at++) {
    const char = text[at]
    if (char === close) {
      // An apostrophe (it’s, the cities’) closes nothing.
      if (close === '’' && isLetter(text[at - 1]) && /[a-z]/.test(text[at + 1] ?? '')) continue
      if (depth === 0) return at
      depth--
    } else if (char === open) {
      if (open === '“' || open === '‘') return -1
      depth++
    }
  }
  return -1
}

const isSpace = (char: string | undefined): boolean => char === undefined || /\s/.test(char)

const isApostrophe = (text: string, index: number): boolean =>
  /[A-Za-z]/.test(text[index - 1] ?? '') && /[A-Za-z]/.test(text[index + 1] ?? '')

/**
 * Straight marks say nothing of open or close, spaces do: what opens is not followed by one, what closes not preceded
 * by one. Where another opens before one has closed, the closing one was lost.
 */
const closingStraight = (text: string, index: number, mark: string): number => {
  if (isSpace(text[index + 1]) || text[index + 1] === mark) return -1
  // `it's`, `5'`, `5"`
  if (/[0-9]/.test(text[index - 1] ?? '') || (mark === "'" && /[A-Za-z]/.test(text[index - 1] ?? '')))
    return -1
  const limit = Math.min(text.length, index + (REACH[mark] ?? BRACKET_REACH))
  for (let at = index + 1; at < limit; at++) {
    if (text[at] !== mark || (mark === "'" && isApostrophe(text, at))) continue
    return isSpace(text[at - 1]) && !isSpace(text[at + 1]) ? -1 : at
  }
  return -1
}

// `3 < 5`, `3<5`
const isLessThan = (text: string, index: number): boolean =>
  text[index] === '<' &&
  (isSpace(text[index + 1]) || (/[0-9]/.test(text[index - 1] ?? '') && /[0-9]/.test(text[index + 1] ?? '')))

/**
 * The place of the mark that closes the one at `index`, or -1 where none does or the one at `index` opens nothing.
 *
 * @param nextOf where each closing mark was found last, so that a text of opening marks alone is not searched for each
 */
const closingOf = (text: string, index: number, nextOf: Map<string, number>): number => {
  const char = text[index] as string
  if (char === '"' || char === "'") return closingStraight(text, index, char)
  const close = QUOTES[char] ?? BRACKETS[char] ?? TITLES[char]
  if (close === undefined || isLessThan(text, index)) return -1
  const reach = REACH[char] ?? BRACKET_REACH
  let next = nextOf.get(close) ?? -1
  if (next <= index) {
    next = text.indexOf(close, index + 1)
    if (next < 0) next = Infinity
    nextOf.set(close, next)
  }
  return next < index + reach ? closing(text, index, char, close, reach) : -1
}

/**
 * The outermost quotations and brackets of one line, in order; what lies inside one is not listed. No opening mark is
 * followed further than its reach, so time grows with the length of the text.
 */
export const pairsIn = (text: string): Pair[] => {
  const pairs: Pair[] = []
  const nextOf = new Map<string, number>()
  let index = 0
  while (index < text.length) {
    const char = text[index] as string
    const end = OPENING.test(char) ? closingOf(text, index, nextOf) : -1
    if (end < 0) {
      index++
      continue
    }
    const kind = char in BRACKETS ? 'bracket' : char in TITLES ? 'title' : 'quotation'
    pairs.push({ start: index, end: end + 1, kind })
    index = end + 1
  }
  return pairs
}
