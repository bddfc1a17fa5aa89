/** A word of an English text; `end` is exclusive, UTF-16 code units, without a possessive ending. */
export interface EnglishWord {
  text: string
  /** Lower case, one kind of apostrophe, and for &. */
  folded: string
  start: number
  end: number
  possessive: boolean
  /** What stands between it and the word before: nothing but a hyphen, nothing but white space, or more. */
  before: 'hyphen' | 'space' | 'other'
  /** The very signs between it and the word before. */
  between: string
}

const WORD = /[\p{L}\p{N}]+(?:[.&'’][\p{L}\p{N}]+)*|(?<=\s)&(?=\s)/gu
const HYPHEN = /^[-\u2010\u2011\u2013]$/u

/** The words of a text, in order. An & between spaces is the word it is read as. R&D, U.S, Xi’an and 3.5 are words; possessive endings are not part of them. */
export const englishWords = (text: string): EnglishWord[] => {
  const words: EnglishWord[] = []
  let last = 0
  for (const { 0: whole, index } of text.matchAll(WORD)) {
    const between = text.slice(last, index)
    const possessive = /['’]s$/iu.test(whole)
    const bare = possessive ? whole.slice(0, -2) : whole
    const ends = text.charAt(index + whole.length)
    // The dot of U.S. belongs to the word.
    const dot = ends === '.' && /^\p{L}(?:\.\p{L})+$/u.test(whole) ? 1 : 0
    words.push({
      text: bare,
      folded: bare === '&' ? 'and' : bare.replaceAll('’', "'").toLowerCase(),
      start: index,
      end: index + bare.length + dot,
      possessive: possessive || (/s$/iu.test(bare) && (ends === "'" || ends === '’')),
      before:
        words.length === 0
          ? 'other'
          : HYPHEN.test(between)
            ? 'hyphen'
            : /^\s+$/u.test(between)
              ? 'space'
              : 'other',
      between,
    })
    last = index + whole.length + dot
  }
  return words
}
