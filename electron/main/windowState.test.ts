import { expect, test } from 'vitest'
import { fitWindow, parseWindowState } from './windowState.ts'

const first = { x: 0, y: 25, width: 1920, height: 1015 }
const left = { x: -1280, y: 0, width: 1280, height: 1024 }
const usual = { place: { x: 100, y: 100 }, width: 1200, height: 800, maximised: false, fullScreen: false }

test('what fits stays as it was', () => {
  expect(fitWindow(usual, [first])).toEqual(usual)
  const other = { ...usual, place: { x: -1200, y: 50 }, width: 1000, maximised: true, fullScreen: true }
  expect(fitWindow(other, [first, left])).toEqual(other)
})

test.each<[string, unknown]>([
  ['nothing', null],
  ['a number', 7],
  ['a list', [1, 2]],
  ['text for numbers', { place: { x: '1', y: '2' }, width: '1200', height: null }],
  ['no numbers', { place: { x: NaN, y: 0 }, width: Infinity, height: 1e99 }],
  ['other words', { maximised: 'true', fullScreen: 1 }],
])('%s gives the default', (_, kept) => {
  expect(fitWindow(kept, [first])).toEqual({
    place: null,
    width: 1360,
    height: 860,
    maximised: false,
    fullScreen: false,
  })
})

test.each([
  ['its display is gone', { x: -1200, y: 50 }],
  ['its title is above the display', { x: 100, y: -20 }],
  ['its title is below the display', { x: 100, y: 1020 }],
  ['hardly any of it is seen at the right', { x: 1850, y: 100 }],
  ['hardly any of it is seen at the left', { x: -1150, y: 100 }],
])('%s: the system chooses the place', (_, place) => {
  expect(fitWindow({ ...usual, place }, [first])).toEqual({ ...usual, place: null })
})

test('it is never larger than its display, nor too small to use', () => {
  const large = { ...usual, place: { x: -1200, y: 50 }, width: 1400, height: 3000 }
  expect(fitWindow(large, [first, left])).toMatchObject({ width: 1280, height: 1024 })
  expect(fitWindow({ ...usual, width: 10, height: -5 }, [first])).toMatchObject({ width: 760, height: 480 })
  const tiny = { x: 0, y: 0, width: 640, height: 400 }
  expect(fitWindow(usual, [tiny])).toMatchObject({ width: 640, height: 400 })
  expect(fitWindow(usual, [])).toMatchObject({ place: null, width: 1200, height: 800 })
})

test('a damaged file is nothing', () => {
  expect(parseWindowState('{"width":')).toBeNull()
  expect(parseWindowState('')).toBeNull()
  expect(parseWindowState('{"width":5}')).toEqual({ width: 5 })
})
