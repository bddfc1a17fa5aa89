import { isVerbTail, isParticle, peelParticles, wordEnd } from '../korean/particles.ts'

/**
 * Nouns, and ends of nouns, that lose their last syllable when particles are peeled by form alone: 인프라 is no 인프,
 * 정상회의 no 정상회. Ends that are as often noun and particle (위원회의, 제도로) are named with what stands before.
 */
const KEPT_WHOLE = new RegExp(
  `(?:${[
    '(?:전문|투자|국|주|물|유|원|단|평|허|인|추|증|참|기업|작|정치|예술|창업)가',
    '(?:선호|인지|만족|기여|의존|신뢰|완성|집중|개방|성숙|투명|민감|난이|충성)도',
    '(?:제|속|태|정|온|용|밀|농|강|각|빈|궤|한|고|난|보|주|선|철)도',
    '(?:한|산둥|랴오둥|인도차이나)반도|초전도|(?:베이부|보하이|자오저우|항저우|랴오둥)만',
    '(?:정상|고위급|실무|장관|공작|업무|좌담|화상|국제|전체|상무|연례|확대|각료|전문가|협상)회의',
    '(?:민주|사회|자본|보호|다자|일방|원칙|패권|실용|공산)주의',
    '(?:협|심|논)의|양해각서',
    '(?:효|초|부|통)과|(?<!연)결과',
    '고속도로|(?<![속정온제태용])도로|(?:집적|전자|논리|광)회로|(?:경|진|통|항|순환|원자|용광)로',
    '(?:마이크|유|프|제|솔)로|(?:대|항|불|오|골드)만',
    '(?:기|공|중|민|시|인|야|주)간|(?:집|비|시|관|공)중|(?:실|업|면|누|축|집|표|국)적|(?:예|관|추)측',
    '(?:외국|중국|한국|미국|일본|기업|경제|법|개|장애)인|(?:확|승|할|요)인|(?:온|오프|가이드)?라인|체인|디자인|코인',
    '인프라|카메라|오페라|코로나|바나나|캐나다|혼다|르완다|우간다|파나마|헝다|완다|드라마|스리랑카|아시아나',
  ].join('|')})$`,
  'u',
)

/** Peels particles as `peelParticles` does, but gives nouns back what belongs to them. */
export function stemOf(word: string): { stem: string; particle: string } {
  const peeled = peelParticles(word)
  if (peeled.particle === '') return peeled
  for (let taken = Math.min(3, peeled.particle.length); taken > 0; taken--) {
    const stem = peeled.stem + peeled.particle.slice(0, taken)
    const particle = peeled.particle.slice(taken)
    if (KEPT_WHOLE.test(stem) && (particle === '' || isParticle(particle, wordEnd(stem)))) {
      return { stem, particle }
    }
  }
  // 산업용, 가정용 are words of their own, whatever follows.
  if (peeled.particle.startsWith('용')) {
    return { stem: `${peeled.stem}용`, particle: peeled.particle.slice(1) }
  }
  return peeled
}

const WORD_BEGINS = '[가-힣]'

/** Verbs and adjectives as they stand before nouns, at the ends of clauses and of sentences. */
const INFLECTED = new RegExp(
  `${WORD_BEGINS}(?:${[
    '(?:했|됐|였|었|았|겠|렸|졌|났|갔|왔|봤|켰|쳤|혔|웠|냈|뤘|꼈|뒀|섰|췄|셨)[가-힣]*',
    '(?:습니|합니|됩니|입니)다[가-힣]*',
    '(?:한|된|진|는|린|친|킨|운|난|온|간|본|든|선|쓴|준|인)다(?:고|는|며|면)?',
    '(?:하|되|시키|받|당하|어지|아지|려지|해지|혀지|워지)(?:는|고|며|면|여|어|기|지|게|도록|려|려고|자|던|면서|거나)(?:도|는|를|가|에|로|만|서)?',
    '(?:면서|으며|으면|지만|는데|도록|려는|려고|거나|더라도|든지|듯이|므로|자마자|어서|아서|워서|려면)',
    '(?:스러운|스럽게|로운|롭게|다운|답게)',
    '(?:어난|어진|아진|해진|려진|혀진|워진|커진|뤄진|올라선|나타난|드러난|벗어난|만든|만드는|이끄는|이르는|웃도는|밑도는|이어지는|늘리는|줄이는|높이는|보여주는|나가는|나오는)',
    '[가-힣]+(?:한|된|할|될|함|됨|해|돼|해서|돼서|해야|돼야|해도|히)',
    '(?:으로써|으로서)',
  ].join('|')})$`,
  'u',
)

/** Nouns that end as inflected verbs do. */
const NOUN_AFTER_ALL =
  /(?:북한|제한|권한|기한|무한|우한|시한|상한|하한|극한|역할|분할|관할|할부|잠수함|이해|저해|오해|피해|재해|공해|서해|동해|남해|황해|발해|보하이해|카리브해|중국해|지중해|북해|홍해|흑해|카스피해|발트해|영해|상하이|복지|폐지|단지|기지|토지|휴지|방지|유지|정지|금지|지하|이하|영하|산하|저하|인하|국면|측면|전면|장면|화면|표면|보고|최고|재고|창고|경고|광고|신고|권고|제고|국고|공고|안후이|바이든)$/u

/** Whether a word (all of it Hangul) is a verb or adjective in some form; `stem` is it without particles. */
export function isInflected(word: string, stem: string): boolean {
  if (NOUN_AFTER_ALL.test(stem)) return false
  if (INFLECTED.test(word) || SHORT.test(word)) return true
  for (let at = 2; at < word.length; at++) {
    if (VERB_BEGINS.includes(word.charAt(at)) && isVerbTail(word.slice(at))) return true
  }
  return word.endsWith('다') && stem === word && word.length > 2
}

/** Words too short to be peeled, and short verbs. */
const SHORT =
  /^(?:[가-힣][은는을를]|[가-힣]{1,2}게|(?!보고|최고|재고|창고|경고|광고|신고|권고|제고|국고|공고|사고|참고|예고)[가-힣]{1,2}고)$/u

const VERB_BEGINS = '하되시당받한된할될함됨해돼했됐'
