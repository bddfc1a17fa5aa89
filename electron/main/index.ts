import { homedir } from 'node:os'
import { join } from 'node:path'
import { app, BrowserWindow } from 'electron'
import { startEngine } from './engineProcess.ts'
import { openExternal } from './external.ts'
import { answerCalls, sendEvent } from './ipc.ts'
import { languageFor, showMenu } from './menu.ts'
import { registerScheme, serveWindow } from './protocol.ts'
import { guardEverything } from './security.ts'
import { followSettings } from './settings.ts'
import { isFirstInstance } from './singleInstance.ts'
import { createWindows, type Windows } from './windows.ts'
import { workspacePath } from './workspacePath.ts'
import { externalUrl } from './origin.ts'

/** How long the engine may take to flush and close when the application ends, in ms. */
const ENGINE_WAIT = 5000
// The bundle stands in out/main.
const out = join(import.meta.dirname, '..')

const start = (): Windows => {
  const engine = startEngine(join(out, 'main', 'engine.js'), {
    workspacePath: workspacePath({
      argv: process.argv.slice(1),
      workingFolder: process.cwd(),
      env: process.env,
      platform: process.platform,
      home: homedir(),
    }),
    resources: join(out, '..', 'resources'),
  })
  const settings = followSettings(engine, (changed) => {
    showMenu(changed)
    windows.showTheme(changed.theme)
  })
  const language = () => languageFor(settings())
  const windows = createWindows({
    preload: join(out, 'preload', 'index.cjs'),
    stateFile: join(app.getPath('userData'), 'window.json'),
    language,
  })
  serveWindow({
    renderer: join(out, 'renderer'),
    addUpload: (name, bytes) => engine.addUpload(name, bytes),
    download: (id) => engine.download(id),
  })
  guardEverything((contents, url) => {
    const window = BrowserWindow.fromWebContents(contents)
    // A link is asked about like a call; one that may not be opened is passed over.
    if (window && externalUrl(url)) openExternal(window, url, language()).catch(() => undefined)
  })
  answerCalls(engine, {
    language,
    stay: (window) => windows.stay(window),
    release: (window) => windows.release(window),
  })
  engine.listen((event) => {
    for (const window of BrowserWindow.getAllWindows()) sendEvent(window, event)
  })
  showMenu(settings())
  windows.open()

  let quitting = false
  let ended = false
  app.on('before-quit', () => (quitting = true))
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin' || quitting) app.quit()
  })
  app.on('activate', () => {
    if (!windows.current()) windows.open()
  })
  app.on('will-quit', (event) => {
    if (ended) return
    event.preventDefault()
    void engine.close(ENGINE_WAIT).finally(() => {
      ended = true
      app.quit()
    })
  })
  return windows
}

let started: Windows | null = null
if (isFirstInstance(() => started?.current() ?? null)) {
  registerScheme()
  void app.whenReady().then(() => (started = start()))
} else app.quit()
