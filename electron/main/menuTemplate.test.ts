import type { MenuItemConstructorOptions } from 'electron'
import { describe, expect, test, vi } from 'vitest'
import { commandIds, commands, keyMaps, keysOf, type KeyMapName } from '#contract/commands.ts'
import { acceleratorOf, firstAccelerator } from './accelerator.ts'
import { languageOf, menuTemplate, type MenuChoices } from './menuTemplate.ts'

const template = (choices: Partial<MenuChoices> = {}) =>
  menuTemplate({ language: 'en', keyMap: 'naranhi', keys: {}, mac: false, run: () => undefined, ...choices })
const flat = (items: MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
  items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])])
const byId = (id: string, choices: Partial<MenuChoices> = {}) => {
  const item = flat(template(choices)).find((each) => each.id === id)
  if (!item) throw new Error(`No item ${id}`)
  return item
}

test.each([
  ['Mod+Shift+P', 'CommandOrControl+Shift+P'],
  ['Ctrl+Space', 'Control+Space'],
  ['Mod+,', 'CommandOrControl+,'],
  ['Mod+=', 'CommandOrControl+='],
  ['Mod++', 'CommandOrControl+Plus'],
  ['Alt+F8', 'Alt+F8'],
  ['PageDown', 'PageDown'],
  ['Alt+ArrowUp', 'Alt+Up'],
  ['Mod+Alt+9', 'CommandOrControl+Alt+9'],
  ['F25', null],
  ['Mod+ㅁ', null],
  ['Hyper+A', null],
  ['Mod+ContextMenu', null],
  ['', null],
])('%s is %s', (key, accelerator) => expect(acceleratorOf(key)).toBe(accelerator))

test('the first key that can be written is shown', () => {
  expect(firstAccelerator(['Mod+ㅁ', 'Alt+K', 'Alt+L'])).toBe('Alt+K')
  expect(firstAccelerator([])).toBeNull()
})

test('every key of every key map can be written', () => {
  for (const keyMap of Object.keys(keyMaps) as KeyMapName[]) {
    for (const id of commandIds)
      for (const key of keysOf(id, keyMap)) expect(acceleratorOf(key), `${id} ${key}`).not.toBeNull()
  }
})

test.each([
  ['system', 'ko-KR', 'ko'],
  ['system', 'ko', 'ko'],
  ['system', 'kok-IN', 'en'],
  ['system', 'de-DE', 'en'],
  ['ko', 'en-US', 'ko'],
  ['en', 'ko-KR', 'en'],
] as const)('language %s on a system in %s is %s', (setting, locale, language) =>
  expect(languageOf(setting, locale)).toBe(language),
)

describe.each([false, true])('on macOS: %s', (mac) => {
  test('every command that is not quiet stands there once', () => {
    const ids = flat(template({ mac }))
      .map(({ id }) => id ?? '')
      .filter((id) => id in commands)
    expect(ids.toSorted()).toEqual(commandIds.filter((id) => !commands[id].quiet).toSorted())
  })

  test('no command has a key that the menu itself would act upon', () => {
    for (const item of flat(template({ mac })).filter(({ click }) => click)) {
      if (item.accelerator === undefined) continue
      expect(item.registerAccelerator, item.id).toBe(false)
      // macOS registers what it shows.
      if (mac) expect(item.accelerator, item.id).toMatch(/Control/)
    }
  })

  test('separators stand between groups only', () => {
    for (const { submenu } of template({ mac })) {
      const kinds = (submenu as MenuItemConstructorOptions[]).map(({ type }) => type === 'separator')
      expect(kinds[0]).toBe(false)
      expect(kinds.at(-1)).toBe(false)
      expect(kinds.some((kind, place) => kind && kinds[place + 1])).toBe(false)
    }
  })
})

test('what Electron registers itself is no key of any command', () => {
  // Defaults of the roles used (Electron, lib/browser/api/menu-item-roles), and the accelerators given here.
  const registered = ['Mod+X', 'Mod+C', 'Mod+V', 'Mod+M', 'F11', 'F12']
  for (const keyMap of Object.keys(keyMaps) as KeyMapName[])
    for (const id of commandIds)
      for (const key of keysOf(id, keyMap)) expect(registered, `${id} in ${keyMap}`).not.toContain(key)
  // Ctrl+Q and Ctrl+A are commands', and so must neither end the application nor select everything.
  for (const role of ['quit', 'selectAll'])
    expect(flat(template()).find((item) => item.role === role)).toMatchObject({ registerAccelerator: false })
})

test('a click runs its command; the same by key is left to the page', () => {
  const run = vi.fn()
  const { click } = byId('paragraph.confirm', { run })
  const [item, window] = [{}, undefined] as unknown as Parameters<NonNullable<typeof click>>
  click?.(item, window, { triggeredByAccelerator: true })
  expect(run).not.toHaveBeenCalled()
  click?.(item, window, { triggeredByAccelerator: false })
  expect(run).toHaveBeenCalledExactlyOnceWith('paragraph.confirm')
})

test('keys and words follow the settings', () => {
  expect(byId('paragraph.goto').accelerator).toBe('CommandOrControl+G')
  expect(byId('paragraph.goto', { keyMap: 'omegat' }).accelerator).toBe('CommandOrControl+J')
  expect(byId('paragraph.goto', { keys: { 'paragraph.goto': 'Alt+9' } }).accelerator).toBe('Alt+9')
  expect(byId('paragraph.goto', { keys: { 'paragraph.goto': '' } }).accelerator).toBeUndefined()
  expect(byId('paragraph.next', { mac: true }).accelerator).toBeUndefined()
  expect(byId('paragraph.goto', { language: 'ko' }).label).toBe('문단으로 가기…')
  expect(template({ language: 'ko' }).map(({ label }) => label)).toEqual([
    '파일',
    '편집',
    '번역',
    '주석',
    '보기',
    '도움말',
  ])
})
