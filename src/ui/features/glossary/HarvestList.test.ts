// @vitest-environment happy-dom
import { mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { nextTick } from 'vue'
import { rowsOf, type HarvestRow } from './harvestRows.ts'
import HarvestList from './HarvestList.vue'

const rows: HarvestRow[] = rowsOf(
  ['국내총생산', '우한', '장강경제벨트'].map((source, at) => ({
    source,
    target: at === 0 ? 'GDP' : '',
    variants: [],
    kind: 'paired' as const,
    count: 2,
    paragraphs: 1,
    score: 10,
    contexts: [],
  })),
)
let list: VueWrapper<InstanceType<typeof HarvestList>>
const heights = { offsetHeight: 300, offsetWidth: 600, clientHeight: 300 }

beforeEach(async () => {
  // A page without layout gives everything no height; the list would show nothing.
  for (const [name, value] of Object.entries(heights))
    Object.defineProperty(HTMLElement.prototype, name, { configurable: true, get: () => value })
  list = mount(HarvestList, { props: { rows, place: 0 }, attachTo: document.body })
  await nextTick()
})
afterEach(() => list.unmount())

const press = (key: string, more: KeyboardEventInit = {}) =>
  list.trigger('keydown', { key, code: key.length === 1 ? `Key${key.toUpperCase()}` : key, ...more })
const asked = (name: string) => list.emitted(name)?.at(-1)

test('arrows, Home, End and the pages move within the list', async () => {
  for (const [key, place] of [
    ['ArrowDown', 1],
    ['End', 2],
    ['PageDown', 2],
    ['ArrowUp', 0],
    ['Home', 0],
  ] as const) {
    await press(key)
    expect(asked('update:place'), key).toEqual([place])
  }
})

test('Space ticks, X and Delete dismiss, Ctrl+A ticks all', async () => {
  await press(' ')
  expect(asked('toggle')).toEqual([0])
  await list.setProps({ place: 1 })
  await press('x')
  expect(asked('dismiss')).toEqual([1])
  await press('ㅌ', { code: 'KeyX' })
  await press('Delete')
  expect(list.emitted('dismiss')).toHaveLength(3)
  await press('a', { ctrlKey: true })
  expect(list.emitted('toggleAll')).toHaveLength(1)
  expect(list.emitted('type')).toBeUndefined()
})

test('any other letter goes to the filter', async () => {
  await press('g')
  expect(list.emitted('type')).toHaveLength(1)
})

test('Enter writes the English and goes on to the next row, Escape lets it be', async () => {
  await list.setProps({ place: 1 })
  await press('Enter')
  await nextTick()
  const field = () => list.find<HTMLInputElement>('[data-edit]')
  await field().setValue(' Wuhan ')
  await field().trigger('keydown', { key: 'Enter', isComposing: true })
  expect(list.emitted('write')).toBeUndefined()
  await field().trigger('keydown', { key: 'Enter' })
  expect(asked('write')).toEqual([1, 'target', 'Wuhan'])
  expect(asked('update:place')).toEqual([2])
  await nextTick()
  await field().setValue('nonsense')
  await field().trigger('keydown', { key: 'Escape' })
  expect(list.emitted('write')).toHaveLength(1)
  expect(field().exists()).toBe(false)
  expect(document.activeElement).toBe(list.element)
})

test('what is being written is kept when the field loses the focus', async () => {
  await press('Enter')
  await nextTick()
  const field = list.find<HTMLInputElement>('[data-edit]')
  expect(field.element.value).toBe('GDP')
  await field.setValue('gross domestic product')
  await field.trigger('blur')
  expect(asked('write')).toEqual([0, 'target', 'gross domestic product'])
})
