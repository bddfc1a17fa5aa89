import { describe, expect, test } from 'vitest'
import { commandIds, commands, keyMaps, keysOf, type CommandId, type KeyMapName } from './commands.ts'

const modifiers = ['Mod', 'Ctrl', 'Alt', 'Shift']

describe.each(Object.keys(keyMaps) as KeyMapName[])('key map %s', (keyMap) => {
  test('gives no key to two commands', () => {
    const owners = new Map<string, CommandId[]>()
    for (const id of commandIds) {
      for (const key of keysOf(id, keyMap)) owners.set(key, [...(owners.get(key) ?? []), id])
    }
    const shared = [...owners].filter(([, ids]) => ids.length > 1)
    expect(shared).toEqual([])
  })

  test('writes every key as modifiers and one key, and leaves the Korean input switches alone', () => {
    for (const id of commandIds) {
      for (const key of keysOf(id, keyMap)) {
        const parts = key.split('+').filter((part) => part !== '')
        const last = key.endsWith('+') ? '+' : parts.at(-1)
        expect(
          parts.slice(0, -1).every((part) => modifiers.includes(part)),
          key,
        ).toBe(true)
        expect(last, key).toMatch(/^(.|[A-Z][A-Za-z]+|F\d{1,2})$/)
        expect(['Shift+Space', 'Space']).not.toContain(key)
      }
    }
  })
})

test('what a browser tab takes away has a second key', () => {
  const taken = /^Mod\+(T|N|W|[1-8])$/
  for (const id of commandIds) {
    const keys = keysOf(id, 'naranhi')
    if (keys.some((key) => taken.test(key)))
      expect(
        keys.some((key) => !taken.test(key)),
        id,
      ).toBe(true)
  }
})

test('every command is named in both languages, and each name once', () => {
  for (const language of ['en', 'ko'] as const) {
    const names = commandIds.map((id) => commands[id][language])
    expect(names.every((label) => label.length > 0)).toBe(true)
    expect(new Set(names).size).toBe(names.length)
  }
})
