import { app, type BrowserWindow } from 'electron'

const show = (window: BrowserWindow): void => {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

/**
 * True for the first instance, which is asked for its window whenever another is started. A second one ends at once
 * and leaves the workspace alone: one process writes.
 */
export const isFirstInstance = (windowToShow: () => BrowserWindow | null): boolean => {
  if (!app.requestSingleInstanceLock()) return false
  app.on('second-instance', () => {
    const window = windowToShow()
    if (window) show(window)
  })
  return true
}
