/** A character that is in the text and cannot be seen: kept, shown and flagged, never taken out unasked. */
export interface InvisibleCharacter {
  /** UTF-16 offsets. */
  start: number
  end: number
  codePoint: number
  name: string
}

const NAMES = new Map<number, string>([
  [0x00a0, 'no-break space'],
  [0x00ad, 'soft hyphen'],
  [0x034f, 'combining grapheme joiner'],
  [0x061c, 'Arabic letter mark'],
  [0x115f, 'Hangul choseong filler'],
  [0x1160, 'Hangul jungseong filler'],
  [0x180e, 'Mongolian vowel separator'],
  [0x200b, 'zero-width space'],
  [0x200c, 'zero-width non-joiner'],
  [0x200d, 'zero-width joiner'],
  [0x200e, 'left-to-right mark'],
  [0x200f, 'right-to-left mark'],
  [0x202a, 'left-to-right embedding'],
  [0x202b, 'right-to-left embedding'],
  [0x202c, 'pop directional formatting'],
  [0x202d, 'left-to-right override'],
  [0x202e, 'right-to-left override'],
  [0x2060, 'word joiner'],
  [0x2061, 'function application'],
  [0x2062, 'invisible times'],
  [0x2063, 'invisible separator'],
  [0x2064, 'invisible plus'],
  [0x2066, 'left-to-right isolate'],
  [0x2067, 'right-to-left isolate'],
  [0x2068, 'first strong isolate'],
  [0x2069, 'pop directional isolate'],
  [0x202f, 'narrow no-break space'],
  [0x3164, 'Hangul filler'],
  [0xfeff, 'byte order mark'],
  [0xffa0, 'half-width Hangul filler'],
])

const PATTERN = new RegExp(
  `[${[...NAMES.keys()].map((point) => `\\u${point.toString(16).padStart(4, '0')}`).join('')}]`,
  'g',
)

// A zero-width joiner between pictures makes one picture of them; there it is no accident.
const joinsPictures = (text: string, index: number): boolean =>
  text[index] === '\u200d' &&
  /\p{Extended_Pictographic}[\ufe0f\u{1f3fb}-\u{1f3ff}]?$/u.test(text.slice(Math.max(0, index - 4), index)) &&
  /^\p{Extended_Pictographic}/u.test(text.slice(index + 1, index + 3))

/** Zero-width, direction-changing and filler characters and unusual spaces, in order. */
export const findInvisible = (text: string): InvisibleCharacter[] =>
  [...text.matchAll(PATTERN)]
    .filter(({ index }) => !joinsPictures(text, index))
    .map(({ 0: char, index }) => {
      const codePoint = char.charCodeAt(0)
      return { start: index, end: index + 1, codePoint, name: NAMES.get(codePoint) ?? '' }
    })

/** How many there are. */
export const countInvisible = (text: string): number => findInvisible(text).length
