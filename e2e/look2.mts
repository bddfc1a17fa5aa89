import { chromium } from '@playwright/test'
import { join } from 'node:path'
import { BROWSER_FLAGS, findBrowser } from './browser.ts'
import { startPage, tempFolder } from './launch.ts'
import { Desk } from './pages/desk.ts'
const browser = await chromium.launch({ executablePath: findBrowser(), args: BROWSER_FLAGS, headless: true })
const started = await startPage(join(tempFolder(), 'l.naranhi'))
const wide = process.argv[2] === 'wide'
const page = await browser.newPage({ viewport: wide ? { width: 1920, height: 1080 } : { width: 1280, height: 800 }, colorScheme: process.argv[3] === 'dark' ? 'dark' : 'light', locale: 'en-US' })
page.on('console', (m) => m.type() === 'error' && console.log('ERR', m.text()))
page.on('pageerror', (e) => console.log('PAGEERR', e.message))
await page.goto(started.address)
await page.locator('[data-side="target"] .view-line').first().waitFor()
let n = 0
const shot = async (name: string) => { await page.waitForTimeout(600); await page.screenshot({ path: `/tmp/look/d${String(++n).padStart(2, '0')}-${name}.png` }) }
const desk = new Desk(page)
await desk.goTo(9)
await page.getByRole('tab', { name: /^Terms/ }).click()
await desk.goTo(9)
await shot('terms')
const term = page.locator('[data-side="source"] .desk-term').nth(4)
await term.hover()
await page.waitForTimeout(500)
await shot('hover')
await term.click({ button: 'right' })
await shot('menu')
await page.keyboard.press('Escape')
await desk.goTo(12)
await page.keyboard.type(' exp')
await shot('complete')
await page.keyboard.type('orts bank')
await shot('bank')
await page.keyboard.press('Enter')
await page.waitForTimeout(200)
await shot('enter')
await page.keyboard.press('Control+Alt+8')
await shot('eight')
await page.keyboard.press('Alt+F6')
await page.keyboard.press('ArrowDown')
await shot('keys')
await browser.close()
await started.stop()
