import type { TextSpan } from './pieces.ts'

// Stops inside these never end a sentence: addresses, dates in figures, versions, file names.
const PROTECTED = new RegExp(
  [
    String.raw`https?:\/\/[^\s가-힣”’"')\]]+[^\s가-힣”’"')\].,?!]`,
    String.raw`[\w.+-]+@[\w-]+(?:\.[\w-]+)+`,
    String.raw`www\.[\w./-]*[\w/]`,
    String.raw`\b[\w-]+\.(?:com|net|org|kr|cn|co\.kr|go\.kr|com\.cn|gov\.cn|io|ai)\b`,
    // 2025. 4. 24. 발표 — the last stop too when the sentence goes on after it.
    String.raw`\b(?:19|20)\d{2}\.\s?\d{1,2}\.\s?\d{1,2}\.?(?=\s|\)|$|까지|부터|~)`,
    String.raw`\b(?:19|20)\d{2}\.\s?\d{1,2}\.(?=\s?\d)`,
    String.raw`\bv?\d+(?:\.\d+)+`,
    String.raw`\bNo\.\s?\d`,
  ].join('|'),
  'gu',
)

/** Stretches of a line in which no stop ends a sentence, in order. */
export const protectedIn = (text: string): TextSpan[] =>
  [...text.matchAll(PROTECTED)].map(({ 0: found, index }) => ({ start: index, end: index + found.length }))
