/** An exact decimal number: `digits` × 10^-`places`, in lowest terms (no zero at the end of its places). */
export interface Decimal {
  digits: bigint
  /** 0 and up. */
  places: number
}

/** Brought to lowest terms; `places` may be negative here (2.2 × 10^12 is 22 with -11 places). */
export const decimal = (digits: bigint, places = 0): Decimal => {
  let [left, rest] = [digits, places]
  if (rest < 0) {
    left *= 10n ** BigInt(-rest)
    rest = 0
  }
  while (rest > 0 && left % 10n === 0n) {
    left /= 10n
    rest--
  }
  return { digits: left, places: rest }
}

/** Reads digits with or without commas and a point: 2,197 and 1.45. Anything else throws a SyntaxError. */
export const parseDecimal = (text: string): Decimal => {
  if (/^\d+$/u.test(text)) return { digits: BigInt(text), places: 0 }
  const [whole = '', fraction = ''] = text.replaceAll(',', '').split('.')
  return decimal(BigInt(whole + fraction), fraction.length)
}

/** `value` × 10^`power`. */
export const scaled = (value: Decimal, power: number): Decimal => decimal(value.digits, value.places - power)

const aligned = (one: Decimal, other: Decimal): [bigint, bigint, number] => {
  if (one.places === other.places) return [one.digits, other.digits, one.places]
  const places = Math.max(one.places, other.places)
  const raised = ({ digits, places: own }: Decimal) => digits * 10n ** BigInt(places - own)
  return [raised(one), raised(other), places]
}

export const added = (one: Decimal, other: Decimal): Decimal => {
  const [left, right, places] = aligned(one, other)
  return decimal(left + right, places)
}

export const times = (one: Decimal, other: Decimal): Decimal =>
  decimal(one.digits * other.digits, one.places + other.places)

/** Below 0, 0 or above 0, as `one` is less than, equal to or more than `other`. */
export const compared = (one: Decimal, other: Decimal): number => {
  const [left, right] = aligned(one, other)
  return left < right ? -1 : left > right ? 1 : 0
}

export const sameDecimal = (one: Decimal, other: Decimal): boolean =>
  one.digits === other.digits && one.places === other.places

/** Rounded half up to so many places, as a rendering that says fewer digits rounds. */
export const rounded = (value: Decimal, places: number): Decimal => {
  if (value.places <= places) return value
  const unit = 10n ** BigInt(value.places - places)
  return decimal((value.digits + unit / 2n) / unit, places)
}

/** In digits, with commas if asked, and at least so many places: 2200 with 1 is 2,200.0. */
export const writeDecimal = (
  { digits, places }: Decimal,
  { grouped = false, atLeast = 0 }: { grouped?: boolean; atLeast?: number } = {},
): string => {
  const sign = digits < 0n ? '-' : ''
  const text = (digits < 0n ? -digits : digits).toString().padStart(places + 1, '0')
  const whole = text.slice(0, text.length - places)
  const fraction = text.slice(text.length - places).padEnd(atLeast, '0')
  const said = grouped ? whole.replace(/\B(?=(?:\d{3})+$)/gu, ',') : whole
  return sign + (fraction === '' ? said : `${said}.${fraction}`)
}
