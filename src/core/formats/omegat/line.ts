/** Blanks and control characters off both ends, as OmegaT does it; a no-break space stays. */
export function trimmed(text: string): string {
  let start = 0
  let end = text.length
  while (start < end && text.charCodeAt(start) <= 32) start++
  while (end > start && text.charCodeAt(end - 1) <= 32) end--
  return text.slice(start, end)
}

/** On one line and without a tab: all that breaks a line, for whatever reader, becomes a blank. */
export const flat = (text: string): string =>
  trimmed(text.toWellFormed().replace(/[\0-\x1F\x7F\x85\u2028\u2029]+/g, ' '))
