import { decimal } from '../text/decimal.ts'
import type { Approximation, Quantity, Value } from '../model/value.ts'
import { readDate } from './dates.ts'
import { isSyllable } from './hangul.ts'
import { countsNothing, isNamed } from './namedNumbers.ts'
import { readNativeNumeral } from './nativeNumerals.ts'
import { readNumeral, type ReadNumeral } from './numerals.ts'
import { endsUnit, readUnit } from './units.ts'

/** A value read in Korean, with the word its unit is said in. */
export interface KoreanValue extends Value {
  /** The counter or unit as it stands there; empty for dates. */
  word: string
  /** Places behind the point of a number that is digits alone: 9.0% has one. */
  places: number
}

/** Full-width digits and signs as ASCII, one code unit for one; lets spans stand. */
const folded = (text: string): string =>
  /[\uff0c\uff0e\uff10-\uff19]/u.test(text)
    ? text.replace(/[\uff0c\uff0e\uff10-\uff19]/gu, (sign) =>
        String.fromCharCode(sign.charCodeAt(0) - 0xfee0),
      )
    : text

const RANGE = /^\s?[~∼〜～]\s?(?=\d)/u

const quantity = (
  numeral: ReadNumeral,
  high: ReadNumeral | null,
  unit: Pick<Quantity, 'unit' | 'unitClass'>,
): Quantity => ({
  type: 'quantity',
  low: numeral.value,
  high: high?.value ?? null,
  unit: unit.unit,
  unitClass: unit.unitClass,
})

/** 14회 and 12차 behind 제, 3번째, 1위: which one, not how many. */
const ORDINAL = /^(?:\s?번째|회째|위(?!안|험|원)|차(?!\s?(?:례|량|이|별|관|원|종|지))|등(?!급|록|장))/u
const ORDINAL_BEHIND_JE = /^(?:회|차|번째|기|대)/u

const quantityAt = (text: string, at: number): KoreanValue | null => {
  let numeral = readNumeral(text, at)
  if (!numeral) return null
  const made = (start: number, end: number, meaning: Quantity, word: string): KoreanValue => ({
    ...{ start, end, meaning, word },
    approximation: (numeral?.over ? 'over' : null) as Approximation | null,
    places: high?.places ?? numeral?.places ?? 0,
  })
  let high: ReadNumeral | null = null
  let end = numeral.end
  const behind = text.slice(end, end + 12)
  // The minutes of a clock are no length of time.
  if (/^\s?분/u.test(behind) && /\d시\s?$/u.test(text.slice(0, at))) return null
  if (countsNothing(behind)) return null
  const parts = /^분의\s?(\d+)/u.exec(behind)
  if (parts) {
    const share = { ...numeral, value: decimal(BigInt(parts[1] ?? '1')) }
    const below = Number(numeral.value.digits)
    return made(
      at,
      end + parts[0].length,
      quantity(share, null, { unit: `1/${below}`, unitClass: 'fraction' }),
      '분의',
    )
  }
  if (text.charAt(at - 1) === '제') {
    const which = ORDINAL_BEHIND_JE.exec(behind)
    if (!which || !endsUnit(text, end + which[0].length)) return null
    return made(
      at - 1,
      end + which[0].length,
      quantity(numeral, null, { unit: 'ordinal', unitClass: 'ordinal' }),
      `제${which[0]}`,
    )
  }
  const ranged = RANGE.exec(behind)
  if (ranged) {
    high = readNumeral(text, end + ranged[0].length)
    if (!high) return null
    end = high.end
    // 2~3만 개 are twenty to thirty thousand.
    if (high.large && !numeral.large) {
      const power =
        text.slice(at, numeral.end) === text.slice(at, numeral.end).trim()
          ? /[만억조]/u.exec(text.slice(end - 1, end))?.[0]
          : undefined
      const raised = power === undefined ? null : readNumeral(text.slice(at, numeral.end) + power, 0)
      if (!raised) return null
      numeral = { ...numeral, value: raised.value, large: true }
    }
  }
  const unit = /^\s?번째/u.test(text.slice(end, end + 3)) ? null : readUnit(text, end)
  if (unit) {
    // 15일 and 2025년 have been asked for as dates before.
    return made(at, unit.end, quantity(numeral, high, unit), unit.word)
  }
  const which = high ? null : ORDINAL.exec(text.slice(end, end + 6))
  if (which && endsUnit(text, end + which[0].length))
    return made(
      at,
      end + which[0].length,
      quantity(numeral, null, { unit: 'ordinal', unitClass: 'ordinal' }),
      which[0].trim(),
    )
  // A large number may count what it stands before: 5만 관객, 1,066 가구. A small bare one is too often part of a name.
  const grouped = /[,만억조]/u.test(text.slice(at, end))
  return grouped && endsUnit(text, end)
    ? made(at, end, quantity(numeral, high, { unit: 'count', unitClass: 'count' }), '')
    : null
}

const spokenAt = (text: string, at: number, word: string): KoreanValue | null => {
  const native = readNativeNumeral(word)
  if (native === undefined) {
    const value = quantityAt(text, at)
    return value?.word === '' ? null : value
  }
  const end = at + word.length
  const unit = /^ ?번째/u.test(text.slice(end, end + 3)) ? null : readUnit(text, end)
  const numeral = { value: decimal(BigInt(native)), end, over: false, large: false, places: 0 }
  const base = { start: at, approximation: null, places: 0 }
  if (unit) return { ...base, end: unit.end, meaning: quantity(numeral, null, unit), word: unit.word }
  const which = /^ ?번째/u.exec(text.slice(end, end + 3))?.[0]
  if (which === undefined) return null
  const meaning = quantity(numeral, null, { unit: 'ordinal', unitClass: 'ordinal' })
  return { ...base, end: end + which.length, meaning, word: '번째' }
}

const isDigit = (word: string): boolean => word >= '0' && word < ':'

const COUNTERS = '번째|곳|개|명|가지|차례|배|번|달|대|건|척|살'
/** Where a value can begin: digits, half a year, a spoken numeral, a native one before what is counted so. */
const STARTS = new RegExp(
  '\\d+|[상하]반기|(?:[일이삼사오육칠팔구]?[십백천만억조]|' +
    `(?:한|두|세|네|다섯|여섯|일곱|여덟|아홉|열|열한|열두|스무)(?= ?(?:${COUNTERS})(?![가-힣]*칙)))`,
  'gu',
)
/** The whole of a number that is passed over. */
const CODE = /[\d.,:/·ㆍ-]*\d/uy

/**
 * Amounts, numbers with what they count, percentages and dates of a Korean text (NFC), in its order and never
 * overlapping. Numbers in names, codes and scores (G20, Z-20, 6·25, 글로벌 500) are left out, as are vague ones (수십억).
 */
export const koreanValues = (source: string): KoreanValue[] => {
  const text = folded(source)
  const values: KoreanValue[] = []
  const passOver = (at: number): number => {
    CODE.lastIndex = at
    return at + (CODE.exec(text)?.[0].length ?? 1)
  }
  STARTS.lastIndex = 0
  for (let found = STARTS.exec(text); found; found = STARTS.exec(text)) {
    const { 0: word, index: at } = found
    const digits = isDigit(word)
    const half = word.endsWith('반기')
    if (digits && isNamed(text, at)) {
      STARTS.lastIndex = passOver(at)
      continue
    }
    // A syllable inside a word (우한, 세계) is no numeral.
    if (!digits && !half && isSyllable(text.charCodeAt(at - 1))) continue
    const resume = STARTS.lastIndex
    const date = digits || half ? readDate(text, at) : null
    const value: KoreanValue | null = date
      ? { start: at, end: date.end, meaning: date.date, approximation: null, word: '', places: 0 }
      : half
        ? null
        : digits
          ? quantityAt(text, at)
          : spokenAt(text, at, word)
    if (value) values.push(value)
    STARTS.lastIndex = value?.end ?? (digits ? passOver(at) : resume)
  }
  return values
}
