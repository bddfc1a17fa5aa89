import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from '@playwright/test'
import { addArticle, startBrowser, startHost, type BenchArticle } from './app.ts'
import { lendKeyboard, openArticle, saved, takeKeys, watchKeys } from './desk.ts'
import { median, milliseconds, printTable, quantile } from './figures.ts'
import { takePauses, watchPauses, type Pauses } from './pauses.ts'
import { termTable } from './terms.ts'

const TERMS = 100_000
/** No task of the page may take longer while terms come in. */
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
  const keys = (await takeKeys(page)).map(({ frame }) => frame)
  // Keys that write nothing on the desk are noted too, as never shown.
  return { what, took, pauses, keys: what.includes('typing') ? keys : [] }
}

// What is waited for is asked for in the plainest way: looking for roles and names over the whole page would itself
// make the pauses that are measured.
const shows = (page: Page, selector: string, text: string): Promise<boolean> =>
  page.evaluate(
    ([where, what]) =>
      Array.from(document.querySelectorAll(where)).some((each) => each.textContent.includes(what)),
    [selector, text] as const,
  )
const until = async (test: () => Promise<boolean>, meanwhile: () => Promise<void>): Promise<void> => {
  const end = performance.now() + 300_000
  while (!(await test())) {
    if (performance.now() > end) throw new Error('Waited in vain for the import')
    await meanwhile()
  }
}
const ACT = '[role=dialog] footer button:last-of-type'
const count = TERMS.toLocaleString('en')

/** Chooses the file and waits until it can be brought in. */
const choose = async (page: Page, file: string): Promise<void> => {
  await page.keyboard.press('Alt+Shift+I')
  await page.getByTestId('glossary-files').setInputFiles(file)
  await until(
    () => shows(page, `${ACT}:not(:disabled)`, count),
    () => pause(50),
  )
}

/** Brings in, put aside; `meanwhile` runs again and again until the end is told. */
const bringIn = async (page: Page, name: string, meanwhile: () => Promise<void>): Promise<void> => {
  await page.locator(ACT).click()
  await until(
    () => shows(page, ACT, 'Continue in the background'),
    () => pause(20),
  )
  await page.locator(ACT).click()
  await until(() => shows(page, '[data-sonner-toast]', `${name}.csv: ${count} added`), meanwhile)
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
  // The first time its dialog is opened also loads and compiles it.
  await page.keyboard.press('Alt+Shift+I')
  await page.getByRole('dialog').waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.locator('[data-side="target"] .monaco-editor.focused').waitFor()
  found.push(
    await measured(page, 'typing, no import', async () => {
      for (const end = performance.now() + IDLE; performance.now() < end;) await type()
    }),
  )
  found.push(await measured(page, 'preview', () => choose(page, first)))
  found.push(await measured(page, 'import, typing on the desk', () => bringIn(page, 'desk', type)))
  await page.keyboard.press('Alt+Shift+G')
  await page.getByRole('heading', { level: 1, name: 'Glossary' }).waitFor()
  await pause(3_000)
  await choose(page, second)
  found.push(await measured(page, 'import, glossary in view', () => bringIn(page, 'list', walking(page))))
  return found
}

/** 100,000 terms brought in through the page, while it is typed in: how long the page and the engine stand still. */
export const glossaryPageBench = async (): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'naranhi-bench-'))
  const workspace = join(folder, 'bench.naranhi')
  const article = addArticle(workspace, folder, 50)
  // One of them is on the desk at the start; only the other comes by a click.
  const other = addArticle(workspace, folder, 10)
  const host = await startHost(workspace)
  const { browser, page } = await startBrowser()
  try {
    await lendKeyboard(page)
    await page.goto(host.address)
    await page.getByRole('button', { name: article.title }).first().waitFor()
    await openArticle(page, other)
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
    const imports = found.filter(({ what }) => what.startsWith('import'))
    const worst = Math.max(0, ...imports.flatMap(({ pauses }) => pauses.tasks))
    console.log(
      `The page’s longest pause during an import: ${milliseconds(worst)} (at most ${MOST_PAUSE} ms)`,
    )
    if (worst > MOST_PAUSE) process.exitCode = 1
  } finally {
    await browser.close()
    await host.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
