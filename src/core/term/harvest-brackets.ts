/** What stands in brackets behind a term. */
export type Gloss =
  | { kind: 'latin'; target: string; variants: string[]; letters: number; words: boolean }
  | { kind: 'hanja'; hanja: string; target: string }
  | { kind: 'hangul'; text: string; announced: boolean }

const ACRONYM = /^(?=.*[A-Z].*[A-Z0-9&])[A-Za-z0-9][A-Za-z0-9&.+\-/]{0,11}$/
const LATIN = /^[A-Za-z][A-Za-z0-9 &.,’'\-–/+:·]*$/
const HANJA = /^\p{Script=Han}[\p{Script=Han}·\s]*$/u
/** Marks and words that announce a gloss and are no part of it. */
const ANNOUNCED = /^(?:이하|약칭|영문명|영문|영어명|영어|한자|원제|일명|옛|구|통칭)\s*[:,]?\s*/u
/** Units, stock codes, exchanges, sources: Latin, but no translation. */
const NO_TRANSLATION =
  /^(?:km|kg|㎞|GW|MW|kW|kWh|GWh|TWh|TEU|GT|CNY|RMB|USD|KRW|EUR|JPY|HKD|SH|SZ|HK|YoY|MoM|QoQ|EPA|AFP|AP|UPI|PDF|CEO|CFO|CTO|vs|[A-Z])$|^[\d.,\s%a-z]+$|\d{4,}|^(?:NYSE|NASDAQ|KOSPI|HKEX)\s*:/

/** Words of an English name that an acronym has no letter for. */
const SMALL = /^(?:of|and|the|for|in|on|to|a|an|de|with|by|&)$/i

/** Reads what brackets hold; null when it is an aside, an amount, a date. */
export function readGloss(inside: string): Gloss | null {
  let text = inside.trim()
  let announced = false
  for (let match = ANNOUNCED.exec(text); match; match = ANNOUNCED.exec(text)) {
    announced = true
    text = text.slice(match[0].length).trim()
  }
  text = text.replace(/^[‘“'"「]|[’”'"」]$/gu, '')
  if (text === '' || text.length > 120) return null
  const parts = text
    .split(/\s*[,;·ㆍ:/]\s+|\s*[·ㆍ;]\s*|,(?=\p{Script=Han}|[A-Z가-힣])/u)
    .map((part) =>
      part
        .replace(ANNOUNCED, '')
        .replace(/^[‘“'"]|[’”'"]$/gu, '')
        .trim(),
    )
    .filter((part) => part !== '')
  const hanja = parts.find((part) => HANJA.test(part))
  const latin = parts.filter((part) => LATIN.test(part) && !NO_TRANSLATION.test(part))
  if (hanja !== undefined) {
    return { kind: 'hanja', hanja: hanja.replace(/\s/g, ''), target: latin.find(isName) ?? latin[0] ?? '' }
  }
  if (latin.length > 0 && latin.length >= parts.length - 1) return readLatin(latin)
  const hangul = parts.length === 1 && /^[가-힣A-Z0-9·\s]{2,30}$/u.test(text) && /[가-힣]{2}/u.test(text)
  return hangul ? { kind: 'hangul', text, announced } : null
}

const isName = (part: string): boolean => /[a-z]/.test(part) && /^[A-Z]/.test(part)

function readLatin(parts: string[]): Gloss | null {
  const acronym = parts.find((part) => ACRONYM.test(part) && !isSpelledName(part))
  const full = parts.find((part) => part !== acronym && /[A-Za-z]{3}/.test(part))
  if (acronym === undefined && full === undefined) return null
  const words = (full ?? '').split(/[\s\-–]+/).filter((word) => word !== '' && !SMALL.test(word))
  return {
    kind: 'latin',
    target: full ?? acronym ?? '',
    variants: acronym === undefined ? [] : [acronym],
    letters: acronym === undefined ? words.length : acronym.replace(/[^A-Za-z]/g, '').length,
    words: acronym === undefined,
  }
}

/** One word in ordinary letters (Xiaomi, DeepSeek) is a name, not an acronym. */
const isSpelledName = (part: string): boolean => /^[A-Z][a-z]{3,}/.test(part) || /[a-z]{4}/.test(part)
