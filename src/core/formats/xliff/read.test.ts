import { expect, test } from 'vitest'
import { FormatError } from '../failure.ts'
import type { UnitEntry } from '../unit.ts'
import { createXliffReader } from './read.ts'

const read = (text: string, piece = text.length) => {
  const units: UnitEntry[] = []
  const reader = createXliffReader({
    fileName: 'x.xlf',
    onUnit: (unit) => units.push(unit),
    onNotice: () => undefined,
  })
  for (let at = 0; at < text.length; at += piece) reader.write(text.slice(at, at + piece))
  reader.close()
  return units.map(({ source, target, note, line }) => [source, target, note, line])
}
const v12 = (body: string, from = 'ko-KR', to = 'en-US'): string =>
  `<xliff version="1.2"><file source-language="${from}" target-language="${to}"><body>\n${body}</body></file></xliff>`

test.each([
  [
    '1.2, with a note and what is not translated',
    v12(
      '<trans-unit id="1"><source>우한 <g id="1">시</g><x id="2"/></source><target state="final">Wuhan</target><note>확인</note></trans-unit>\n<trans-unit id="2"><source>나</source></trans-unit>',
    ),
    [['우한 시', 'Wuhan', '확인', 2]],
  ],
  [
    'segments of a tool',
    v12(
      '<trans-unit id="1"><source>하나. 둘.</source><seg-source><mrk mtype="seg" mid="1">하나.</mrk> <mrk mtype="seg" mid="2">둘.</mrk></seg-source><target><mrk mtype="seg" mid="1">One.</mrk> <mrk mtype="seg" mid="2"><g id="4">Two</g>.</mrk></target></trans-unit>',
    ),
    [
      ['하나.', 'One.', '', 2],
      ['둘.', 'Two.', '', 2],
    ],
  ],
  [
    'the other direction',
    v12('<trans-unit id="1"><source>Wuhan</source><target>우한</target></trans-unit>', 'en', 'ko'),
    [['우한', 'Wuhan', '', 2]],
  ],
  [
    '2.1',
    '<xliff version="2.1" srcLang="ko" trgLang="en"><file id="f"><unit id="u"><notes><note>메모</note></notes>\n<segment><source>가<ph id="1"/></source><target>A</target></segment><segment><source>나</source><target>B</target></segment></unit></file></xliff>',
    [
      ['가', 'A', '메모', 2],
      ['나', 'B', '메모', 2],
    ],
  ],
])('%s', (_, text, expected) => {
  expect(read(text)).toEqual(expected)
  expect(read(text, 5)).toEqual(expected)
})

test.each([
  ['another root', '<html/>', 'unknown-format'],
  ['cut off', v12('<trans-unit>').slice(0, 80), 'malformed'],
])('refuses %s', (_, text, code) => {
  expect(() => read(text)).toThrow(expect.objectContaining({ code }) as FormatError)
})
