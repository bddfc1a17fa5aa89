import { BrowserWindow, nativeTheme } from 'electron'
import type { Settings } from '#contract/setting.ts'
import { closeGently, type Closing } from './closing.ts'
import { reloadAfterCrash } from './crash.ts'
import type { Language } from './menuTemplate.ts'
import { START_PAGE } from './origin.ts'
import { MIN_HEIGHT, MIN_WIDTH } from './windowState.ts'
import { keepWindowState, restoreWindowState } from './windowStateFile.ts'

/** The colour of the paper (ui/app/theme.css), so that nothing flashes before the page is there. */
const paper = (): string => (nativeTheme.shouldUseDarkColors ? '#191a1c' : '#fdfdfc')

export interface WindowParts {
  preload: string
  stateFile: string
  language(): Language
}

export interface Windows {
  current(): BrowserWindow | null
  open(): void
  /** The page of this window has heard that it is to close, and looks after it. */
  stay(window: BrowserWindow): void
  /** The page of this window has nothing unsaved left. */
  release(window: BrowserWindow): void
  /** Native frames, menus and dialogs follow the theme that was chosen. */
  showTheme(theme: Settings['theme']): void
}

/** The one window there is; on macOS it may be closed and opened again while the application runs. */
export const createWindows = ({ preload, stateFile, language }: WindowParts): Windows => {
  let current: { window: BrowserWindow; closing: Closing } | null = null

  const open = (): void => {
    const state = restoreWindowState(stateFile)
    const window = new BrowserWindow({
      ...(state.place ?? {}),
      width: state.width,
      height: state.height,
      minWidth: MIN_WIDTH,
      minHeight: MIN_HEIGHT,
      title: 'Naranhi',
      backgroundColor: paper(),
      show: false,
      webPreferences: {
        preload,
        contextIsolation: true,
        sandbox: true,
        webSecurity: true,
        nodeIntegration: false,
        nodeIntegrationInWorker: false,
        nodeIntegrationInSubFrames: false,
        webviewTag: false,
        allowRunningInsecureContent: false,
        navigateOnDragDrop: false,
        // Elsewhere Chromium would fetch its dictionaries from the network.
        spellcheck: process.platform === 'darwin',
      },
    })
    current = { window, closing: closeGently(window, () => keepWindowState(stateFile, window)) }
    reloadAfterCrash(window, language)
    window.once('ready-to-show', () => {
      if (state.maximised) window.maximize()
      if (state.fullScreen) window.setFullScreen(true)
      window.show()
    })
    window.on('closed', () => {
      if (current?.window === window) current = null
    })
    // A load that fails or is cut short by closing says so itself in the window.
    window.loadURL(START_PAGE).catch((error: unknown) => console.error(error))
  }

  return {
    current: () => current?.window ?? null,
    open,
    stay(window) {
      if (current?.window === window) current.closing.stay()
    },
    release(window) {
      if (current?.window === window) current.closing.release()
    },
    showTheme(theme) {
      nativeTheme.themeSource = theme
      current?.window.setBackgroundColor(paper())
    },
  }
}
