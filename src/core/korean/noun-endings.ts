import { syllableEnd } from './endings.ts'
import { isNounEnding } from './particles.ts'

/** What is attached to a noun and leaves it what it is, without being a particle. */
interface NounEnding {
  text: string
  /** Only behind names: 기술이전 hands over technology, 우한이전 is before Wuhan. */
  names?: true
  /** Nouns with which it makes another word: 신호등 is no signal and so on. */
  not?: RegExp
}

const ENDINGS: readonly NounEnding[] = [
  { text: '이후' },
  { text: '이전', names: true },
  { text: '등지', names: true },
  { text: '등', not: /(?:신호|가로|형광|조명|전조|경고|비상|점멸|유도|미)$/u },
  { text: '쪽' },
  // 국내외, 대내외: within and without.
  { text: '외', not: /내$/u },
]
/** Behind these 화 is money (위안화) and 당 is per (달러당); behind others they make other words (도시화, 중국화). */
const MONEY = new Set('위안 달러 유로 엔 원 파운드 루블 루피 루피아 바트 페소 헤알 리라 프랑 링깃'.split(' '))

/**
 * Whether a tail that begins with these two UTF-16 code units can be one `isAttached` says yes to. Asked of nearly every
 * word with something behind it, so no set.
 */
export function beginsAttached(code: number, next: number): boolean {
  switch (code) {
    case 0xb2f9: // 당
    case 0xb4f1: // 등
    case 0xc678: // 외
    case 0xcabd: // 쪽
    case 0xd654: // 화
      return true
    case 0xc774: // 이, of 이전 and 이후
      return next === 0xc804 || next === 0xd6c4
    default:
      return false
  }
}

/**
 * Whether `tail`, all that stands directly behind `noun`, is one of these endings with or without particles: 중국쪽은,
 * 우한등, 기업외에도, 회담이후, 위안화로, 달러당.
 */
export function isAttached(noun: string, tail: string, isName: boolean): boolean {
  if (/^[화당]/u.test(tail)) return MONEY.has(noun) && ends(tail.slice(1), tail.charAt(0))
  if (noun.length < 2) return false
  const ending = ENDINGS.find(({ text }) => tail.startsWith(text))
  if (!ending || (ending.names && !isName) || ending.not?.test(noun)) return false
  const rest = tail.slice(ending.text.length)
  // 외과 is surgery.
  return !(ending.text === '외' && rest === '과') && ends(rest, ending.text)
}

const ends = (rest: string, ending: string): boolean =>
  rest === '' || isNounEnding(rest, syllableEnd(ending.charCodeAt(ending.length - 1)))

/** Nouns whose 적 means something else than "of" them: 한시적 temporary, 회의적 sceptical, 보수적 conservative. */
const OTHER_ADJECTIVE = new Set(
  (
    '한시 이상 인상 대표 본격 적극 소극 구체 추상 일반 전반 결정 일시 상대 절대 비교 효과 이국 인위 잠정 전격 점진 주기 직접 간접 필수 ' +
    '획기 파격 이례 단계 순차 자발 공격 수동 능동 긍정 부정 감정 전형 노골 압도 독보 우호 호의 지배 회의 도전 고의 치명 폭발 급진 보수 진보 ' +
    '객관 주관 항구 감동 극단 환상 열성 전면 산발'
  ).split(' '),
)

/** Nouns with 인 that are people: countries, peoples, callings. 기업인 and 산업인 are as often 인 of 이다. */
const PEOPLE = new Set(
  (
    '중국 한국 미국 영국 태국 일본 대만 홍콩 독일 프랑스 이탈리아 스페인 러시아 인도 베트남 필리핀 인도네시아 몽골 유럽 아시아 아프리카 ' +
    '서양 동양 북한 남한 조선 고려 유대 아랍 튀르키예 브라질 멕시코 캐나다 호주 이란 이라크 우크라이나 폴란드 싱가포르 말레이시아 미얀마 라오스 ' +
    '캄보디아 네덜란드 헝가리 세계 외국 내국 경제 정치 언론 법조 문화 예술 연예 체육 금융 무역 상공 직장 장애 지식 현대 종교 전문 일반 영화 음악 ' +
    '방송 출판 과학 원주 이방'
  ).split(' '),
)
/** Behind 인 of 이다: 목적지가 중국인 것으로. */
const COPULA_GOES_ON = /^(?:것|셈|듯|만큼|경우|점|반면|데|줄)/u

/**
 * Whether noun and ending, right as they may look, are another word: 한시적, 중국인 관광객, 우한적. `next` is the word
 * behind them, empty where none follows in the clause.
 */
export function isOtherWord(noun: string, tail: string, next: string, isName: boolean): boolean {
  if (tail.startsWith('적')) return isName || OTHER_ADJECTIVE.has(noun)
  // 인 of 이다 must have a noun behind it.
  return tail === '인' && (next === '' || (PEOPLE.has(noun) && !COPULA_GOES_ON.test(next)))
}

/** Whether `isOtherWord` may say yes to a tail that begins so (a UTF-16 code unit): 인, 적. */
export const mayBeOtherWord = (code: number): boolean => code === 0xc778 || code === 0xc801
