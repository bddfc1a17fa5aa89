import type { TextSpan } from '#core/model/memory.ts'

export interface ExcerptPart {
  text: string
  marked: boolean
}

/** Code units before the first place that are shown, and from where on a text is cut so. */
const BEFORE = { ko: 24, en: 48 }
const SEEN = { ko: 60, en: 120 }

/** A text with the places that were found; cut at its beginning where the first of them would not be seen. */
export const excerptOf = (
  text: string,
  spans: readonly TextSpan[],
  language: 'ko' | 'en',
  whole: boolean,
): ExcerptPart[] => {
  const parts: ExcerptPart[] = []
  const first = spans[0]?.start ?? 0
  let at = 0
  if (!whole && first > SEEN[language]) {
    const from = first - BEFORE[language]
    // From the beginning of a word, where one begins soon.
    const space = text.indexOf(' ', from - 1)
    at = space >= 0 && space < first ? space + 1 : from
    parts.push({ text: '…', marked: false })
  }
  for (const { start, end } of spans) {
    if (start > at) parts.push({ text: text.slice(at, start), marked: false })
    parts.push({ text: text.slice(start, end), marked: true })
    at = end
  }
  if (at < text.length) parts.push({ text: text.slice(at), marked: false })
  return parts
}
