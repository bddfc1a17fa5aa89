import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, expect, type Page } from '@playwright/test'

const root = new URL('..', import.meta.url).pathname

/** What was built, as a user runs it; while working on the engine, its sources (`NARANHI_E2E_SOURCE=1`). */
export const cli = join(
  root,
  process.env.NARANHI_E2E_SOURCE ? 'src/hosts/cli/dev.ts' : 'src/hosts/cli/bin.mjs',
)

export interface Started {
  address: string
  workspace: string
  process: ChildProcess
  stop(): Promise<void>
}

/** Starts the local page on a workspace of its own and waits for the address it prints. */
export const startPage = async (workspace: string, extra: string[] = []): Promise<Started> => {
  const child = spawn(process.execPath, [cli, 'serve', '--workspace', workspace, ...extra], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const address = await new Promise<string>((resolve, reject) => {
    const onData = (chunk: Buffer) => {
      said += chunk.toString()
      const found = /http:\/\/127\.0\.0\.1:\d+\/\S*#key=\S+/.exec(said)
      if (found) resolve(found[0])
    }
    child.stdout.on('data', onData)
    child.stderr.on('data', onData)
    child.once('exit', (code) => reject(new Error(`naranhi serve ended with ${code}:\n${said}`)))
    setTimeout(() => reject(new Error(`naranhi serve printed no address:\n${said}`)), 20_000).unref()
  })
  const stop = () =>
    new Promise<void>((resolve) => {
      if (child.exitCode !== null) return resolve()
      child.once('exit', () => resolve())
      child.kill('SIGTERM')
    })
  return { address, workspace, process: child, stop }
}

export const tempFolder = (): string => mkdtempSync(join(tmpdir(), 'naranhi-e2e-'))

export interface App {
  page: Page
  started: Started
  folder: string
  /** Closes the page and the process and opens both again on the same workspace. */
  reopen(): Promise<void>
  /** What broke the content security policy so far. */
  violations: string[]
  /** What the page said on its console as an error, or threw. */
  errors: string[]
}

const watch = (page: Page, app: Pick<App, 'violations' | 'errors'>): void => {
  page.on('console', (message) => {
    const text = message.text()
    if (/Content Security Policy|Trusted ?Types?|violates the following/i.test(text))
      app.violations.push(text)
    // A refused call answers with a status of 4xx, which the browser reports by itself; the page shows it its own way.
    else if (message.type() === 'error' && !/Failed to load resource.*status of 4\d\d/.test(text))
      app.errors.push(text)
  })
  page.on('pageerror', (error) => app.errors.push(`${error.message}\n${error.stack ?? ''}`))
}

/** A test with the app open in a page, on a fresh workspace with the sample project. Ends only without violations. */
export const test = base.extend<{ app: App }>({
  app: async ({ context }, use) => {
    const folder = tempFolder()
    const workspace = join(folder, 'work.naranhi')
    const started = await startPage(workspace)
    const app: App = {
      page: await context.newPage(),
      started,
      folder,
      violations: [],
      errors: [],
      reopen: async () => {
        await app.page.close({ runBeforeUnload: true })
        await app.started.stop()
        app.started = await startPage(workspace)
        app.page = await context.newPage()
        watch(app.page, app)
        await open(app.page, app.started.address)
      },
    }
    watch(app.page, app)
    await open(app.page, started.address)
    await use(app)
    expect(app.violations, 'content security policy').toEqual([])
    expect(app.errors, 'errors on the console').toEqual([])
    await app.started.stop()
    rmSync(folder, { recursive: true, force: true })
  },
})

const open = async (page: Page, address: string): Promise<void> => {
  await page.goto(address)
  await page.locator('[data-side="target"] .monaco-editor').waitFor()
  await page.locator('[data-side="target"] .view-line').first().waitFor()
}

export { expect }
