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

const readAll = (text: string) => {
  const told: string[] = []
  const units: UnitEntry[] = []
  createXliffReader({
    fileName: 'x.xlf',
    onUnit: (unit) => units.push(unit),
    onNotice: ({ code, line, column }) => told.push(`${code} ${line}:${column}`),
  }).write(text)
  return { told, units: units.map(({ source, target, line, column }) => [source, target, line, column]) }
}

test('proposals of other tools are none of its units', () => {
  const old = v12(
    '<trans-unit id="1"><source>항구</source><target>port</target><alt-trans match-quality="80"><source>항만</source><target>harbour</target></alt-trans></trans-unit>',
  )
  expect(readAll(old).units).toEqual([['항구', 'port', 2, 1]])
  const later =
    '<xliff version="2.0" srcLang="ko" trgLang="en"><file id="f"><unit id="u"><mtc:matches xmlns:mtc="urn:oasis:names:tc:xliff:matches:2.0"><mtc:match ref="#m"><source>항만</source><target>harbour</target></mtc:match></mtc:matches>\n  <segment\n id="s"><source>항구</source><target>port</target></segment><ignorable><source> </source><target> </target></ignorable></unit></file></xliff>'
  expect(readAll(later).units).toEqual([['항구', 'port', 2, 3]])
})

test('other languages are told with their place, and costs nobody else', () => {
  const other = v12(
    '  <trans-unit id="1"><source>港口</source><target>port</target></trans-unit>',
    'zh-CN',
    'en',
  )
  expect(readAll(other)).toEqual({ told: ['no-source 2:3'], units: [] })
})

test('what mqxliff and sdlxliff say besides is passed over', () => {
  const sdl =
    '<xliff xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0" version="1.2"><doc-info xmlns="http://sdl.com/FileTypes/SdlXliff/1.0"><cmt-defs><cmt-def id="c"/></cmt-defs></doc-info><file source-language="ko-KR" target-language="en-US"><header><reference><internal-file form="base64">UEsDBBQ=</internal-file></reference><sdl:filetype-info/></header><body>\n' +
    '<group><trans-unit id="a"><source><g id="0">하나. 둘. 셋.</g></source><seg-source><g id="0"><mrk mtype="seg" mid="1">하나.</mrk> <mrk mtype="seg" mid="2">둘.</mrk> <mrk mtype="seg" mid="3">셋.</mrk></g></seg-source><target><g id="0"><mrk mtype="seg" mid="1">One.</mrk> <mrk mtype="seg" mid="2"><mrk mtype="x-sdl-comment" sdl:cid="c">Two.</mrk></mrk> <mrk mtype="seg" mid="3"/></g></target><sdl:seg-defs><sdl:seg id="1" conf="Translated"><sdl:prev-origin/></sdl:seg></sdl:seg-defs></trans-unit></group></body></file></xliff>'
  expect(readAll(sdl).units).toEqual([
    ['하나.', 'One.', 2, 8],
    ['둘.', 'Two.', 2, 8],
  ])
  const mq =
    '<xliff version="1.2" xmlns:mq="MQXliff"><file source-language="ko" target-language="en-us"><header><mq:docinformation/></header><body>\n<trans-unit id="1" mq:status="ManuallyConfirmed"><source xml:space="preserve">항구<bpt id="1">{}</bpt>다<ept id="1">{}</ept></source><target xml:space="preserve">It is a port<ph id="1">&lt;br&gt;</ph></target><mq:minorversions><mq:historical-unit><source>옛 원문</source><target>Old</target></mq:historical-unit></mq:minorversions><mq:insertedmatch><source>남의 것</source><target>Another’s</target></mq:insertedmatch></trans-unit></body></file></xliff>'
  expect(readAll(mq).units).toEqual([['항구다', 'It is a port', 2, 1]])
})

test('entities that are declared are refused with their place', () => {
  const text = '<?xml version="1.0"?>\n<!DOCTYPE xliff [\n  <!ENTITY a "b">\n]><xliff version="1.2"/>'
  expect(() => readAll(text)).toThrow(
    expect.objectContaining({ details: { fileName: 'x.xlf', line: 3, column: 3 } }) as FormatError,
  )
})
