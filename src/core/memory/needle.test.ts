import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { createNeedle, type NeedleOptions } from './needle.ts'
import { packMemory } from './packed.ts'
import { textsWithSigns, textsWithWords } from './packedNeedle.ts'

const plain: NeedleOptions = { regex: false, ignoreSpaces: false, ignoreParticles: false }
const loose = { ...plain, ignoreSpaces: true }
const stems = { ...plain, ignoreParticles: true }

describe('what is searched for', () => {
  test.each([
    ['경제성장률', '올해 경제 성장률은 5%다.', loose, ['경제 성장률']],
    ['경제 성장률', '경제성장률과 경제 성장률', loose, ['경제성장률', '경제 성장률']],
    ['경제 성장률', '경제성장률과 경제 성장률', plain, ['경제 성장률']],
    ['경제성장률', '올해 경제 성장률은 5%다.', plain, []],
    ['우한', '우한시와 우한대', plain, ['우한', '우한']],
    ['GDP', '1인당 gdp가 늘었다', plain, ['gdp']],
    ['GDP 성장', 'GDP성장과 GDP 성장', loose, ['GDP성장', 'GDP 성장']],
    ['Bank of China', 'the bank  of CHINA said', loose, ['bank  of CHINA']],
    // English words stay words.
    ['bank', 'b ank', loose, []],
    ['우한시는', '우한시의 거리', stems, ['우한시']],
    ['우한시는 투자를', '우한시가 투자도 늘렸다', stems, ['우한시가 투자']],
    // What stands between is no particle.
    ['우한시는 투자를', '우한시장 투자', stems, []],
    ['3.5%', '13.5%와 305%', plain, ['3.5%']],
    ['(GDP)', '국내총생산(GDP)이', plain, ['(GDP)']],
    ['우한', '우한', plain, ['우한']],
    ['  ', '무엇이든', plain, []],
  ] as const)('%j in %j', (text, within, options, found) => {
    expect(
      createNeedle(text, options)
        .find(within)
        .map(({ start, end }) => within.slice(start, end)),
    ).toEqual(found)
  })

  it('may be a regular expression', () => {
    const needle = createNeedle('\\d+억 (위안|달러)', { ...plain, regex: true })
    expect(needle.find('30억 위안과 5억 달러')).toEqual([
      { start: 0, end: 6 },
      { start: 8, end: 13 },
    ])
    expect(createNeedle('x*', { ...plain, regex: true }).find('가나')).toEqual([])
    expect(() => createNeedle('(', { ...plain, regex: true })).toThrow(SyntaxError)
  })
})

describe('texts that have it', () => {
  const signs = fc.constantFrom('우', '한', '시', '는', ' ', 'G', 'd', '.', '경', '제')
  const source = fc.array(signs, { maxLength: 14 }).map((each) => each.join(''))
  test('none is missed, however it is spaced and written', () => {
    fc.assert(
      fc.property(
        fc.array(source, { minLength: 1, maxLength: 30 }),
        fc.array(signs, { minLength: 1, maxLength: 5 }).map((each) => each.join('').trim()),
        fc.constantFrom(plain, loose, stems, { ...loose, ...stems, ignoreSpaces: true }),
        (sources, text, options) => {
          const packed = packMemory({
            ids: sources.map((_, at) => at),
            owners: sources.map(() => 1),
            sources,
            targets: sources,
          })
          const needle = createNeedle(text, options)
          const having = sources.flatMap((each, at) => (needle.find(each).length > 0 ? [at] : []))
          const bySigns = needle.signs === null ? null : textsWithSigns(packed, needle.signs, needle.loose)
          const byWords = needle.words === null ? null : textsWithWords(packed, needle.words)
          for (const found of [bySigns, byWords])
            if (found) {
              const units = new Set(found.map((each) => packed.ids[each]))
              for (const at of having) expect(units.has(at), `${text} in ${String(sources[at])}`).toBe(true)
            }
        },
      ),
      { seed: 47, numRuns: 2000 },
    )
  })
})
