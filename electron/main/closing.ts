import type { BrowserWindow } from 'electron'
import { sendEvent } from './ipc.ts'

/** How long a page may take to save what is unsaved, in ms. */
const CLOSE_WAIT = 3000

export interface Closing {
  /** The page has said that nothing is unsaved. */
  release(): void
}

/**
 * A window asked to close first tells its page, and goes when the page has saved and says so, or after three
 * seconds. Destroying it then skips the page's own question about unsaved text, which has been answered.
 */
export const closeGently = (window: BrowserWindow, beforeGoing: () => void): Closing => {
  let timer: NodeJS.Timeout | null = null
  let gone = false
  const release = (): void => {
    if (gone || window.isDestroyed()) return
    gone = true
    if (timer) clearTimeout(timer)
    beforeGoing()
    window.destroy()
  }
  window.on('close', (event) => {
    event.preventDefault()
    if (window.webContents.isCrashed()) return release()
    timer ??= setTimeout(release, CLOSE_WAIT)
    sendEvent(window, { type: 'closing' })
  })
  return { release }
}
