import fc from 'fast-check'
import { expect, test } from 'vitest'
import { firstWord, ghostRest } from './ghostRest.ts'

test.each([
  ['Wuhan opens a line.', '', 'Wuhan opens a line.'],
  ['Wuhan opens a line.', 'Wuhan op', 'ens a line.'],
  ['Wuhan opens a line.', 'Wuhan opens ', 'a line.'],
  ['Wuhan opens a line.', 'wuhan', null],
  ['Wuhan opens a line.', 'Wuhan has', null],
  ['Wuhan opens a line.', 'Wuhan opens a line.', null],
  ['', '', null],
])('of “%s” behind “%s” stands %j', (offered, written, rest) => {
  expect(ghostRest(offered, written)).toBe(rest)
})

test.each([
  ['Wuhan opens', 'Wuhan'],
  [' opens a line', ' opens'],
  ['ens a', 'ens'],
  ['2.4 trillion yuan ($330 billion),', '2.4'],
  [' ($330 billion),', ' ($330'],
  ['line.', 'line.'],
  [' ', ' '],
])('the first word of “%s” is “%s”', (rest, word) => {
  expect(firstWord(rest)).toBe(word)
})

test('taken word by word, the whole text stands there', () => {
  const texts = fc.stringMatching(/^[a-z ,.]{1,40}$/)
  fc.assert(
    fc.property(texts, (offered) => {
      let written = ''
      for (let rest = ghostRest(offered, written); rest !== null; rest = ghostRest(offered, written))
        written += firstWord(rest)
      expect(written).toBe(offered)
    }),
    { seed: 4 },
  )
})
