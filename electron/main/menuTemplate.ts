import type { MenuItemConstructorOptions } from 'electron'
import {
  commandIds,
  commands,
  keysOf,
  menus,
  type CommandId,
  type KeyMapName,
  type Menu,
} from '#contract/commands.ts'
import { firstAccelerator } from './accelerator.ts'

export type Language = 'en' | 'ko'

export interface MenuChoices {
  language: Language
  keyMap: KeyMapName
  keys: Readonly<Record<string, string>>
  mac: boolean
  run(command: CommandId): void
}

const words = {
  quit: { en: 'Quit Naranhi', ko: 'Naranhi 끝내기' },
  cut: { en: 'Cut', ko: '잘라내기' },
  copy: { en: 'Copy', ko: '복사' },
  paste: { en: 'Paste', ko: '붙여넣기' },
  selectAll: { en: 'Select all', ko: '모두 선택' },
  fullScreen: { en: 'Full screen', ko: '전체 화면' },
  tools: { en: 'Developer tools', ko: '개발자 도구' },
  window: { en: 'Window', ko: '창' },
  minimise: { en: 'Minimise', ko: '최소화' },
  close: { en: 'Close', ko: '닫기' },
  front: { en: 'Bring all to front', ko: '모두 앞으로 가져오기' },
  services: { en: 'Services', ko: '서비스' },
  hide: { en: 'Hide Naranhi', ko: 'Naranhi 가리기' },
  hideOthers: { en: 'Hide others', ko: '기타 가리기' },
  unhide: { en: 'Show all', ko: '모두 보기' },
} as const

/** System-wide language of the menus: the setting, else the system's, Korean for any `ko`. */
export const languageOf = (setting: 'system' | Language, systemLocale: string): Language => {
  if (setting !== 'system') return setting
  return /^ko\b/i.test(systemLocale) ? 'ko' : 'en'
}

// Alt with a letter belongs to commands here, so no label may make a mnemonic of one.
const plain = (label: string): string => label.replaceAll('&', '&&')

/**
 * The menu bar of the desktop, from the registry.
 *
 * Keys are only shown, never acted upon: the page hears every key itself, and it alone knows whether a syllable is
 * being composed and where the focus is. Linux and Windows are told not to register the accelerator; macOS registers
 * whatever it is shown, so there a key without Cmd or Ctrl is left out and a click made by key is not run.
 */
export const menuTemplate = (choices: MenuChoices): MenuItemConstructorOptions[] => {
  const { language, keyMap, keys, mac, run } = choices
  const word = (name: keyof typeof words) => plain(words[name][language])
  const item = (id: CommandId): MenuItemConstructorOptions => {
    const accelerator = firstAccelerator(keysOf(id, keyMap, keys))
    const shown = accelerator !== null && (!mac || /Control/.test(accelerator))
    return {
      id,
      label: plain(commands[id][language]),
      ...(shown ? { accelerator, registerAccelerator: false } : {}),
      click: (_item, _window, event) => {
        if (!event.triggeredByAccelerator) run(id)
      },
    }
  }
  const groupsOf = (menu: Menu, without: readonly CommandId[] = []): MenuItemConstructorOptions[][] => {
    const own = commandIds.filter(
      (id) => commands[id].menu === menu && !commands[id].quiet && !without.includes(id),
    )
    return [...new Set(own.map((id) => commands[id].group))]
      .sort((a, b) => a - b)
      .map((group) => own.filter((id) => commands[id].group === group).map(item))
  }
  const lined = (groups: MenuItemConstructorOptions[][]): MenuItemConstructorOptions[] =>
    groups
      .filter((group) => group.length > 0)
      .flatMap((group, place) => (place === 0 ? group : [{ type: 'separator' as const }, ...group]))
  const menu = (name: Menu, groups: MenuItemConstructorOptions[][]): MenuItemConstructorOptions => ({
    id: `menu.${name}`,
    label: plain(menus[name][language]),
    submenu: lined(groups),
  })

  // macOS has settings and "about" in the menu of the application.
  const moved: CommandId[] = mac ? ['app.settings', 'help.about'] : []
  const editing: MenuItemConstructorOptions[] = [
    { role: 'cut', label: word('cut') },
    { role: 'copy', label: word('copy') },
    { role: 'paste', label: word('paste') },
    // The page hears Ctrl+A itself: on the desk it means the paragraph, in a field the field.
    { role: 'selectAll', label: word('selectAll'), registerAccelerator: false },
  ]
  const [undo = [], ...editGroups] = groupsOf('edit')
  const application: MenuItemConstructorOptions = {
    id: 'menu.app',
    label: 'Naranhi',
    submenu: lined([
      [item('help.about')],
      [item('app.settings')],
      [{ role: 'services', label: word('services') }],
      [
        { role: 'hide', label: word('hide') },
        { role: 'hideOthers', label: word('hideOthers') },
        { role: 'unhide', label: word('unhide') },
      ],
      [{ role: 'quit', label: word('quit') }],
    ]),
  }
  // Ctrl+Q adds a term here; Electron would give it to "quit" on Linux.
  const leaving: MenuItemConstructorOptions = {
    role: 'quit',
    label: word('quit'),
    accelerator: 'Alt+F4',
    registerAccelerator: false,
  }
  const windowMenu: MenuItemConstructorOptions = {
    id: 'menu.window',
    label: word('window'),
    submenu: lined([
      [
        { role: 'minimize', label: word('minimise') },
        { role: 'close', label: word('close') },
      ],
      [{ role: 'front', label: word('front') }],
    ]),
  }
  return [
    ...(mac ? [application] : []),
    menu('file', [...groupsOf('file', moved), ...(mac ? [] : [[leaving]])]),
    menu('edit', [undo, editing, ...editGroups]),
    menu('translate', groupsOf('translate')),
    menu('annotate', groupsOf('annotate')),
    menu('view', [
      ...groupsOf('view'),
      [
        { role: 'togglefullscreen', label: word('fullScreen') },
        ...(mac ? [] : [{ role: 'minimize', label: word('minimise') } as const]),
        { role: 'toggleDevTools', label: word('tools'), accelerator: 'F12' },
      ],
    ]),
    ...(mac ? [windowMenu] : []),
    menu('help', groupsOf('help', moved)),
  ]
}
