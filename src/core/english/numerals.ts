import { decimal, type Decimal, parseDecimal, scaled } from '../text/decimal.ts'

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
