import type { BrowserWindow } from 'electron'
import { sendEvent } from './ipc.ts'

/** How long a page may take to say that it has heard, in ms; one that says nothing is not alive. */
const ANSWER_WAIT = 3000

export interface Closing {
  /** The page has heard and saves; it will say `release`, or the user goes on working. */
  stay(): void
  /** Nothing is unsaved, or the user gives it up. */
  release(): void
}

/**
 * A window asked to close first tells its page. A page that answers decides: it saves, however long that takes, and
 * asks the user when something cannot be saved. One that says nothing for three seconds hangs, and is destroyed.
 * Destroying skips the page's own question about unsaved text, which has been answered.
 */
export const closeGently = (window: BrowserWindow, beforeGoing: () => void): Closing => {
  let timer: NodeJS.Timeout | null = null
  let gone = false
  const stay = (): void => {
    if (timer) clearTimeout(timer)
    timer = null
  }
  const release = (): void => {
    if (gone || window.isDestroyed()) return
    gone = true
    stay()
    beforeGoing()
    window.destroy()
  }
  window.on('close', (event) => {
    event.preventDefault()
    if (window.webContents.isCrashed()) return release()
    timer ??= setTimeout(release, ANSWER_WAIT)
    sendEvent(window, { type: 'closing' })
  })
  return { stay, release }
}
