import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from '@playwright/test'
import { addArticle, startBrowser, startHost, type BenchArticle } from './app.ts'
import { openArticle, saved, takeKeys, watchKeys } from './desk.ts'
import { median, milliseconds, printTable, quantile } from './figures.ts'
import { takePauses, watchPauses, type Pauses } from './pauses.ts'
import { termTable } from './terms.ts'

const TERMS = 100_000
/** No task of the page may take longer. */
const MOST_PAUSE = 50
const IDLE = 4_000

interface Measured {
  what: string
  /** Milliseconds. */
  took: number
  pauses: Pauses
  keys: number[]
}

const measured = async (page: Page, what: string, work: () => Promise<void>): Promise<Measured> => {
  await takeKeys(page)
  await watchPauses(page)
  const start = performance.now()
  await work()
  const took = performance.now() - start
  // What the end of the work sets off (lists that load again) belongs to it.
  await pause(1_500)
  const pauses = await takePauses(page)
  return { what, took, pauses, keys: (await takeKeys(page)).map(({ frame }) => frame) }
}

/** Chooses the file and gives the dialog back when it can be brought in. */
const choose = async (page: Page, file: string): Promise<void> => {
  await page.keyboard.press('Alt+Shift+I')
  await page.getByTestId('glossary-files').setInputFiles(file)
  await page.getByRole('button', { name: `Bring in ${TERMS.toLocaleString('en')} terms` }).waitFor({
    timeout: 120_000,
  })
}

/** Brings in, put aside; `meanwhile` runs again and again until the report is offered. */
const bringIn = async (page: Page, meanwhile: () => Promise<void>): Promise<void> => {
  await page.getByRole('button', { name: `Bring in ${TERMS.toLocaleString('en')} terms` }).click()
  await page.getByRole('button', { name: 'Continue in the background' }).last().click()
  const report = page.getByRole('button', { name: 'Report', exact: true })
  const end = performance.now() + 300_000
  while (!(await report.isVisible())) {
    if (performance.now() > end) throw new Error('Waited in vain for the end of the import')
    await meanwhile()
  }
}

const typing = (page: Page) => async (): Promise<void> => {
  await page.keyboard.press('x')
  await pause(60)
}
const walking = (page: Page) => async (): Promise<void> => {
  await page.keyboard.press('ArrowDown')
  await pause(60)
}

const longest = (values: readonly number[]): string =>
  milliseconds(values.length === 0 ? 0 : Math.max(...values))

const run = async (page: Page, folder: string, article: BenchArticle): Promise<Measured[]> => {
  const table = (name: string, seed: number) => {
    const file = join(folder, `${name}.csv`)
    writeFileSync(file, termTable(TERMS, seed))
    return file
  }
  const [first, second] = [table('desk', 31), table('list', 32)]
  const found: Measured[] = []
  await openArticle(page, article)
  await saved(page)
  await watchKeys(page)
  const type = typing(page)
  found.push(
    await measured(page, 'typing, no import', async () => {
      for (const end = performance.now() + IDLE; performance.now() < end;) await type()
    }),
  )
  found.push(await measured(page, 'preview', () => choose(page, first)))
  found.push(await measured(page, 'import, typing on the desk', () => bringIn(page, type)))
  await page.keyboard.press('Alt+Shift+G')
  await page.getByRole('heading', { level: 1, name: 'Glossary' }).waitFor()
  await pause(3_000)
  await choose(page, second)
  found.push(await measured(page, 'import, glossary in view', () => bringIn(page, walking(page))))
  return found
}

/** 100,000 terms brought in through the page, while it is typed in: how long the page and the engine stand still. */
export const glossaryPageBench = async (): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'naranhi-bench-'))
  const workspace = join(folder, 'bench.naranhi')
  const article = addArticle(workspace, folder, 50)
  const host = await startHost(workspace)
  const { browser, page } = await startBrowser()
  try {
    await page.goto(host.address)
    await page.getByRole('button', { name: article.title }).first().waitFor()
    const found = await run(page, folder, article)
    printTable(`${TERMS.toLocaleString('en')} terms brought in through the page`, [
      [
        '',
        'took',
        'terms/s',
        'longest task',
        'tasks ≥ 50 ms',
        'longest frame',
        'key to frame',
        '95 %',
        'engine 95 %',
        'engine longest',
      ],
      ...found.map(({ what, took, pauses, keys }) => [
        what,
        `${(took / 1000).toFixed(1)} s`,
        what.startsWith('import') ? Math.round((TERMS / took) * 1000).toLocaleString('en') : '–',
        longest(pauses.tasks),
        String(pauses.tasks.length),
        longest(pauses.frames),
        milliseconds(median(keys)),
        milliseconds(quantile(keys, 0.95)),
        milliseconds(quantile(pauses.answers, 0.95)),
        longest(pauses.answers),
      ]),
    ])
    const worst = Math.max(0, ...found.flatMap(({ pauses }) => pauses.tasks))
    console.log(`The page’s longest pause: ${milliseconds(worst)} (at most ${MOST_PAUSE} ms)`)
    if (worst > MOST_PAUSE) process.exitCode = 1
  } finally {
    await browser.close()
    await host.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
