import { decimal, type Decimal, scaled, writeDecimal } from '../text/decimal.ts'
import { numberWords, type NumeralStyle, scalePower } from './numerals.ts'

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
