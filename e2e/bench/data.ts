/**
 * Text to measure with: paragraphs in the manner of Korean business news, with amounts, dates and names of cities,
 * the same on every run. Numbers are given, not drawn from the machine, so two runs measure one thing.
 */
export type Random = () => number

/** Mulberry32: 0 (inclusive) to 1 (exclusive), by the seed alone. */
export const seeded = (seed: number): Random => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000
  }
}

export interface Pair {
  source: string
  target: string
}

type Word = readonly [korean: string, english: string]

const CITIES: readonly Word[] = [
  ['우한시', 'Wuhan'],
  ['창사시', 'Changsha'],
  ['청두시', 'Chengdu'],
  ['부산시', 'Busan'],
  ['광주시', 'Gwangju'],
  ['대전시', 'Daejeon'],
  ['항저우시', 'Hangzhou'],
  ['난징시', 'Nanjing'],
  ['울산시', 'Ulsan'],
  ['시안시', 'Xi’an'],
]
const SECTORS: readonly Word[] = [
  ['반도체 장비', 'chip equipment'],
  ['저고도 항공', 'low-altitude aviation'],
  ['이차전지 소재', 'battery materials'],
  ['해상 풍력', 'offshore wind'],
  ['의료용 로봇', 'medical robotics'],
  ['광통신 부품', 'optical components'],
  ['수소 연료전지', 'hydrogen fuel cells'],
  ['스마트 항만', 'smart ports'],
]
const PLACES: readonly Word[] = [
  ['공동 실험실', 'a joint laboratory'],
  ['시험 생산 단지', 'a pilot production park'],
  ['데이터 교환소', 'a data exchange'],
  ['기술 이전 센터', 'a technology transfer centre'],
  ['물류 환승 기지', 'a logistics hub'],
]
const PURPOSES: readonly Word[] = [
  ['중소 부품 업체의 시험 비용을 낮추고', 'to lower what small suppliers pay for testing'],
  ['강변 산업 지대의 낡은 설비를 바꾸고', 'to replace ageing plant along the river'],
  ['지역 대학의 연구 성과를 공장으로 옮기고', 'to carry university research into factories'],
  ['항만과 내륙 철도를 하나의 요금으로 묶고', 'to join port and inland rail under one fare'],
]
const CLOSERS: readonly Word[] = [
  [
    '관계자는 “서두르기보다 제대로 갖추겠다”고 말했다.',
    '“We would rather do it right than fast,” an official said.',
  ],
  ['다만 토지 보상은 아직 끝나지 않았다.', 'Compensation for the land, however, is not settled.'],
  [
    '현장에서는 인력 부족을 걱정하는 목소리도 나온다.',
    'On site there are worries about a shortage of staff.',
  ],
  ['시의회는 다음 달 예산안을 다시 심사한다.', 'The city council reviews the budget again next month.'],
  ['지난해 같은 기간보다 3.5% 늘어난 수치다.', 'That is 3.5 percent more than a year earlier.'],
]

const pick = <Item>(random: Random, from: readonly Item[]): Item =>
  from[Math.floor(random() * from.length)] as Item

const whole = (random: Random, least: number, most: number): number =>
  least + Math.floor(random() * (most - least + 1))

/** One paragraph of one to three sentences, 60 to 190 UTF-16 code units, and an English draft of it. */
export const paragraph = (random: Random): Pair => {
  const city = pick(random, CITIES)
  const partner = pick(random, CITIES)
  const sector = pick(random, SECTORS)
  const place = pick(random, PLACES)
  const purpose = pick(random, PURPOSES)
  const billions = whole(random, 12, 980)
  const firms = whole(random, 3, 240)
  const year = whole(random, 2019, 2027)
  const month = whole(random, 1, 12)
  const day = whole(random, 1, 28)
  const source = [
    `${city[0]}는 ${year}년 ${month}월 ${day}일 ${sector[0]} 분야의 ${place[0]}를 열었다고 밝혔다.`,
  ]
  const target = [`On ${day}/${month}/${year} ${city[1]} said it had opened ${place[1]} for ${sector[1]}.`]
  if (random() < 0.8) {
    source.push(
      `${purpose[0]} ${partner[0]}와 함께 ${billions}억 위안을 들여 기업 ${firms}곳을 모을 계획이다.`,
    )
    target.push(
      `With ${partner[1]} it plans to spend ${billions / 10} billion yuan and gather ${firms} firms ${purpose[1]}.`,
    )
  }
  if (random() < 0.6) {
    const closer = pick(random, CLOSERS)
    source.push(closer[0])
    target.push(closer[1])
  }
  return { source: source.join(' '), target: target.join(' ') }
}

export const paragraphs = (count: number, seed: number): Pair[] => {
  const random = seeded(seed)
  return Array.from({ length: count }, () => paragraph(random))
}
