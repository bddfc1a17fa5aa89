import { compose, decompose } from './hangul.ts'
import { isVerbTail } from './particles.ts'

/** The verbs that make one of a noun. */
export const LIGHT_VERBS = ['하', '되', '시키', '받', '당하'] as const
export type LightVerb = (typeof LIGHT_VERBS)[number]

const FORMS: Readonly<Record<LightVerb, RegExp>> = {
  하: /^(?:하|한|할|함|합|해|했|히)/u,
  되: /^(?:되|된|될|됨|됩|돼|됐)/u,
  시키: /^(?:시키|시킨|시킬|시킴|시킵|시켜|시켰)/u,
  받: /^받/u,
  당하: /^(?:당하|당한|당할|당함|당합|당해|당했)/u,
}

/** Which verb a tail behind a noun is a form of (했다: 하), or null where it is none. */
export const lightVerbOf = (tail: string): LightVerb | null => {
  const verb = LIGHT_VERBS.find((each) => FORMS[each].test(tail))
  if (verb === undefined) return null
  // 강력히 of 강력하다; it is no form of a verb elsewhere.
  if (verb === '하' && tail.startsWith('히')) return tail === '히' ? '하' : null
  return isVerbTail(tail) || (verb === '하' && /^(?:하게|하지만|한)/u.test(tail)) ? verb : null
}

/** A verb or adjective in its dictionary form: noun and light verb (추진하다), or a stem of its own (오르다). */
export type VerbSource = { stem: string; light: LightVerb } | { stem: string; light: null }

/** Reads a source as a verb; null for what does not end in 다. `marked`: the glossary says it is one, 다 or not. */
export const verbSource = (source: string, marked: boolean): VerbSource | null => {
  for (const light of ['시키', '당하', '하', '되', '받'] as const)
    if (source.endsWith(`${light}다`) && source.length > light.length + 2)
      return { stem: source.slice(0, -light.length - 1), light }
  if (!marked) return null
  if (source.endsWith('다') && source.length >= 2) return { stem: source.slice(0, -1), light: null }
  return source.length >= 2 ? { stem: source, light: '하' } : null
}

/** Behind the stem of a verb: endings that begin with a consonant of their own. */
const ENDING =
  /^(?:다|고|며|면|면서|지|지만|기|게|는|는데|는지|던|도록|자|거나|나|니|려|려고|려는|므로|더|든|세|시|네|냐|라|요|습|은|을|음|읍|아|어|았|었|으)/u

const MEDIALS = 'ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ'
const medial = (letter: string): number => MEDIALS.indexOf(letter)
const FINAL = { none: 0, ㄴ: 4, ㄹ: 8, ㅁ: 16, ㅂ: 17, ㅆ: 20 } as const
const INITIAL_RIEUL = 5

/** A vowel of the stem with the 아 or 어 that follows it, as the two are written together. */
const CONTRACTED = new Map(
  'ㅏㅏ ㅓㅓ ㅕㅕ ㅐㅐ ㅔㅔ ㅣㅕ ㅗㅘ ㅜㅝ ㅚㅙ'
    .split(' ')
    .map((pair) => [medial(pair.charAt(0)), medial(pair.charAt(1))]),
)
const isBright = (vowel: number | undefined): boolean => vowel === medial('ㅏ') || vowel === medial('ㅗ')

/**
 * What a stem of its own looks like in a text, before the rest of its ending: 밝히 gives 밝히(고), 밝힌, 밝힐, 밝혀, 밝혔.
 * Knows the contractions and the stems in ㅡ and 르 (오르: 올라, 올랐); other irregular verbs are found in their regular
 * forms only.
 */
export const stemForms = (stem: string): string[] => {
  const forms = new Set([stem])
  const head = stem.slice(0, -1)
  const last = decompose(stem.charCodeAt(stem.length - 1))
  if (!last || last.final !== FINAL.none) return [...forms]
  const made = (vowel: number, final: number): string =>
    head + String.fromCharCode(compose({ initial: last.initial, medial: vowel, final }))
  for (const final of [FINAL.ㄴ, FINAL.ㄹ, FINAL.ㅁ, FINAL.ㅂ]) forms.add(made(last.medial, final))
  const before = decompose(head.charCodeAt(head.length - 1))
  const vowel = medial(isBright(before?.medial) ? 'ㅏ' : 'ㅓ')
  const isReu = last.initial === INITIAL_RIEUL && last.medial === medial('ㅡ')
  for (const final of [FINAL.none, FINAL.ㅆ]) {
    if (isReu && before?.final === FINAL.none)
      forms.add(
        head.slice(0, -1) +
          String.fromCharCode(
            compose({ ...before, final: FINAL.ㄹ }),
            compose({ initial: INITIAL_RIEUL, medial: vowel, final }),
          ),
      )
    else if (last.medial === medial('ㅡ')) forms.add(made(vowel, final))
    else {
      const contracted = CONTRACTED.get(last.medial)
      if (contracted !== undefined) forms.add(made(contracted, final))
    }
  }
  return [...forms]
}

/** Whether a run of Hangul behind a form of `stemForms` ends the verb. `form` is what stands before it. */
export const endsVerb = (form: string, stem: string, tail: string): boolean => {
  if (tail === '') return form !== stem
  if (form === stem) return ENDING.test(tail)
  switch (decompose(form.charCodeAt(form.length - 1))?.final) {
    case FINAL.ㅆ:
      return /^(?:다|고|으|던|지|는|을|어|음|습|기|거|나|더|네|자)/u.test(tail)
    case FINAL.ㄴ:
      return /^(?:다|데|지|들|가|바|채|만)/u.test(tail)
    case FINAL.ㄹ:
      return /^(?:지|수|까|것|뿐|때|만|걸|게)/u.test(tail)
    case FINAL.ㅁ:
      return /^(?:을|이|은|과|에|의|으|도)/u.test(tail)
    case FINAL.ㅂ:
      return /^(?:니|시)/u.test(tail)
    default:
      return /^(?:서|야|도|온|왔|오|진|졌|지|낸|냈|나|가|갔|간|갈|주|준|줬|본|볼|봤|보|라|요|있)/u.test(tail)
  }
}
