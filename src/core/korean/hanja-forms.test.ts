import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { foldHanja, hanjaForms } from './hanja-forms.ts'

const folded = (text: string): string =>
  Array.from({ length: text.length }, (_, at) => String.fromCharCode(foldHanja(text.charCodeAt(at)))).join('')

describe('forms of Hanja', () => {
  it('belong to one character each, and are one code unit each', () => {
    const all = hanjaForms().join('')
    expect(new Set(all).size).toBe(all.length)
    expect(all).toMatch(/^[\u4e00-\u9fff]+$/)
    expect(hanjaForms().filter(({ length }) => length < 2)).toEqual([])
  })

  it('fold to one that folds no further', () => {
    for (const forms of hanjaForms()) {
      expect(new Set(folded(forms)).size).toBe(1)
      expect(folded(folded(forms))).toBe(folded(forms))
    }
  })

  it.each([
    ['武漢', '武汉'],
    ['廣東', '広東'],
    ['深圳', '深圳'],
    ['習近平', '习近平'],
    ['國務院', '国务院'],
    ['發展改革委員會', '发展改革委员会'],
    ['寧德時代', '宁德时代'],
    ['重慶', '重庆'],
    ['瀋陽', '瀋阳'],
    ['靑島', '青岛'],
    ['雲南省', '云南省'],
    ['臺灣', '台湾'],
    ['經濟', '経済'],
  ])('%s and %s are one', (one, other) => {
    expect(folded(one)).toBe(folded(other))
  })

  it.each([
    '後后',
    '裏里',
    '乾干',
    '幹干',
    '麵面',
    '範范',
    '髮发',
    '複复',
    '鬆松',
    '谷穀',
    '沉沈',
    '製制',
    '係系',
    '鍾钟',
  ])('%s are two characters', (two) => {
    expect(new Set(folded(two)).size).toBe(2)
  })

  it('make nearly all pairs of the starter glossary one', () => {
    const raw = readFileSync(new URL('../../../resources/glossary/starter.tsv', import.meta.url), 'utf8')
    const pairs = raw.split('\n').flatMap((line) => {
      const forms = (line.split('\t')[2] ?? '').split(';').filter((form) => /^\p{Script=Han}+$/u.test(form))
      const [one, other] = forms
      return forms.length === 2 && one?.length === other?.length ? [[one ?? '', other ?? '']] : []
    })
    const apart = pairs.filter(([one = '', other = '']) => folded(one) !== folded(other))
    expect(pairs.length).toBeGreaterThan(300)
    expect(apart.length / pairs.length).toBeLessThan(0.06)
  })
})
