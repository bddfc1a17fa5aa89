import { expect, test } from 'vitest'
import { AppError } from '#contract/error.ts'
import { MAX_CALL, parseWireCall } from './wireValue.ts'

const reason = (parts: unknown[]): unknown => {
  try {
    parseWireCall(parts, 'window-1')
  } catch (error) {
    if (error instanceof AppError && error.code === 'bad-input') return error.details.reason
    throw error
  }
  return null
}

test('a call is a name, a value, and the name the page goes by', () => {
  expect(parseWireCall(['term.list', {}], 'window-1')).toEqual({
    name: 'term.list',
    input: {},
    client: 'window-1',
  })
  expect(parseWireCall(['term.list', { a: [1, null, undefined, true, '가'] }, 'c-1'], 'w').client).toBe('c-1')
})

const cyclic: Record<string, unknown> = {}
cyclic.self = cyclic
const deep = (depth: number): unknown => (depth === 0 ? 1 : [deep(depth - 1)])

test.each<[string, unknown[]]>([
  ['no-name', []],
  ['no-name', [1, {}]],
  ['no-name', ['', {}]],
  ['no-name', ['x'.repeat(101), {}]],
  ['bad-client', ['a', {}, 5]],
  ['bad-client', ['a', {}, null]],
  ['bad-client', ['a', {}, 'x y']],
  ['bad-client', ['a', {}, 'x'.repeat(65)]],
  ['too-many-arguments', ['a', {}, 'b', 'c']],
  ['not-json', ['a', new Map()]],
  ['not-json', ['a', { at: new Date(0) }]],
  ['not-json', ['a', new Uint8Array(4)]],
  ['not-json', ['a', [1n]]],
  ['not-json', ['a', () => 1]],
  ['not-a-number', ['a', { n: NaN }]],
  ['not-a-number', ['a', Infinity]],
  ['too-deep', ['a', cyclic]],
  ['too-deep', ['a', deep(40)]],
  ['too-large', ['a', { text: 'x'.repeat(MAX_CALL + 1) }]],
  ['too-large', ['a', { ['x'.repeat(MAX_CALL + 1)]: 1 }]],
  ['too-many-values', ['a', Array.from({ length: 1_000_001 }, () => 1)]],
  ['forbidden-key', ['a', JSON.parse('{"__proto__":{"x":1}}')]],
  ['forbidden-key', ['a', { deep: [{ constructor: 1 }] }]],
  ['forbidden-key', ['a', { prototype: 1 }]],
])('%s', (expected, parts) => expect(reason(parts)).toBe(expected))

test('what is brought in may be long', () => {
  const input = { items: [{ from: { kind: 'text', text: 'x'.repeat(10 * 1024 * 1024) } }] }
  expect(reason(['import.preview', input])).toBeNull()
  expect(reason(['paragraph.save', input])).toBe('too-large')
})
