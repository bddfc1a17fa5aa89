import { type Agreement, agrees, syllableEnd } from './endings.ts'

/** A particle with what it asks of the word before it. A pair is written 은/는: after a consonant, after a vowel. */
interface Piece {
  text: string
  agreement: Agreement
}

function pieces(words: string): Piece[] {
  return words
    .trim()
    .split(/\s+/)
    .flatMap((word): Piece[] => {
      const [afterConsonant = '', afterVowel] = word.split('/')
      if (afterVowel === undefined) return [{ text: afterConsonant, agreement: 'any' }]
      const movesAfterRieul = afterVowel.startsWith('로')
      return [
        { text: afterConsonant, agreement: movesAfterRieul ? 'euro' : 'consonant' },
        { text: afterVowel, agreement: movesAfterRieul ? 'ro' : 'vowel' },
      ]
    })
}

/** Particles of place, direction, means, comparison, limit: others may follow them. */
const OPEN = pieces(`
  에 에서 에게 에게서 께 께서 한테 한테서 에다 에다가 부터 까지 처럼 같이 보다 만큼 대로 마다 조차 마저 뿐 만
  으로/로 으로서/로서 으로써/로써 으로부터/로부터 으로까지/로까지 에서부터 과/와 이랑/랑 하에 하에서
`)

/** Particles that may stand second in a chain (에서도, 까지만, 로부터의). */
const SECOND = pieces(`
  은/는 도 만 의 까지 부터 조차 마저 뿐 보다 처럼 만큼 대로 이나/나 이라도/라도 이든/든 이야말로/야말로 이야/야
  이/가 을/를 으로/로 으로는/로는 으로도/로도 으로의/로의 과/와 과는/와는 에 에도 에는 밖에
`)

/** Particles after which nothing follows, or only what the copula adds. */
const LAST = pieces(`
  은/는 이/가 을/를 의 도 밖에 커녕 은커녕/는커녕 이나/나 이나마/나마 이든/든 이든지/든지 이든가/든가 이야/야
  이야말로/야말로 더러 치고 치고는 은요/는요 밖에는
`)

/**
 * Forms of the copula 이다. After a vowel most of them lose 이; those whose short form makes another word are left
 * out of the short list (투자자 is an investor and not "being an investment").
 */
const COPULA = pieces(`
  이다 이며 이고 이자 인 이라 이라는 이라고 이라며 이라면서 이라면 이라서 이라도 이라던 이란 이었다 이었던 이었고
  이었으며 이었으나 이었지만 이었음을 이었는데 이었을 이었다는 이었다고 이던 이지만 이므로 이니 이니까 이어서
  이어야 이기도 이기는 이기에 이기 인데 인데도 인지 인지를 인지도 인가 인가를 인만큼 일지 일지라도 일수록 일까 임을
  임에도 임은 임이 임과 입니다 입니까 이에요 이냐 이냐는 이면 이면서 이면서도 이요 이죠 이라고도 이라고는 이라기보다 이라기보다는
  이라는데 이라지만 이란다 이라든지 이라든가 이랄 이다보니 인셈 인듯
`)
const SHORT_COPULA = `
  다 며 라 라는 라고 라며 라면서 라면 라서 라도 라던 란 였다 였던 였고 였으며 였으나 였지만 였음을 였는데 였을 였다는
  였다고 지만 므로 니까 여서 여야 예요 면서 면서도 라고도 라고는 라기보다 라기보다는 라는데 라지만 라든지 라든가 다보니
`
  .trim()
  .split(/\s+/)
  .map((text): Piece => ({ text, agreement: 'vowel' }))

function joins(first: string, next: Piece): boolean {
  return agrees(syllableEnd(first.charCodeAt(first.length - 1)), next.agreement)
}

function chains(): Map<string, Agreement> {
  const table = new Map<string, Agreement>()
  const add = (text: string, agreement: Agreement): void => {
    const known = table.get(text)
    // The same letters reached on two ways (이나 as particle and as copula): the laxer demand holds.
    if (known === undefined) table.set(text, agreement)
    else if (known !== agreement) table.set(text, 'any')
  }
  const copula = [...COPULA, ...SHORT_COPULA]
  const ends = [...LAST, ...copula.filter((form) => COMMON_COPULA.has(form.text))]
  for (const first of [...OPEN, ...LAST, ...copula]) add(first.text, first.agreement)
  for (const first of OPEN) {
    for (const next of [...SECOND, ...copula]) {
      if (joins(first.text, next)) add(first.text + next.text, first.agreement)
    }
    for (const next of SECOND) {
      if (!CARRIES_THIRD.has(next.text) || !joins(first.text, next)) continue
      for (const last of ends)
        if (joins(next.text, last)) add(first.text + next.text + last.text, first.agreement)
    }
  }
  return table
}

/** Second particles behind which a third is heard: 에서까지도, 에게만은, 으로부터뿐이다. */
const COMMON_COPULA = new Set([
  '이다',
  '이며',
  '이고',
  '인',
  '이라는',
  '이라고',
  '이었다',
  '다',
  '며',
  '라는',
  '라고',
  '였다',
])
const CARRIES_THIRD = new Set(['만', '뿐', '까지', '부터'])

let table: ReadonlyMap<string, Agreement> | undefined

/** Every particle and chain of particles with what it asks of the word before it; built when first asked for. */
export function particleTable(): ReadonlyMap<string, Agreement> {
  table ??= chains()
  return table
}

/** The particles and endings the chains are made of, for tests and help texts. */
export function simpleParticles(): string[] {
  return [...new Set([...OPEN, ...SECOND, ...LAST, ...COPULA, ...SHORT_COPULA].map((piece) => piece.text))]
}

/**
 * Suffixes that leave a noun what it is and let particles follow: plural, side, per, between, within, honorific.
 * Left out on purpose: those that make another word (화, 성, 률, 자, 업, 력, 가, 권, 계).
 */
export const NOUN_SUFFIXES: readonly string[] = ['들', '적', '측', '씨', '님', '별', '간', '내', '중', '용']
