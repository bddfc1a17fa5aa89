import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { chromium, type Page } from '@playwright/test'
import { BROWSER_FLAGS, findBrowser } from './browser.ts'
import { startPage, tempFolder } from './launch.ts'
import { Desk } from './pages/desk.ts'
import { closeDialog } from './pages/dialogs.ts'
import { file } from './pages/files.ts'

// The pictures of the README, made of the sample project. `--all FOLDER` also makes every screen at 1280×800 and
// 1920×1080, light and dark, to be looked at.

const pictures = new URL('../resources/pictures/', import.meta.url).pathname
const allInto = process.argv.includes('--all') ? process.argv[process.argv.indexOf('--all') + 1] : undefined

const article = `[더지엠뉴스] 쑤저우시가 올해 친환경 버스 420대를 새로 들였다. 시 교통국은 12일 “노선 38개의 배차 간격을 6분 안쪽으로 줄였다”고 밝혔다. 예산은 3억 2천만 위안(약 4,500만 달러)이다. 시민 만족도는 87.5%로 집계됐다.`

const table = `원어,번역,상태,분야
저고도 항공,low-altitude aviation,preferred,industry
산업국,industry bureau,preferred,government
산업국,department of industry,forbidden,government
,no Korean here,preferred,
`

interface Screen {
  name: string
  open: (page: Page) => Promise<void>
  close?: (page: Page) => Promise<void>
}
const escape = (page: Page) => page.keyboard.press('Escape')

const screens: Screen[] = [
  { name: 'desk', open: (page) => new Desk(page).goTo(9) },
  {
    name: 'terms',
    open: (page) => page.getByRole('tab', { name: /^Terms/ }).click(),
  },
  { name: 'notes', open: (page) => page.getByRole('tab', { name: /^Notes/ }).click() },
  {
    name: 'history',
    open: async (page) => {
      await page.getByRole('tab', { name: /^History/ }).click()
      await new Desk(page).goTo(9)
    },
    close: (page) => page.getByRole('tab', { name: /^Matches/ }).click(),
  },
  {
    name: 'bring-in',
    open: async (page) => {
      await page.keyboard.press('Alt+O')
      await page
        .getByTestId('files')
        .setInputFiles([
          file('쑤저우 버스.txt', article),
          file(
            '난징 도서관.md',
            `# 난징의 새 도서관\n\n난징시는 도서관 세 곳을 열었다.\n\n첫날 2만 명이 찾았다.\n`,
          ),
        ])
      await page.getByRole('list', { name: 'First paragraphs' }).waitFor()
    },
    close: async (page) => {
      await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click()
    },
  },
  {
    name: 'hand-over',
    open: async (page) => {
      await page.keyboard.press('Alt+E')
      await page.getByRole('dialog').waitFor()
    },
    close: escape,
  },
  {
    name: 'palette',
    open: async (page) => {
      await page.keyboard.press('F1')
      await page.getByRole('option').first().waitFor()
    },
    close: escape,
  },
  {
    name: 'settings',
    open: async (page) => {
      await page.keyboard.press('Control+,')
      await page.getByRole('dialog').waitFor()
    },
    close: escape,
  },
  {
    name: 'term',
    open: async (page) => {
      await page.keyboard.press('Alt+Shift+M')
      await page.getByRole('dialog').waitFor()
    },
    close: escape,
  },
  {
    name: 'find',
    open: async (page) => {
      await page.keyboard.press('Control+H')
      await page.getByRole('textbox', { name: 'Replace', exact: true }).waitFor()
    },
    close: escape,
  },
  {
    name: 'menu',
    open: (page) => page.getByRole('menuitem', { name: 'Translate' }).click(),
    close: escape,
  },
  { name: 'glossary', open: (page) => page.keyboard.press('Alt+Shift+G') },
  {
    name: 'term-edit',
    open: async (page) => {
      await page.getByRole('searchbox', { name: 'Search the glossary' }).fill('허페이')
      await page.getByText(/terms? found/).waitFor()
      await page.getByRole('grid').focus()
      await page.keyboard.press('Enter')
      await page.getByRole('dialog').waitFor()
    },
    close: escape,
  },
  {
    name: 'term-uses',
    open: async (page) => {
      await page.keyboard.press('Enter')
      await page.getByRole('tab', { name: 'Used in' }).click()
    },
    close: async (page) => {
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: 'Clear the filters' }).click()
      await page.getByText(/^[\d,]+ terms$/).waitFor()
    },
  },
  {
    name: 'bulk',
    open: async (page) => {
      await page.getByRole('grid').focus()
      for (let step = 0; step < 4; step++) await page.keyboard.press('Shift+ArrowDown')
    },
    close: escape,
  },
  {
    name: 'glossaries',
    open: async (page) => {
      await page.getByRole('button', { name: 'Glossaries…' }).click()
      await page.getByRole('dialog').waitFor()
    },
    close: escape,
  },
  {
    name: 'glossaries-projects',
    open: async (page) => {
      await page.getByRole('button', { name: 'Glossaries…' }).click()
      await page.getByRole('tab', { name: 'In projects' }).click()
    },
    close: escape,
  },
  {
    name: 'glossary-in',
    open: async (page) => {
      await page.keyboard.press('Alt+Shift+I')
      await page.getByTestId('glossary-files').setInputFiles([file('용어.csv', table)])
      await page.getByText('저고도 항공').first().waitFor()
    },
    close: closeDialog,
  },
  {
    name: 'glossary-out',
    open: async (page) => {
      await page.getByRole('button', { name: 'Hand over…' }).click()
      await page.getByRole('dialog').waitFor()
    },
    close: closeDialog,
  },
  {
    name: 'duplicates',
    open: async (page) => {
      await page.getByRole('button', { name: 'Duplicates…' }).click()
      await page.getByRole('dialog').waitFor()
    },
    close: closeDialog,
  },
  {
    name: 'harvest',
    open: async (page) => {
      await page.keyboard.press('Alt+Shift+H')
      await page.getByRole('dialog').waitFor()
    },
    close: closeDialog,
  },
  { name: 'memory', open: (page) => page.keyboard.press('Alt+M') },
  { name: 'trash', open: (page) => page.getByRole('button', { name: 'Trash', exact: true }).click() },
]

const browser = await chromium.launch({ executablePath: findBrowser(), args: BROWSER_FLAGS, headless: true })
const shoot = async (
  theme: 'light' | 'dark',
  size: { width: number; height: number },
  goals: ReadonlyMap<string, string>,
) => {
  const folder = tempFolder()
  const started = await startPage(join(folder, 'pictures.naranhi'))
  const page = await browser.newPage({
    viewport: size,
    colorScheme: theme,
    locale: 'en-US',
    // The caret does not blink in a picture.
    reducedMotion: 'reduce',
  })
  await page.goto(started.address)
  await page.locator('[data-side="target"] .view-line').first().waitFor()
  for (const { name, open, close } of screens) {
    const path = goals.get(name)
    if (path === undefined) continue
    await open(page)
    // What fades in has arrived, and what is looked up has been found.
    await page.waitForTimeout(900)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, await page.screenshot())
    console.log(path)
    await close?.(page)
  }
  await page.close()
  await started.stop()
  rmSync(folder, { recursive: true, force: true })
}

const into = (names: Record<string, string>) =>
  new Map(Object.entries(names).map(([name, picture]) => [name, join(pictures, `${picture}.png`)]))
if (allInto)
  for (const theme of ['light', 'dark'] as const)
    for (const [width, height] of [
      [1280, 800],
      [1920, 1080],
    ] as const)
      await shoot(
        theme,
        { width, height },
        new Map(screens.map(({ name }) => [name, join(allInto, `${name}-${theme}-${width}.png`)])),
      )
else {
  const size = { width: 1280, height: 800 }
  await shoot(
    'light',
    size,
    into({ desk: 'desk-light', 'bring-in': 'bring-in', 'hand-over': 'hand-over', glossary: 'glossary' }),
  )
  await shoot('dark', size, into({ desk: 'desk-dark' }))
}
await browser.close()
