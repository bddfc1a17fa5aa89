import type { CalendarDate } from '../model/value.ts'
import { endsUnit } from './units.ts'

/** A date as it stands in a text, UTF-16 code units. */
export interface ReadDate {
  start: number
  end: number
  date: CalendarDate
}

const TO = '\\s?[~∼〜～]\\s?'
const YEAR = '(?<year>(?:1[0-9]|2[0-9])\\d\\d)'
const two = (name: string, most: '12' | '31' | '4') =>
  `(?<${name}>${most === '12' ? '1[0-2]|0?[1-9]' : most === '31' ? '3[01]|[12]\\d|0?[1-9]' : '[1-4]'})`

/** Between both ends of a period: 24~25일, 24일부터 25일까지. */
const until = (unit: string) => `(?:${unit}?${TO}|${unit}부터\\s?(?=\\d+${unit}까지))`

const DAYS = `${two('day', '31')}(?:${until('일')}${two('toDay', '31')})?일`
/** The longest first. A year alone in a range may lack its 년; a single one may not. */
const FORMS = [
  `(?:${YEAR}년\\s?)?${two('month', '12')}월\\s?${DAYS}`,
  `(?:${YEAR}년\\s?)?${two('month', '12')}${until('월')}${two('toMonth', '12')}월`,
  `(?:${YEAR}년\\s?)?${two('month', '12')}월`,
  `(?:${YEAR}년\\s?)?${two('quarter', '4')}(?:${until('(?:분기)')}${two('toQuarter', '4')})?분기`,
  `(?:${YEAR}년\\s?)?(?<half>상반기|하반기)`,
  `${YEAR}${until('년')}(?<toYear>(?:1[0-9]|2[0-9])\\d\\d)(?:년|(?=[)\\s]))`,
  `${YEAR}년`,
  DAYS,
].map((source) => new RegExp(source, 'uy'))

/** A number of days rather than a day: 3일간, 10일 동안, 5일 연속. */
const LASTS = /^\s?(?:간|동안|연속|만에|째|내내|이내|넘게|남짓|가량)/u

/** What must stand behind the first number of a date. */
const DATED = /\d*\s?(?:[년월일~∼〜～]|분기|[상하]반기)/uy

const dateOf = (groups: Record<string, string | undefined>): CalendarDate => {
  const date: CalendarDate = { type: 'date' }
  for (const field of [
    'year',
    'month',
    'day',
    'quarter',
    'toYear',
    'toMonth',
    'toDay',
    'toQuarter',
  ] as const) {
    const said = groups[field]
    if (said !== undefined) date[field] = Number(said)
  }
  if (groups.half !== undefined) date.half = groups.half === '상반기' ? 1 : 2
  return date
}

/**
 * The date or period that begins at `at`: 2025년 7월 1일, 7월 1일, 24~25일, 2026년, 1~9월, 3분기, 상반기, 2021~2035. Null where
 * none does, as for a number of years or days (10년, 3일간).
 */
export const readDate = (text: string, at: number): ReadDate | null => {
  DATED.lastIndex = at
  if (!DATED.test(text)) return null
  for (const form of FORMS) {
    form.lastIndex = at
    const found = form.exec(text)
    if (!found) continue
    const end = at + found[0].length
    const date = dateOf(found.groups ?? {})
    if (date.day !== undefined && LASTS.test(text.slice(end, end + 4))) continue
    if (/[년월일기]$/u.test(found[0]) && !endsUnit(text, end)) continue
    return { start: at, end, date }
  }
  return null
}
