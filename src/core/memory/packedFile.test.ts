import { describe, expect, it, test } from 'vitest'
import { packMemory, readText } from './packed.ts'
import { packedBytes, readPacked } from './packedFile.ts'
import { createPackedSearch } from './packedSearch.ts'

const SOURCES = [
  '우한시는 올해 반도체 장비를 들였다.',
  '',
  '😀가',
  '우한시는 올해 반도체 장비를 늘렸다.',
  '다'.repeat(700),
]
const packed = packMemory([4, 8, 15, 16, 23], SOURCES)
const STAMP = [3, 1, 4, -1, 5]
const bytes = () => packedBytes(packed, STAMP)

describe('a packed memory in a file', () => {
  it('is what it was', () => {
    const back = readPacked(bytes(), STAMP)
    if (typeof back === 'string') throw new Error(back)
    expect(back).toEqual(packed)
    expect(readText(back, back.count - 1)).toBe(SOURCES[4])
    const query = '우한시는 올해 반도체 장비를 들였다.'
    expect(createPackedSearch(back).search(query, 60, 9)).toEqual(
      createPackedSearch(packed).search(query, 60, 9),
    )
  })
  it('of nothing is nothing', () => {
    const empty = packMemory([], [])
    expect(readPacked(packedBytes(empty, []), [])).toEqual(empty)
  })
  it('made from something else is stale', () => {
    expect(readPacked(bytes(), [3, 1, 4, -1, 6])).toBe('stale')
  })
  it('cut anywhere is not used', () => {
    const whole = bytes()
    for (let length = 0; length < whole.byteLength; length += 1 + (length % 97))
      expect(typeof readPacked(whole.slice(0, length), STAMP)).toBe('string')
  })
  test('with any one byte changed is not used', () => {
    const whole = bytes()
    for (let at = 0; at < whole.byteLength; at += 1 + (at % 13)) {
      const changed = whole.slice(0)
      const view = new Uint8Array(changed)
      view[at] = (view[at] ?? 0) ^ 0x40
      const found = readPacked(changed, STAMP)
      expect(typeof found, `byte ${String(at)}`).toBe('string')
    }
  })
})
