import { seeded, type Random } from './data.ts'

export interface BenchTerm {
  source: string
  target: string
}

/**
 * Syllables words of Sino-Korean are made of, commonest first; drawn with the falling weight they have in running
 * text, so that terms share beginnings and paragraphs brush against many terms they do not contain.
 */
const SYLLABLES = Array.from(
  '시기대지사자상성정전국인구수도장원주일제경공산부동조신해고화중발업위비관연보회여방과소학개생서용무계유실가행안입진선외통식재법물강금로결반단투세체분평감설표력마역하간건본거내민영초문명준품건축청양리차육특활심교월남북호추불운임점책협합황형후택치타터노능농당덕돈둔등락란래량려렬료류률릉망매면모목몽묘박백번범벽변별병복봉빈',
)
/** Particles: behind a final consonant, behind a vowel. */
const PARTICLES = [
  ['은', '는'],
  ['이', '가'],
  ['을', '를'],
  ['과', '와'],
  ['의', '의'],
  ['에', '에'],
  ['에서', '에서'],
  ['까지', '까지'],
  ['부터', '부터'],
  ['에서도', '에서도'],
  ['', ''],
] as const
const VERBS = [
  '밝혔다',
  '늘었다',
  '추진한다',
  '나타났다',
  '마련했다',
  '전했다',
  '높아졌다',
  '이어진다',
] as const

const pick = <Item>(random: Random, from: readonly Item[]): Item =>
  from[Math.floor(random() * from.length)] as Item

const withParticle = (random: Random, written: string): string => {
  const [closed, open] = pick(random, PARTICLES)
  return written + ((written.charCodeAt(written.length - 1) - 0xac00) % 28 === 0 ? open : closed)
}

const word = (random: Random): string => {
  const length = random() < 0.6 ? 2 : random() < 0.7 ? 3 : 4
  let made = ''
  // Squared: the first syllables of the list come often, the last seldom.
  for (let at = 0; at < length; at++)
    made += SYLLABLES[Math.floor(random() ** 2 * SYLLABLES.length)] as string
  return made
}

/** So many different terms of one to three words; the first of a longer list are the whole of a shorter one. */
export const benchTerms = (count: number, seed: number): BenchTerm[] => {
  const random = seeded(seed)
  const seen = new Set<string>()
  while (seen.size < count) {
    const words = random() < 0.2 ? 1 : random() < 0.6 ? 2 : 3
    seen.add(Array.from({ length: words }, () => word(random)).join(' '))
  }
  return Array.from(seen, (source, at) => ({ source, target: `Term No. ${at + 1}` }))
}

export interface BenchParagraph {
  text: string
  /** Terms that were written into it, each with a particle behind it. */
  planted: string[]
}

/** Paragraphs of two to four sentences, 120 to 420 UTF-16 code units, with two to eight of these terms in each. */
export const benchParagraphs = (
  count: number,
  terms: readonly BenchTerm[],
  seed: number,
): BenchParagraph[] => {
  const random = seeded(seed)
  return Array.from({ length: count }, () => {
    const planted: string[] = []
    const sentences = Array.from({ length: 2 + Math.floor(random() * 3) }, () => {
      const words: string[] = []
      for (let at = 12 + Math.floor(random() * 8); at > 0; at--) {
        if (random() < 0.13) {
          const { source } = pick(random, terms)
          planted.push(source)
          words.push(withParticle(random, source))
        } else if (random() < 0.12) words.push(`${1 + Math.floor(random() * 9_000)}억 위안`)
        else words.push(withParticle(random, word(random)))
      }
      return `${words.join(' ')} ${pick(random, VERBS)}.`
    })
    return { text: sentences.join(' '), planted }
  })
}
