import { harvestTokens } from './harvest-tokens.ts'
import type { HarvestFinding } from './harvest-finding.ts'

const TITLE = /[《〈<「『]([^《》〈〉<>「」『』\n]{2,80})[》〉>」』]/gu
const QUOTE =
  /‘([^‘’\n]{2,50})’|“([^“”\n]{2,30})”|(?<![A-Za-z가-힣])'([^'\n]{2,40})'(?![A-Za-z])|"([^"\n]{2,30})"/gu

/** What makes a quotation of speech: said, and not named. */
const SPOKEN_AFTER =
  /^(?:이?라고\s|이?라며|고\s|며\s|면서\s|이?라는\s(?:입장|주장|취지|설명|의견|지적|반응))/u
const SENTENCE = /[.!?…]|[다요죠까자]$|[가-힣](?:하며|면서|지만|는데|어야|해야)/u

/** Titles of documents may be long and have verbs in them. */
const DOCUMENT = /(?:방안|계획|의견|규정|조례|건의|백서|보고서|강요|요강|협정|선언|조치|통지|지침)$/u

/** What has editions is an event with a name, whatever words are in it: 제1회 한중 산업·기술 포럼. */
const EDITION = /^\s*(?:20\d\d년?\s+)?제\s?\d+회\s+(?=\S)/u

/** Names and titles between marks: ‘쌍순환’, 《중국제조 2025》. Sentences and long descriptions are left. */
export function quotedTerms(text: string): HarvestFinding[] {
  const findings: HarvestFinding[] = []
  for (const { 0: whole, 1: inside = '', index } of text.matchAll(TITLE)) {
    add(findings, inside, index + whole.indexOf(inside), true)
  }
  for (const match of text.matchAll(QUOTE)) {
    const inside = match[1] ?? match[2] ?? match[3] ?? match[4] ?? ''
    const double = match[1] === undefined && match[3] === undefined
    const after = text.slice(match.index + match[0].length, match.index + match[0].length + 12)
    if (double && SPOKEN_AFTER.test(after)) continue
    add(findings, inside, match.index + 1, false)
  }
  return findings
}

function add(findings: HarvestFinding[], inside: string, index: number, title: boolean): void {
  const edition = EDITION.test(inside)
  // The edition or year before a title, and years and short forms in brackets behind it, are no part of it.
  const source = inside
    .replace(/\s*[(（][^()（）]*[)）]\s*$|^\s*20\d\d년?\s+/gu, '')
    .replace(EDITION, '')
    .trim()
  const start = index + inside.indexOf(source)
  const hangul = source.match(/[가-힣]/gu)?.length ?? 0
  if (hangul < 2 || SENTENCE.test(source) || /^[‘“《]/u.test(source)) return
  const tokens = harvestTokens(source)
  if (!title && !edition && !DOCUMENT.test(source)) {
    const described = tokens.some(
      (token, at) =>
        at < tokens.length - 1 &&
        (token.kind === 'other' || /^(?:은|는|을|를|이|가)$/u.test(token.particle)) &&
        token.stem.length > 1,
    )
    if (described || tokens.length > 7) return
    const last = tokens.at(-1)
    if (!last || (last.kind === 'other' && tokens.length < 2)) return
    if (tokens.length > 1 && /^(?:[을를은는에])$/u.test(last.particle)) return
  }
  findings.push({ kind: 'quoted', source, target: '', variants: [], start, end: start + source.length })
}
