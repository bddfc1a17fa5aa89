import type { UnitClass } from '../model/value.ts'
import { isNounEnding } from './particles.ts'
import { syllableEnd } from './endings.ts'
import { isSyllable } from './hangul.ts'

/** What stands behind a number. `unit` as in `Quantity`. */
export interface ReadUnit {
  unit: string
  unitClass: UnitClass
  /** The very word, as counters differ that English does not: 개, 곳, 명. */
  word: string
  end: number
}

/** Unit class: unit = spellings, … Latin spellings ask for the exact capitals; _ is a space. */
const TABLE = `
money: CNY=위안화 위안 인민폐 元; USD=미국달러 미국_달러 미달러 달러; HKD=홍콩달러 홍콩_달러; KRW=원; JPY=엔; EUR=유로; GBP=파운드; TWD=대만달러 대만_달러; RUB=루블; INR=루피; SGD=싱가포르달러 싱가포르_달러; AUD=호주달러 호주_달러
percentage: %=% ％ 퍼센트
points: %p=%포인트 %p %P %pt 퍼센트포인트 퍼센트_포인트
area: m2=㎡ m² m2 제곱미터 평방미터; km2=㎢ km² km2 제곱킬로미터 평방킬로미터; ha=㏊ ha 헥타르; pyeong=평; mu=무 묘
length: km=㎞ km 킬로미터; m=m 미터; cm=㎝ cm 센티미터; mm=㎜ mm 밀리미터; nm=㎚ nm 나노미터 나노; nmi=해리
weight: t=t 톤; kg=㎏ kg 킬로그램; g=g 그램; mg=㎎ mg 밀리그램
volume: m3=㎥ m³ m3 세제곱미터 입방미터; L=ℓ L 리터; bbl=배럴
power: W=W 와트; kW=㎾ kW 킬로와트; MW=㎿ MW 메가와트; GW=GW 기가와트; TW=TW 테라와트
energy: kWh=kWh ㎾h 킬로와트시; MWh=MWh ㎿h 메가와트시; GWh=GWh 기가와트시; TWh=TWh 테라와트시
temperature: C=℃ °C
duration: second=초; minute=분; hour=시간; day=일간 일; week=주간 주일 주; month=개월 달; year=개년 년간 년
age: age=세 살
times: times=배
occasion: occasion=차례 회 번
count: count=명 인 개국 개사 개소 개교 개 곳 가지 대 건 척 편 마리 채 동 권 부 장 석 팀 쌍 종 점 호점 가구 그루 통 필지 표 기 량 층 단계 TEU
`

const SPELLINGS: (ReadUnit & { text: string })[] = TABLE.trim()
  .split('\n')
  .flatMap((line) => {
    const [unitClass = '', rest = ''] = line.split(': ')
    return rest.split(';').flatMap((entry) => {
      const [unit = '', words = ''] = entry.trim().split('=')
      return words
        .split(' ')
        .map((word) => word.replace('_', ' '))
        .map((text) => ({ text, unit, unitClass: unitClass as UnitClass, word: text, end: 0 }))
    })
  })
  .toSorted((one, other) => other.text.length - one.text.length)

const byFirst = new Map<string, typeof SPELLINGS>()
for (const spelling of SPELLINGS) {
  const first = spelling.text.charAt(0)
  byFirst.set(first, [...(byFirst.get(first) ?? []), spelling])
}

/** What may follow a unit in its word and is no particle: 3만원대, 5000억원어치, 2배가량, 30개씩. */
const BEHIND =
  /^(?:대|어치|짜리|가량|정도|씩|당|간|이상|이하|미만|초과|안팎|남짓|규모|상당|수준|여|째|분|급|중|동안|전|후|만에|까지|부터|연속|돌파|증가|감소|상승|하락|늘|줄)/u

/** Whether a unit may end at `at`: what follows in the word is a particle or one of few suffixes. */
export const endsUnit = (text: string, at: number): boolean => {
  const next = text.charCodeAt(at)
  if (!isSyllable(next))
    return !/[A-Za-z0-9]/u.test(text.charAt(at)) || !/[A-Za-z]/u.test(text.charAt(at - 1))
  let end = at
  while (end < text.length && isSyllable(text.charCodeAt(end))) end++
  const tail = text.slice(at, end)
  return BEHIND.test(tail) || isNounEnding(tail, syllableEnd(text.charCodeAt(at - 1)))
}

/** Counters that only count when they stand right behind the number, as words of their own they say something else. */
const ATTACHED = new Set(
  '일 주 분 초 부 장 동 대 종 점 통 번 회 편 필지 표 무 묘 평 채 팀 쌍 인 원 엔 g m t L W 석 권 달 기 량 층'.split(
    ' ',
  ),
)
/** These stand behind a space as well, as the norm has it: 3만 원, 12만 t, 5천 대, 10 m. */
const ALSO_APART = new Set('원 엔 t m g W L 평 무 대 채 팀 쌍 편 권 석 종 번 회 달 초 분'.split(' '))

/** The unit that begins at `at`, right behind a number or one space behind it. */
export const readUnit = (text: string, at: number): ReadUnit | null => {
  const apart = text.charAt(at) === ' ' || text.charAt(at) === '\u00a0'
  const from = apart ? at + 1 : at
  for (const spelling of byFirst.get(text.charAt(from)) ?? []) {
    if (!text.startsWith(spelling.text, from)) continue
    if (apart && ATTACHED.has(spelling.text) && !ALSO_APART.has(spelling.text)) continue
    const end = from + spelling.text.length
    if (!endsUnit(text, end) && !(spelling.text === '개' && isSyllable(text.charCodeAt(end)))) continue
    const { unit, unitClass, word } = spelling
    return { unit, unitClass, word, end }
  }
  return null
}
