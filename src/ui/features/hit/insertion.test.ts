import { expect, test } from 'vitest'
import { spacedInsertion } from './insertion.ts'

const inserted = (marked: string, text: string): string => {
  const [before = '', after = ''] = marked.split('|')
  const { lead, trail } = spacedInsertion(before, text, after)
  return `${before}${lead}${text}${trail}${after}`
}

test.each([
  ['In|', 'In United States'],
  ['In |', 'In United States'],
  ['|', 'United States'],
  ['|and China', 'United States and China'],
  ['in the | and', 'in the United States and'],
  ['(|)', '(United States)'],
  ['“|”', '“United States”'],
  ['China,|', 'China, United States'],
  ['anti-|', 'anti-United States'],
  ['China/|', 'China/United States'],
  ['the|, which', 'the United States, which'],
  ['the|’s', 'the United States’s'],
  ['the |.', 'the United States.'],
  ['up 5%|of', 'up 5% United States of'],
  ['he said.”|', 'he said.” United States'],
])('%s', (marked, expected) => {
  expect(inserted(marked, 'United States')).toBe(expected)
})
