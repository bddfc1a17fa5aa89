import type { CalendarDate, DateField } from '../model/value.ts'
import type { TextSpan } from '../model/memory.ts'
import { ordinalDigits, ordinalWord, readOrdinalWord } from './ordinals.ts'

/** A date of an English text, with the places of what it says. */
export interface EnglishDate extends TextSpan {
  date: CalendarDate
  parts: { field: DateField; start: number; end: number }[]
}

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
)
/** As house styles shorten them: the five short ones are not. */
const AP = 'Jan. Feb. March April May June July Aug. Sept. Oct. Nov. Dec.'.split(' ')

const NAME =
  'January|February|March|April|May|June|July|August|September|October|November|December|Jan\\.?|Feb\\.?|Mar\\.?|Apr\\.?|Jun\\.?|Jul\\.?|Aug\\.?|Sept?\\.?|Oct\\.?|Nov\\.?|Dec\\.?'
const month = (name: string) => `(?<${name}>${NAME})(?!\\p{L})`
const day = (name: string) => `(?<${name}>(?:3[01]|[12]\\d|0?[1-9])(?:st|nd|rd|th)?)(?![\\d\\p{L}]|[.,]\\d)`
const YEAR = '(?<year>(?:19|20)\\d\\d)(?![\\d%]|[.,]\\d)'
const TO = '(?:\\s?[-–—]\\s?| to | through | until )'
const QUARTER = '(?<quarter>first|second|third|fourth|1st|2nd|3rd|4th)'
const COUNTED = 'two|three|four|five|six|seven|eight|nine|ten|eleven|\\d\\d?'
const OF_YEAR = `(?:,? (?:of |in )?${YEAR})?`

const FORMS = [
  `${month('month')} ${day('day')}${TO}(?<toMonth>\\k<month>) ${day('toDay')}(?:,? ${YEAR})?`,
  `${QUARTER}[ -]quarter to (?:the )?${QUARTER.replace('quarter', 'toQuarter')}[ -]quarter${OF_YEAR}`,
  `${month('month')} ${day('day')}(?:(?:[-–—]| to | through | and (?=\\d+(?:st|nd|rd|th)?(?:[.,;)]| (?:in|at|for|with)\\b|$)))${day('toDay')})?(?:,? ${YEAR})?`,
  `${day('day')}(?:(?:[-–—]| to | and )${day('toDay')})? (?:of )?${month('month')}(?:,? ${YEAR})?`,
  `${month('month')}(?:${TO}|(?<=[Bb]etween \\p{L}+) and )${month('toMonth')}${OF_YEAR}`,
  `(?<month>${NAME}),? (?:of )?${YEAR}`,
  `(?<![Tt]he )(?<month>January|February|June|July|August|September|October|November|December)(?!\\p{L})`,
  `(?<=\\b(?:[Ii]n|[Ss]ince|[Bb]y|[Uu]ntil|[Oo]f|[Ll]ast|[Tt]his|[Nn]ext|[Ff]rom|[Tt]hrough) )(?<month>March|April|May)(?!\\p{L})`,
  `first (?<toQuarter>two|three|four) quarters${OF_YEAR}`,
  `${QUARTER}[ -]quarter(?!s)${OF_YEAR}`,
  `Q(?<quarter>[1-4])(?!\\d)${OF_YEAR}`,
  `(?<half>first|second|latter)[ -]half(?!-)${OF_YEAR}`,
  `H(?<half>[12])(?!\\d)${OF_YEAR}`,
  `first (?<toMonth>${COUNTED}) months${OF_YEAR}`,
  `${YEAR}${TO}(?<toYear>(?:19|20)\\d\\d)(?![\\d%]|[.,]\\d)`,
  `(?<=\\b(?:[Oo]n|[Ff]rom|[Ss]ince|[Uu]ntil|[Bb]y|[Tt]o|[Tt]hrough) the )(?<day>(?:3[01]|[12]\\d|[1-9])(?:st|nd|rd|th))(?:(?:[-–—]| to (?:the )?| and )(?<toDay>(?:3[01]|[12]\\d|[1-9])(?:st|nd|rd|th)))?(?=[.,;:)]|$| (?:to|and|in|at|by|that|with|of this|of last)\\b)`,
  YEAR,
].map((source) => new RegExp(source, 'duy'))

const SMALL = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ')

const valueOf = (field: DateField, text: string): number => {
  const lower = text.toLowerCase()
  if (field === 'month' || field === 'toMonth') {
    const named = MONTHS.findIndex((name) => lower.slice(0, 3) === name.slice(0, 3).toLowerCase())
    if (/^[a-z]{3}/u.test(lower) && named >= 0 && !SMALL.includes(lower)) return named + 1
  }
  if (SMALL.includes(lower)) return SMALL.indexOf(lower)
  if (lower === 'latter') return 2
  return readOrdinalWord(lower) ?? Number.parseInt(lower, 10)
}

/** How dates begin: with a number, the name of a month, or an ordinal of a period. */
const MAY_BEGIN =
  /\d|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Q[1-4]|H[12]|first|second|third|fourth|latter/uy

/** The date that begins at `at`, the longest way; null where none does. */
export const readEnglishDate = (text: string, at: number): EnglishDate | null => {
  MAY_BEGIN.lastIndex = at
  if (!MAY_BEGIN.test(text)) return null
  for (const form of FORMS) {
    form.lastIndex = at
    const found = form.exec(text)
    if (!found) continue
    const date: CalendarDate = { type: 'date' }
    const parts: EnglishDate['parts'] = []
    for (const [field, place] of Object.entries(found.indices?.groups ?? {})) {
      if (!place) continue
      const name = field as DateField
      date[name] = valueOf(name, text.slice(...place))
      parts.push({ field: name, start: place[0], end: place[1] })
    }
    // From July 1 to July 7: one month, said twice.
    if (date.toDay !== undefined && date.toMonth !== undefined) {
      delete date.toMonth
      for (const part of parts) if (part.field === 'toMonth') part.field = 'month'
    }
    // The first nine months begin with the first, as the first three quarters do.
    if (date.toMonth !== undefined && date.month === undefined) date.month = 1
    if (date.toQuarter !== undefined && date.quarter === undefined) date.quarter = 1
    return { start: at, end: at + found[0].length, date, parts: parts.toSorted((a, b) => a.start - b.start) }
  }
  return null
}

const monthAs = (old: string, value: number): string => {
  const full = MONTHS[value - 1] ?? ''
  if (!old.endsWith('.') && old.length > 4) return full
  if (MONTHS.includes(old)) return full
  if (/^Sept?\.?$/u.test(old) || old.endsWith('.')) {
    const short = old.endsWith('.') ? (AP[value - 1] ?? '') : full.slice(0, 3)
    return /^(?:Mar|Apr|Jun|Jul)\.$/u.test(old) ? `${full.slice(0, 3)}.` : short
  }
  return full.slice(0, 3)
}

const partAs = (field: DateField, old: string, value: number): string => {
  if (field === 'month' || field === 'toMonth') {
    if (SMALL.includes(old)) return SMALL[value] ?? String(value)
    return /^\d/u.test(old) ? String(value) : monthAs(old, value)
  }
  if (/^\d+(?:st|nd|rd|th)$/u.test(old)) return ordinalDigits(value)
  if (/^\d/u.test(old)) return String(value)
  if (field === 'toQuarter' && SMALL.includes(old)) return SMALL[value] ?? String(value)
  return ordinalWord(value) ?? String(value)
}

/**
 * The old date rewritten with the fields of `date`, in its own order and forms; fields `date` lacks stay. Null where it
 * has one the old date does not say, or where a period that begins with the first month or quarter would not.
 */
export const writeDate = (text: string, old: EnglishDate, date: CalendarDate): string | null => {
  let written = ''
  let last = old.start
  for (const { field, start, end } of old.parts) {
    const value = date[field]
    const there = text.slice(start, end)
    written +=
      text.slice(last, start) +
      (value === undefined || value === old.date[field] ? there : partAs(field, there, value))
    last = end
  }
  const said = new Set(old.parts.map(({ field }) => field))
  const lost = (['month', 'quarter'] as const).some(
    (field) => !said.has(field) && old.date[field] !== undefined && date[field] !== 1,
  )
  return lost ? null : written + text.slice(last, old.end)
}
