import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'

// The plan of the house is held by the compiler. Each case puts one wrong import into a room and asks for the error.
const root = join(import.meta.dirname, '../..')
const written: string[] = []

const compile = (room: string, source: string): string => {
  const file = join(root, room, `wrong-import-${process.pid}.ts`)
  const config = join(root, 'out', `rooms-${process.pid}-${room.replaceAll('/', '-')}.json`)
  mkdirSync(join(root, 'out'), { recursive: true })
  writeFileSync(file, source)
  // The room's own settings and references; only the file list is cut to the one under test.
  writeFileSync(
    config,
    JSON.stringify({ extends: join(root, room, 'tsconfig.json'), files: [file], include: [] }),
  )
  written.push(file, config)
  try {
    execFileSync(
      process.execPath,
      [
        join(root, 'node_modules/typescript/bin/tsc'),
        '-p',
        config,
        '--noEmit',
        '--incremental',
        'false',
        '--composite',
        'false',
      ],
      { encoding: 'utf8', stdio: 'pipe' },
    )
    return ''
  } catch (error) {
    return (error as { stdout: string }).stdout
  } finally {
    rmSync(file, { force: true })
    rmSync(config, { force: true })
  }
}

afterAll(() => {
  for (const file of written) rmSync(file, { force: true })
})

describe('a wrong import is a compile error', () => {
  test.each([
    ['window in core', 'src/core', 'export const width = window.innerWidth', /Cannot find name 'window'/],
    [
      'a file system in core',
      'src/core',
      "import { readFileSync } from 'node:fs'\nexport const x = readFileSync",
      /Cannot find (module|name) 'node:fs'/,
    ],
    ['process in core', 'src/core', 'export const here = process.cwd()', /Cannot find name 'process'/],
    ['a timer in core', 'src/core', 'setTimeout(() => undefined, 1)', /Cannot find name 'setTimeout'/],
    [
      'the contract in core',
      'src/core',
      "import { AppError } from '#contract/error.ts'\nexport const x = AppError",
      /TS6307|TS6059|rootDir|not listed/,
    ],
    [
      'the database in the window',
      'src/ui',
      "import Database from 'better-sqlite3'\nexport const x = Database",
      /not a module|no default export/,
    ],
    [
      'the file system in the window',
      'src/ui',
      "import { readFileSync } from 'node:fs'\nexport const x = readFileSync",
      /Cannot find (module|name) 'node:fs'/,
    ],
    [
      'the engine in the window',
      'src/ui',
      "import { MAX_UPLOAD } from '#engine/engine.ts'\nexport const x = MAX_UPLOAD",
      /TS6307|TS6059|rootDir|not listed/,
    ],
    [
      'electron in the command line',
      'src/hosts/cli',
      "import { app } from 'electron'\nexport const x = app",
      /not a module|no exported member/,
    ],
    [
      'electron in the engine',
      'src/engine',
      "import { app } from 'electron'\nexport const x = app",
      /not a module|no exported member/,
    ],
    [
      'the window in the engine',
      'src/engine',
      'export const width = window.innerWidth',
      /Cannot find name 'window'/,
    ],
  ])('%s', (_name, room, source, expected) => {
    expect(compile(room, source)).toMatch(expected)
  })

  test('and a right one is none', () => {
    expect(compile('src/core', 'export const three: number = [1, 2, 3].length\n')).toBe('')
  })
})
