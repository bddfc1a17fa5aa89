import { isNounEnding } from '../korean/particles.ts'
import { isInflected, stemOf } from './harvest-stems.ts'
import { BREAKERS } from './harvest-words.ts'

/** One word of a text (an 어절 without marks); offsets are UTF-16 code units of the paragraph. */
export interface HarvestToken {
  start: number
  /** Behind the stem. */
  end: number
  /** Without particles. */
  stem: string
  particle: string
  /**
   * `noun` can stand in a term. `modifier` can stand in one but not at its end (전략적). `number` begins with a
   * digit. `other`: verbs, adverbs, stop words.
   */
  kind: 'noun' | 'modifier' | 'number' | 'other'
  /** Between this token and the one before stands one space and nothing else. */
  joined: boolean
}

const WORD = /[\p{L}\p{N}](?:[\p{L}\p{N}㎡㎞%]|[&.,+’'\-/](?=[A-Za-z0-9]))*/gu
const HANGUL = /^[가-힣]+$/u
/** Digits that count editions and plans belong to names; others to amounts. */
const ORDINAL = /^제\d+(?:차|회|기|대|호|단계)/u

type Word = Pick<HarvestToken, 'stem' | 'particle' | 'kind'>

function classify(word: string): Word {
  const whole = { stem: word, particle: '' }
  if (BREAKERS.has(word)) return { ...whole, kind: 'other' }
  const peeled = stemOf(word)
  if (/^\d/.test(word)) return { ...peeled, kind: 'number' }
  if (ORDINAL.test(word)) return { ...peeled, kind: 'modifier' }
  if (BREAKERS.has(peeled.stem)) return { ...peeled, kind: 'other' }
  if (peeled.particle === '적' && peeled.stem.length >= 2) return { ...whole, kind: 'modifier' }
  if (/^적(?:인|으로)/u.test(peeled.particle)) return { ...whole, kind: 'other' }
  if (HANGUL.test(word) && isInflected(word, peeled.stem)) return { ...whole, kind: 'other' }
  return { ...peeled, kind: HANGUL.test(peeled.stem) && peeled.stem.length < 2 ? 'other' : 'noun' }
}

const KEPT = 20_000

/** Words repeat, and what they are depends on nothing else: answers are kept, for as many as some articles have. */
export function remembered<Answer>(read: (word: string) => Answer): (word: string) => Answer {
  const answers = new Map<string, Answer>()
  return (word) => {
    const known = answers.get(word)
    if (known !== undefined) return known
    if (answers.size >= KEPT) answers.clear()
    const answer = read(word)
    answers.set(word, answer)
    return answer
  }
}

const classified = remembered(classify)

/** Marks that close what a particle is attached to: 우한(武漢)에서, ‘쌍순환’이라는. */
const CLOSING = /[)）\]］’”'"」』》〉>]/u
const isEnding = remembered((word: string): boolean => isNounEnding(word, 'unknown'))

/** The words of NFC text in order. */
export function harvestTokens(text: string): HarvestToken[] {
  const tokens: HarvestToken[] = []
  let last = -1
  for (const { 0: word, index } of text.matchAll(WORD)) {
    const attached = index > 0 && CLOSING.test(text.charAt(index - 1)) && isEnding(word)
    const { stem, particle, kind }: Word = attached
      ? { stem: '', particle: word, kind: 'other' }
      : classified(word)
    const joined = index === last + 1 && text.charCodeAt(last) === 0x20
    tokens.push({ start: index, end: index + stem.length, stem, particle, kind, joined })
    last = index + word.length
  }
  return tokens
}

/** Whether the token can go on into the next one: nothing attached to it. */
export function isBare(token: HarvestToken): boolean {
  return token.particle === '' && (token.kind === 'noun' || token.kind === 'modifier')
}
