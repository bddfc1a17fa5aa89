import { agrees, syllableEnd, type WordEnd, wordEnd } from './endings.ts'
import { isSyllable } from './hangul.ts'
import { NOUN_SUFFIXES, particleTable } from './particle-table.ts'

export type { Agreement, WordEnd } from './endings.ts'
export { agrees, wordEnd } from './endings.ts'

/** All of them are one syllable. */
const NOUN_SUFFIX_CODES: ReadonlySet<number> = new Set(NOUN_SUFFIXES.map((suffix) => suffix.charCodeAt(0)))

/** The longest tail read as particles; longer runs of Hangul behind a stem are words. */
const LONGEST = 10

/** Whether `tail`, all of it, is a particle or chain of particles that can stand behind a word ending like `end`. */
export function isParticle(tail: string, end: WordEnd): boolean {
  if (tail.length === 0 || tail.length > LONGEST) return false
  const agreement = particleTable().get(tail)
  return agreement !== undefined && agrees(end, agreement)
}

/**
 * As `isParticle`, but noun suffixes (들, 적, 측, 별, 간 …) may stand first: 기업들은, 경제적으로, 국가간의. Whether it is so
 * says nothing about the noun; 위안적 is as welcome as 경제적.
 */
export function isNounEnding(tail: string, end: WordEnd): boolean {
  if (isParticle(tail, end)) return true
  let rest = tail
  for (let taken = 0; taken < 2; taken++) {
    const suffix = rest.charCodeAt(0)
    if (!NOUN_SUFFIX_CODES.has(suffix)) return false
    rest = rest.slice(1)
    if (rest === '' || isParticle(rest, syllableEnd(suffix))) return true
  }
  return false
}

/** Whether a tail that begins so (a UTF-16 code unit) can be one `isNounEnding` says yes to. */
export function beginsNounEnding(code: number): boolean {
  firsts ??= new Set([
    ...NOUN_SUFFIX_CODES,
    ...Array.from(particleTable().keys(), (tail) => tail.charCodeAt(0)),
  ])
  return firsts.has(code)
}
let firsts: ReadonlySet<number> | undefined

/**
 * The particle (or noun suffix with particles) that fills the run of Hangul beginning at `index` of NFC text, where
 * `index` is the end of a stem in UTF-16 code units; null when nothing or something else stands there.
 */
export function particleAfter(text: string, index: number): { particle: string; length: number } | null {
  let end = index
  while (end < text.length && isSyllable(text.charCodeAt(end))) end++
  const tail = text.slice(index, end)
  return isNounEnding(tail, wordEnd(text, index)) ? { particle: tail, length: tail.length } : null
}

const VERB_ENDING =
  '(?:다|다고|다는|다가|고|고도|고는|고서|고자|며|면|면서|면서도|면서는|지|지만|지는|지도|지를|지않는|는|는데|는지|는데도|기|기를|기가|기에|기에는|' +
  '기도|기로|기는|기만|기까지|기보다|기위해|게|게끔|도록|려|려고|려는|려면|려던|여|여서|여야|였.*|자|자는|자고|자마자|던|니|니까|' +
  '므로|거나|러|라|라고|라는|라며|시는|신|셨.*|십시오|세요|겠.*|더라도|느라|느냐|듯|듯이|더니|든|든지|어|어서|어야|었.*|' +
  '고있.*|지못.*)'

const VERB = new RegExp(
  '^(?:' +
    [
      `(?:하|되|시키|당하|받)${VERB_ENDING}?`,
      '(?:한|된|시킨|당한|받은|받는)(?:다|다고|다는|다며|다면|데|데다|지|채|바|들)?',
      '(?:할|될|시킬|당할|받을)(?:지|지도|지를|지는|수록|까|까지|뿐)?',
      '(?:함|됨|시킴)(?:을|이|은|과|에|의|으로|으로써|으로서|에도|에따라|에따른)?',
      '(?:합|됩|시킵|받습)(?:니다|니까|시다)',
      '(?:해|돼|시켜|당해|받아)(?:서|서는|서도|야|야만|야한다|도|온|왔.*|오고|오는|낸|냈.*|내고|나가.*|주.*|준|줄|줬.*|갈|가고|가는|지는|진|졌.*|볼|보면)?',
      '(?:했|됐|시켰|당했|받았).*',
    ].join('|') +
    ')$',
  'u',
)

/**
 * Whether the tail makes a verb of the noun before it: 하다, 되다, 시키다, 당하다, 받다 in their forms (하고, 했다, 되는,
 * 시켜). 하고 is also the spoken particle "with"; news writes 와/과, so it is read as the verb.
 */
export function isVerbTail(tail: string): boolean {
  return tail.length > 0 && VERB.test(tail)
}

/** Nouns that end like noun and particle; no dictionary, only what news of this kind is full of. */
const WHOLE = new Set(
  (
    '코로나 세미나 캐나다 르우간다 고속도로 일대일로 제주도 한반도 고속철도 인도네시아 아프리카 바나나 베네수엘라 ' +
    '카메라 아시아나 스리랑카 전라도 경상도 강원도 경기도 충청도 인지도 선호도 완성도 신뢰도 투명도 ' +
    '활주로 원자로 순환로 중심가 대만 노벨상 혼다 도요다 아마도 그래도 ' +
    '바로 서로 새로 스스로 따로 별도 정도 제도 속도 태도 각도 온도 밀도 농도 강도 한도 용도 의도 시도 주도 보도 선도 수도 철도 ' +
    '도로 경로 진로 통로 항로 활로 회로 결과 효과 성과 회의 합의 협의 논의 동의 주의 정의 건의 사이 차이 거의 아이'
  ).split(' '),
)

/** Nouns in 하 and 되 that are not verb stems. */
const NOT_A_STEM = /(?:지|이|산|치|휘|영|인|부|저|강|투|상|직|귀|각|폐|전)하$/u

/**
 * Divides a word of NFC text (one 어절 without punctuation) into stem and particle by form alone: 우한시에서도 →
 * 우한시 + 에서도. The longest particle is taken that leaves at least two syllables (one behind a particle of two and
 * more), or any Latin, digits or Hanja. Verbs are left whole (추진하는, 발전했다). Without a dictionary some nouns
 * are cut that should not be (투자가); for comparing words that does no harm, as both sides are cut alike.
 */
export function peelParticles(eojeol: string): { stem: string; particle: string } {
  const whole = { stem: eojeol, particle: '' }
  if (WHOLE.has(eojeol) || /[가-힣]{2}주의$/u.test(eojeol)) return whole
  for (let at = Math.max(1, eojeol.length - LONGEST); at < eojeol.length; at++) {
    const particle = eojeol.slice(at)
    const stem = eojeol.slice(0, at)
    if (!isNounEnding(particle, wordEnd(stem))) continue
    const last = stem.charCodeAt(at - 1)
    if (isSyllable(last)) {
      if (stem.length === 1 && (particle.length === 1 || !ONE_SYLLABLE_SAFE.test(particle))) continue
      if (isVerbStem(stem)) return whole
    }
    return { stem, particle }
  }
  return whole
}

const ONE_SYLLABLE_SAFE = /^(?:에서|으로|로부터|에게|까지|부터|보다|처럼|들|이라|에는|에도|이다|이며|마다)/u

function isVerbStem(stem: string): boolean {
  return /(?:하|되|시키|당하|받)$/u.test(stem) && stem.length > 1 && !NOT_A_STEM.test(stem)
}
