import { compose, decompose } from './hangul.ts'

/**
 * The Hangul of every syllable of standard Chinese after the loanword rules of the National Institute of Korean
 * Language (외래어 표기법, table 5): which texts can be a Chinese name written by sound.
 */

const INITIALS: Readonly<Record<string, string>> = {
  '': 'ㅇ',
  b: 'ㅂ',
  p: 'ㅍ',
  m: 'ㅁ',
  f: 'ㅍ',
  d: 'ㄷ',
  t: 'ㅌ',
  n: 'ㄴ',
  l: 'ㄹ',
  g: 'ㄱ',
  k: 'ㅋ',
  h: 'ㅎ',
  j: 'ㅈ',
  q: 'ㅊ',
  x: 'ㅅ',
  zh: 'ㅈ',
  ch: 'ㅊ',
  sh: 'ㅅ',
  r: 'ㄹ',
  z: 'ㅉ',
  c: 'ㅊ',
  s: 'ㅆ',
}

/** Finals with the Hangul of their syllable without an initial (아이 of ai). */
const FINALS: Readonly<Record<string, string>> = {
  a: '아',
  o: '오',
  e: '어',
  ai: '아이',
  ei: '에이',
  ao: '아오',
  ou: '어우',
  an: '안',
  en: '언',
  ang: '앙',
  eng: '엉',
  i: '이',
  ia: '야',
  ie: '예',
  iao: '야오',
  iu: '유',
  ian: '옌',
  in: '인',
  iang: '양',
  ing: '잉',
  u: '우',
  ua: '와',
  uo: '워',
  uai: '와이',
  ui: '우이',
  uan: '완',
  un: '운',
  uang: '왕',
  ong: '웅',
  v: '위',
  ve: '웨',
  van: '위안',
  vn: '윈',
  iong: '융',
}

const AFTER: readonly [initials: string, finals: string][] = [
  ['b p m', 'a o ai ei ao an en ang eng i ie iao ian in ing u iu ou'],
  ['f', 'a o ei ou an en ang eng u'],
  ['d t n l', 'a e ai ei ao ou an en ang eng i ia ie iao iu ian ing u uo ui uan un ong'],
  ['n l', 'in iang v ve'],
  ['g k h', 'a e ai ei ao ou an en ang eng u ua uo uai ui uan un uang ong'],
  ['zh ch sh r', 'a e ai ei ao ou an en ang eng u ua uo uai ui uan un uang ong'],
  ['z c s', 'a e ai ei ao ou an en ang eng u uo ui uan un ong'],
  ['j q x', 'i ia ie iao iu ian in iang ing v ve van vn iong'],
]

/** Written as they stand: those with no initial, and the vowel i behind zh, z and their like. */
const WHOLE =
  '아 어 얼 아이 에이 아오 어우 안 언 앙 이 야 예 야오 유 옌 인 양 잉 우 와 워 와이 웨이 완 원 왕 웡 위 웨 위안 윈 융 ' +
  '즈 츠 스 르 쯔 쓰'

function joined(initial: string, final: string): string {
  const head = decompose((INITIALS[initial] ?? '').charCodeAt(0)) ?? initialOf(INITIALS[initial] ?? 'ㅇ')
  const [first = '', ...rest] = FINALS[final] ?? ''
  const syllable = decompose(first.charCodeAt(0))
  if (!syllable) return ''
  // Behind ㅈ, ㅉ and ㅊ no y is written: 장쑤, 저우산, 젠; behind ㅅ it is: 샤먼.
  const plain = /^(?:j|q|zh|ch|z|c)$/.test(initial)
  const medial = plain ? (WITHOUT_Y[syllable.medial] ?? syllable.medial) : syllable.medial
  return String.fromCharCode(compose({ ...syllable, medial, initial: head.initial })) + rest.join('')
}

const WITHOUT_Y: Readonly<Record<number, number>> = { 2: 0, 6: 4, 7: 5, 12: 8, 17: 13 }

const COMPATIBILITY = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ'
const initialOf = (jamo: string) => ({ initial: COMPATIBILITY.indexOf(jamo), medial: 0, final: 0 })

let syllables: ReadonlySet<string> | undefined

function table(): ReadonlySet<string> {
  syllables ??= new Set([
    ...WHOLE.split(' '),
    ...AFTER.flatMap(([initials, finals]) =>
      initials.split(' ').flatMap((initial) => finals.split(' ').map((final) => joined(initial, final))),
    ),
  ])
  return syllables
}

/**
 * Whether a run of Hangul can be Chinese written by sound, and the least number of Chinese syllables in it (상하이 3,
 * 베이징 2); 0 when it cannot.
 */
export function chineseSyllables(hangul: string): number {
  const known = table()
  const least = [0]
  for (let end = 1; end <= hangul.length; end++) {
    for (const length of [1, 2]) {
      const before = least[end - length]
      if (before === undefined || !known.has(hangul.slice(end - length, end))) continue
      least[end] = Math.min(least[end] ?? Infinity, before + 1)
    }
  }
  return least[hangul.length] ?? 0
}
