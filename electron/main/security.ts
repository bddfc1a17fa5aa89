import { app, BrowserWindow, session, type IpcMainInvokeEvent, type WebContents } from 'electron'
import { AppError } from '#contract/error.ts'
import { isAppUrl, isStartPage, mayLoad } from './origin.ts'

/** The window a call comes from. Throws `refused` unless it is the main frame of one of ours, with our own page. */
export const senderWindow = (event: IpcMainInvokeEvent): BrowserWindow => {
  const refuse = (reason: string): AppError =>
    new AppError('refused', 'This page may not call Naranhi.', { reason })
  const frame = event.senderFrame
  const main = event.sender.mainFrame
  if (!frame || frame.parent !== null || frame.frameTreeNodeId !== main.frameTreeNodeId) throw refuse('frame')
  if (!isAppUrl(frame.url)) throw refuse('origin')
  const window = BrowserWindow.fromWebContents(event.sender)
  if (!window || window.isDestroyed()) throw refuse('window')
  return window
}

const guardContents = (contents: WebContents, onLink: (contents: WebContents, url: string) => void): void => {
  contents.on('will-navigate', (event) => {
    if (!isStartPage(event.url)) event.preventDefault()
  })
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame || !isStartPage(event.url)) event.preventDefault()
  })
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(({ url }) => {
    onLink(contents, url)
    return { action: 'deny' }
  })
}

/**
 * Nothing leaves its place: no navigation, no second window, no permission, no request to anywhere but our own
 * files. `onLink` hears of the addresses that were refused a window.
 */
export const guardEverything = (onLink: (contents: WebContents, url: string) => void): void => {
  app.on('web-contents-created', (_event, contents) => guardContents(contents, onLink))
  const { defaultSession } = session
  defaultSession.setPermissionRequestHandler((_contents, _permission, callback) => callback(false))
  defaultSession.setPermissionCheckHandler(() => false)
  defaultSession.setDevicePermissionHandler(() => false)
  defaultSession.webRequest.onBeforeRequest((details, callback) =>
    callback({ cancel: !mayLoad(details.url) }),
  )
  defaultSession.on('will-download', (event, item) => {
    if (!mayLoad(item.getURL())) event.preventDefault()
  })
}
