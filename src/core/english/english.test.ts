import { describe, expect, it } from 'vitest'
import { pluralOf, singularOf } from './plural.ts'
import { americanSpelling } from './spelling.ts'
import { verbForm } from './verb.ts'

describe('plurals', () => {
  it.each(
    (
      'laboratory laboratories, city cities, company companies, business businesses, tax taxes, branch branches, ' +
      'analysis analyses, crisis crises, woman women, spokesman spokesmen, half halves, criterion criteria, day days, ' +
      'cargo cargoes, tech techs, person people, index indices, growth growths, zone zones, bus buses'
    )
      .split(', ')
      .map((pair) => pair.split(' ') as [string, string]),
  )('%s, %s', (one, many) => {
    expect(pluralOf(one)).toBe(many)
    expect(singularOf(many)).toBe(one)
  })
  it.each(['yuan', 'won', 'aircraft', 'headquarters'])('%s has none of its own', (word) => {
    expect(pluralOf(word)).toBe(word)
    expect(singularOf(word)).toBeNull()
  })
  it.each(['business', 'gas', 'process', 'is', 'human'])('%s is no plural', (word) => {
    expect(singularOf(word)).toBeNull()
  })
  it('of human is not humen', () => {
    expect(pluralOf('human')).toBe('humans')
  })
})

describe('verbs', () => {
  it.each([
    ['promote', 'promotes', 'promoted', 'promoted', 'promoting'],
    ['plan', 'plans', 'planned', 'planned', 'planning'],
    ['commit', 'commits', 'committed', 'committed', 'committing'],
    ['carry', 'carries', 'carried', 'carried', 'carrying'],
    ['grow', 'grows', 'grew', 'grown', 'growing'],
    ['rise', 'rises', 'rose', 'risen', 'rising'],
    ['lead', 'leads', 'led', 'led', 'leading'],
    ['say', 'says', 'said', 'said', 'saying'],
    ['set', 'sets', 'set', 'set', 'setting'],
    ['go', 'goes', 'went', 'gone', 'going'],
    ['lie', 'lies', 'lied', 'lied', 'lying'],
    ['agree', 'agrees', 'agreed', 'agreed', 'agreeing'],
    ['develop', 'develops', 'developed', 'developed', 'developing'],
    ['invest', 'invests', 'invested', 'invested', 'investing'],
    ['deploy', 'deploys', 'deployed', 'deployed', 'deploying'],
    ['expand', 'expands', 'expanded', 'expanded', 'expanding'],
  ] as const)('%s', (base, third, past, participle, ing) => {
    expect([
      verbForm(base, 'third'),
      verbForm(base, 'past'),
      verbForm(base, 'participle'),
      verbForm(base, 'ing'),
    ]).toEqual([third, past, participle, ing])
  })
})

describe('spelling', () => {
  it.each(
    (
      'labour labor, neighbouring neighboring, centre center, centres centers, modernisation modernization, analyse analyze, ' +
      'defence defense, programme program, organised organized, travelled traveled, grey gray, aluminium aluminum'
    )
      .split(', ')
      .map((pair) => pair.split(' ') as [string, string]),
  )('%s is compared as %s', (british, american) => {
    expect(americanSpelling(british)).toBe(american)
    expect(americanSpelling(american)).toBe(american)
  })
  it.each([
    'enterprise',
    'rise',
    'revised',
    'advise',
    'four',
    'hour',
    'tour',
    'promise',
    'raised',
    'disease',
    'precise',
  ])('%s stays', (word) => {
    expect(americanSpelling(word)).toBe(word)
  })
})
