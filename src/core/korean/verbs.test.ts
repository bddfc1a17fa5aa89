import { describe, expect, it } from 'vitest'
import { endsVerb, lightVerbOf, stemForms, verbSource } from './verbs.ts'

describe('lightVerbOf: the verb a tail behind a noun is a form of', () => {
  it.each([
    ['했다', '하'],
    ['하는', '하'],
    ['한', '하'],
    ['하지만', '하'],
    ['할', '하'],
    ['해', '하'],
    ['히', '하'],
    ['됐다', '되'],
    ['되면서', '되'],
    ['된', '되'],
    ['시켰다', '시키'],
    ['시키려', '시키'],
    ['받은', '받'],
    ['당했다', '당하'],
    ['당할', '당하'],
    // Particles and nouns.
    ['은', null],
    ['에서', null],
    ['히트', null],
    ['학', null],
    ['', null],
  ])('%s: %s', (tail, verb) => {
    expect(lightVerbOf(tail)).toBe(verb)
  })
})

describe('verbSource: what the glossary has, read as a verb', () => {
  it.each([
    ['추진하다', false, { stem: '추진', light: '하' }],
    ['개선되다', false, { stem: '개선', light: '되' }],
    ['발전시키다', false, { stem: '발전', light: '시키' }],
    ['공격당하다', false, { stem: '공격', light: '당하' }],
    ['주목받다', false, { stem: '주목', light: '받' }],
    // Nouns in 다, unless the glossary says otherwise.
    ['바다', false, null],
    ['캐나다', false, null],
    ['오르다', true, { stem: '오르', light: null }],
    ['밝히다', true, { stem: '밝히', light: null }],
    // Marked without its ending: the noun of a 하다.
    ['추진', true, { stem: '추진', light: '하' }],
    ['경제', false, null],
  ])('%s, marked %s', (source, marked, verb) => {
    expect(verbSource(source, marked)).toEqual(verb)
  })
})

/** Whether a word is a form of the verb: as the matcher puts the two together. */
const isForm = (word: string, stem: string): boolean =>
  stemForms(stem).some((form) => word.startsWith(form) && endsVerb(form, stem, word.slice(form.length)))

describe('stemForms and endsVerb: forms of a stem of its own', () => {
  it.each([
    ['오르', '오르다 오르고 오르는 오른 오를 올라 올랐다 오름을 오릅니다'],
    ['밝히', '밝히다 밝혔다 밝힌 밝힐 밝혀 밝히며 밝힙니다'],
    ['커지', '커지고 커졌다 커진 커져 커질'],
    ['늘리', '늘렸다 늘린 늘리려고 늘려서'],
    ['나오', '나왔다 나와 나온 나올 나오면서'],
    ['바꾸', '바꿨다 바꾼 바꿔'],
    ['쓰', '썼다 쓴 써서'],
    ['모으', '모았다 모아 모은 모을'],
    ['높', '높고 높은 높아 높았다 높음'],
  ])('%s: %s', (stem, words) => {
    for (const word of words.split(' ')) expect(isForm(word, stem), word).toBe(true)
  })

  it.each([
    ['오르', '오르가즘 오른쪽 오름세'],
    ['밝히', '밝은 밝다'],
    ['늘리', '늘다 늘었다'],
    ['나오', '나라 나눈'],
    ['높', '높이뛰기 높새바람'],
  ])('%s: not %s', (stem, words) => {
    const found = words.split(' ').filter((word) => isForm(word, stem))
    expect(found).toEqual([])
  })
})
