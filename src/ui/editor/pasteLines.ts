/** The lines of a pasted text as paragraphs: trimmed, empty ones left out. */
export const linesOf = (text: string): string[] =>
  text
    .split(/\r\n|[\r\n\u2028\u2029\u0085]/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
