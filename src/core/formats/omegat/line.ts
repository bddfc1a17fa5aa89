/** Blanks and control characters off both ends, as OmegaT does it; a no-break space stays. */
export const trimmed = (text: string): string => text.replace(/^[\0- ]+|[\0- ]+$/g, '')

/** On one line and without a tab: all that breaks a line, for whatever reader, becomes a blank. */
export const flat = (text: string): string =>
  trimmed(text.toWellFormed().replace(/[\0-\x1F\x7F\x85\u2028\u2029]+/g, ' '))
