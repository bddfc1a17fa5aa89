import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nameSuffix } from './name-suffixes.ts'
import { simpleParticles } from './particle-table.ts'
import { isNounEnding, isParticle, isVerbTail, particleAfter, peelParticles, wordEnd } from './particles.ts'

describe('how a word ends', () => {
  it.each([
    ['우한', 'consonant'],
    ['상하이', 'vowel'],
    ['서울', 'rieul'],
    ['‘우한’', 'consonant'],
    ['CASA', 'vowel'],
    ['GDP', 'unknown'],
    ['APEC', 'unknown'],
    ['2021', 'rieul'],
    ['2025', 'vowel'],
    ['10', 'consonant'],
    ['Web3', 'unknown'],
    ['武漢', 'unknown'],
    ['5%', 'unknown'],
    ['', 'unknown'],
  ])('%s: %s', (word, end) => {
    expect(wordEnd(word)).toBe(end)
  })
})

describe('particles behind a stem', () => {
  it('are at least ninety, before any stacking', () => {
    expect(simpleParticles().length).toBeGreaterThanOrEqual(90)
  })

  it.each([
    ['우한은', 2, '은'],
    ['우한는', 2, null],
    ['상하이는', 3, '는'],
    ['상하이은', 3, null],
    ['우한이', 2, '이'],
    ['우한가', 2, null],
    ['우한을', 2, '을'],
    ['상하이를', 3, '를'],
    ['우한과', 2, '과'],
    ['우한와', 2, null],
    ['우한으로', 2, '으로'],
    ['우한로', 2, null],
    ['서울로', 2, '로'],
    ['서울으로', 2, null],
    ['상하이로', 3, '로'],
    ['우한에서도', 2, '에서도'],
    ['우한으로부터의', 2, '으로부터의'],
    ['우한까지는', 2, '까지는'],
    ['우한에서의', 2, '에서의'],
    ['우한이라는', 2, '이라는'],
    ['상하이라는', 3, '라는'],
    ['도시이며', 2, '이며'],
    ['도시며', 2, '며'],
    ['우한며', 2, null],
    ['우한이었다', 2, '이었다'],
    ['도시였다', 2, '였다'],
    ['우한였다', 2, null],
    ['도시인', 2, '인'],
    ['경제적으로', 2, '적으로'],
    ['기업들에게는', 2, '들에게는'],
    ['기업들간의', 2, '들간의'],
    ['정부측은', 2, '측은'],
    ['우한뿐이다', 2, '뿐이다'],
    ['우한만으로도', 2, '만으로도'],
    ['CASA는', 4, '는'],
    ['CASA은', 4, null],
    ['GDP가', 3, '가'],
    ['APEC은', 4, '은'],
    ['KPO를 늘린다', 3, '를'],
    ['KPO을', 3, null],
    ['우한', 2, null],
    ['우한 은', 2, null],
    ['우한대학', 2, null],
    ['우한, 은', 2, null],
  ])('%s from %i: %s', (text, index, particle) => {
    const read = particle === null ? null : { particle, length: particle.length }
    expect(particleAfter(text, index)).toEqual(read)
  })

  it('knows a particle from a noun suffix', () => {
    expect([isParticle('들은', 'consonant'), isNounEnding('들은', 'consonant')]).toEqual([false, true])
    expect([isParticle('', 'vowel'), isNounEnding('', 'vowel')]).toEqual([false, false])
  })
})

describe('verbs made of nouns', () => {
  it.each(
    '하다 한다 했다 하고 하며 하는 한 할 함 해 해서 하여 하기 하면서 하도록 합니다 했으며 하였다 되다 된다 됐다 되는 된 되어 돼 되었다 시키다 시킨 시켜 시켰다 당하다 당했다 받은 받는'.split(
      ' ',
    ),
  )('%s', (tail) => {
    expect(isVerbTail(tail)).toBe(true)
  })

  it.each('에서 의 을 해역 하늘 한국 한국은 시 시장 함대 할인 하천 해외 받침 합의'.split(' '))(
    'not %s',
    (tail) => {
      expect(isVerbTail(tail)).toBe(false)
    },
  )
})

describe('name suffixes', () => {
  it.each([
    ['시', '시'],
    ['시에서도', '시'],
    ['시민들이', '시민'],
    ['시정부는', '시정부'],
    ['성의', '성'],
    ['대학', null],
    ['시설', null],
    ['', null],
  ])('%s: %s', (tail, suffix) => {
    expect(nameSuffix(tail)).toBe(suffix)
  })
})

describe('peeling', () => {
  it.each([
    ['우한시는', '우한시', '는'],
    ['우한시에서도', '우한시', '에서도'],
    ['우한으로부터의', '우한', '으로부터의'],
    ['기업들은', '기업', '들은'],
    ['경제적으로', '경제', '적으로'],
    ['도시이며', '도시', '이며'],
    ['CASA는', 'CASA', '는'],
    ['GDP가', 'GDP', '가'],
    ['5G를', '5G', '를'],
    ['2025년의', '2025년', '의'],
    ['물에서', '물', '에서'],
    ['상하이', '상하이', ''],
    ['국가', '국가', ''],
    ['효과', '효과', ''],
    ['회의', '회의', ''],
    ['회의는', '회의', '는'],
    ['고속도로', '고속도로', ''],
    ['민주주의', '민주주의', ''],
    ['민주주의의', '민주주의', '의'],
    ['전문가', '전문가', ''],
    ['발전했다', '발전했다', ''],
    ['추진하는', '추진하는', ''],
    ['추진하다', '추진하다', ''],
    ['되는', '되는', ''],
    ['지하는', '지하', '는'],
    ['경제', '경제', ''],
    ['은', '은', ''],
    ['', '', ''],
  ])('%s = %s + %s', (eojeol, stem, particle) => {
    expect(peelParticles(eojeol)).toEqual({ stem, particle })
  })

  it('loses no letter', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[가-힣A-Z0-9]{0,12}$/), (eojeol) => {
        const { stem, particle } = peelParticles(eojeol)
        expect(stem + particle).toBe(eojeol)
        if (eojeol !== '') expect(stem).not.toBe('')
      }),
      { seed: 3, numRuns: 500 },
    )
  })
})
