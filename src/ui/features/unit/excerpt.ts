import { markedParts, type MarkedPart } from '../term/markedParts.ts'

/** Code units before what is searched for that are still shown. */
const BEFORE = { ko: 10, en: 22 }
/** How far into a text a mark is still seen in the two lines of a row. */
const SEEN = { ko: 26, en: 56 }

/** A text with what was searched for marked, cut at its beginning where the first mark would not be seen. */
export const excerptParts = (text: string, search: string, language: 'ko' | 'en'): MarkedPart[] => {
  if (search === '') return [{ text, marked: false }]
  const parts = markedParts(text, search)
  const [first, ...rest] = parts
  if (!first || first.marked || rest.length === 0 || first.text.length <= SEEN[language]) return parts
  const from = first.text.length - BEFORE[language]
  // From the beginning of a word, where one begins soon.
  const space = first.text.indexOf(' ', from - 1)
  const start = space >= 0 && space < first.text.length - 1 ? space + 1 : from
  return [{ text: `…${first.text.slice(start)}`, marked: false }, ...rest]
}
