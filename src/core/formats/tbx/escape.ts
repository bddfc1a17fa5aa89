/** What no XML 1.0 document can hold, not even as a reference: control characters, halves of pairs, U+FFFE, U+FFFF. */
const ILLEGAL = /[^\t\n\r -\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu

/** Whether a text has characters that are lost when it is written. */
export const holdsIllegal = (value: string): boolean =>
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(value) || !value.isWellFormed()

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // As they stand, a reader turns them into a line feed or a blank.
  '\r': '&#13;',
  '\n': '&#10;',
  '\t': '&#9;',
}

const escaped = (value: string, unsafe: RegExp): string =>
  value.replace(ILLEGAL, '').replace(unsafe, (character) => ENTITIES[character] ?? character)

/** Text between tags. */
export const text = (value: string): string => escaped(value, /[&<>\r]/g)

/** Text between double quotes. */
export const attribute = (value: string): string => escaped(value, /[&<>"\r\n\t]/g)
