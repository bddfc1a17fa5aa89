import { articleFor } from '../english/article.ts'
import type { EnglishValue } from '../english/values.ts'
import { writeValue } from '../english/writeValue.ts'
import { readNativeNumeral } from '../korean/nativeNumerals.ts'
import type { KoreanValue } from '../korean/values.ts'
import type { TextSpan } from '../model/memory.ts'
import { meaningKey } from '../model/value.ts'
import type { PiecePair } from './pairing.ts'
import { type Rendering, renders } from './rendering.ts'

/** A stretch of the target that becomes another; `pair` is what it follows from. */
export interface Edit extends TextSpan {
  text: string
  pair: PiecePair
}

/** What could be done for the pairs that differ. */
export interface Repaired {
  edits: Edit[]
  /** Pairs that are wholly taken care of. */
  settled: Set<PiecePair>
}

/** Numbers of a source said in words outside its values (두 도시, 양국): their English may look like a value’s. */
const spokenOutside = (source: string, values: readonly KoreanValue[]): Set<number> => {
  const said = new Set<number>()
  const outside = values.reduceRight(
    (text, { start, end }) => `${text.slice(0, start)} # ${text.slice(end)}`,
    source,
  )
  for (const [, word = ''] of outside.matchAll(/(?<![가-힣])([가-힣]{1,3})(?= [가-힣])/gu)) {
    const number = readNativeNumeral(word)
    if (number !== undefined) said.add(number)
  }
  for (const [, digits = ''] of outside.matchAll(
    /(?<![\p{L}\d.,:·ㆍ-])(\d{1,4})(?=(?!시|분|호|차|조)[가-힣 ])/gu,
  ))
    said.add(Number(digits))
  if (/양국|양측|양자|양일|양사|쌍방|이틀|양안|양대/u.test(outside)) said.add(2)
  if (/사흘|3국|삼국/u.test(outside)) said.add(3)
  return said
}

const WEEKDAY = '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day'
const WEEKDAY_BEFORE = new RegExp(`${WEEKDAY},? (?:on )?$`, 'u')
const WEEKDAY_BEHIND = new RegExp(`^,? (?:a |on )?\\(?${WEEKDAY}`, 'u')

/** A weekday beside a date would have to be another one as well. */
const besideWeekday = (target: string, { start, end }: TextSpan): boolean =>
  WEEKDAY_BEFORE.test(target.slice(Math.max(0, start - 14), start)) ||
  WEEKDAY_BEHIND.test(target.slice(end, end + 14))

interface Found {
  value: EnglishValue
  rendering: Rendering
}

/** The places of the target that render a value and can be rewritten: those that say just it before those that say more or less. */
const placesOf = (value: KoreanValue, english: readonly EnglishValue[]): Found[] => {
  const found = english.flatMap((each): Found[] => {
    const rendering = renders(value, each)
    return rendering === null || rendering === 'rounded' ? [] : [{ value: each, rendering }]
  })
  const same = found.filter(({ rendering }) => rendering === 'same')
  const chosen = same.length > 0 ? same : found
  const apart = chosen.filter(({ value: { leads } }) => !leads)
  return apart.length > 0 ? apart : chosen
}

/** Whether values of this meaning keep their order in English: amounts of money and percentages in a row do. */
const keepsOrder = ({ meaning }: KoreanValue): boolean =>
  meaning.type === 'quantity' && /^(?:money|percentage|points)$/u.test(meaning.unitClass)

/**
 * Rewrites the values of the target that render values of the unit’s source for which the text has others of the same
 * unit. A value is left where it cannot be told which place renders it: where more places look like it than values of
 * the source, or as many, with different values to come.
 */
export const repairValues = (
  source: string,
  target: string,
  pairs: readonly PiecePair[],
  english: readonly EnglishValue[],
): Repaired => {
  const edits: Edit[] = []
  const settled = new Set<PiecePair>()
  const valued = pairs.flatMap((pair) => (pair.from?.value ? [{ pair, value: pair.from.value }] : []))
  const spoken = spokenOutside(
    source,
    valued.map(({ value }) => value),
  )
  for (const { pair, value } of valued) {
    const wanted = pair.to?.value
    if (!wanted || pair.from?.key === pair.to?.key || !pair.anchored) continue
    if (pair.from?.sort !== pair.to?.sort || value.approximation !== wanted.approximation) continue
    const places = placesOf(value, english)
    const { meaning } = value
    const small = meaning.type === 'quantity' && meaning.unitClass === 'count' && meaning.low.places === 0
    if (small && spoken.has(Number(meaning.low.digits))) continue
    const rivals = valued.filter((other) =>
      places.some((place) => renders(other.value, place.value) !== null),
    )
    const goal = (other: PiecePair) => (other.to?.value ? meaningKey(other.to.value.meaning) : '')
    const alike = rivals.every((other) => goal(other.pair) === goal(pair))
    if (places.length === 0 || places.length > rivals.length) continue
    const ordered = places.length === rivals.length && rivals.every((other) => keepsOrder(other.value))
    if (!alike && !ordered) continue
    const at = rivals.findIndex((other) => other.pair === pair)
    // One place may render what the source says twice.
    const place = places[Math.min(at, places.length - 1)]
    if (!place) continue
    const edit = rewritten(target, place, wanted, pair)
    if (!edit) continue
    if (!edits.some(({ start }) => start === edit.start)) edits.push(edit)
    const counters =
      meaning.type === 'date' || value.word.replace('인', '명') === wanted.word.replace('인', '명')
    const unitSaid = meaning.type === 'quantity' && !/^(?:count|occasion)$/u.test(meaning.unitClass)
    // Said twice and rendered once, the other may be rendered by another word (half, both).
    const each = places.length === rivals.length
    if (each && place.rendering === 'same' && (counters || unitSaid)) settled.add(pair)
  }
  return { edits, settled }
}

const rewritten = (target: string, { value }: Found, wanted: KoreanValue, pair: PiecePair): Edit | null => {
  if (wanted.meaning.type === 'date' && besideWeekday(target, value)) return null
  const text = writeValue(target, value, wanted.meaning, wanted.places)
  if (text === null || text === target.slice(value.start, value.end)) return null
  const article = articleFor(target, value.start, text)
  return article
    ? { start: article.start, end: value.end, text: `${article.article} ${text}`, pair }
    : { start: value.start, end: value.end, text, pair }
}
