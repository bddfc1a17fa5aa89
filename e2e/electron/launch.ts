import { fork, type ChildProcess } from 'node:child_process'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { chromium, type Browser, type Page } from '@playwright/test'
import { findBrowser } from '../browser.ts'
import type { Action, Actions } from './standIn/control.ts'

const root = new URL('../..', import.meta.url).pathname

export interface Desktop {
  page(): Promise<Page>
  ask<Name extends Action>(
    name: Name,
    ...args: Parameters<Actions[Name]>
  ): Promise<Awaited<ReturnType<Actions[Name]>>>
  /** The process's exit code. */
  ended: Promise<number | null>
  stop(): Promise<void>
}

export interface DesktopOptions {
  /** Holds the user data, and the workspace unless another is named. */
  folder: string
  language?: string
  displays?: unknown
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(address)))
    })
  })

const until = async <Value>(look: () => Promise<Value | null>, what: string): Promise<Value> => {
  for (const end = Date.now() + 30_000; Date.now() < end;) {
    const found = await look().catch(() => null)
    if (found !== null) return found
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`Waited in vain for ${what}`)
}

/** Starts the built main bundle on the stand-in for Electron, in a process of its own. */
export const startDesktop = async ({ folder, language, displays }: DesktopOptions): Promise<Desktop> => {
  const port = await freePort()
  let said = ''
  const child: ChildProcess = fork(
    join(root, 'out/main/index.js'),
    ['--workspace', join(folder, 'work.naranhi')],
    {
      execArgv: ['--import', join(root, 'e2e/electron/standIn/register.mjs')],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      env: {
        ...process.env,
        NARANHI_BROWSER: findBrowser(),
        NARANHI_STAND_IN_PORT: String(port),
        NARANHI_STAND_IN_DATA: join(folder, 'user'),
        ...(language ? { NARANHI_STAND_IN_LANGUAGE: language } : {}),
        ...(displays ? { NARANHI_STAND_IN_DISPLAYS: JSON.stringify(displays) } : {}),
      },
    },
  )
  const hear = (chunk: Buffer) => void (said += chunk.toString())
  child.stdout?.on('data', hear)
  child.stderr?.on('data', hear)
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>()
  child.on('message', (message: { id: number; value?: unknown; error?: string }) => {
    const asker = waiting.get(message.id)
    waiting.delete(message.id)
    if (message.error === undefined) asker?.resolve(message.value)
    else asker?.reject(new Error(message.error))
  })
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  void ended.then((code) => {
    for (const asker of waiting.values()) asker.reject(new Error(`The desktop ended with ${code}:\n${said}`))
  })
  let next = 1
  let browser: Browser | null = null
  const ask: Desktop['ask'] = (name, ...args) =>
    new Promise((resolve, reject) => {
      const id = next++
      waiting.set(id, { resolve: resolve as (value: unknown) => void, reject })
      child.send({ id, name, args }, (error) => (error ? reject(error) : undefined))
    })
  const page = () =>
    until(async () => {
      browser ??= await chromium.connectOverCDP(`http://127.0.0.1:${port}`)
      const pages = browser.contexts().flatMap((context) => context.pages())
      return pages.find((each) => each.url().includes('.stand-in/')) ?? null
    }, `a window:\n${said}`)
  const stop = async () => {
    await browser?.close().catch(() => undefined)
    if (child.exitCode === null) child.disconnect()
    const late = setTimeout(() => child.kill('SIGKILL'), 10_000)
    await ended
    clearTimeout(late)
  }
  return { page, ask, ended, stop }
}
