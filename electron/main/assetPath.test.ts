import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { assetSegments, findAsset, mediaType } from './assetPath.ts'

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'naranhi-assets-')))
const root = join(folder, 'renderer')
beforeAll(() => {
  mkdirSync(join(root, 'assets'), { recursive: true })
  mkdirSync(join(folder, 'renderer-other'))
  for (const file of ['index.html', 'assets/a-1_b.js', 'assets/가.txt', '.hidden'])
    writeFileSync(join(root, file), 'x')
  writeFileSync(join(folder, 'secret.txt'), 'x')
  writeFileSync(join(folder, 'renderer-other', 'secret.txt'), 'x')
  symlinkSync(join(folder, 'secret.txt'), join(root, 'link.txt'))
  symlinkSync(folder, join(root, 'up'))
  symlinkSync(join(folder, 'renderer-other'), join(root, 'other'))
  symlinkSync(join(root, 'index.html'), join(root, 'inside.html'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test.each([
  ['/', 'index.html'],
  ['/index.html', 'index.html'],
  ['/assets/a-1_b.js', 'assets/a-1_b.js'],
  ['/assets/%EA%B0%80.txt', 'assets/가.txt'],
  ['/inside.html', 'index.html'],
])('%s is %s', async (path, file) => expect(await findAsset(root, path)).toBe(join(root, file)))

test.each([
  '',
  'index.html',
  '/../secret.txt',
  '/assets/../../secret.txt',
  '/%2e%2e/secret.txt',
  '/..%2fsecret.txt',
  '/%2e%2e%2fsecret.txt',
  '/%252e%252e/secret.txt',
  '/..%5csecret.txt',
  '/..\\secret.txt',
  '/assets\\a-1_b.js',
  '/index.html%00',
  '/index.html\u0000.js',
  '/%00',
  '/%',
  '/%ff',
  '//index.html',
  '/assets//a-1_b.js',
  '/assets/',
  '/assets',
  '/./index.html',
  '/.hidden',
  '/index.html::$DATA',
  '/C:/secret.txt',
  '/link.txt',
  '/up/secret.txt',
  '/other/secret.txt',
  '/none.js',
])('%j is nothing', async (path) => expect(await findAsset(root, path)).toBeNull())

test('segments and media types', () => {
  expect(assetSegments('/assets/x.js')).toEqual(['assets', 'x.js'])
  expect(mediaType('/a/b.JS')).toBe('text/javascript; charset=utf-8')
  expect(mediaType('b.unknown')).toBe('application/octet-stream')
})
