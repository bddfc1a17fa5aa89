import { expect, test } from 'vitest'
import { markedParts } from './markedParts.ts'

const marked = (text: string, search: string) =>
  markedParts(text, search)
    .map((part) => (part.marked ? `[${part.text}]` : part.text))
    .join('')

test.each([
  ['General Administration of Customs', 'admin', 'General [Admin]istration of Customs'],
  ['General Administration of Customs', 'customs gen', '[Gen]eral Administration of [Customs]'],
  ['해관총서', '총서', '해관[총서]'],
  ['해관총서', 'ㅊㅅ', '해관[총서]'],
  ['해관총서', '해ㄱ', '[해관]총서'],
  ['해관총서', '세관', '해관총서'],
  ['aba', 'ab a', '[ab]a'],
  ['İstanbul 2', '2', 'İstanbul 2'],
  ['해관총서', ' ', '해관총서'],
])('%s, searched for %s', (text, search, expected) => {
  expect(marked(text, search)).toBe(expected)
  expect(
    markedParts(text, search)
      .map((part) => part.text)
      .join(''),
  ).toBe(text)
})
