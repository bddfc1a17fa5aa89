const ABBREVIATION =
  /(?:^|[\s("'“‘])(?:\p{L}|(?:\p{L}\.)+\p{L}|mr|mrs|ms|dr|prof|gov|sen|rep|gen|col|lt|st|no|vs|etc|inc|ltd|co|corp|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|fig|approx|est)\.$/iu

/**
 * The target as it must be written where the caret stands: its first letter a capital at the beginning of the text
 * or after the end of a sentence (also behind quotation marks and brackets that open), unchanged elsewhere. Abbreviations
 * (U.S., Mr., No.) end no sentence. A word with a capital inside (iPhone, eVTOL) or a digit in front keeps its form.
 */
export function caseAtSentenceStart(target: string, textBeforeCaret: string): string {
  if (!startsSentence(textBeforeCaret)) return target
  const first = /^["'“‘«([]*(\p{Ll})(\S*)/u.exec(target)
  if (!first || /\p{Lu}/u.test(first[2] ?? '')) return target
  const at = first[0].length - (first[1] ?? '').length - (first[2] ?? '').length
  const letter = first[1] ?? ''
  return target.slice(0, at) + letter.toUpperCase() + target.slice(at + letter.length)
}

/** Whether a sentence begins behind `before`. */
export function startsSentence(before: string): boolean {
  const opened = before.replace(/["'“‘«([]+$/u, '')
  if (opened.trim() === '') return true
  if (/[\n\r]\s*$/u.test(opened)) return true
  if (!/\s$/u.test(opened)) return false
  const text = opened.trimEnd().replace(/["'”’»)\]]+$/u, '')
  if (/[!?]$/u.test(text)) return true
  // Three dots may be a pause within the sentence; a writer who means the end goes on with a capital himself.
  return /[^.]\.$/u.test(text) && !ABBREVIATION.test(text)
}
