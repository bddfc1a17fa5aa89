import { decimal } from '../text/decimal.ts'
import { numberWords } from './numerals.ts'

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
