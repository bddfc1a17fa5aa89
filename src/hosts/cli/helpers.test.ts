import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AppError } from '#contract/error.ts'
import { workspacePath } from '../web/paths.ts'
import { articleId, articleIds, portNumber } from './arguments.ts'
import { stateOfBuild } from './built.ts'
import { findElectron, hasDisplay } from './desktop.ts'
import { report } from './failure.ts'
import { decodeUtf8, readNumberedLines } from './numbered.ts'
import { setTable } from './table.ts'
import { cutTo, padEnd, printable, widthOf } from './width.ts'

const refusal = (work: () => unknown): AppError => {
  try {
    work()
  } catch (error) {
    if (error instanceof AppError) return error
    throw error
  }
  throw new Error('nothing was refused')
}

describe('lines of number, tab and text', () => {
  test('are read with their places; further tabs, CRLF, BOM and empty lines are no matter', () => {
    expect(readNumberedLines('\ufeff2\tB\tb\r\n\r\n1\t 가 \n3\t', 't.tsv', 3)).toEqual([
      { line: 1, number: 2, text: 'B\tb' },
      { line: 3, number: 1, text: ' 가 ' },
      { line: 4, number: 3, text: '' },
    ])
  })
  test.each([
    ['no tab', '1\tA\n2 B', 2, 1, /no tab/],
    ['no number', 'x\tA', 1, 1, /“x” is not/],
    ['an empty number', '1\tA\n\tB', 2, 1, /is not the number/],
    ['a signed number', '-1\tA', 1, 1, /is not the number/],
    ['a fraction', '1.5\tA', 1, 1, /is not the number/],
    ['fullwidth digits', '１\tA', 1, 1, /is not the number/],
    ['nought', '0\tA', 1, 1, /no number 0/],
    ['past the end', '\n\n4\tA', 3, 1, /3 paragraphs and no number 4/],
    ['a number that comes twice', '1\tA\n2\tB\n1\tC', 3, 1, /line 1 already/],
    ['NUL', '12\tA\0', 1, 5, /NUL/],
    ['a line separator', '1\tab\u2028c', 1, 5, /line break/],
    ['a carriage return inside', '1\ta\rb', 1, 4, /line break/],
    ['half a character', '1\t\ud83d!', 1, 3, /half of a character/],
    ['too long', `1\t${'a'.repeat(100_001)}`, 1, 100_003, /at most/],
  ])('%s is refused with its place', (_, content, line, column, message) => {
    const { details, message: said } = refusal(() =>
      readNumberedLines(content, 't.tsv', content.startsWith('12') ? 12 : 3),
    )
    expect(details).toMatchObject({ file: 't.tsv', line, column })
    expect(said).toMatch(message)
  })
  test('a file of nothing is refused', () => {
    expect(refusal(() => readNumberedLines(' \n\n', 't.tsv', 3)).code).toBe('nothing-to-import')
  })
  test.each([
    ['at the start', [0xff, 0x31], 1, 1, 0],
    ['in the second line', [0x31, 0x0a, 0xea, 0xb0, 0x80, 0xc0], 2, 2, 5],
    ['cut off', [0x31, 0x09, 0xea, 0xb0], 1, 3, 2],
    ['after a real replacement character', [0xef, 0xbf, 0xbd, 0xff], 1, 2, 3],
  ])('wrong UTF-8 %s is named with its place', (_, bytes, line, column, byteOffset) => {
    const { code, details } = refusal(() => decodeUtf8(new Uint8Array(bytes), 't.tsv'))
    expect([code, details]).toEqual(['file-undecodable', { file: 't.tsv', line, column, byteOffset }])
  })
})

describe('widths', () => {
  test.each([
    ['Wuhan', 5],
    ['우한시', 6],
    ['우한시', 6],
    ['e\u0301', 1],
    ['２０', 4],
    ['…“’', 3],
    ['武漢、', 6],
    ['', 0],
  ])('%j takes %i columns', (text, columns) => expect(widthOf(text)).toBe(columns))
  test.each([
    ['우한시', 6, '우한시'],
    ['우한시', 5, '우한…'],
    ['우한시', 4, '우…'],
    ['Wuhan', 3, 'Wu…'],
  ])('%s cut to %i', (text, columns, cut) => expect(cutTo(text, columns)).toBe(cut))
  test('what is cut or padded never takes more or less', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 40 }), (text, columns) => {
        expect(widthOf(cutTo(text, columns))).toBeLessThanOrEqual(columns)
        expect(widthOf(padEnd(text, columns))).toBe(Math.max(columns, widthOf(text)))
      }),
      { seed: 7 },
    )
  })
  test('text cannot steer the terminal', () => {
    expect(printable('a\u001b[2Jb\u0007\u202ec\n\t가')).toBe('a�[2Jb��c\n\t가')
  })
})

describe('tables', () => {
  const rows = [
    { id: 1, title: '우한시 공동 실험실' },
    { id: 12, title: 'Wuhan' },
  ]
  const spec = [
    { title: 'ID', of: ({ id }: (typeof rows)[0]) => id },
    { title: 'TITLE', of: ({ title }: (typeof rows)[0]) => title, flexible: true as const },
    { title: 'N', of: () => 3 },
  ]
  test('numbers stand to the right, Korean takes its room', () => {
    expect(setTable(rows, spec, null)).toBe(
      'ID  TITLE               N\n 1  우한시 공동 실험실  3\n12  Wuhan               3\n',
    )
  })
  test('a narrow terminal shortens what may be shortened', () => {
    expect(setTable(rows, spec, 21)).toBe(
      'ID  TITLE           N\n 1  우한시 공동 …   3\n12  Wuhan           3\n',
    )
  })
})

describe('arguments', () => {
  test.each(['0', '-1', '1.5', 'x', '', '１', '1e3', '99999999999999999999'])('%j names no article', (text) =>
    expect(() => articleId(text)).toThrow(/An article is named by its number/),
  )
  test('articles gather', () => expect(articleIds('7', articleIds('3', undefined))).toEqual([3, 7]))
  test.each([
    ['0', 0],
    ['65535', 65_535],
  ])('port %s', (text, port) => expect(portNumber(text)).toBe(port))
  test('a port past the last', () => expect(() => portNumber('65536')).toThrow())
})

test.each([
  ['linux', {}, '/home/u/.local/share/naranhi/naranhi.naranhi'],
  ['linux', { XDG_DATA_HOME: '/data' }, '/data/naranhi/naranhi.naranhi'],
  ['linux', { XDG_DATA_HOME: 'data' }, '/home/u/.local/share/naranhi/naranhi.naranhi'],
  ['darwin', {}, '/home/u/Library/Application Support/Naranhi/naranhi.naranhi'],
  ['win32', { APPDATA: '/roaming' }, '/roaming/Naranhi/naranhi.naranhi'],
  ['linux', { NARANHI_WORKSPACE: '/w/a.naranhi' }, '/w/a.naranhi'],
  ['linux', { NARANHI_WORKSPACE: '' }, '/home/u/.local/share/naranhi/naranhi.naranhi'],
] as const)('the workspace on %s with %j', (platform, env, path) => {
  expect(workspacePath(undefined, { platform, home: '/home/u', env })).toBe(path)
  expect(workspacePath('named', { platform, home: '/home/u', env })).toBe('named')
})

describe('errors', () => {
  const said = (error: AppError, json = false) => {
    const lines = { out: '', err: '' }
    const io = {
      out: (text: string) => void (lines.out += text),
      err: (text: string) => void (lines.err += text),
      columns: null,
      progress: false,
    }
    return { code: report({ io, json }, error), ...lines }
  }
  test.each([
    [{ file: 'a.tsv', line: 3, column: 14 }, 'naranhi: a.tsv:3:14: Bad.\n'],
    [{ path: '/x/a.txt', byteOffset: 9 }, 'naranhi: /x/a.txt, byte 9: Bad.\n'],
    [{ line: 3 }, 'naranhi: line 3: Bad.\n'],
    [{}, 'naranhi: Bad.\n'],
    [{ issues: [{ path: 'a.0', message: 'too big' }] }, 'naranhi: Bad.\n  a.0: too big\n'],
  ])('%j reads %j', (details, text) =>
    expect(said(new AppError('text-invalid', 'Bad.', details))).toEqual({ code: 1, out: '', err: text }),
  )
  test('as JSON, and interrupted', () => {
    const { code, out, err } = said(new AppError('cancelled', 'Stopped.'), true)
    expect([code, err, JSON.parse(out)]).toEqual([
      130,
      '',
      { error: { code: 'cancelled', message: 'Stopped.', details: {} } },
    ])
  })
})

describe('npm start', () => {
  const make = (files: Record<string, number>): string => {
    const root = mkdtempSync(join(tmpdir(), 'naranhi-start-'))
    for (const [path, age] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true })
      writeFileSync(join(root, path), path.endsWith('path.txt') ? 'electron' : '')
      utimesSync(join(root, path), age, age)
    }
    return root
  }
  const products = {
    'out/main/index.js': 100,
    'out/main/cli.js': 100,
    'out/preload/index.cjs': 100,
    'out/renderer/index.html': 100,
  }
  test.each([
    ['missing', { 'src/a.ts': 1 }],
    ['missing', { ...products, 'out/main/index.js': 100, 'src/a.ts': 1, 'out/main/cli.js': 0 }],
    ['fresh', { ...products, 'src/a.ts': 99, 'src/a.test.ts': 200 }],
    ['old', { ...products, 'src/deep/a.vue': 101 }],
    ['old', { ...products, 'package-lock.json': 101 }],
    ['fresh', products],
  ])('the build is %s: %#', (state, files) => {
    const root = make(files)
    if (state === 'missing') rmSync(join(root, 'out/main/cli.js'), { force: true })
    expect(stateOfBuild(root)).toBe(state)
    rmSync(root, { recursive: true })
  })
  test('Electron is there only with its binary', () => {
    const root = make({ 'node_modules/electron/path.txt': 1 })
    expect(findElectron(root)).toBeNull()
    mkdirSync(join(root, 'node_modules/electron/dist'))
    writeFileSync(join(root, 'node_modules/electron/dist/electron'), '')
    expect(findElectron(root)).toBe(join(root, 'node_modules/electron/dist/electron'))
    rmSync(root, { recursive: true })
  })
  test.each([
    ['linux', {}, false],
    ['linux', { DISPLAY: ':0' }, true],
    ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, true],
    ['darwin', {}, true],
    ['win32', {}, true],
  ] as const)('a display on %s with %j: %s', (platform, env, there) =>
    expect(hasDisplay(platform, env)).toBe(there),
  )
})
