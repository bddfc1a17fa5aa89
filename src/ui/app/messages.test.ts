import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { NOTICE_CODES } from '#core/formats/glossary.ts'
import { UNIT_NOTICE_CODES } from '#core/formats/unit.ts'
import { ERROR_CODES } from '#contract/error.ts'
import type { FeatureMessages } from './i18n.ts'

const features = join(import.meta.dirname, '../features')
const folders = readdirSync(features)

const load = async (folder: string): Promise<FeatureMessages> =>
  ((await import(join(features, folder, 'messages.ts'))) as { default: FeatureMessages }).default

const placeholders = (text: string) =>
  [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))].sort()

test('both languages say the same things with the same names to fill in', async () => {
  for (const folder of folders) {
    const files = readdirSync(join(features, folder))
    if (!files.includes('messages.ts')) continue
    const { en, ko } = await load(folder)
    expect(Object.keys(ko).sort(), folder).toEqual(Object.keys(en).sort())
    for (const key of Object.keys(en)) {
      expect(placeholders(ko[key] ?? ''), `${folder}.${key}`).toEqual(placeholders(en[key] ?? ''))
    }
  }
})

test('every key the window asks for is there', async () => {
  const known = new Set<string>()
  for (const folder of folders) {
    if (!readdirSync(join(features, folder)).includes('messages.ts')) continue
    for (const key of Object.keys((await load(folder)).en)) known.add(`${folder}.${key}`)
  }
  const files = readdirSync(join(features, '..'), { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.(vue|ts)$/.test(file),
  )
  const missing: string[] = []
  for (const file of files) {
    const text = readFileSync(join(features, '..', file), 'utf8')
    for (const [, key] of text.matchAll(/\bt\(\s*'([a-z]+\.[\w.-]+)'/g))
      if (key && !known.has(key)) missing.push(`${file}: ${key}`)
  }
  expect(missing).toEqual([])
})

test('every error a user can meet has its words', async () => {
  const { en } = await load('error')
  // A call nobody knows is a fault of the program, never of the user.
  const unsaid = ERROR_CODES.filter((code) => code !== 'unknown-call' && en[code] === undefined)
  expect(unsaid).toEqual([])
})

test.each([
  ['glossary', NOTICE_CODES],
  ['memories', UNIT_NOTICE_CODES],
])('%s: what can be told of a file has its sentence', async (folder, codes) => {
  const { en } = await load(folder)
  expect(codes.filter((code) => !Object.hasOwn(en, `notice.${code}`))).toEqual([])
})

/** Whether something in the sources asks for a key, by itself or as `feature.begins.${…}`. */
const askedFor = (sources: string) => {
  const whole = new Set([...sources.matchAll(/['"`]([a-z]+\.[\w.-]+)['"`]/gi)].map(([, key]) => key))
  const begun = [...sources.matchAll(/[`'"]([a-z]+\.[\w.-]*)\$\{/gi)].map(([, start]) => start ?? '')
  const named = [...sources.matchAll(/\$\{\w+\}\.([\w-]+)\./g)].map(([, part]) => `.${part ?? ''}.`)
  return (key: string) =>
    whole.has(key) || begun.some((start) => key.startsWith(start)) || named.some((part) => key.includes(part))
}

test('nothing is said that nobody asks for', async () => {
  const files = readdirSync(join(features, '..'), { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.(vue|ts)$/.test(file) && !/messages\.ts$|\.test\.ts$/.test(file),
  )
  const asked = askedFor(files.map((file) => readFileSync(join(features, '..', file), 'utf8')).join('\n'))
  const unused: string[] = []
  for (const folder of folders) {
    if (!readdirSync(join(features, folder)).includes('messages.ts')) continue
    for (const key of Object.keys((await load(folder)).en))
      if (folder !== 'error' && !asked(`${folder}.${key}`)) unused.push(`${folder}.${key}`)
  }
  expect(unused).toEqual([])
})
