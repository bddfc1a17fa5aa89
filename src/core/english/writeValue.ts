import type { Meaning, Quantity } from '../model/value.ts'
import type { Decimal } from '../text/decimal.ts'
import { startsSentence } from '../term/sentence-start.ts'
import { writeDate } from './dates.ts'
import { numberWords } from './numerals.ts'
import { ordinalDigits, ordinalWord, readOrdinalWord } from './ordinals.ts'
import { writeNumeral } from './writeNumeral.ts'
import { unitWordFor } from './units.ts'
import type { EnglishValue } from './values.ts'

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
/** As the old word began: Three → Five. */
const asBegan = (old: string, text: string): string => (/^\p{Lu}/u.test(old) ? capitalised(text) : text)

const whole = ({ digits, places }: Decimal): number | null =>
  places === 0 && digits > 0n && digits < 1000n ? Number(digits) : null
const isOne = ({ digits, places }: Decimal): boolean => digits === 1n && places === 0

const quantityAs = (text: string, old: EnglishValue, meaning: Quantity, places: number): string | null => {
  if (old.writing.as !== 'quantity' || old.meaning.type !== 'quantity') return null
  const { numerals, unit } = old.writing
  const wanted = meaning.high ? [meaning.low, meaning.high] : [meaning.low]
  if (wanted.length !== numerals.length) return null
  const before = old.meaning.high ?? old.meaning.low
  const after = meaning.high ?? meaning.low
  // What is counted stands somewhere behind, with words that go by it; only units are bent here.
  if (!unit && old.meaning.unitClass !== 'money' && isOne(before) !== isOne(after)) return null
  const [first] = numerals
  const once =
    numerals.length > 1 && first && !text.slice(first.start, first.end).includes(first.style.scale)
      ? first.style.scale
      : ''
  let written = ''
  let last = old.start
  for (const [index, numeral] of numerals.entries()) {
    const value = wanted[index]
    if (!value) return null
    const there = text.slice(numeral.start, numeral.end)
    const starts =
      numeral.style.words && startsSentence(text.slice(Math.max(0, numeral.start - 80), numeral.start))
    let said = asBegan(
      there,
      writeNumeral(value, numeral, { places, starts: starts && /^\p{Lu}/u.test(there) }),
    )
    // 2-3 million says its scale once, and can only go on doing so where both numbers keep it.
    if (once !== '') {
      if (!said.endsWith(once)) return null
      if (index === 0) said = said.slice(0, said.length - once.length).trimEnd()
    }
    written += text.slice(last, numeral.start) + said
    last = numeral.end
  }
  if (!unit) return written + text.slice(last, old.end)
  const word = isOne(before) === isOne(after) ? unit.word : unitWordFor(unit.word, unit.gap, isOne(after))
  return written + unit.gap + word
}

const BASES = new Map([
  [2, 'doubl'],
  [3, 'tripl'],
  [4, 'quadrupl'],
])
const PARTS = new Map([
  [3, 'third'],
  [4, 'quarter'],
  [5, 'fifth'],
  [6, 'sixth'],
  [7, 'seventh'],
  [8, 'eighth'],
  [9, 'ninth'],
  [10, 'tenth'],
])

/** Parts, multiples and ordinals, whose number is inside the word. */
const wordAs = (there: string, old: EnglishValue, meaning: Quantity): string | null => {
  const value = whole(meaning.low)
  if (value === null || meaning.high) return null
  switch (old.writing.as) {
    case 'ordinal': {
      if (/^no\./iu.test(there)) return there.replace(/\d+$/u, String(value))
      if (/^\d/u.test(there)) return ordinalDigits(value)
      const most = Math.max(9, readOrdinalWord(there.toLowerCase()) ?? 0)
      return value > most ? ordinalDigits(value) : ordinalWord(value)
    }
    case 'fold': {
      const number = /^\d/u.test(there) ? null : numberWords(meaning.low)
      const hyphen = there.includes('-') ? '-' : ''
      if (number === null || value > 10) return `${value}-fold`
      return `${number}${hyphen}fold`
    }
    case 'verb': {
      const base = BASES.get(value)
      return base === undefined ? null : base + (/(?:e|es|ed|ing)$/u.exec(there)?.[0] ?? '')
    }
    case 'twice':
      return value === 1 ? null : `${numberWords(meaning.low) ?? value} times`
    case 'fraction': {
      const part = PARTS.get(Number(meaning.unit.slice(2)))
      if (part === undefined || value > 9) return null
      const gap = there.includes('-') ? '-' : ' '
      const article = value === 1 && /^an? /iu.test(there)
      return `${article ? (part === 'eighth' ? 'an' : 'a') : (numberWords(meaning.low) ?? '')}${gap}${part}${value === 1 ? '' : 's'}`
    }
    default:
      return null
  }
}

/**
 * What an English value becomes when it is to mean `meaning`, written as the old one is: its scale, unit, commas, order
 * and forms. `places`: how many the number is said with behind its point. Null where that cannot be done by rule, as for
 * another unit or currency, or where the noun counted would have to change its number.
 */
export const writeValue = (text: string, old: EnglishValue, meaning: Meaning, places = 0): string | null => {
  if (meaning.type === 'date' || old.meaning.type === 'date')
    return meaning.type === 'date' && old.writing.as === 'date'
      ? writeDate(text, old.writing.date, meaning)
      : null
  if (old.writing.as === 'quantity') return quantityAs(text, old, meaning, places)
  const there = text.slice(old.start, old.end)
  const written = wordAs(there, old, meaning)
  return written === null ? null : asBegan(there, written)
}
