/** NFC, the form everything is stored and compared in. */
export const toNfc = (text: string): string => text.normalize('NFC')

/** Every kind of line end (CR LF, CR, NEL, line and paragraph separator) as `\n`. */
export const normaliseNewlines = (text: string): string => text.replace(/\r\n|[\r\u0085\u2028\u2029]/g, '\n')

/** Text that fits one paragraph: runs of line breaks with the blanks around them become one space; trimmed. */
export const singleLine = (text: string): string =>
  text.replace(/[ \t]*[\r\n\u000b\u000c\u0085\u2028\u2029]+[ \t]*/g, ' ').trim()

export type Storable = { ok: true } | { ok: false; reason: 'lone-surrogate' | 'nul'; index: number }

/** Whether a text comes back from the database as it went in. `index` is the first bad code unit. */
export const isStorable = (text: string): Storable => {
  const nul = text.indexOf('\u0000')
  if (text.isWellFormed()) return nul < 0 ? { ok: true } : { ok: false, reason: 'nul', index: nul }
  for (let index = 0; index < text.length; index++) {
    if (index === nul) return { ok: false, reason: 'nul', index }
    const point = text.codePointAt(index) as number
    if (point >= 0xd800 && point <= 0xdfff) return { ok: false, reason: 'lone-surrogate', index }
    if (point > 0xffff) index++
  }
  return { ok: true }
}

/** What searching compares: NFC, full-width Latin and digits as half-width, lower case, white space as one space. */
export const searchKey = (text: string): string =>
  text
    .replace(/[\uff01-\uff5e]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .toLowerCase()
    // Last: some letters and their accents make one character only when narrowed (Ａ́) or lower case (J̌).
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim()
