import { decimal, type Decimal, parseDecimal, scaled, writeDecimal } from '../text/decimal.ts'

/** How a number is written, so that another one can be written alike. */
export interface NumeralStyle {
  /** In words: three, twenty-five, a dozen. */
  words: boolean
  /** With commas, as far as the number shows it: null where it is too small to tell. */
  grouped: boolean | null
  /** The very scale word (billion, tn) with what stands before it; empty without one. */
  gap: string
  scale: string
  /** Places behind the point. */
  places: number
}

export interface ReadEnglishNumeral {
  value: Decimal
  end: number
  style: NumeralStyle
}

const ONES = (
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen ' +
  'seventeen eighteen nineteen'
).split(' ')
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const WORDS = new Map<string, number>(ONES.map((word, value) => [word, value]))
for (const [index, ten] of TENS.entries()) WORDS.set(ten, (index + 2) * 10)

const SCALES = new Map<string, number>([
  ['thousand', 3],
  ['million', 6],
  ['billion', 9],
  ['trillion', 12],
  ['quadrillion', 15],
  ['k', 3],
  ['mn', 6],
  ['m', 6],
  ['bn', 9],
  ['b', 9],
  ['trn', 12],
  ['tn', 12],
  ['t', 12],
])
/** The power of ten of a scale word; undefined where it is none. */
export const scalePower = (word: string): number | undefined => SCALES.get(word.toLowerCase())

const DIGITS = /(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?/uy
const SCALE =
  /([ \u00a0-]?)(thousand|million|billion|trillion|quadrillion)s?(?![A-Za-z])|([ \u00a0]?)(k|mn|bn|trn|tn)(?![A-Za-z])/iuy
/** One letter stands for a scale only behind money: $313.8B. */
const LETTER = /()([MBTK])(?![A-Za-z0-9])/uy

const ONE = ONES.slice(1, 10).join('|')
const BELOW_HUNDRED = `(?:(?:${TENS.join('|')})(?:-(?:${ONE}))?|${ONES.slice(1).toReversed().join('|')})`
const SPELLED = new RegExp(
  `(?:an? |one )?dozen(?!s)|(?:${BELOW_HUNDRED}|an?)(?: hundred(?: and ${BELOW_HUNDRED}| ${BELOW_HUNDRED})?)?(?= |[^\\p{L}]|$)`,
  'iuy',
)

const below = (text: string): number => text.split('-').reduce((sum, word) => sum + (WORDS.get(word) ?? 0), 0)

/** The value of at most three digits in words; null for a bare article. */
const spelledValue = (text: string): number | null => {
  const lower = text.toLowerCase()
  if (lower.endsWith('dozen')) return 12
  const [hundreds = '', rest = ''] = lower.split(/ hundred(?: and)? ?/u)
  if (!lower.includes('hundred')) return /^an?$/u.test(lower) ? null : below(lower)
  return (/^an?$/u.test(hundreds) ? 1 : below(hundreds)) * 100 + below(rest)
}

/**
 * The number that begins at `at`: 2.2 trillion, 313.8bn, 1,066, twenty-five, three hundred, a million. `money`: a sign of
 * currency stands before it, so that a letter may be a scale ($2.2M). Null where none does.
 */
export const readEnglishNumeral = (text: string, at: number, money = false): ReadEnglishNumeral | null => {
  DIGITS.lastIndex = at
  const digits = DIGITS.exec(text)?.[0]
  let value: Decimal
  let end: number
  let article = false
  if (digits !== undefined) {
    value = parseDecimal(digits)
    end = at + digits.length
  } else {
    SPELLED.lastIndex = at
    const spelled = SPELLED.exec(text)?.[0]
    if (spelled === undefined) return null
    const said = spelledValue(spelled)
    article = said === null
    value = decimal(BigInt(said ?? 1))
    end = at + spelled.length
  }
  SCALE.lastIndex = end
  LETTER.lastIndex = end
  const found = SCALE.exec(text) ?? (money ? LETTER.exec(text) : null)
  const gap = found?.[1] ?? found?.[3] ?? ''
  const scale = found?.[2] ?? found?.[4] ?? ''
  const power = scalePower(scale)
  if (article && power === undefined) return null
  if (found && power !== undefined) {
    value = scaled(value, power)
    end += found[0].length
  }
  const whole = digits?.split('.')[0] ?? ''
  const style: NumeralStyle = {
    words: digits === undefined,
    grouped: whole.includes(',') ? true : whole.length > 3 ? false : null,
    gap,
    scale,
    places: digits?.split('.')[1]?.length ?? 0,
  }
  return { value, end, style }
}

/** 0 to 999 in words: twenty-five, three hundred and five. Null for what is larger or has a fraction. */
export const numberWords = ({ digits, places }: Decimal): string | null => {
  if (places > 0 || digits < 0n || digits > 999n) return null
  const value = Number(digits)
  if (value < 20) return ONES[value] ?? null
  if (value < 100) {
    const ten = TENS[Math.floor(value / 10) - 2] ?? ''
    return value % 10 === 0 ? ten : `${ten}-${ONES[value % 10] ?? ''}`
  }
  const rest = numberWords(decimal(digits % 100n))
  return `${ONES[Math.floor(value / 100)] ?? ''} hundred${value % 100 === 0 || rest === null ? '' : ` and ${rest}`}`
}

const LONG = ['thousand', 'million', 'billion', 'trillion', 'quadrillion'] as const
const FAMILIES: readonly (readonly string[])[] = [
  LONG,
  ['k', 'mn', 'bn', 'tn'],
  ['K', 'M', 'B', 'T'],
  ['k', 'm', 'bn', 'trn'],
]

/** The scale word of the same way of writing in which the value has one to three digits before its point. */
const scaleFor = (value: Decimal, written: string): string => {
  const family = FAMILIES.find((words) => words.includes(written)) ?? LONG
  const whole = (value.digits / 10n ** BigInt(value.places)).toString().length
  const fitting = family.filter(
    (word) => (scalePower(word) ?? 0) < whole && (word !== 'thousand' || written === word),
  )
  return fitting.at(-1) ?? ''
}

const LARGE_ENOUGH = decimal(1_000_000n)
const isLarge = (value: Decimal) => value.digits >= LARGE_ENOUGH.digits * 10n ** BigInt(value.places)

/**
 * A value in the style of the old one, exactly: its scale where the new one fits it (2.2 trillion → 3.1 trillion; 2,200
 * billion stays billions), its commas, its words as far as words are small. `places`: how many the new one is said with.
 * `starts`: a sentence does, where digits do not stand.
 */
export const writeNumeral = (
  value: Decimal,
  old: { value: Decimal; style: NumeralStyle },
  { places = 0, starts = false }: { places?: number; starts?: boolean } = {},
): string => {
  const { style } = old
  const small = value.places === 0 && value.digits < 100n
  if (style.words && style.scale === '' && small) {
    // Words to nine, or as far as the old one went.
    const most = old.value.digits > 9n ? old.value.digits : 9n
    if (starts || value.digits <= most) return numberWords(value) ?? value.digits.toString()
  }
  if (style.scale === '') {
    if (isLarge(value) && !isLarge(old.value)) {
      const scale = scaleFor(value, '')
      const shown = scaled(value, -(scalePower(scale) ?? 0))
      if (shown.places <= 3) return `${writeDecimal(shown)} ${scale}`
    }
    return writeDecimal(value, { grouped: style.grouped ?? true, atLeast: places })
  }
  const power = scalePower(style.scale) ?? 0
  const kept = scaled(value, -power)
  const shownBefore = scaled(old.value, -power)
  const thousand = decimal(1000n)
  const whole = (number: Decimal) => number.digits / 10n ** BigInt(number.places)
  const fits = whole(kept) >= 1n && (whole(kept) < thousand.digits || whole(shownBefore) >= thousand.digits)
  const scale = fits ? style.scale : scaleFor(value, style.scale)
  if (scale === '') return writeDecimal(value, { grouped: true })
  const shown = fits ? kept : scaled(value, -(scalePower(scale) ?? 0))
  const words = style.words && shown.places === 0 && shown.digits < 10n ? numberWords(shown) : null
  return (words ?? writeDecimal(shown, { grouped: true })) + style.gap + scale
}

const ORDINAL_ONES =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(' ')

/** 1 to 99 as an ordinal word: third, twelfth, twenty-first, thirtieth. */
export const ordinalWord = (value: number): string | null => {
  const plain = numberWords(decimal(BigInt(value)))
  if (plain === null || value < 1 || value > 99) return null
  const small = ORDINAL_ONES[value - 1]
  if (small !== undefined) return small
  if (value < 20) return `${plain}th`
  const [ten = '', one] = plain.split('-')
  return one === undefined ? ten.replace(/y$/u, 'ieth') : `${ten}-${ORDINAL_ONES[(value % 10) - 1] ?? ''}`
}

const ORDINALS = new Map<string, number>()
for (let value = 1; value < 100; value++) ORDINALS.set(ordinalWord(value) ?? '', value)
export const ORDINAL_WORDS: readonly string[] = [...ORDINALS.keys()]
/** The value of an ordinal word in lower case; undefined where it is none. */
export const readOrdinalWord = (word: string): number | undefined => ORDINALS.get(word)

/** With its ending: 1st, 12th, 23rd. */
export const ordinalDigits = (value: number): string => {
  const teen = value % 100 > 10 && value % 100 < 14
  return `${value}${teen ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th')}`
}
