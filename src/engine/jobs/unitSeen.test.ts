import { expect, test } from 'vitest'
import { createSeenUnits } from './unitSeen.ts'

test('a hundred thousand units are told apart, and known again', () => {
  const seen = createSeenUnits()
  const unit = (at: number) => [`${at}번째 원문이다.`, `Target ${at % 1000}`] as const
  for (let at = 1; at <= 100_000; at++) {
    const [source, target] = unit(at)
    expect(seen.find(source, target)).toBe(0)
    seen.add(source, target, at)
  }
  for (let at = 1; at <= 100_000; at += 7) expect(seen.find(...unit(at))).toBe(at)
  expect(seen.find('ab', 'c')).toBe(0)
  seen.add('ab', 'c', 5)
  // What is source and what is target makes a difference.
  expect(seen.find('a', 'bc')).toBe(0)
  expect(seen.find('ab', 'c')).toBe(5)
})

test('past its limit nothing is added, and what is there is kept', () => {
  const seen = createSeenUnits(2)
  seen.add('가', 'a', 1)
  seen.add('나', 'b', 2)
  seen.add('다', 'c', 3)
  expect([seen.find('가', 'a'), seen.find('나', 'b'), seen.find('다', 'c')]).toEqual([1, 2, 0])
})
