import { isParticle, peelParticles, wordEnd } from '../korean/particles.ts'
import type { TextSpan } from '../model/memory.ts'
import { foldWord, WORD, type WordPart } from './packedWords.ts'

export interface NeedleOptions {
  /** The text is a regular expression (ECMAScript, `iu`). */
  regex: boolean
  /** 경제 성장률 finds 경제성장률, and the reverse. English words stay words. */
  ignoreSpaces: boolean
  /** 우한시는 finds 우한시의. */
  ignoreParticles: boolean
}

/** What is searched for in texts of the memory. */
export interface Needle {
  /** Every place in a text, in order, none over another; UTF-16 code units. Empty places count for nothing. */
  find(text: string): TextSpan[]
  /**
   * The signs a source must have one after the other, whatever their case; null for a regular expression, of which nothing
   * is known.
   */
  signs: string | null
  /** Whether white space may stand between the signs. */
  loose: boolean
  /** What words a target must have; null where nothing is known. Letters as `foldWord` gives them. */
  words: { letters: string; part: WordPart }[] | null
}

/** As `WORD` has it. */
const LETTER = /[\p{L}\p{M}\p{N}]/u
const KOREAN = /[\p{Script=Hangul}\p{Script=Han}]/u
const escaped = (sign: string): string => sign.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')

/** Particles that may stand behind a stem: up to so many syllables. */
const TAIL = '(\\p{Script=Hangul}{0,10})'

interface Word {
  text: string
  /** Whether other particles may follow it. */
  peeled: boolean
}

const wordsOf = (text: string, ignoreParticles: boolean): Word[] =>
  text
    .split(/\s+/u)
    .filter((word) => word !== '')
    .map((word) => {
      if (!ignoreParticles || !KOREAN.test(word.at(-1) ?? '')) return { text: word, peeled: false }
      const { stem } = peelParticles(word)
      // One syllable that is left may be anything.
      return stem.length > 1 || stem === word ? { text: stem, peeled: true } : { text: word, peeled: true }
    })

const patternOf = (words: readonly Word[], ignoreSpaces: boolean): string => {
  let pattern = ''
  for (const [place, { text, peeled }] of words.entries()) {
    const signs = Array.from(text)
    const inside = signs
      .map((sign, at) => {
        const next = signs[at + 1]
        const loose = ignoreSpaces && next !== undefined && (KOREAN.test(sign) || KOREAN.test(next))
        return escaped(sign) + (loose ? '\\s*' : '')
      })
      .join('')
    const following = words[place + 1]
    const joins =
      ignoreSpaces && following !== undefined && (KOREAN.test(text) || KOREAN.test(following.text))
    const between = following === undefined ? '' : joins ? '\\s*' : '\\s+'
    pattern += inside + (peeled && following !== undefined ? TAIL : '') + between
  }
  return pattern
}

/** Throws `SyntaxError` for a regular expression that is none. A text of white space alone finds nothing. */
export const createNeedle = (asked: string, options: NeedleOptions): Needle => {
  const text = asked.normalize('NFC').trim()
  if (options.regex) {
    const pattern = new RegExp(text, 'giu')
    return { find: (within) => placesOf(pattern, within), signs: null, loose: false, words: null }
  }
  const words = wordsOf(text, options.ignoreParticles)
  if (words.length === 0) return { find: () => [], signs: '', loose: false, words: [] }
  const pattern = new RegExp(patternOf(words, options.ignoreSpaces), 'giu')
  const tails = words.slice(0, -1).filter(({ peeled }) => peeled)
  /** Between two words that were looked for without their particles, only particles may stand. */
  const fits = (match: RegExpExecArray): boolean =>
    tails.every(({ text: stem }, at) => {
      const tail = match[at + 1] ?? ''
      return tail === '' || isParticle(tail, wordEnd(stem))
    })
  return {
    find: (within) => placesOf(pattern, within, fits),
    signs: tails.length === 0 ? words.map((word) => word.text).join('') : longest(words),
    loose: options.ignoreSpaces || words.length > 1,
    words: targetWords(text, words, options),
  }
}

/** Where particles may stand between the words, only one of them is sure to stand as it is. */
const longest = (words: readonly Word[]): string =>
  words.reduce((best, { text }) => (text.length > best.length ? text : best), '')

/** Korean in a target may be spaced and bent as in a source: of its words only the signs are sure. */
const targetWords = (
  text: string,
  words: readonly Word[],
  { ignoreSpaces }: NeedleOptions,
): { letters: string; part: WordPart }[] => {
  if (!KOREAN.test(text) || !(ignoreSpaces || words.some(({ peeled }) => peeled))) return splitWords(text)
  const signs = words.flatMap((word) => Array.from(foldWord(word.text)).filter((sign) => LETTER.test(sign)))
  return [...new Set(signs)].map((letters) => ({ letters, part: 'anywhere' }))
}

const splitWords = (text: string): { letters: string; part: WordPart }[] => {
  const folded = foldWord(text)
  return [...folded.matchAll(WORD)].map((match): { letters: string; part: WordPart } => {
    const begins = match.index > 0
    const ends = match.index + match[0].length < folded.length
    const part = begins ? (ends ? 'whole' : 'beginning') : ends ? 'end' : 'anywhere'
    return { letters: match[0], part }
  })
}

const placesOf = (
  pattern: RegExp,
  text: string,
  fits: (match: RegExpExecArray) => boolean = () => true,
): TextSpan[] => {
  const found: TextSpan[] = []
  for (const match of text.matchAll(pattern))
    if (match[0] !== '' && fits(match)) found.push({ start: match.index, end: match.index + match[0].length })
  return found
}
