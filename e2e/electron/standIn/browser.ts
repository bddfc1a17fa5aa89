import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  chromium,
  type BrowserContext,
  type Frame,
  type Page,
  type Request as PageRequest,
  type Route,
} from '@playwright/test'
import { isServed, toShell } from './addresses.ts'
import { schemes, sessionHandlers } from './parts.ts'

/** What a window tells about itself to whoever carries its requests. */
export interface PageOwner {
  /** False where the shell prevents it. */
  mayNavigate(frame: Frame, url: string): boolean
  /** A page of its wants a window of its own. */
  onOpen(url: string): void
}

const owners = new Map<Page, PageOwner>()
export const own = (page: Page, owner: PageOwner): void => void owners.set(page, owner)
export const isOwned = (page: Page): boolean => owners.has(page)

const profile = mkdtempSync(join(tmpdir(), 'naranhi-stand-in-'))
let context: Promise<BrowserContext> | null = null

const ownerOf = (request: PageRequest): { page: Page; owner: PageOwner } | null => {
  try {
    const page = request.frame().page()
    const owner = owners.get(page)
    return owner ? { page, owner } : null
  } catch {
    // Requests of a worker have no frame.
    return null
  }
}

const cancelled = (url: string): Promise<boolean> =>
  new Promise((resolve) => {
    if (!sessionHandlers.beforeRequest) return resolve(false)
    sessionHandlers.beforeRequest({ url }, ({ cancel }) => resolve(cancel === true))
  })

const carry = async (route: Route): Promise<void> => {
  const request = route.request()
  const url = toShell(request.url())
  const owned = ownerOf(request)
  if (request.isNavigationRequest() && !owned) {
    // A new window that a page has opened: Chromium asks for its document before Playwright knows its page.
    for (const owner of owners.values()) owner.onOpen(url)
    return route.abort('aborted')
  }
  if (request.isNavigationRequest() && !owned?.owner.mayNavigate(request.frame(), url))
    return route.abort('aborted')
  // The stand-in has no network: whatever is not served here leads nowhere.
  if ((await cancelled(url)) || !isServed(request.url())) return route.abort('blockedbyclient')
  const respond = schemes.get('naranhi')
  if (!respond) return route.abort('failed')
  const headers = new Headers()
  for (const [name, value] of Object.entries(await request.allHeaders()))
    if (!name.startsWith(':')) headers.set(name, name === 'origin' ? toShell(value) : value)
  const body = request.postDataBuffer()
  const response = await respond(
    new Request(url, { method: request.method(), headers, ...(body ? { body: new Uint8Array(body) } : {}) }),
  )
  await route.fulfill({
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: Buffer.from(await response.arrayBuffer()),
  })
}

const launch = async (): Promise<BrowserContext> => {
  const executablePath = process.env.NARANHI_BROWSER
  const started = await chromium.launchPersistentContext(profile, {
    ...(executablePath ? { executablePath } : {}),
    headless: true,
    viewport: null,
    args: [
      `--remote-debugging-port=${process.env.NARANHI_STAND_IN_PORT ?? '0'}`,
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--no-first-run',
      '--lang=en-US',
      '--window-size=1280,800',
    ],
  })
  await started.route(
    () => true,
    (route) => carry(route).catch(() => route.abort('failed').catch(() => undefined)),
  )
  started.on('page', (page) => {
    void page
      .opener()
      .then((opener) => (opener ? page.close() : undefined))
      .catch(() => undefined)
  })
  return started
}
export const browser = (): Promise<BrowserContext> => (context ??= launch())

export const closeBrowser = async (): Promise<void> => {
  if (context) await (await context).close().catch(() => undefined)
  rmSync(profile, { recursive: true, force: true })
}
