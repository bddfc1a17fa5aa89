import { expect, test } from 'vitest'
import { drawnHeight, scrolled, scrollOf, TALLEST, type TallList, type TallPlace } from './tallScale.ts'

const ROW = 46
const listOf = (rows: number): TallList => ({
  whole: rows * ROW,
  drawn: drawnHeight(rows * ROW),
  seen: 700,
})
const million = listOf(1_000_000)
const most = million.whole - million.seen

test('a list that fits is scrolled as it stands', () => {
  const list = listOf(1000)
  expect(list.drawn).toBe(46_000)
  expect(scrolled({ top: 0, scroll: 0 }, 12_345, list)).toEqual({ top: 12_345, scroll: 12_345 })
  expect(scrollOf(12_345, list)).toBe(12_345)
})

test('a million rows stay under the height a browser can draw', () => {
  expect(million.drawn).toBe(TALLEST)
  expect(million.whole).toBe(46_000_000)
})

test('the bar reaches the first, the last and the middle row', () => {
  const from: TallPlace = { top: 1_000_000, scroll: scrollOf(1_000_000, million) }
  expect(scrolled(from, 0, million).top).toBe(0)
  expect(scrolled(from, million.drawn - million.seen, million).top).toBe(most)
  const middle = scrolled(from, (million.drawn - million.seen) / 2, million).top
  expect(Math.round(middle)).toBe(Math.round(most / 2))
})

test('the wheel moves by what it says, wherever in the list', () => {
  for (const top of [5000, 20_000_000, most - 5000]) {
    const from = { top, scroll: scrollOf(top, million) }
    expect(scrolled(from, from.scroll + 100, million).top - top).toBeCloseTo(100, 6)
    expect(scrolled(from, from.scroll - 100, million).top - top).toBeCloseTo(-100, 6)
  }
})

test.each([-120, 120])('the wheel alone reaches the end by steps of %i', (step) => {
  let place: TallPlace = { top: step < 0 ? 30_000 : most - 30_000, scroll: 0 }
  place.scroll = scrollOf(place.top, million)
  for (let turn = 0; turn < 260; turn++) {
    // As a browser clamps it.
    const scroll = Math.max(0, Math.min(million.drawn - million.seen, place.scroll + step))
    place = scrolled(place, scroll, million)
  }
  expect(place.top).toBe(step < 0 ? 0 : most)
})
