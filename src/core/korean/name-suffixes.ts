import { syllableEnd } from './endings.ts'
import { isNounEnding } from './particles.ts'

/**
 * What stands directly behind the name of a place, state or person and leaves the name itself to be translated:
 * administrative units, landforms, "made in", offices. Behind common nouns most of them make another word (생산성,
 * 개발구), so they are read only behind names. People and languages (중국인, 중국어) are words of their own, which no
 * translator renders with the name of the place, and are left out.
 */
const NAME_SUFFIXES: readonly string[] = (
  '자치구 자치주 특별시 직할시 광역시 경제특구 개발구 시정부 성정부 시당국 국가주석 총서기 외교부장 대통령 대사관 ' +
  '시내 시민 시장 시위원회 성위원회 신구 특구 지구 지역 정부 당국 주석 총리 총재 장관 부장 서기 대사 의장 회장 ' +
  '시 성 구 현 주 군 진 향 촌 도 강 산 호 항 만 역 섬 계 발 행 식 판 제 령 형 서'
).split(' ')

/** The same by their first syllable, the order kept. */
const BY_FIRST: ReadonlyMap<number, readonly string[]> = Map.groupBy(NAME_SUFFIXES, (suffix) =>
  suffix.charCodeAt(0),
)

/** Whether a tail that begins so (a UTF-16 code unit) can have a name suffix. */
export const beginsNameSuffix = (code: number): boolean => BY_FIRST.has(code)

/**
 * Reads `tail` (all of a run of Hangul behind a name) as name suffix and particles: 시에서는 → 시. The longest
 * suffix that leaves a particle or nothing; null when there is none.
 */
export function nameSuffix(tail: string): string | null {
  for (const suffix of BY_FIRST.get(tail.charCodeAt(0)) ?? []) {
    if (!tail.startsWith(suffix)) continue
    const rest = tail.slice(suffix.length)
    if (rest === '' || isNounEnding(rest, syllableEnd(suffix.charCodeAt(suffix.length - 1)))) return suffix
  }
  return null
}
