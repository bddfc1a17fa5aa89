import { hasLoneConsonant, initialsFinder } from '#core/korean/hangul.ts'

export interface MarkedPart {
  text: string
  marked: boolean
}

/** A text cut where a search finds its words, or the initial consonants (ㅇㅎㅅ) that were searched for. */
export const markedParts = (text: string, search: string): MarkedPart[] => {
  const needle = search.normalize('NFC').toLowerCase().trim()
  const lower = text.toLowerCase()
  // Lower case may be longer than what it came from (İ); then offsets would not fit and nothing is marked.
  if (needle === '' || lower.length !== text.length) return [{ text, marked: false }]
  const whole = lower.indexOf(needle)
  const spans: { start: number; end: number }[] = []
  if (whole >= 0) spans.push({ start: whole, end: whole + needle.length })
  else if (hasLoneConsonant(needle)) {
    const start = initialsFinder(needle)(text)
    if (start >= 0) spans.push({ start, end: Math.min(text.length, start + needle.length) })
  } else
    for (const word of new Set(needle.split(/\s+/u))) {
      const start = lower.indexOf(word)
      if (start >= 0) spans.push({ start, end: start + word.length })
    }
  const parts: MarkedPart[] = []
  let at = 0
  for (const { start, end } of spans.sort((one, other) => one.start - other.start)) {
    if (start < at) continue
    if (start > at) parts.push({ text: text.slice(at, start), marked: false })
    parts.push({ text: text.slice(start, end), marked: true })
    at = end
  }
  if (at < text.length) parts.push({ text: text.slice(at), marked: false })
  return parts
}
