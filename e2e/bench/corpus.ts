import { seeded, type Pair, type Random } from './data.ts'

/**
 * Any number of translation units in the manner of Korean business news: 24,000 nouns of one to three Sino-Korean words,
 * drawn with the falling weight words have in running text, with particles, amounts, dates and common endings, and an
 * English side word by word. One unit in six is an earlier one with a number or a word changed, as news repeats itself.
 */

/** Syllables of nouns, commonest first; of the loanwords and native ones behind them each is seldom. */
const SYLLABLES = Array.from(
  '시기대지사자상성정전국인구수도장원주일제경공산부동조신해고화중발업위비관연보회여방과소학개생서용무계유실가행안입진선외통식재법물강금로결반단투세체분평감설표력마역하간건본거내민영초문명준품건축청양리차육특활심교월남북호추불운임점책협합황형후택치타터노능농당덕돈둔등락란래량려렬료류률릉망매면모목몽묘박백번범벽변별병복봉빈' +
    '스트드아이크리라프로그램컴퓨터미디어센네워킹플랫폼엔진배러셀팩칩웨퍼메로봇드론카버킷샵몰텔넷콘첸츠패션뷰티푸랜섬벨린더글라베호텐폴헬싱팀랩캠퍼뱅펀익빌딩존코닉텍튜닝오픈엑토마켓할룸힘꿈길땅빛쌀콩밭논숲섬봄옷밥집곳때몸흙돌불꽃값뜻틀날말글눈손발길벌새닭알쌓찾높넓짧많젊굳맞씨쪽켤뿌꾸쉬듯웃잇잔첫갈곡굴궁권급긍끌널늘닐담답댐덤돕둘듬딜띠락램렌룡륨릭맥멸몇믿밀밤밖뱃봇뵈붙뻗뽑삭삶샘석섯셈솔쇄숙술쉽승습썰악압앞약언얼엄업역열염엽예옥올완왕욕우울웅육윤율은을음응의익절접젓족존졸종좌죄증직질집찬참창천철첨첩체촉총최춘출충취측친칠침쾌탁탄탈탐탑태토퇴파판팔편폐포폭표풍피필한함항핵향허헌험혁현혈협혜혼홍확환활회획효훈휘흐흡희',
)
const PARTICLES = [
  ['은', '는'],
  ['이', '가'],
  ['을', '를'],
  ['과', '와'],
  ['의', '의'],
  ['에', '에'],
  ['에서', '에서'],
  ['까지', '까지'],
  ['', ''],
  ['', ''],
] as const
const ENDINGS: readonly Word[] = [
  ['늘었다', 'grew'],
  ['밝혔다', 'said'],
  ['전망이다', 'is expected'],
  ['추진한다', 'is pushing ahead'],
  ['나타났다', 'was seen'],
  ['마련했다', 'has prepared'],
  ['이어진다', 'continues'],
  ['계획이라고 전했다', 'plans, it reported'],
  ['기록했다', 'recorded'],
  ['줄어들 것으로 보인다', 'looks set to shrink'],
  ['투자하기로 했다', 'decided to invest'],
  ['목표로 삼았다', 'took as its goal'],
  ['강조했다', 'stressed'],
  ['덧붙였다', 'added'],
  ['설명했다', 'explained'],
  ['합의했다', 'agreed'],
  ['문을 열었다', 'opened its doors'],
  ['착공에 들어갔다', 'broke ground'],
  ['눈길을 끌었다', 'drew attention'],
  ['앞당기겠다는 뜻이다', 'means to bring forward'],
  ['손잡고 나섰다', 'joined hands'],
  ['넘어섰다', 'went past'],
  ['꼽힌다', 'is named'],
  ['자리 잡았다', 'has settled'],
  ['떠올랐다', 'has emerged'],
  ['내다봤다', 'predicted'],
  ['걸림돌로 남았다', 'remains an obstacle'],
  ['체결했다', 'signed'],
  ['웃돌았다', 'exceeded'],
  ['머물렀다', 'stayed'],
  ['지적도 있다', 'is also criticised'],
  ['주목된다', 'is watched'],
]
const CONSONANTS = Array.from('bcdfghklmnprstvw')
const VOWELS = ['a', 'e', 'i', 'o', 'u', 'ea', 'io']
const SMALL = ['the', 'of', 'in', 'to', 'and', 'for', 'with', 'by', 'on', 'a'] as const

type Word = readonly [korean: string, english: string]

const pick = <Item>(random: Random, from: readonly Item[]): Item =>
  from[Math.floor(random() * from.length)] as Item

/** The falling weight of words in running text: the n-th is met about 1/(n + 30) as often as the first. */
const falling = (random: Random, count: number): number =>
  Math.min(count - 1, Math.floor(30 * (count / 30 + 1) ** random()) - 30)

const stem = (random: Random): string => {
  const length = random() < 0.72 ? 2 : 3
  let made = ''
  for (let at = 0; at < length; at++)
    made += SYLLABLES[Math.floor(random() ** 1.35 * SYLLABLES.length)] as string
  return made
}

const english = (random: Random): string => {
  let made = ''
  for (let at = 1 + Math.floor(random() * 3); at >= 0; at--)
    made += pick(random, CONSONANTS) + pick(random, VOWELS)
  return made + (random() < 0.6 ? pick(random, CONSONANTS) : '')
}

const vocabulary = (count: number): Word[] => {
  const random = seeded(71)
  const stems: Word[] = Array.from({ length: 6_000 }, () => [stem(random), english(random)])
  return Array.from({ length: count }, (_, at): Word => {
    if (at < stems.length) return stems[at] as Word
    const [one, other] = [stems[falling(random, stems.length)] as Word, pick(random, stems)]
    return [one[0] + (random() < 0.5 ? ' ' : '') + other[0], `${one[1]} ${other[1]}`]
  })
}

let nouns: Word[] | null = null

const amount = (random: Random): Word => {
  const kind = random()
  const number = 1 + Math.floor(random() * 9_000)
  if (kind < 0.2) return [`${number}억 위안`, `${number / 10} billion yuan`]
  if (kind < 0.3) return [`${number}만 달러`, `$${number / 100} million`]
  if (kind < 0.4) return [`${number}㎡`, `${number} square meters`]
  if (kind < 0.5) return [`${number}만 명`, `${number * 10},000 people`]
  if (kind < 0.6) return [`${(number / 100).toFixed(1)}%`, `${(number / 100).toFixed(1)} percent`]
  if (kind < 0.8)
    return [`${1 + (number % 12)}월 ${1 + (number % 28)}일`, `${1 + (number % 28)}/${1 + (number % 12)}`]
  return [`${number}개 기업`, `${number} firms`]
}

const withParticle = (random: Random, written: string): string => {
  const [closed, open] = pick(random, PARTICLES)
  const last = written.charCodeAt(written.length - 1) - 0xac00
  return written + (last >= 0 && last < 11_172 && last % 28 !== 0 ? closed : open)
}

const sentence = (random: Random): Pair => {
  nouns ??= vocabulary(24_000)
  const source: string[] = []
  const target: string[] = []
  for (let at = 4 + Math.floor(random() * 9); at > 0; at--) {
    const [korean, said] = random() < 0.09 ? amount(random) : (nouns[falling(random, nouns.length)] as Word)
    source.push(withParticle(random, korean))
    target.push(said, pick(random, SMALL))
  }
  const [korean, said] = pick(random, ENDINGS)
  source.push(`${korean}.`)
  const [first = '', ...rest] = [...target, said]
  return {
    source: source.join(' '),
    target: `${first.charAt(0).toUpperCase()}${first.slice(1)} ${rest.join(' ')}.`,
  }
}

/** An earlier unit as it comes again: another number, or another word. */
const again = ({ source, target }: Pair, random: Random): Pair => {
  if (/\d/.test(source) && random() < 0.6) {
    const digit = String(1 + Math.floor(random() * 9))
    return { source: source.replace(/\d/, digit), target: target.replace(/\d/, digit) }
  }
  nouns ??= vocabulary(24_000)
  const words = source.split(' ')
  const [korean, said] = nouns[falling(random, nouns.length)] as Word
  words[Math.floor(random() * (words.length - 1))] = withParticle(random, korean)
  return { source: words.join(' '), target: target.replace(/^\S+/, said) }
}

/** Units one after the other, the same for the same seed. */
export function* units(count: number, seed: number): Generator<Pair> {
  const random = seeded(seed)
  const before: Pair[] = []
  for (let at = 0; at < count; at++) {
    const kind = random()
    let unit: Pair
    if (kind < 0.16 && before.length > 0) unit = again(pick(random, before), random)
    else if (kind < 0.92) unit = sentence(random)
    else {
      const [one, other] = [sentence(random), sentence(random)]
      unit = { source: `${one.source} ${other.source}`, target: `${one.target} ${other.target}` }
    }
    // Enough of them to come again, without keeping all.
    if (before.length < 50_000) before.push(unit)
    else before[Math.floor(random() * before.length)] = unit
    yield unit
  }
}

/** A source as a translator meets it: about so much of it, up to a third, written otherwise. */
export const edited = (source: string, random: Random): string => {
  const words = source.split(' ')
  nouns ??= vocabulary(24_000)
  for (let changes = 1 + Math.floor((random() * words.length) / 4); changes > 0; changes--) {
    const at = Math.floor(random() * words.length)
    const kind = random()
    if (kind < 0.6) words[at] = withParticle(random, (nouns[falling(random, nouns.length)] as Word)[0])
    else if (kind < 0.8 && words.length > 3) words.splice(at, 1)
    else words.splice(at, 0, amount(random)[0])
  }
  return words.join(' ')
}
