import { describe, expect, it, test } from 'vitest'
import { packMemory, readText } from './packed.ts'
import { packedBytes, readPacked } from './packedFile.ts'
import { startSearch } from './bestFound.ts'
import { askText, createPackedSearch } from './packedSearch.ts'

const SOURCES = [
  '우한시는 올해 반도체 장비를 들였다.',
  '',
  '😀가',
  '우한시는 올해 반도체 장비를 늘렸다.',
  '다'.repeat(700),
]
const packed = packMemory({
  ids: [4, 8, 15, 16, 23],
  owners: [1, 2, 1, 1, 3],
  sources: SOURCES,
  targets: ['Wuhan', '', 'A cat', 'Wuhan grew.', 'All'],
})
const STAMP = [3, 1, 4, -1, 5]
const bytes = () => packedBytes(packed, STAMP)

describe('a packed memory in a file', () => {
  it('is what it was', () => {
    const back = readPacked(bytes(), STAMP)
    if (typeof back === 'string') throw new Error(back)
    expect(back).toEqual(packed)
    expect(readText(back, back.count - 1)).toBe(SOURCES[4])
    const query = '우한시는 올해 반도체 장비를 들였다.'
    const [one, other] = [packed, back].map((each) => {
      const best = startSearch(70, 9)
      createPackedSearch(each).search(askText(query), best)
      return best.found
    })
    expect(one).toHaveLength(2)
    expect(other).toEqual(one)
  })
  it('of nothing is nothing', () => {
    const empty = packMemory({ ids: [], owners: [], sources: [], targets: [] })
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
