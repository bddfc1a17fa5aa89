/** A quotation or bracket with what it holds; offsets include both marks, `end` exclusive. */
export interface Pair {
  start: number
  end: number
  kind: 'quotation' | 'bracket'
}

const QUOTES: Record<string, string> = { '“': '”', '‘': '’', '「': '」', '『': '』' }
const BRACKETS: Record<string, string> = { '(': ')', '[': ']', '（': '）', '［': '］', '【': '】', '〔': '〕', '《': '》', '〈': '〉', '<': '>' }

/** Code units after which an opening mark counts as never closed, so that one lost mark does not swallow an article. */
const REACH: Record<string, number> = { '“': 1500, '「': 600, '『': 600, '‘': 400, '"': 1000, "'": 200, '<': 200 }
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

/** Straight marks say nothing of open or close: one after a space or bracket opens, the next like it closes. */
const closingStraight = (text: string, index: number, mark: string): number => {
  const before = text[index - 1]
  if (mark === "'" && isLetter(before)) return -1
  const at = text.indexOf(mark, index + 1)
  return at > 0 && at - index < (REACH[mark] ?? 0) && at > index + 1 ? at : -1
}

/** The outermost quotations and brackets of one line, in order; what lies inside one is not listed. */
export const pairsIn = (text: string): Pair[] => {
  const pairs: Pair[] = []
  // Marks of a kind that has not been closed once within its reach are not looked for again before that reach ends.
  const hopeless = new Map<string, number>()
  let index = 0
  while (index < text.length) {
    const char = text[index] as string
    const quote = QUOTES[char]
    const bracket = BRACKETS[char]
    const straight = char === '"' || char === "'"
    if ((!quote && !bracket && !straight) || (hopeless.get(char) ?? -1) > index) {
      index++
      continue
    }
    const reach = REACH[char] ?? BRACKET_REACH
    const end = straight ? closingStraight(text, index, char) : closing(text, index, char, quote ?? bracket ?? '', reach)
    // A less-than sign: `3 < 5`.
    if (end < 0 || (char === '<' && /\s/.test(text[index + 1] ?? ''))) {
      if (straight && end < 0 && !text.includes(char, index + 1)) hopeless.set(char, Infinity)
      index++
      continue
    }
    pairs.push({ start: index, end: end + 1, kind: quote || straight ? 'quotation' : 'bracket' })
    index = end + 1
  }
  return pairs
}
