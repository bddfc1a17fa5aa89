import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import type { Frame, Page } from '@playwright/test'
import { toBrowser, toShell } from './addresses.ts'
import { app } from './app.ts'
import { browser, isOwned, own } from './browser.ts'
import { invokeMain, session } from './parts.ts'
import { preloadFrame } from './preloadFrame.ts'
import { record } from './record.ts'

interface Bounds {
  x: number
  y: number
  width: number
  height: number
}
interface Options extends Partial<Bounds> {
  webPreferences: { preload: string }
}
export interface StandInEvent {
  defaultPrevented: boolean
  preventDefault(): void
}
export const preventable = <Fields extends object>(fields: Fields): Fields & StandInEvent => ({
  ...fields,
  defaultPrevented: false,
  preventDefault() {
    this.defaultPrevented = true
  },
})

const frameNumbers = new WeakMap<Frame, number>()
let frames = 0
const numberOf = (frame: Frame): number => {
  const known = frameNumbers.get(frame)
  if (known !== undefined) return known
  frameNumbers.set(frame, ++frames)
  return frames
}
/** What the shell sees of a frame. */
const shown = (frame: Frame): object => ({
  url: toShell(frame.url()),
  frameTreeNodeId: numberOf(frame),
  get parent() {
    const parent = frame.parentFrame()
    return parent ? shown(parent) : null
  },
})

let contentsMade = 0

class WebContents extends EventEmitter {
  readonly id = ++contentsMade
  readonly session = session.defaultSession
  page: Page | null = null
  crashed = false
  private address = ''
  private openHandler: ((details: { url: string }) => { action: string }) | null = null
  private readonly preload: string

  constructor(preload: string) {
    super()
    this.preload = preload
  }

  get mainFrame(): object | null {
    return this.page ? shown(this.page.mainFrame()) : null
  }
  isDestroyed(): boolean {
    return this.ended
  }
  ended = false
  isCrashed(): boolean {
    return this.crashed
  }
  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.openHandler = handler
  }
  send(channel: string, ...args: unknown[]): void {
    const text = JSON.stringify(args)
    this.page
      ?.evaluate(
        ([name, carried]) => {
          const deliver = (window as unknown as Record<string, (channel: string, text: string) => void>)[
            '__standInDeliver'
          ]
          deliver?.(name ?? '', carried ?? '[]')
        },
        [channel, text],
      )
      .catch(() => undefined)
  }
  async load(address: string): Promise<void> {
    this.address = address
    const context = await browser()
    // Chromium starts with an empty page of its own: the first window takes it.
    const first = context.pages().find((page) => !isOwned(page))
    const page = first ?? (await context.newPage())
    await this.attach(page)
    await page.goto(toBrowser(address))
    this.emit('did-finish-load')
  }
  reload(): void {
    const again = this.crashed
    const old = this.page
    this.crashed = false
    const work = again
      ? this.load(this.address).then(() => old?.close().catch(() => undefined))
      : old?.reload()
    work?.catch((error: unknown) => console.error(error))
  }

  private async attach(page: Page): Promise<void> {
    this.page = page
    own(page, {
      mayNavigate: (frame, url) => {
        const isMainFrame = frame === page.mainFrame()
        // What the shell itself loads is not asked about.
        if (isMainFrame && url === this.address && page.url() === 'about:blank') return true
        const details = () => preventable({ url, isMainFrame, isSameDocument: false, frame: shown(frame) })
        const any = details()
        this.emit('will-frame-navigate', any)
        const main = details()
        if (isMainFrame && !any.defaultPrevented) this.emit('will-navigate', main)
        const refused = any.defaultPrevented || main.defaultPrevented
        record('navigation', { url, isMainFrame, refused })
        return !refused
      },
      onOpen: (url) => {
        if (page !== this.page) return
        record('window.open', { url, action: this.openHandler?.({ url }).action ?? 'allow' })
      },
    })
    page.on('crash', () => {
      this.crashed = true
      this.emit('render-process-gone', preventable({}), { reason: 'crashed', exitCode: 1 })
    })
    await page.exposeBinding('__standInInvoke', async ({ frame }, channel: string, text: string) => {
      const event = { sender: this, senderFrame: shown(frame), frameId: numberOf(frame), type: 'frame' }
      const answer = await invokeMain(channel, event, JSON.parse(text) as unknown[])
      return answer === undefined ? null : JSON.stringify(answer)
    })
    await page.addInitScript({ content: preloadFrame(readFileSync(this.preload, 'utf8')) })
  }
}

export class BrowserWindow extends EventEmitter {
  private static readonly all: BrowserWindow[] = []
  private static made = 0
  static getAllWindows(): BrowserWindow[] {
    return [...BrowserWindow.all]
  }
  static getFocusedWindow(): BrowserWindow | null {
    return BrowserWindow.all.find((window) => window.focused) ?? null
  }
  static fromWebContents(contents: unknown): BrowserWindow | null {
    return BrowserWindow.all.find((window) => window.webContents === contents) ?? null
  }

  readonly id = ++BrowserWindow.made
  readonly webContents: WebContents
  private bounds: Bounds
  private destroyed = false
  private maximised = false
  private minimised = false
  private full = false
  private focused = false

  constructor(options: Options) {
    super()
    record('BrowserWindow', options)
    this.bounds = { x: 40, y: 40, width: 800, height: 600, ...pick(options) }
    this.webContents = new WebContents(options.webPreferences.preload)
    BrowserWindow.all.push(this)
    app.emit('web-contents-created', {}, this.webContents)
  }
  async loadURL(address: string): Promise<void> {
    await this.webContents.load(address)
    this.emit('ready-to-show')
  }
  show(): void {
    this.focused = true
    record('window.show', null)
  }
  focus(): void {
    this.focused = true
    record('window.focus', null)
  }
  isMinimized = () => this.minimised
  minimize = () => void (this.minimised = true)
  restore = () => void (this.minimised = false)
  maximize = () => void (this.maximised = true)
  isMaximized = () => this.maximised
  setFullScreen = (full: boolean) => void (this.full = full)
  isFullScreen = () => this.full
  getNormalBounds = () => ({ ...this.bounds })
  setBounds = (bounds: Partial<Bounds>) => void (this.bounds = { ...this.bounds, ...bounds })
  setBackgroundColor = (colour: string) => record('window.setBackgroundColor', colour)
  isDestroyed = () => this.destroyed
  close(): void {
    const event = preventable({})
    this.emit('close', event)
    if (!event.defaultPrevented) this.destroy()
  }
  destroy(): void {
    if (this.destroyed) return
    this.destroyed = true
    this.webContents.ended = true
    BrowserWindow.all.splice(BrowserWindow.all.indexOf(this), 1)
    const { page } = this.webContents
    this.webContents.page = null
    // Like Electron's: without the page's own question about leaving.
    void page?.close({ runBeforeUnload: false }).catch(() => undefined)
    this.emit('closed')
    if (BrowserWindow.all.length === 0) app.allWindowsClosed()
  }
}

const pick = ({ x, y, width, height }: Options): Partial<Bounds> =>
  Object.fromEntries(Object.entries({ x, y, width, height }).filter(([, value]) => value !== undefined))

app.windows = () => BrowserWindow.getAllWindows()
