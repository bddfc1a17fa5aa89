const MODIFIERS: Readonly<Record<string, string>> = {
  Mod: 'CommandOrControl',
  Ctrl: 'Control',
  Alt: 'Alt',
  Shift: 'Shift',
}
/** `KeyboardEvent.key` on the left, Electron's name of the key on the right. */
const NAMED: Readonly<Record<string, string>> = {
  '+': 'Plus',
  Enter: 'Enter',
  Escape: 'Escape',
  Space: 'Space',
  Tab: 'Tab',
  Backspace: 'Backspace',
  Delete: 'Delete',
  Insert: 'Insert',
  Home: 'Home',
  End: 'End',
  PageUp: 'PageUp',
  PageDown: 'PageDown',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
}

/** A key of the registry (`Mod+Shift+P`) as Electron writes it, or null where Electron knows no such key. */
export const acceleratorOf = (key: string): string | null => {
  const parts = key.endsWith('+') ? [...key.slice(0, -1).split('+').filter(Boolean), '+'] : key.split('+')
  const last = parts.pop()
  if (!last) return null
  const modifiers = parts.map((part) => MODIFIERS[part])
  if (modifiers.some((modifier) => modifier === undefined)) return null
  const plain = /^([A-Z0-9]|F([1-9]|1\d|2[0-4])|[!-/:-@[-`{-~])$/.test(last) && last !== '+'
  const main = plain ? last : NAMED[last]
  return main === undefined ? null : [...modifiers, main].join('+')
}

/** The first key that Electron can write. */
export const firstAccelerator = (keys: readonly string[]): string | null => {
  for (const key of keys) {
    const accelerator = acceleratorOf(key)
    if (accelerator !== null) return accelerator
  }
  return null
}
