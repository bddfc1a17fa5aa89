import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from '@playwright/test'

/** Keeps Chromium from asking the network for anything, and lets it run as root and without a GPU. */
export const BROWSER_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--lang=en-US',
]

const installed = (): string | null => {
  const asked = process.env.NARANHI_BROWSER
  if (asked) return existsSync(asked) ? asked : null
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge']
  const folders = (process.env.PATH ?? '').split(delimiter)
  const places = [
    ...folders.flatMap((folder) => names.map((name) => join(folder, name))),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ]
  return places.find((place) => existsSync(place)) ?? null
}

const own = (): string | null => {
  try {
    const path = chromium.executablePath()
    return existsSync(path) ? path : null
  } catch {
    return null
  }
}

/** Debian as root: the distribution's own Chromium, with a Korean font for what is printed through LibreOffice. */
const fromDebian = (): string | null => {
  const root = process.getuid?.() === 0
  if (!root || spawnSync('apt-get', ['--version']).status !== 0) return null
  console.log('No browser found: installing Debian’s chromium …')
  execFileSync('apt-get', ['update', '-qq'], { stdio: 'inherit' })
  execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'], {
    stdio: 'inherit',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
  return installed()
}

/** An installed Chromium, Chrome or Edge; else Playwright's own; else Debian's. Throws with what to do. */
export const findBrowser = (): string => {
  const found = installed() ?? own() ?? fromDebian()
  if (!found) {
    throw new Error(
      'The end-to-end tests need a Chromium. Install Chromium, Chrome or Edge, or run `npx playwright install chromium`, ' +
        'or name one in NARANHI_BROWSER.',
    )
  }
  return found
}
