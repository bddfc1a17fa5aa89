import type { PartialHead } from './headFields.ts'

// Patterns of Korean news heads. Written without anchors, so that they combine; none backtracks over more
// than a few words.

/** Outlets whose name alone does not say that they are one. */
const KNOWN_OUTLETS = new Set(
  (
    '신화 신화통신 신화사 로이터 로이터통신 블룸버그 교도 교도통신 타스 타스통신 연합 연합통신 뉴시스 뉴스1 뉴스핌 뉴스토마토 ' +
    'AP AFP EPA UPI CNN BBC CCTV CGTN KBS MBC SBS YTN JTBC EBS MBN TV조선 채널A 연합뉴스TV 한국경제TV 인민망 신화망 중신망 ' +
    '환구시보 인민일보 차이신 제일재경 펑파이 한겨레 프레시안 오마이뉴스 노컷뉴스 이데일리 머니투데이 아주경제 한국경제 매일경제 ' +
    '서울경제 아시아경제 헤럴드경제 조선비즈 비즈워치 디지털타임스 전자신문 더팩트 더벨 아이뉴스24 지디넷코리아 코리아헤럴드 ' +
    '코리아타임스 글로벌이코노믹 이코노미스트 한경닷컴 시사인 시사저널 주간조선 신동아 미디어오늘 뉴스타파 SCMP THEGMNEWS'
  ).split(' '),
)

/** `[주요뉴스]` and its like are headings of a page, not outlets. */
const COMMON_BEFORE_SUFFIX =
  /^(?:주요|오늘|오늘의|경제|정치|사회|국제|문화|스포츠|연예|날씨|속보|긴급|가짜|단독|해외|지역|간추린|이시각|아침|저녁|주간|일간|조간|석간|인터넷|종이|포토|카드|영상|한줄|산업|과학|건강|부고|인사)$/
const OUTLET_SUFFIX =
  /^([가-힣A-Za-z0-9]{1,12})(?:뉴스|일보|신문|타임스|타임즈|데일리|투데이|저널|헤럴드|닷컴|NEWS|News|TV)$/

/** Whether a name is one of an outlet by itself, without a reporter beside it. */
export function isOutletName(name: string): boolean {
  const compact = name.trim()
  if (KNOWN_OUTLETS.has(compact) || KNOWN_OUTLETS.has(compact.toUpperCase())) return true
  const stem = OUTLET_SUFFIX.exec(compact)?.[1]
  return stem !== undefined && stem.length > 1 && !COMMON_BEFORE_SUFFIX.test(stem)
}

// Words that stand before 기자 in sentences and are no names.
const NAME =
  '(?!(?:그는|나는|저는|그녀는|우리|어느|모든|당시|현장|여러|다른|담당|취재|일부|시민|동료|후배|선배|내외신|외신|국내외|이들)\\s)[가-힣]{2,4}'
const ROLE =
  '(?:(?:선임|수석|전문|인턴|객원|사진|영상|대)?\\s?기자|특파원|논설위원|통신원|리포터|앵커|에디터|칼럼니스트)'
/** `구태경 기자`, `홍길동·김영희 기자`, `홍길동 베이징 특파원`. */
export const REPORTER = `${NAME}(?:\\s?[·ㆍ,]\\s?${NAME})*(?:\\s[가-힣]{2,6})?\\s?${ROLE}(?![가-힣])`
export const PLACE = '[가-힣A-Za-z]{2,12}(?:[·ㆍ,\\s]\\s?[가-힣A-Za-z]{2,12})?'
/** Any name that may stand for an outlet where a reporter or a place stands beside it. */
export const OUTLET_WORD = '[가-힣A-Za-z0-9&]{2,15}(?:\\s[가-힣A-Za-z0-9&]{2,15})?'
export const MAIL = '[A-Za-z0-9._%+\\-]{1,64}@[A-Za-z0-9\\-]{1,63}(?:\\.[A-Za-z0-9\\-]{1,63}){1,4}'
export const PIPE = '[|｜│ㅣ]'

const DATE =
  '(\\d{4})\\s?(?:년\\s?|[.\\-/]\\s?)(\\d{1,2})\\s?(?:월\\s?|[.\\-/]\\s?)(\\d{1,2})(?:일|\\.)?(?!\\d)'
const WEEKDAY = '(?:\\s?\\(?[월화수목금토일](?:요일)?\\)|\\s[월화수목금토일]요일)?'
const TIME =
  '(?:[\\sT]\\s?(?:오전|오후|AM|PM)?\\s?\\d{1,2}(?::\\d{2}(?::\\d{2})?|시(?:\\s?\\d{1,2}분)?)(?:Z|[+-]\\d{2}:?\\d{2})?)?'
export const DATE_DAY = `${DATE}${WEEKDAY}`
export const DATE_TIME = `${DATE_DAY}${TIME}`
/** `입력`, `기사입력 :`, `최종수정일시`. */
export const DATE_LABEL =
  '(?:기사\\s?)?(?:최초\\s?|최종\\s?)?(?:입력|등록|승인|송고|수정|발행|작성|게재|업데이트)\\s?(?:일시|시간|일자|일)?\\s?:?'

/** The first date of a text with a year, as yyyy-mm-dd; empty where there is none or the calendar lacks it. */
export function isoDate(text: string): string {
  const match = new RegExp(DATE).exec(text)
  if (match === null) return ''
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0
  if (year < 1800 || day < 1 || day > days) return ''
  return `${match[1]}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** `아시아경제 베이징=…`, `더지엠뉴스=…`: the outlet in what stands before the equals sign, else empty. */
export function outletIn(place: string): string {
  const first = place.trim().split(/\s/)[0] ?? ''
  return isOutletName(first) ? first : ''
}

const bracketInner: readonly { pattern: RegExp; read(match: RegExpExecArray): PartialHead | null }[] = [
  // [더지엠뉴스]
  { pattern: /^[^=]+$/, read: ([all]) => (isOutletName(all) ? { outlet: all.trim() } : null) },
  // [홍길동 기자], [베이징=홍길동 특파원]
  {
    pattern: new RegExp(`^(?:(${PLACE})\\s?=\\s?)?(${REPORTER})(?:\\s${MAIL})?$`),
    read: ([, place = '', byline = '']) => ({ outlet: outletIn(place), byline }),
  },
  // [아시아경제 홍길동 기자], [더지엠뉴스=홍길동 기자], [더지엠뉴스 베이징=홍길동 특파원]
  {
    pattern: new RegExp(`^(${OUTLET_WORD}?)(?:\\s${PLACE})?[\\s=/|]{1,3}(${REPORTER})(?:\\s${MAIL})?$`),
    read: ([, outlet = '', byline = '']) => ({ outlet, byline }),
  },
  // [베이징=신화], [베이징=뉴시스 홍길동 기자]
  {
    pattern: new RegExp(`^${PLACE}\\s?=\\s?(${OUTLET_WORD}?)(?:\\s(${REPORTER}))?$`),
    read: ([, outlet = '', byline = '']) =>
      byline !== '' ? { outlet, byline } : isOutletName(outlet) ? { outlet } : null,
  },
]

/** What the words between brackets say, or null where they are not a head. */
export function readBracket(inner: string): PartialHead | null {
  const words = inner.trim()
  if (words.length < 2 || words.length > 50) return null
  for (const { pattern, read } of bracketInner) {
    const match = pattern.exec(words)
    const head = match === null ? null : read(match)
    if (head !== null) return head
  }
  return null
}
