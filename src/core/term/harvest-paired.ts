import { chineseSyllables } from '../korean/chinese-syllables.ts'
import { readGloss, type Gloss } from './harvest-brackets.ts'
import { isName, isPlaceName } from './harvest-names.ts'
import { isBare, type HarvestToken } from './harvest-tokens.ts'
import type { HarvestFinding } from './harvest-finding.ts'

const BRACKET = /[(（]([^()（）\n]{1,120})[)）]/gu
const QUOTED_BEFORE = /[‘“'"「『《〈<]([^‘’“”'"「」『』《》〈〉<>\n]{1,60})[’”'"」』》〉>]$/u

/** Terms with a gloss in brackets: 국내총생산(GDP), 우한(武漢), 국가발전개혁위원회(이하 발개위), CPI(소비자물가지수). */
export function pairedTerms(text: string, tokens: readonly HarvestToken[]): HarvestFinding[] {
  const findings: HarvestFinding[] = []
  for (const { 0: whole, 1: inside = '', index } of text.matchAll(BRACKET)) {
    const gloss = readGloss(inside)
    if (gloss === null) continue
    const span = termBefore(text, tokens, index, gloss)
    if (span === null) continue
    const source = text.slice(span.start, span.end)
    const found = findingOf(source, gloss, { ...span, glossStart: index + whole.indexOf(inside) })
    if (found) findings.push(found)
  }
  return findings
}

function findingOf(
  source: string,
  gloss: Gloss,
  place: { start: number; end: number; glossStart: number },
): HarvestFinding | null {
  const { start, end } = place
  if (gloss.kind === 'hanja') {
    if (!/[가-힣]/u.test(source)) return null
    return { kind: 'hanja', source, target: gloss.target, variants: [gloss.hanja], start, end }
  }
  if (gloss.kind === 'latin') {
    if (!/[가-힣]/u.test(source)) return null
    return { kind: 'paired', source, target: gloss.target, variants: gloss.variants, start, end }
  }
  if (/^[A-Z][A-Za-z0-9&-]+$/.test(source)) {
    const at = place.glossStart
    return {
      kind: 'paired',
      source: gloss.text,
      target: source,
      variants: [source],
      start: at,
      end: at + gloss.text.length,
    }
  }
  if (isShortFormOf(gloss.text, source)) {
    return { kind: 'paired', source, target: '', variants: [gloss.text], start, end }
  }
  if (isShortFormOf(source, gloss.text)) {
    const at = place.glossStart
    return {
      kind: 'paired',
      source: gloss.text,
      target: '',
      variants: [source],
      start: at,
      end: at + gloss.text.length,
    }
  }
  return null
}

/** Whether the syllables of `short` stand in `long` in order, beginning with a word's first: 발개위 of 국가발전개혁위원회. */
function isShortFormOf(short: string, long: string): boolean {
  const bare = short.replace(/\s/g, '')
  if (bare.length < 2 || bare.length > 6 || long.replace(/\s/g, '').length < bare.length * 1.5) return false
  let at = 0
  for (const syllable of bare) {
    at = long.indexOf(syllable, at) + 1
    if (at === 0) return false
  }
  return true
}

/** The expression that ends where the bracket opens, as a span; null when none can. */
function termBefore(
  text: string,
  tokens: readonly HarvestToken[],
  bracket: number,
  gloss: Gloss,
): { start: number; end: number } | null {
  const end = text.charAt(bracket - 1) === ' ' ? bracket - 1 : bracket
  const quoted = QUOTED_BEFORE.exec(text.slice(Math.max(0, end - 64), end))
  if (quoted?.[1] !== undefined) {
    const start = end - 1 - quoted[1].length
    return gloss.kind === 'hangul' && gloss.text.length > quoted[1].length * 3
      ? null
      : { start, end: end - 1 }
  }
  const last = lastTokenBefore(tokens, end)
  if (last < 0) return null
  const token = tokens[last] as HarvestToken
  const wordEnd = token.end + token.particle.length
  // Inside brackets the word is whole: what looks like a particle belongs to it (경제인(…)).
  if (wordEnd !== end || (token.kind === 'other' && !/^[가-힣]{2,}$/u.test(token.stem))) return null
  if (token.kind === 'number' && !/^\d+[가-힣]{2,}/u.test(text.slice(token.start, end))) {
    if (!/\d/.test(gloss.kind === 'latin' ? gloss.target : '')) return null
  }
  let most = 1
  while (most < 6 && last - most >= 0) {
    const before = tokens[last - most] as HarvestToken
    if (!(tokens[last - most + 1] as HarvestToken).joined || !isBare(before)) break
    most++
  }
  const chosen =
    gloss.kind === 'latin'
      ? bestWindow(text, tokens, last, most, gloss)
      : syllableWindow(text, tokens, last, most, gloss)
  return { start: (tokens[last - chosen + 1] as HarvestToken).start, end }
}

function lastTokenBefore(tokens: readonly HarvestToken[], end: number): number {
  let low = 0
  let high = tokens.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((tokens[middle] as HarvestToken).start < end) low = middle + 1
    else high = middle
  }
  return low - 1
}

/**
 * Hanja are read syllable by syllable: words are taken until there are as many syllables as characters. A short form
 * in Hangul may stand for up to three words, or for one that is a name by itself.
 */
function syllableWindow(
  text: string,
  tokens: readonly HarvestToken[],
  last: number,
  most: number,
  gloss: Exclude<Gloss, { kind: 'latin' }>,
): number {
  const head = wordAt(text, tokens, last)
  if (gloss.kind === 'hangul') {
    return isName(head) || head.length > gloss.text.length * 2 ? 1 : Math.min(most, 3)
  }
  const wanted = gloss.hanja.replace(/·/g, '').length
  let taken = 1
  let syllables = head.length
  while (taken < most && syllables < wanted) {
    syllables += wordAt(text, tokens, last - taken).length
    taken++
  }
  return taken
}

const wordAt = (text: string, tokens: readonly HarvestToken[], at: number): string => {
  const token = tokens[at] as HarvestToken
  return text.slice(token.start, token.end + token.particle.length)
}

/** How many English words, or letters of an acronym, a Korean word answers to, at a guess. */
function weight(word: string): number {
  if (/^[A-Za-z0-9]/.test(word)) return 1
  if (LOAN.test(word)) return word.length <= 5 ? 1 : 1.5
  return Math.max(1, word.length / 2)
}

/** Syllables that only loanwords have. */
const LOAN =
  /[스트크드프즈브그츠르므느픽랫폼벨텍넷랩링싱팅킹밍딩닝핑잉클플블글들필틸빌셀렐멜델켓킷릿빗밋닛팩랙택맥펙섹텐켄펜벤렌센젠밴탠핸톱샵숍롭옵콤좀봄케페게네메베테제레체세데펀턴런던번선컨먼션젼샌팬캔칸컬럴털펄버터커퍼더러머너퓨튜큐뉴듀루루웨위워와]/u

/** The letter many acronyms have for a first word. */
const LETTERS: Readonly<Record<string, string>> = {
  중국: 'CP',
  한국: 'K',
  미국: 'UA',
  일본: 'J',
  유럽: 'E',
  세계: 'WG',
  국제: 'I',
  글로벌: 'G',
  아시아: 'A',
  국가: 'NS',
  전국: 'N',
  디지털: 'D',
  해외: 'FO',
  외국인: 'F',
  상하이: 'S',
  홍콩: 'H',
  대만: 'T',
  베이징: 'B',
  러시아: 'R',
  인도: 'I',
  영국: 'UB',
  독일: 'G',
}

/**
 * The left end of an expression with a Latin gloss: as many words as the gloss has letters or words. Names of one
 * word (비야디(BYD)) take nothing with them; a state before them only where the acronym has its letter.
 */
function bestWindow(
  text: string,
  tokens: readonly HarvestToken[],
  last: number,
  most: number,
  gloss: Gloss & { kind: 'latin' },
): number {
  const head = wordAt(text, tokens, last)
  if (gloss.letters <= 1 || (chineseSyllables(head) >= 2 && !isPlaceName(head))) return 1
  let best = 1
  let least = Infinity
  let sum = 0
  for (let taken = 1; taken <= most; taken++) {
    const word = wordAt(text, tokens, last - taken + 1)
    sum += weight(word)
    const letter = gloss.target.charAt(0).toUpperCase()
    const letters = LETTERS[word]
    const evidence = letters === undefined ? 0 : letters.includes(letter) ? -1 : 1.5
    // A word more must be worth it.
    const cost = Math.abs(sum - gloss.letters) + evidence + taken * 0.3
    if (cost < least) {
      least = cost
      best = taken
    }
  }
  return best
}
