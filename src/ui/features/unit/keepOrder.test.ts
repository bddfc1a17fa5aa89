import { expect, test } from 'vitest'
import { likeliest } from './keepOrder.ts'

const unit = (id: number, useCount: number, updatedAt: string, target = 'A city') => ({
  id,
  useCount,
  updatedAt,
  target,
})

test.each([
  ['the most used', [unit(1, 0, '2026-03-01'), unit(2, 3, '2025-01-01')], 2],
  ['the latest of those used as often', [unit(1, 1, '2025-03-01'), unit(2, 1, '2026-01-01')], 2],
  ['one with a translation before all', [unit(1, 9, '2026-03-01', ''), unit(2, 0, '2024-01-01')], 2],
  ['none of none', [], 0],
])('%s is kept', (_, units, kept) => {
  expect(likeliest(units)).toBe(kept)
})
