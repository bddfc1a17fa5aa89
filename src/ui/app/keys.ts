export const isMac = (): boolean => navigator.platform.startsWith('Mac')

/** True while an input method is composing; 229 is what browsers report for keys the input method took. */
export const isComposing = (event: KeyboardEvent): boolean => event.isComposing || event.keyCode === 229

const parse = (key: string) => {
  const parts = key.split('+')
  const last = key.endsWith('+') ? '+' : (parts.at(-1) ?? '')
  const has = (name: string) => parts.slice(0, -1).includes(name)
  const mac = isMac()
  return {
    key: last,
    ctrl: has('Ctrl') || (has('Mod') && !mac),
    meta: has('Mod') && mac,
    alt: has('Alt'),
    shift: has('Shift'),
  }
}

/** `event.code` where a key has a place of its own, so that Korean mode and Shift do not change its name. */
const codeOf: Record<string, string> = {
  '=': 'Equal',
  '-': 'Minus',
  ',': 'Comma',
  '.': 'Period',
  '/': 'Slash',
  ';': 'Semicolon',
  '[': 'BracketLeft',
  ']': 'BracketRight',
}

export const eventMatches = (event: KeyboardEvent, key: string): boolean => {
  const wanted = parse(key)
  if (event.ctrlKey !== wanted.ctrl || event.metaKey !== wanted.meta) return false
  if (event.altKey !== wanted.alt || event.shiftKey !== wanted.shift) return false
  if (/^[A-Z]$/.test(wanted.key))
    return event.code === `Key${wanted.key}` || event.key.toUpperCase() === wanted.key
  if (/^\d$/.test(wanted.key))
    return event.code === `Digit${wanted.key}` || event.code === `Numpad${wanted.key}`
  if (wanted.key === 'Space') return event.code === 'Space'
  const code = codeOf[wanted.key]
  return code === undefined ? event.key === wanted.key : event.code === code
}

/** The key a user has just pressed, in the notation of the registry; empty for a modifier alone. */
export const keyOf = (event: KeyboardEvent): string => {
  if (['Control', 'Shift', 'Alt', 'Meta', 'Process', 'Dead', 'HangulMode', 'HanjaMode'].includes(event.key))
    return ''
  const punctuation = Object.entries(codeOf).find(([, code]) => code === event.code)?.[0]
  const main = /^Key[A-Z]$/.test(event.code)
    ? event.code.slice(3)
    : /^(Digit|Numpad)\d$/.test(event.code)
      ? event.code.slice(-1)
      : event.code === 'Space'
        ? 'Space'
        : (punctuation ?? event.key)
  const mac = isMac()
  const parts = [
    (mac ? event.metaKey : event.ctrlKey) ? 'Mod' : '',
    mac && event.ctrlKey ? 'Ctrl' : '',
    event.altKey ? 'Alt' : '',
    event.shiftKey ? 'Shift' : '',
    main,
  ]
  return parts.filter((part) => part !== '').join('+')
}

const macSymbols: Record<string, string> = {
  Mod: '⌘',
  Ctrl: '⌃',
  Alt: '⌥',
  Shift: '⇧',
  Enter: '↩',
  Delete: '⌦',
}

export const showKey = (key: string): string => {
  const parts = key.endsWith('+') ? [...key.slice(0, -1).split('+').filter(Boolean), '+'] : key.split('+')
  if (isMac()) return parts.map((part) => macSymbols[part] ?? part).join('')
  return parts.map((part) => (part === 'Mod' ? 'Ctrl' : part)).join('+')
}
