import { expect, test } from 'vitest'
import { namedWorkspace, workspacePath, type Surroundings } from './workspacePath.ts'

test.each<[string[], string | null]>([
  [['--workspace', '/w/a.naranhi'], '/w/a.naranhi'],
  [['.', '--workspace', 'a.naranhi'], '/here/a.naranhi'],
  [['--workspace=b'], '/here/b'],
  [['out/main/index.js', 'c.naranhi'], '/here/c.naranhi'],
  [['--flag', 'x.txt'], null],
  [['--workspace'], null],
  [[], null],
])('%j names %s', (argv, path) => expect(namedWorkspace(argv, '/here')).toBe(path))

const around: Surroundings = { argv: [], workingFolder: '/here', env: {}, platform: 'linux', home: '/home/a' }
test.each<[Partial<Surroundings>, string]>([
  [{}, '/home/a/.local/share/naranhi/naranhi.naranhi'],
  [{ env: { XDG_DATA_HOME: '/data' } }, '/data/naranhi/naranhi.naranhi'],
  [{ env: { XDG_DATA_HOME: 'data' } }, '/home/a/.local/share/naranhi/naranhi.naranhi'],
  [{ env: { NARANHI_WORKSPACE: 'w.naranhi' } }, '/here/w.naranhi'],
  [{ env: { NARANHI_WORKSPACE: '/x' }, argv: ['--workspace', '/y'] }, '/y'],
  [{ platform: 'darwin' }, '/home/a/Library/Application Support/Naranhi/naranhi.naranhi'],
  [{ platform: 'win32', env: { APPDATA: '/roaming' } }, '/roaming/Naranhi/naranhi.naranhi'],
])('%j opens %s', (change, path) => expect(workspacePath({ ...around, ...change })).toBe(path))
