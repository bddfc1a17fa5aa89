import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readAll } from './fixtures/readAll.ts'
import { writeTmx } from './write.ts'

// Each folder holds a file in the manner of some tool, and what is read from it or why it is refused. The
// `expected.json` is written by hand, or taken over with UPDATE_FIXTURES=1 and read by a person.
const folder = new URL('fixtures/', import.meta.url).pathname
const names = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)

test('there are fixtures', () => expect(names.length).toBeGreaterThan(9))

test.each(names)('%s', (name) => {
  const text = readFileSync(join(folder, name, 'input.tmx'), 'utf8')
  const expected = join(folder, name, 'expected.json')
  const whole = readAll(text, 'input.tmx')
  if (process.env.UPDATE_FIXTURES) writeFileSync(expected, `${JSON.stringify(whole, null, 2)}\n`)
  expect(whole).toEqual(JSON.parse(readFileSync(expected, 'utf8')))
  // In whatever pieces the file comes in, nothing changes, not even a place.
  for (const size of [1, 7]) expect(readAll(text, 'input.tmx', size)).toEqual(whole)
  // And written again it says what it said, but for the places.
  const units = whole.units.map(({ props, ...unit }) => ({
    ...unit,
    props: props === '' ? '' : JSON.stringify(props),
  }))
  const again = readAll([...writeTmx(units, { version: '1', header: whole.header ?? {} })].join(''))
  expect(again.error).toBeNull()
  const said = ({ line: _, column: __, ...unit }: (typeof whole.units)[number]) => unit
  expect(again.units.map(said)).toEqual(whole.units.map(said))
  expect([again.header?.notes, again.header?.props]).toEqual([
    whole.header?.notes ?? [],
    whole.header?.props ?? [],
  ])
})
