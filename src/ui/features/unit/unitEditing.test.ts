// @vitest-environment happy-dom
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, expect, test, vi } from 'vitest'
import { AppError } from '#contract/error.ts'
import type { TranslationUnit } from '#core/model/memory.ts'
import { inOneLine, useUnitEditing } from './unitEditing.ts'
import { reverseOf } from './unitSteps.ts'

const client = vi.hoisted(() => ({ call: vi.fn() }))
vi.mock('../../app/client.ts', () => client)

const unit = {
  id: 7,
  source: '우한은 크다.',
  target: 'Wuhan is big.',
  note: '',
  updatedAt: 'first',
} as TranslationUnit
let stored: TranslationUnit
const conflict = () => new AppError('conflict', 'changed meanwhile')

beforeEach(() => {
  setActivePinia(createPinia())
  stored = { ...unit }
  client.call.mockReset()
  client.call.mockImplementation((name: string, input: Partial<TranslationUnit>) => {
    if (name === 'unit.get') return Promise.resolve(stored)
    if (input.updatedAt !== stored.updatedAt) return Promise.reject(conflict())
    stored = { ...stored, ...input, updatedAt: `${stored.updatedAt}+` }
    return Promise.resolve(stored)
  })
})

test.each([
  ['one line', 'one line'],
  [' two\nlines ', 'two lines'],
  ['a\r\n\r\nb\u2028c', 'a b c'],
])('%j stands as %j', (given, line) => {
  expect(inOneLine(given)).toBe(line)
})

test('what was typed stays when it was changed elsewhere, and is saved against that when asked again', async () => {
  const saved = vi.fn()
  const cells = useUnitEditing(saved)
  await cells.begin(unit, 'target')
  cells.change('Wuhan is large.')
  stored = { ...unit, target: 'Wuhan is huge.', updatedAt: 'second' }
  expect(await cells.save()).toBe(false)
  expect(cells.edit.value).toMatchObject({ text: 'Wuhan is large.', theirs: 'Wuhan is huge.' })
  expect(stored.target).toBe('Wuhan is huge.')
  expect(await cells.save()).toBe(true)
  expect(stored.target).toBe('Wuhan is large.')
  expect(cells.edit.value).toBeNull()
  expect(saved).toHaveBeenCalledOnce()
})

test('the Korean is never emptied, and what is the same is not written', async () => {
  const cells = useUnitEditing(vi.fn())
  await cells.begin(unit, 'source')
  cells.change('  ')
  expect(await cells.save()).toBe(false)
  cells.change(` ${unit.source} `)
  expect(await cells.save()).toBe(true)
  expect(client.call).not.toHaveBeenCalled()
})

test('an edit goes back and again, but not over what was written since', async () => {
  stored = { ...unit, target: 'Wuhan is large.' }
  const back = await reverseOf(7, { target: 'Wuhan is large.' }, { target: unit.target })()
  expect(stored.target).toBe(unit.target)
  await back.reverse?.()
  expect(stored.target).toBe('Wuhan is large.')
  stored = { ...stored, target: 'Wuhan is huge.' }
  expect(await reverseOf(7, { target: 'Wuhan is large.' }, { target: unit.target })()).toEqual({ kept: 1 })
  expect(stored.target).toBe('Wuhan is huge.')
})
