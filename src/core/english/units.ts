import { pluralOf, singularOf } from './plural.ts'
import type { UnitClass } from '../model/value.ts'

/** The unit behind an English number, with what stands between them. */
export interface ReadEnglishUnit {
  unit: string
  unitClass: UnitClass
  gap: string
  word: string
  end: number
}

/** Unit class: unit = spellings in the singular where they take a plural, marked +. Those in capitals ask for them. */
const TABLE = `
points: %p=percentage_point+ pp ppt
percentage: %=% percent per_cent pct
money: CNY=yuan renminbi RMB CNY; HKD=Hong_Kong_dollar+ HK_dollar+; USD=US_dollar+ U.S._dollar+ American_dollar+ dollar+ USD; KRW=Korean_won won KRW; JPY=Japanese_yen yen JPY; EUR=euro+ EUR; GBP=pound+ GBP; RUB=ruble+ rouble+; INR=rupee+; TWD=Taiwan_dollar+; SGD=Singapore_dollar+; AUD=Australian_dollar+
area: km2=square_kilometer+ square_kilometre+ sq_km sq._km km2 km² ㎢; m2=square_meter+ square_metre+ sq_m sq._m m2 m² ㎡; ha=hectare+ ha; mu=mu; pyeong=pyeong
volume: m3=cubic_meter+ cubic_metre+ m3 m³; L=liter+ litre+; bbl=barrel+
energy: kWh=kilowatt-hour+ kilowatt_hour+ kWh; MWh=megawatt-hour+ megawatt_hour+ MWh; GWh=gigawatt-hour+ gigawatt_hour+ GWh; TWh=terawatt-hour+ terawatt_hour+ TWh
power: kW=kilowatt+ kW; MW=megawatt+ MW; GW=gigawatt+ GW; W=watt+
length: km=kilometer+ kilometre+ km/h kph km; cm=centimeter+ centimetre+ cm; mm=millimeter+ millimetre+ mm; nm=nanometer+ nanometre+ nm; m=meter+ metre+ m; nmi=nautical_mile+
weight: t=metric_ton+ metric_tonne+ ton+ tonne+ t; kg=kilogram+ kg; g=gram+; mg=milligram+ mg
temperature: C=degree+_Celsius degree+ ℃ °C
duration: second=second+; minute=minute+; hour=hour+; day=day+; week=week+; month=month+; year=year+
times: times=time+
`

interface Spelling {
  first: string
  pattern: RegExp
  unit: string
  unitClass: UnitClass
}

const SPELLINGS: Spelling[] = TABLE.trim()
  .split('\n')
  .flatMap((line) => {
    const [unitClass = '', rest = ''] = line.split(': ')
    return rest.split(';').flatMap((entry) => {
      const [unit = '', words = ''] = entry.trim().split('=')
      return words.split(' ').map((word) => {
        const shape = word
          .replace(/[.²³°]/gu, '\\$&')
          .replace('\\²', '²')
          .replace('\\³', '³')
          .replace('\\°', '°')
          .replaceAll('_', '[ \\u00a0-]')
          .replace('+', 's?')
        // Short ones are signs, whose capitals count; words may begin a title.
        const sign = word.length < 4 && !word.includes('+') && !/^(?:yen|won|pct|mu)$/u.test(word)
        const end = /[%℃㎡㎢²³]$/u.test(word) ? '' : '(?![\\p{L}\\p{N}])'
        return {
          first: word.charAt(0).toLowerCase(),
          pattern: new RegExp(shape + end, sign ? 'uy' : 'iuy'),
          unit,
          unitClass: unitClass as UnitClass,
        }
      })
    })
  })

/** By their first letters, so that most words behind numbers are seen at once to be no unit. */
const byFirst = new Map<string, Spelling[]>()
for (const spelling of SPELLINGS)
  byFirst.set(spelling.first, [...(byFirst.get(spelling.first) ?? []), spelling])

const GAP = /[ \u00a0](?:(?:straight|consecutive|successive|full|more|additional) )?|-(?=\p{L})/uy

/** The unit that begins at `at`: behind a space, a hyphen or nothing. Null where none does. */
export const readEnglishUnit = (text: string, at: number): ReadEnglishUnit | null => {
  GAP.lastIndex = at
  const gap = GAP.exec(text)?.[0] ?? ''
  const from = at + gap.length
  if (!/[\p{L}%℃°㎡㎢]/u.test(text.charAt(from))) return null
  for (const { pattern, unit, unitClass } of byFirst.get(text.charAt(from).toLowerCase()) ?? []) {
    pattern.lastIndex = from
    const word = pattern.exec(text)?.[0]
    if (word === undefined) continue
    // A 5-m-high wall has its sign; 5m is five million or five meters, and 3 t is rare: letters alone only apart.
    if (/^[mt]$/u.test(word) && gap === '') continue
    return { unit, unitClass, gap, word, end: from + word.length }
  }
  return null
}

const SAME =
  /^(?:%|percent|per cent|pct|pp|ppt|yuan|renminbi|\p{Lu}{2,}.*|.{1,3}|.*[Cc]elsius|Korean won|Japanese yen|sq\.? k?m)$/u

/** The unit as one or more of it are called: 1 year, 2 years, 1.5 years; in a compound (a 10-year plan) it stays. */
export const unitWordFor = (word: string, gap: string, one: boolean): string => {
  if (gap === '-' || (SAME.test(word) && !/(?:dollar|day|ton|won|yen)s?$/u.test(word))) return word
  const at = word.search(/[\p{L}]+$/u)
  const noun = word.slice(at)
  const lower = noun.toLowerCase()
  const single = singularOf(lower) ?? lower
  const bent = one ? single : pluralOf(single)
  return word.slice(0, at) + (noun === lower ? bent : bent.charAt(0).toUpperCase() + bent.slice(1))
}

const SYMBOLS: readonly (readonly [RegExp, string])[] = [
  [/(?:US|U\.S\.)\$|\$/uy, 'USD'],
  [/HK\$/uy, 'HKD'],
  [/(?:NT)\$/uy, 'TWD'],
  [/A\$/uy, 'AUD'],
  [/S\$/uy, 'SGD'],
  [/(?:RMB|CNY|CN¥)[ \u00a0]?/uy, 'CNY'],
  [/USD[ \u00a0]?/uy, 'USD'],
  [/(?:KRW[ \u00a0]?|₩)/uy, 'KRW'],
  [/(?:JPY[ \u00a0]?|JP¥)/uy, 'JPY'],
  [/(?:EUR[ \u00a0]?|€)/uy, 'EUR'],
  [/(?:GBP[ \u00a0]?|£)/uy, 'GBP'],
  // Of yuan and yen alike; the texts this is for write of yuan.
  [/[¥￥]/uy, 'CNY'],
]

/** A sign of currency at `at`: $, US$, RMB, ¥. Null where none stands. */
export const readCurrencySign = (text: string, at: number): { unit: string; end: number } | null => {
  for (const [pattern, unit] of SYMBOLS) {
    pattern.lastIndex = at
    const found = pattern.exec(text)
    if (found) return { unit, end: at + found[0].length }
  }
  return null
}
