import { EventEmitter } from 'node:events'
import { record, takeAnswer } from './record.ts'

type Invoked = (event: unknown, ...args: unknown[]) => unknown
const invoked = new Map<string, Invoked>()
export const ipcMain = {
  handle(channel: string, listener: Invoked): void {
    if (invoked.has(channel)) throw new Error(`A second handler for ${channel}`)
    invoked.set(channel, listener)
  },
}
export const invokeMain = async (channel: string, event: unknown, args: unknown[]): Promise<unknown> => {
  const listener = invoked.get(channel)
  if (!listener) throw new Error(`No handler for ${channel}`)
  return listener(event, ...args)
}

type Respond = (request: Request) => Promise<Response>
export const schemes = new Map<string, Respond>()
export const protocol = {
  registerSchemesAsPrivileged: (list: unknown) => record('protocol.registerSchemesAsPrivileged', list),
  handle: (scheme: string, respond: Respond) => void schemes.set(scheme, respond),
}

type Callback<Value> = (value: Value) => void
export interface SessionHandlers {
  request?: (contents: unknown, permission: string, callback: Callback<boolean>, details: unknown) => void
  check?: (contents: unknown, permission: string, origin: string, details: unknown) => boolean
  device?: (details: unknown) => boolean
  beforeRequest?: (details: { url: string }, callback: Callback<{ cancel?: boolean }>) => void
}
export const sessionHandlers: SessionHandlers = {}
const defaultSession = Object.assign(new EventEmitter(), {
  setPermissionRequestHandler: (handler: NonNullable<SessionHandlers['request']>) =>
    void (sessionHandlers.request = handler),
  setPermissionCheckHandler: (handler: NonNullable<SessionHandlers['check']>) =>
    void (sessionHandlers.check = handler),
  setDevicePermissionHandler: (handler: NonNullable<SessionHandlers['device']>) =>
    void (sessionHandlers.device = handler),
  webRequest: {
    onBeforeRequest: (handler: NonNullable<SessionHandlers['beforeRequest']>) =>
      void (sessionHandlers.beforeRequest = handler),
  },
})
export const session = { defaultSession }

export interface StandInMenuItem {
  id?: string
  label?: string
  role?: string
  type?: string
  accelerator?: string
  registerAccelerator?: boolean
  submenu?: StandInMenuItem[]
  click?: (item: unknown, window: unknown, event: { triggeredByAccelerator: boolean }) => void
}
export const menuState: { items: StandInMenuItem[]; built: number } = { items: [], built: 0 }
export const Menu = {
  buildFromTemplate: (template: StandInMenuItem[]) => template,
  setApplicationMenu(menu: StandInMenuItem[]): void {
    menuState.items = menu
    menuState.built++
  },
}
export const findMenuItem = (id: string, items = menuState.items): StandInMenuItem | null => {
  for (const item of items) {
    if (item.id === id) return item
    const below = item.submenu ? findMenuItem(id, item.submenu) : null
    if (below) return below
  }
  return null
}

const withoutWindow = (args: unknown[]): unknown => args.at(-1)
const ask =
  <Answer>(what: string, otherwise: Answer) =>
  async (...args: unknown[]): Promise<Answer> => {
    record(what, withoutWindow(args))
    return takeAnswer(what, otherwise)
  }
// Where a spec has laid out nothing, the user thinks better of it.
export const dialog = {
  showOpenDialog: ask('dialog.showOpenDialog', { canceled: true, filePaths: [] as string[] }),
  showSaveDialog: ask('dialog.showSaveDialog', { canceled: true, filePath: '' }),
  showMessageBox: ask('dialog.showMessageBox', { response: 1, checkboxChecked: false }),
}

export const shell = {
  openExternal: async (url: string): Promise<void> => record('shell.openExternal', url),
  showItemInFolder: (path: string): void => record('shell.showItemInFolder', path),
}

export interface StandInDisplay {
  id: number
  workArea: { x: number; y: number; width: number; height: number }
}
const displays = (): StandInDisplay[] =>
  process.env.NARANHI_STAND_IN_DISPLAYS
    ? (JSON.parse(process.env.NARANHI_STAND_IN_DISPLAYS) as StandInDisplay[])
    : [{ id: 1, workArea: { x: 0, y: 0, width: 1920, height: 1040 } }]
export const screen = {
  getAllDisplays: displays,
  getPrimaryDisplay: () => displays()[0],
}

export const nativeTheme = Object.assign(new EventEmitter(), {
  themeSource: 'system',
  get shouldUseDarkColors(): boolean {
    return this.themeSource === 'dark'
  },
})
