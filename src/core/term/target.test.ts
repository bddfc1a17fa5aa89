import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { replaceTarget } from './replaceTarget.ts'
import { targetCases } from './target.cases.ts'
import { findTarget, renderingOf } from './target.ts'

describe('where a translation stands', () => {
  it('in the written cases: at least 98 % are found, and at least 98 % of what is found is right', () => {
    expect(targetCases.length).toBeGreaterThanOrEqual(150)
    let [right, found, wanted] = [0, 0, 0]
    const wrong: string[] = []
    for (const { target, text, expected } of targetCases) {
      const places = findTarget(text, target).map(({ start, end }) => ({ start, end }))
      const good = places.filter((place) =>
        expected.some(({ start, end }) => start === place.start && end === place.end),
      )
      right += good.length
      found += places.length
      wanted += expected.length
      if (good.length < expected.length || places.length > good.length)
        wrong.push(
          `${target} | ${text} → ${places.map(({ start, end }) => text.slice(start, end)).join(', ')}`,
        )
    }
    const [precision, recall] = [right / found, right / wanted]
    console.log(
      `translations in texts: ${targetCases.length} cases, ${wanted} places, precision ${precision.toFixed(4)}, ` +
        `recall ${recall.toFixed(4)}${wrong.map((line) => `\n  ${line}`).join('')}`,
    )
    expect(precision).toBeGreaterThanOrEqual(0.98)
    expect(recall).toBeGreaterThanOrEqual(0.98)
  })

  it.each([
    ['joint laboratory', 'a joint laboratory', 'same'],
    ['joint laboratory', 'Joint Laboratory', 'case'],
    ['joint laboratory', 'joint laboratories', 'inflected'],
    ['high-speed rail', 'high speed rail', 'hyphenated'],
    ['labor', 'labour', 'inflected'],
  ])('%s in “%s”: %s', (target, text, form) => {
    expect(findTarget(text, target).map((place) => place.form)).toEqual([form])
  })

  it('of nothing, or of signs alone, is nowhere', () => {
    expect(findTarget('', 'Wuhan')).toEqual([])
    expect(findTarget('Wuhan — !', '—')).toEqual([])
    expect(findTarget('Wuhan', '')).toEqual([])
  })

  it('is found as often as it was put between other words', () => {
    const words = fc.array(fc.constantFrom('the', 'river', 'and', 'Nanjing', '5.5', 'percent,'), {
      maxLength: 5,
    })
    fc.assert(
      fc.property(
        fc.array(words, { minLength: 1, maxLength: 5 }),
        fc.constantFrom('Wuhan', 'joint lab'),
        (parts, target) => {
          const text = parts.map((part) => part.join(' ')).join(` ${target} `)
          const places = findTarget(text, target)
          expect(places.map(({ start, end }) => text.slice(start, end))).toEqual(
            parts.slice(1).map(() => target),
          )
        },
      ),
      { seed: 51, numRuns: 300 },
    )
  })
})

describe('which of several translations stand there', () => {
  const terms = [
    { id: 1, target: 'Hubei Province' },
    { id: 2, target: 'Hubei' },
    { id: 3, target: 'Hupeh' },
  ]
  it.each([
    ['Hubei Province grew.', [1]],
    ['Hubei grew.', [2]],
    ['Hubei Province grew, Hubei said.', [1, 2]],
    ['Hupeh, now Hubei', [2, 3]],
    ['Hunan grew.', []],
  ])('%s', (text, ids) => {
    expect(renderingOf(text, terms).map(({ termId }) => termId)).toEqual(ids)
  })
})

describe('a translation replaced everywhere', () => {
  it.each([
    ['joint laboratory', 'joint lab', 'The joint laboratory opened.', 'The joint lab opened.'],
    ['joint laboratory', 'joint lab', 'Joint laboratories opened.', 'Joint labs opened.'],
    ['joint laboratory', 'joint lab', 'The Joint Laboratory of Wuhan', 'The Joint Lab of Wuhan'],
    ['joint laboratory', 'centre of excellence', 'The Joint Laboratory', 'The Centre of Excellence'],
    ['joint laboratory', 'centre of excellence', 'two joint laboratories', 'two centres of excellence'],
    ['company', 'enterprise', 'a company’s sales', 'an enterprise’s sales'],
    ['enterprise', 'company', 'An enterprise grew.', 'A company grew.'],
    ['company', 'hourly business', 'a company', 'an hourly business'],
    ['company', 'European firm', 'a company', 'a European firm'],
    ['office', 'SOE', 'an office', 'an SOE'],
    ['company', 'SOE', 'companies', 'SOEs'],
    ['promote', 'boost', 'promoted growth', 'boosted growth'],
    ['promote', 'grow', 'promoted growth and is promoting it', 'grew growth and is growing it'],
    ['economic growth', 'growth of the economy', 'ECONOMIC GROWTH', 'GROWTH OF THE ECONOMY'],
    ['Peking', 'Beijing', 'Peking’s mayor, of Peking', 'Beijing’s mayor, of Beijing'],
    ['the State Council', 'the Cabinet', 'the State Council met', 'the Cabinet met'],
    ['State Council', 'the Cabinet', 'the State Council met', 'the Cabinet met'],
    ['port', 'harbour', 'reports of a port', 'reports of a harbour'],
    ['Wuhan', 'Wuhan City', 'Wuhan City and Wuhan', 'Wuhan City and Wuhan City'],
    [
      'laboratory',
      'joint laboratory',
      'a joint laboratory, one laboratory',
      'a joint laboratory, one joint laboratory',
    ],
    ['laboratory', 'institute', 'Group A laboratory', 'Group A institute'],
    ['laboratory', 'institute', 'A laboratory opened', 'An institute opened'],
    ['laboratory', 'institute', 'It did. A laboratory opened', 'It did. An institute opened'],
    ['worry', 'concern', 'The worries grew.', 'The concerns grew.'],
    ['worry', 'concern', 'It worries us, worried us.', 'It concerns us, concerned us.'],
    ['worry', 'source of concern', 'Two worries remain.', 'Two sources of concern remain.'],
    ['worry', 'cause concern', 'It worries us.', 'It causes concern us.'],
    ['concern', 'worry', 'concerns, concerned', 'worries, worried'],
    ['component supplier', 'parts maker', 'components suppliers', 'parts makers'],
    ['component supplier', 'parts maker', 'a components supplier', 'a parts maker'],
    ['component supplier', 'parts maker', 'component suppliers', 'parts makers'],
    ['component supplier', 'parts maker', 'the firm’s components supplier', 'the firm’s parts maker'],
    ['boost demand', 'raise domestic demand', 'China boosts demand', 'China raises domestic demand'],
    ['carry out', 'conduct', 'carries out, carrying out', 'conducts, conducting'],
    ['semiconductors', 'chips', 'the semiconductor industry', 'the chip industry'],
    ['semiconductors', 'ICs', 'the semiconductor industry', 'the IC industry'],
    ['companies', 'SOE', 'one company', 'one SOE'],
    ['imports and exports', 'foreign trade', 'imports & exports', 'foreign trade'],
    ['city', 'town', 'CITY, City, city, Cities', 'TOWN, Town, town, Towns'],
    ['city', 'town', 'CITIES', 'TOWNS'],
    ['City Hall', 'Town Hall', 'CITY HALL of City Hall', 'TOWN HALL of Town Hall'],
    ['GDP', 'gross domestic product', 'GDP grew', 'gross domestic product grew'],
    ['SOE', 'state-owned enterprise', 'SOEs grew', 'state-owned enterprises grew'],
    ['joint lab', 'joint laboratory', 'Joint lab opened.', 'Joint laboratory opened.'],
    ['joint lab', 'joint laboratory', 'The Joint Lab opened.', 'The Joint Laboratory opened.'],
    ['laboratory', 'joint lab', 'At the Laboratory of Wuhan', 'At the Joint Lab of Wuhan'],
    [
      'laboratory',
      'joint lab',
      'Laboratory opened. Laboratory closed.',
      'Joint lab opened. Joint lab closed.',
    ],
    ['Wuhan', 'Wuhan', 'Wuhan', 'Wuhan'],
    ['Wuhan', 'Nanjing', 'nothing here', 'nothing here'],
  ])('%s → %s in “%s”', (from, to, text, expected) => {
    const replaced = replaceTarget(text, from, to)
    expect(replaced.text).toBe(expected)
    expect(replaceTarget(expected, to, to).text).toBe(expected)
    // What lies between the places is as it was.
    let [at, newAt] = [0, 0]
    for (const { start, end, newStart, newEnd } of replaced.places) {
      expect(replaced.text.slice(newAt, newStart)).toBe(text.slice(at, start))
      ;[at, newAt] = [end, newEnd]
    }
    expect(replaced.text.slice(newAt)).toBe(text.slice(at))
  })
})
