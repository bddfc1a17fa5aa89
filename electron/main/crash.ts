import { dialog, type BrowserWindow } from 'electron'
import type { Language } from './menuTemplate.ts'

const words = {
  message: { en: 'The window has stopped several times.', ko: '창이 여러 번 멈추었습니다.' },
  detail: {
    en: 'What was saved is safe. Open the window once more?',
    ko: '저장된 내용은 안전합니다. 창을 다시 열까요?',
  },
  again: { en: 'Open again', ko: '다시 열기' },
  close: { en: 'Close', ko: '닫기' },
} as const

/** More crashes than this within the time, in ms, and the user is asked before the next reload. */
const MAX_CRASHES = 3
const CRASH_TIME = 60_000

/** A page that crashed is loaded again; it reopens the article at its last place by itself. */
export const reloadAfterCrash = (window: BrowserWindow, language: () => Language): void => {
  let crashes: number[] = []
  const ask = async (): Promise<void> => {
    const now = language()
    const { response } = await dialog.showMessageBox(window, {
      type: 'warning',
      message: words.message[now],
      detail: words.detail[now],
      buttons: [words.again[now], words.close[now]],
      defaultId: 0,
      cancelId: 1,
      noLink: true,
    })
    if (window.isDestroyed()) return
    if (response === 1) return window.destroy()
    crashes = []
    window.webContents.reload()
  }
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return
    const now = Date.now()
    crashes = [...crashes.filter((at) => now - at < CRASH_TIME), now]
    if (crashes.length > MAX_CRASHES) void ask()
    else window.webContents.reload()
  })
}
