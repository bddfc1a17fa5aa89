/**
 * Test support: the stand-in for the `electron` module.
 *
 * The Electron binary cannot be fetched everywhere, so the shell's own bundles (out/main, out/preload) are run
 * against this: Node plays the main process, a Chromium page driven by Playwright plays each window, and a forked
 * Node process plays a utility process. It executes the shell's code and nothing else: it proves nothing about
 * Electron itself, neither that its sandbox holds nor that its real events come in this order.
 *
 * Only what the shell uses is here; anything else is missing, and using it fails loudly.
 */
import { startControl } from './control.ts'

export { app } from './app.ts'
export { BrowserWindow } from './window.ts'
export { dialog, ipcMain, Menu, nativeTheme, protocol, screen, session, shell } from './parts.ts'
export { utilityProcess } from './utility.ts'

startControl()
