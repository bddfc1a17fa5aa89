import type { TextSpan } from './pieces.ts'

const DOMAIN = String.raw`(?<![\w-])(?:[\w-]{1,63}\.){1,6}(?:com|net|org|kr|cn|io|ai|eu|jp|hk)\b(?:\/[^\s가-힣”’"')\]]*[^\s가-힣”’"')\].,?!])?`

// Stops inside these never end a sentence: addresses, dates in figures, versions, file names. Repetitions that could
// fail late are bounded, so that a long line without any of these takes no longer than its length says.
const PROTECTED = new RegExp(
  [
    String.raw`https?:\/\/[^\s가-힣”’"')\]]{0,2000}[^\s가-힣”’"')\].,?!]`,
    String.raw`(?<![\w+-])\w[\w.+-]{0,63}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}`,
    DOMAIN,
    String.raw`[\p{L}\p{N}_-]\.(?:pdf|hwpx?|docx?|xlsx?|pptx?|jpe?g|png|txt|csv|zip|html?)\b`,
    // 2025. 4. 24. 발표: the last stop too, since no Korean sentence but a note ends in a date in figures.
    String.raw`(?<![\d.])(?:\d{4}|[’']\d{2})\.\s?\d{1,2}\.\s?\d{1,2}(?!\d)(?:\.(?!\d))?`,
    // 2025. 4. 발표
    String.raw`(?<![\d.])(?:(?:19|20)\d{2}|[’']\d{2})\.\s?\d{1,2}\.(?!\d)`,
    String.raw`(?<![\d.])\d{1,2}\.\s?\d{1,2}\.(?!\d)`,
    // … ~ 26. 개최: the end of a span of days.
    String.raw`(?<=\d\.\s?)[~∼–-]\s?(?:\d{4}\.\s?)?(?:\d{1,2}\.\s?)?\d{1,2}\.(?!\d)`,
    String.raw`\bv?\d+(?:\.\d+)+`,
    String.raw`\bNo\.\s?\d`,
  ].join('|'),
  'gu',
)

/** Stretches of a line in which no stop ends a sentence, in order. */
export const protectedIn = (text: string): TextSpan[] =>
  [...text.matchAll(PROTECTED)].map(({ 0: found, index }) => ({ start: index, end: index + found.length }))
