import { app, BrowserWindow, Menu } from 'electron'
import type { Settings } from '#contract/setting.ts'
import { sendEvent } from './ipc.ts'
import { languageOf, menuTemplate, type Language } from './menuTemplate.ts'

export const languageFor = (settings: Settings): Language =>
  languageOf(settings.language, app.getPreferredSystemLanguages()[0] ?? app.getLocale())

/** Makes the menu bar anew; called at the start and whenever language or keys have changed. */
export const showMenu = (settings: Settings): void => {
  const template = menuTemplate({
    language: languageFor(settings),
    keyMap: settings.keyMap,
    keys: settings.keys,
    mac: process.platform === 'darwin',
    run: (command) => {
      const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0]
      if (window) sendEvent(window, { type: 'command', command })
    },
  })
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}
