import { EventEmitter } from 'node:events'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { closeBrowser } from './browser.ts'
import { children } from './utility.ts'

interface Closable {
  isDestroyed(): boolean
  close(): void
}

const userData = process.env.NARANHI_STAND_IN_DATA ?? ''
const lock = join(userData, 'stand-in.lock')
const request = join(userData, 'stand-in.request')

const runs = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

class App extends EventEmitter {
  windows: () => Closable[] = () => []
  private ending = false
  private quitAsked = false

  getPath = (name: string): string => (name === 'userData' ? userData : join(userData, name))
  getVersion = (): string => '0.0.0-stand-in'
  getLocale = (): string => 'en-US'
  getPreferredSystemLanguages = (): string[] => [process.env.NARANHI_STAND_IN_LANGUAGE ?? 'en-US']
  whenReady = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

  /** A file with the first one's number; a second one leaves its command line in a file beside it. */
  requestSingleInstanceLock(): boolean {
    mkdirSync(userData, { recursive: true })
    if (existsSync(lock) && runs(Number(readFileSync(lock, 'utf8')))) {
      writeFileSync(request, JSON.stringify(process.argv))
      return false
    }
    writeFileSync(lock, String(process.pid))
    setInterval(() => {
      if (!existsSync(request)) return
      const argv = JSON.parse(readFileSync(request, 'utf8')) as string[]
      rmSync(request)
      this.emit('second-instance', {}, argv, process.cwd(), null)
    }, 100).unref()
    return true
  }

  /** Electron's order: before-quit, every window's close, will-quit, quit. Each of the last three may be refused. */
  quit(): void {
    if (!this.quitAsked) this.emit('before-quit', { preventDefault: () => undefined })
    this.quitAsked = true
    for (const window of this.windows()) window.close()
    if (this.windows().length > 0) return
    const event = {
      refused: false,
      preventDefault() {
        this.refused = true
      },
    }
    this.emit('will-quit', event)
    if (!event.refused) void this.end()
  }
  allWindowsClosed(): void {
    if (this.listenerCount('window-all-closed') > 0) this.emit('window-all-closed')
    else this.quit()
  }
  private async end(): Promise<void> {
    if (this.ending) return
    this.ending = true
    this.emit('quit')
    for (const child of children) child.kill()
    await closeBrowser()
    if (existsSync(lock) && readFileSync(lock, 'utf8') === String(process.pid)) rmSync(lock)
    process.exit(0)
  }
}

export const app = new App()
