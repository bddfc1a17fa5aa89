import { added, decimal, type Decimal, parseDecimal, scaled, writeDecimal } from '../text/decimal.ts'

/** A number read out of a text; offsets are UTF-16 code units. */
export interface ReadNumeral {
  value: Decimal
  end: number
  /** 여 stands in it or behind it: 200여, 10여만. */
  over: boolean
  /** Written with 만, 억, 조 or 경. */
  large: boolean
  /** Places written behind the point where the whole number is digits: 9.0 has one. */
  places: number
}

const DIGITS = '영일이삼사오육칠팔구'
const SMALL = new Map([
  ['십', 1],
  ['백', 2],
  ['천', 3],
])
const LARGE = new Map([
  ['만', 4],
  ['억', 8],
  ['조', 12],
  ['경', 16],
])
const ARABIC = /\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?/uy

const arabicAt = (text: string, at: number): string => {
  ARABIC.lastIndex = at
  return ARABIC.exec(text)?.[0] ?? ''
}

interface Section {
  value: Decimal
  end: number
  places: number
  /** Nothing but a run of digits. */
  bare: boolean
}

/** What stands before 만, 억, 조: 2, 535, 2천, 2천500, 이천백, 1.45. Null where no number does. */
const sectionAt = (text: string, from: number): Section | null => {
  let sum = decimal(0n)
  let at = from
  let last = 4
  let places = 0
  let bare = true
  for (;;) {
    const arabic = arabicAt(text, at)
    const spoken = DIGITS.indexOf(text.charAt(at))
    const own = arabic !== '' ? arabic.length : spoken > 0 ? 1 : 0
    const power = SMALL.get(text.charAt(at + own))
    if (power !== undefined && power < last) {
      const count = arabic !== '' ? parseDecimal(arabic) : decimal(BigInt(own === 0 ? 1 : spoken))
      sum = added(sum, scaled(count, power))
      at += own + 1
      last = power
      bare = false
      continue
    }
    if (own === 0) break
    // Two runs of digits do not follow each other, and a lone spoken digit is no number of its own here.
    const count = arabic !== '' ? parseDecimal(arabic) : decimal(BigInt(spoken))
    if (last < 4 && (count.places > 0 || count.digits >= 10n ** BigInt(last))) break
    if (arabic !== '') places = (arabic.split('.')[1] ?? '').length
    else bare = false
    sum = added(sum, count)
    at += own
    break
  }
  return at === from ? null : { value: sum, end: at, places, bare }
}

/**
 * The number that begins at `from`: 2조 2천억, 3조 535억, 1만2천500, 3억5000만, 1.45만, 이천백만, 200여. Null where none
 * does. Within a number one space may stand behind 조, 억 and 만. The text has ASCII digits.
 */
export const readNumeral = (text: string, from: number): ReadNumeral | null => {
  let sum = decimal(0n)
  let at = from
  let end = from
  let last = 20
  let over = false
  let large = false
  let places = 0
  for (;;) {
    const section = sectionAt(text, at)
    // 만, 억 and 조 stand for one of them only at the beginning: 만 명.
    let next = section?.end ?? at
    const odd = text.charAt(next) === '여' && LARGE.has(text.charAt(next + 1))
    if (odd) next++
    const power = LARGE.get(text.charAt(next))
    if (power !== undefined && power < last && (section !== null || at === from)) {
      sum = added(sum, scaled(section?.value ?? decimal(1n), power))
      over ||= odd
      large = true
      last = power
      end = next + 1
      at = text.charAt(end) === ' ' && /\d/u.test(text.charAt(end + 1)) ? end + 1 : end
      continue
    }
    if (section === null || odd) break
    const fits =
      last === 20 || (section.value.places === 0 && section.value.digits < 10n ** BigInt(Math.min(last, 16)))
    // The years, days and ranks behind an amount are not part of it: 2조 3위 has its 3 parted by a space.
    if (!fits || (at !== end && section.value.digits < 100n)) break
    sum = added(sum, section.value)
    end = section.end
    if (!large && section.bare) places = section.places
    break
  }
  if (end === from) return null
  if (text.charAt(end) === '여') {
    over = true
    end++
  }
  return { value: sum, end, over, large, places }
}

const small = (value: number, words: boolean): string => {
  if (!words) return String(value)
  let text = ''
  for (const [name, power] of [
    ['천', 1000],
    ['백', 100],
    ['십', 10],
  ] as const) {
    const digit = Math.floor(value / power) % 10
    if (digit > 0) text += (digit === 1 ? '' : DIGITS.charAt(digit)) + name
  }
  return text + (value % 10 > 0 ? DIGITS.charAt(value % 10) : '')
}

/**
 * A whole number (0 to 10^20) as Korean writes it: `digits` 2,200,000; `mixed` 2조 2197억 500; `words` 이조 이천백구십칠억
 * 오백. `readNumeral` reads each of them back, those in words without their spaces.
 */
export const writeNumeral = (value: bigint, style: 'digits' | 'mixed' | 'words'): string => {
  if (style === 'digits') return writeDecimal(decimal(value), { grouped: true })
  const words = style === 'words'
  if (value === 0n) return words ? '영' : '0'
  const parts: string[] = []
  for (const [name, power] of [
    ['경', 16],
    ['조', 12],
    ['억', 8],
    ['만', 4],
    ['', 0],
  ] as const) {
    const section = Number((value / 10n ** BigInt(power)) % 10000n)
    if (section > 0) parts.push(small(section, words) + name)
  }
  return parts.join(words ? '' : ' ')
}
