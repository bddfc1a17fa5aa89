import { chineseSyllables } from '../korean/chinese-syllables.ts'
import type { HarvestFinding } from './harvest-finding.ts'
import { isBare, remembered, type HarvestToken } from './harvest-tokens.ts'
import { BREAKERS, EVERYDAY } from './harvest-words.ts'

const set = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

/** Provinces (산시성 is both 山西 and 陝西); other words in 성 are qualities far more often than places. */
const PROVINCES = set(`
  허베이성 산시성 랴오닝성 지린성 헤이룽장성 장쑤성 저장성 안후이성 푸젠성 장시성 산둥성 허난성 후베이성 후난성 광둥성 하이난성
  쓰촨성 구이저우성 윈난성 간쑤성 칭하이성 타이완성 재무성 외무성 국무성 경제산업성 국토교통성 방위성 후생노동성
`)

/** Ends of names of institutions, firms, zones, landmarks: with two syllables or more before them they are names. */
const INSTITUTION =
  /(?:위원회|은행|대학|대학교|연구소|연구원|과학원|공정원|협회|학회|그룹|주식회사|유한공사|총공사|공사|개발구|시험구|시범구|보세구|합작구|특구|신구|자치구|자치주|특별행정구|총국|해관|거래소|연합회|상공회의소|기금|재단|총서|판공실|판공청|영사관|대사관|공항|박람회|교역회|정상회의|경제벨트|경제권|경제회랑|삼각주|산업단지|과학기술단지|산업원|연합|동맹|협약|협정|의정서|박물관|법원|검찰원|통신사|통신|일보|신문|공산당|공업원구|자동차|전자|테크놀로지|홀딩스|캐피털|증권|보험)$/u

/** Too common as plain words to be names by themselves, however long the noun before them. */
const PLAIN_ENDS =
  /(?:자동차|전자|증권|보험|신문|연합|동맹|산업단지|기금|은행|공항|대학|연구소|연구원|그룹|협회|특구|신구|재단|협약|협정)$/u

/** One-syllable ends, with what is not a name though it ends so. */
const OFFICE = /^[가-힣]{2,}(?:부|국|원|청|처)$/u
const NO_OFFICE =
  /(?:일|내|외|(?<!안)전|간|중|남|(?<!노)동|서|북|정|(?<!복)지|(?<!통)상|하|본|수뇌|지도|집행|중심|연안|상층|하층|후반|전반|세|사령|참모|편집|중남|동남|서남|동북|서북)부$|(?:개발도상|참가|회원|수출|수입|선진|신흥|주변|강|대|소|약|당사|교역|채무|상대|이웃|관련|외|자|양|각|타|(?<!안)전|중|미|영|한|태|동맹|우방|산유|생산|소비|최대|경쟁|투자|방송|발행|인접|연선|서명|당|가입|보유|주최|개최|협력|체약|다|우호|의장|후보|약소|방|회원|참여|입)국$|(?:지|자|직|회|인|차|병|공|동|조|구성|근원|기|정|단|연구|학|승무|판매|종업|임|요|사회구성|위|의|상담|점|만|재|소|수)원$|(?:신|요|초|시|도|구|군)청$|(?:거래|출|대|근|구입|판매|수요|공급|투자|조달|피|연락)처$/u

const PLACE = /^([가-힣]{2,6})(?:시|현|주|진|향|구|강|호|산|항|만)$/u
/** 위반시, 대도시: no town. */
const NO_TOWN =
  /(?:도시|증시|출시|(?<!선)전시|표시|개시|제시|동시|즉시|명시|중시|무시|감시|실시|필요시|발생시|위반시)$|^청사진$/u
const KOREAN_TOWN =
  /^(?:서울|부산|대구|인천|광주|대전|울산|세종|제주|수원|성남|고양|용인|창원|포항|평택|화성|군산|청주|천안|전주|여수|구미|김해|안산|거제)(?:특별|광역|특별자치)?시$/u

/** Institutions of two syllables that the rules take for something else. */
const INSTITUTIONS = set('국무원 상무부 외교부 재정부 교육부 국방부 과기부 공신부 상무국 인민대회당 중난하이')

const HANGUL = /^[가-힣]+$/u

/** Whether the stem is a place by its form: 우한시, 후베이성, 서울시, 푸둥구. */
export function isPlaceName(stem: string): boolean {
  if (stem.endsWith('성')) return PROVINCES.has(stem)
  if (KOREAN_TOWN.test(stem)) return true
  const base = PLACE.exec(stem)?.[1]
  if (base === undefined || NO_TOWN.test(stem) || EVERYDAY.has(base)) return false
  return chineseSyllables(base) >= 2
}

/** Whether one word by itself names an institution, a zone, a place. */
export const isName = remembered((stem: string): boolean => {
  if (!HANGUL.test(stem)) return false
  if (INSTITUTIONS.has(stem) || isPlaceName(stem)) return true
  const end = INSTITUTION.exec(stem)
  if (end && !EVERYDAY.has(stem)) {
    const base = stem.slice(0, end.index)
    if (base.length >= (PLAIN_ENDS.test(stem) ? 2 : 1) && !BREAKERS.has(base)) return !GENERIC.has(base)
  }
  return OFFICE.test(stem) && stem.length >= 4 && !NO_OFFICE.test(stem) && !EVERYDAY.has(stem)
})

const GENERIC = set(
  '이동 무선 양자 위성 정보 데이터 초고속 차세대 수중 광 이번 각 주요 국제 국내 해외 외국 글로벌 대형 중소 지방 공동 민간 상업 투자 산업 시중 국영 민영 신흥 명문 유명 현지 완성 전기 수소 친환경 무역 경제 기업 대 소 중앙정부 국책 종합 전문 일반 첨단 메인 정책 합작 국가급 벤처 스타트업 승용 상용 중고 화물',
)

/** A word that is nothing but such an end needs the nouns before it: 우한 대학, 알리바바 그룹. */
const BARE_END =
  /^(?:위원회|은행|대학|대학교|연구소|연구원|과학원|협회|학회|그룹|공사|개발구|시험구|시범구|특구|신구|총국|거래소|연합회|상공회의소|기금|재단|공항|박람회|포럼|정상회의|대회|실험실|경제벨트|도시군|산업단지|협정|협약|이니셔티브|센터)$/u

/**
 * How many tokens before `at` belong to the name it ends; -1 when it ends none. A name of one word takes nothing with
 * it but an edition (제14회); a bare 위원회, 대학, 포럼 takes the nouns before it.
 */
export function nameEndsAt(tokens: readonly HarvestToken[], at: number): number {
  const token = tokens[at] as HarvestToken
  if (token.kind !== 'noun') return -1
  if (token.stem === '정부') return isPlaceBefore(tokens, at) ? 1 : -1
  if (!BARE_END.test(token.stem)) return isName(token.stem) ? 0 : -1
  let taken = 0
  while (taken < 4 && at - taken > 0 && (tokens[at - taken] as HarvestToken).joined) {
    const before = tokens[at - taken - 1] as HarvestToken
    if (!isBare(before)) break
    taken++
  }
  while (
    taken > 0 &&
    EVERYDAY.has((tokens[at - taken] as HarvestToken).stem) &&
    !STATES.test((tokens[at - taken] as HarvestToken).stem)
  )
    taken--
  if (taken === 0) return -1
  const first = (tokens[at - taken] as HarvestToken).stem
  if (/^제\d/.test(first)) return taken === 1 ? -1 : taken - 1
  return taken === 1 && (STATES.test(first) || GENERIC.has(first)) ? -1 : taken
}

const STATES = /^(?:중국|한국|미국|일본|영국|유럽|독일|프랑스|인도|러시아|아시아|세계|국제)$/u

function isPlaceBefore(tokens: readonly HarvestToken[], at: number): boolean {
  const before = tokens[at - 1]
  return (
    before !== undefined && (tokens[at] as HarvestToken).joined && isBare(before) && isPlaceName(before.stem)
  )
}

const TITLE =
  /^(?:국가주석|주석|총서기|총리|부총리|외교부장|상무부장|재정부장|부장|부부장|서기|시장|부시장|성장|부성장|행장|부행장|총재|부총재|회장|부회장|대변인|국장|주임|부주임|위원장|장관|차관|대사|이사장|사장|창업자|최고경영자|대통령|부통령|의장|교수|연구원|이코노미스트|대표|특사|상무위원|국무위원|처장)$/u
const CHINESE_SURNAME =
  /^(?:시|리|왕|장|류|천|양|자오|황|저우|우|쉬|쑨|마|주|후|궈|허|가오|린|뤄|정|량|셰|쑹|탕|한|펑|덩|차오|쩡|샤오|톈|둥|판|위안|차이|위|쉐|예|뤼|웨이|쑤|루|딩|런|야오|중|추|란|친|먀오|인|진|스|하오|슝|궁|옌|레이|캉|링|닝|마오|추이|첸|쿵|바이|멍|허우|샹|완|돤|룽|이|니|선|후이|푸)/u
const KOREAN_SURNAME =
  /^[김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구민진나지엄채원천방공현함변염]/u
const NO_PERSON =
  /(?:국|사|회|처|부|원|업|청|실|팀|당|군|단|들|인|적|성|시|구|주|대|계|관|권|력|품|물|행|은행|정부|당국|경제|기업|그룹|산업|공동|전임|신임|현임|차기|역대|주중|주한|주미|주일)$/u

/** Whether the token is a person, as the title behind it says: 리창 총리, 김민석 총리, 트럼프 대통령. */
export function isPerson(tokens: readonly HarvestToken[], at: number): boolean {
  const name = tokens[at] as HarvestToken
  const next = tokens[at + 1]
  // 허융첸 상무부 대변인: the office may stand before the title.
  const title =
    next?.joined && isBare(next) && isName(next.stem) && !titleOf(next.stem) ? tokens[at + 2] : next
  if (
    !next?.joined ||
    !title?.joined ||
    name.particle !== '' ||
    name.kind === 'number' ||
    !HANGUL.test(name.stem)
  )
    return false
  if (!titleOf(title.stem) || BREAKERS.has(name.stem) || EVERYDAY.has(name.stem)) return false
  if (NO_PERSON.test(name.stem) && !CHINESE_NAME_ALIKE.test(name.stem)) return false
  const { length } = name.stem
  if (length >= 2 && length <= 5 && CHINESE_SURNAME.test(name.stem)) {
    const count = chineseSyllables(name.stem)
    if (count >= 2 && count <= 3) return true
  }
  if (length === 3 && KOREAN_SURNAME.test(name.stem)) return true
  return LOAN.test(name.stem) && length >= 2 && length <= 5 && FOREIGN_OFFICE.test(title.stem)
}

const CHINESE_NAME_ALIKE = /^(?:판궁성|리청강|허웨이)$/u
const LOAN = /[트프크슨턴푸틴든럼런옐롱켈렌쿠코]/u

const FOREIGN_OFFICE = /(?:대통령|총리|장관|의장|총재|대사|최고경영자|회장|총장)$/u

/** Titles come with their office: 인민은행장, 상무부 부장. */
function titleOf(stem: string): boolean {
  return TITLE.test(stem) || /(?:은행장|부장|총리|장관|위원장|대변인|국장|성장|시장)$/u.test(stem)
}

/** Names of institutions, places and persons. */
export function findNames(text: string, tokens: readonly HarvestToken[]): HarvestFinding[] {
  const findings: HarvestFinding[] = []
  tokens.forEach((token, at) => {
    const taken = nameEndsAt(tokens, at)
    const first = taken > 0 ? (tokens[at - taken] as HarvestToken) : token
    if (taken < 0 && !isPerson(tokens, at)) return
    const source = text.slice(first.start, token.end)
    findings.push({ kind: 'name', source, target: '', variants: [], start: first.start, end: token.end })
  })
  return findings
}
