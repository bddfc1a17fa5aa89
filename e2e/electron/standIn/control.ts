import { app } from './app.ts'
import { browser } from './browser.ts'
import { findMenuItem, invokeMain, menuState, nativeTheme, schemes, sessionHandlers } from './parts.ts'
import { answers, asked } from './record.ts'
import { children } from './utility.ts'
import { BrowserWindow } from './window.ts'

/** What a spec may ask of the stand-in, over the channel to the process it has forked. */
const actions = {
  asked: () => asked,
  menu: () => ({
    built: menuState.built,
    items: JSON.parse(JSON.stringify(menuState.items)) as unknown,
  }),
  clickMenu: (id: string, byKey: boolean) => {
    const item = findMenuItem(id)
    if (!item?.click) throw new Error(`No menu item ${id}`)
    item.click(item, BrowserWindow.getFocusedWindow(), { triggeredByAccelerator: byKey })
  },
  layOut: (what: string, answer: unknown) => void answers.set(what, [...(answers.get(what) ?? []), answer]),
  permission: (name: string) => {
    let granted: boolean | null = null
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    sessionHandlers.request?.(contents, name, (answer) => (granted = answer), {})
    const checked = sessionHandlers.check?.(contents, name, 'naranhi://app/', {}) ?? null
    const device = sessionHandlers.device?.({ deviceType: 'usb', origin: 'naranhi://app' }) ?? null
    return { granted, checked, device }
  },
  /** A request to the protocol as it is written, past the browser's own tidying of addresses. */
  request: async (url: string, method: string) => {
    const respond = schemes.get('naranhi')
    if (!respond) throw new Error('No handler for naranhi:')
    const written = new Request('naranhi://app/', { method })
    const response = await respond(Object.defineProperty(written, 'url', { value: url }))
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      bytes: (await response.arrayBuffer()).byteLength,
    }
  },
  /** A call as another sender would make it: `url` and place of its frame are the spec's. */
  callAs: async (frame: { url: string; child: boolean; foreign: boolean }, args: unknown[]) => {
    const sender = BrowserWindow.getAllWindows()[0]?.webContents
    const main = sender?.mainFrame as { frameTreeNodeId: number }
    const senderFrame = {
      url: frame.url,
      parent: frame.child ? main : null,
      frameTreeNodeId: frame.child || frame.foreign ? -1 : main.frameTreeNodeId,
    }
    return invokeMain('naranhi:call', { sender, senderFrame }, args)
  },
  setBounds: (bounds: object) => BrowserWindow.getAllWindows()[0]?.setBounds(bounds),
  closeWindow: () => BrowserWindow.getAllWindows()[0]?.close(),
  quit: () => app.quit(),
  crashPage: async () => {
    const page = BrowserWindow.getAllWindows()[0]?.webContents.page
    if (!page) throw new Error('No page')
    const session = await (await browser()).newCDPSession(page)
    // The answer never comes: the page is gone.
    void session.send('Page.crash').catch(() => undefined)
  },
  killEngine: () => void children.at(-1)?.kill('SIGKILL'),
  theme: () => nativeTheme.themeSource,
}
export type Actions = typeof actions
export type Action = keyof Actions

export const startControl = (): void => {
  process.on('message', ({ id, name, args }: { id: number; name: Action; args: unknown[] }) => {
    const action = actions[name] as (...args: unknown[]) => unknown
    Promise.resolve()
      .then(() => action(...args))
      .then(
        (value) => process.send?.({ id, value: value ?? null }),
        (error: unknown) => process.send?.({ id, error: String(error) }),
      )
  })
  process.once('disconnect', () => app.quit())
}
