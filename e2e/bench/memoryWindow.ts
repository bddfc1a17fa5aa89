import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from '@playwright/test'
import { similarity } from '#core/text/similarity.ts'
import { startBrowser, startHost, type BenchArticle } from './app.ts'
import { edited } from './corpus.ts'
import { seeded, type Pair } from './data.ts'
import { lendKeyboard, openArticle, saved, takeKeys, watchKeys } from './desk.ts'
import { median, milliseconds, printTable, quantile } from './figures.ts'
import { load, storedUnits } from './memoryCorpus.ts'
import { writeMemoryFile } from './memoryFile.ts'
import { memoryWorkspace, openBenchEngine } from './memoryWorkspace.ts'
import { takePauses, watchPauses, type Pauses } from './pauses.ts'

const SIZE = 200_000
const PARAGRAPHS = 240
const MOVES = 40
/** Milliseconds from the caret to the matches on screen, of which 95 in 100 take less; and of one task of the page. */
const MOST_MOVE = 50
const MOST_PAUSE = 50
/** As much as an upload may be, nearly: 44 MB. */
const BROUGHT_IN = 100_000
const LIST = 'ol[aria-label="Matches"]'

/** Sources that each have a match, and not the same. */
const likeStored = (stored: readonly Pair[], count: number, seed: number): string[] => {
  const random = seeded(seed)
  const found: string[] = []
  while (found.length < count) {
    const { source } = stored[Math.floor(random() * stored.length)] as Pair
    const text = edited(source, random)
    const score = similarity(text, source)
    if (score >= 75 && score < 100) found.push(text)
  }
  return found
}

const articleOf = async (path: string, sources: readonly string[], name: string): Promise<BenchArticle> => {
  const engine = await openBenchEngine(path)
  try {
    const { articles } = await engine.run('import.run', {
      items: [{ from: { kind: 'text', text: sources.join('\n'), name: `${name}.txt` }, split: 'line' }],
      project: 'Bench',
    })
    const [article] = articles
    if (article?.paragraphs !== sources.length)
      throw new Error(`Brought in ${article?.paragraphs} paragraphs`)
    return article
  } finally {
    await engine.close()
  }
}

/** Presses a key and gives the milliseconds until the matches shown are others and painted; NaN where none came. */
const moved = async (page: Page, key: string): Promise<number> => {
  await page.evaluate((list) => {
    const text = () => document.querySelector(list)?.textContent ?? ''
    const before = text()
    const found = new Promise<number>((resolve) => {
      document.addEventListener(
        'keydown',
        ({ timeStamp }) => {
          const look = () =>
            requestAnimationFrame(() => {
              const { port1, port2 } = new MessageChannel()
              port1.onmessage = () => {
                const now = performance.now()
                const shown = text()
                if (shown !== '' && shown !== before) resolve(now - timeStamp)
                else if (now - timeStamp > 1_500) resolve(Number.NaN)
                else look()
              }
              port2.postMessage(null)
            })
          look()
        },
        { capture: true, once: true },
      )
    })
    Object.assign(window, { benchMove: found })
  }, LIST)
  await page.keyboard.press(key)
  return page.evaluate(() => (window as unknown as { benchMove: Promise<number> }).benchMove)
}

const moves = async (page: Page, key: string, count: number, rest: number): Promise<number[]> => {
  const took: number[] = []
  for (let move = 0; move < count; move++) {
    took.push(await moved(page, key))
    // Below each paragraph stands an empty line of its own, where nothing else is to be shown.
    await page.keyboard.press(key)
    await pause(rest)
  }
  return took
}

/** Brings a TMX in by the dialog, put aside, while it is typed. */
const bringIn = async (
  page: Page,
  file: string,
): Promise<{ took: number; pauses: Pauses; keys: number[] }> => {
  const act = '[role=dialog] footer button:last-of-type'
  const says = (selector: string, text: string): Promise<boolean> =>
    page.evaluate(
      ([where, what]) =>
        Array.from(document.querySelectorAll(where)).some((each) => each.textContent.includes(what)),
      [selector, text] as const,
    )
  const until = async (selector: string, text: string, meanwhile: () => Promise<void>): Promise<void> => {
    for (const end = performance.now() + 300_000; !(await says(selector, text));) {
      if (performance.now() > end) throw new Error(`Waited in vain for ${text}`)
      await meanwhile()
    }
  }
  await page.keyboard.press('F1')
  const field = page.getByRole('textbox', { name: 'Commands and articles' })
  await field.fill('Bring in a memory')
  await page
    .getByRole('option', { name: /Bring in a memory/u })
    .first()
    .waitFor()
  await page.keyboard.press('Enter')
  await page.getByTestId('memory-files').setInputFiles(file)
  await until(`${act}:not(:disabled)`, 'Bring in', () => pause(50))
  await takeKeys(page)
  await watchPauses(page)
  const start = performance.now()
  await page.locator(act).click()
  await until(act, 'background', () => pause(20))
  await page.locator(act).click()
  await until('[data-sonner-toast]', 'added', async () => {
    await page.keyboard.press('x')
    await pause(60)
  })
  const took = performance.now() - start
  await pause(1_500)
  const pauses = await takePauses(page)
  return { took, pauses, keys: (await takeKeys(page)).map(({ frame }) => frame) }
}

const longest = (values: readonly number[]): string =>
  milliseconds(values.length === 0 ? 0 : Math.max(...values))

const measure = async (
  page: Page,
  [rest, article]: readonly [BenchArticle, BenchArticle],
  file: string,
): Promise<void> => {
  // One of them may be on the desk already, and is not opened by a click then.
  await page.locator('[data-side="target"] .view-line').first().waitFor()
  if (!(await page.title()).startsWith(rest.title)) await openArticle(page, rest)
  await openArticle(page, article)
  await saved(page)
  if (!(await page.locator(LIST).isVisible())) await page.keyboard.press('Alt+F5')
  await page.locator(LIST).waitFor()
  await page.locator('[data-side="target"] .monaco-editor.focused').waitFor()
  const rows: string[][] = []
  let worst = 0
  for (const [what, key, count, after] of [
    ['the next paragraph, at leisure', 'ArrowDown', MOVES, 400],
    ['the next paragraph, at once', 'ArrowDown', MOVES, 0],
  ] as const) {
    const all = await moves(page, key, count, after)
    if (all.filter((each) => Number.isNaN(each)).length > all.length / 2)
      throw new Error(`The matches do not follow the caret to ${what}`)
    // At the end of the article, the caret stays, and so do the matches.
    const took = all.filter((each) => !Number.isNaN(each))
    const bar = quantile(took, 0.95)
    if (what.startsWith('the next')) worst = Math.max(worst, bar)
    rows.push([what, String(took.length), milliseconds(median(took)), milliseconds(bar), longest(took)])
  }
  printTable(`From the caret to its matches on screen (${load()})`, [
    ['caret to', 'moves', 'median', '95 %', 'longest'],
    ...rows,
  ])
  console.log(`95 % of moves to the next paragraph: ${milliseconds(worst)} (at most ${MOST_MOVE} ms)`)
  if (worst > MOST_MOVE) process.exitCode = 1
  await watchKeys(page)
  const { took, pauses, keys } = await bringIn(page, file)
  printTable(`${BROUGHT_IN.toLocaleString('en')} units brought in through the page, typing (${load()})`, [
    [
      'took',
      'units/s',
      'longest task',
      'tasks ≥ 50 ms',
      'longest frame',
      'key to frame',
      '95 %',
      'engine 95 %',
      'engine longest',
    ],
    [
      `${(took / 1000).toFixed(1)} s`,
      Math.round((BROUGHT_IN / took) * 1000).toLocaleString('en'),
      longest(pauses.tasks),
      String(pauses.tasks.length),
      longest(pauses.frames),
      milliseconds(median(keys)),
      milliseconds(quantile(keys, 0.95)),
      milliseconds(quantile(pauses.answers, 0.95)),
      longest(pauses.answers),
    ],
  ])
  const pausing = Math.max(0, ...pauses.tasks)
  console.log(
    `The page’s longest pause during an import: ${milliseconds(pausing)} (at most ${MOST_PAUSE} ms)`,
  )
  if (pausing > MOST_PAUSE) process.exitCode = 1
}

/** The page over a workspace with so many units: caret to matches, and whether it stands still while units come in. */
export const windowBench = async (size: number = SIZE): Promise<void> => {
  const workspace = await memoryWorkspace(size)
  const stored = storedUnits(size)
  const article = await articleOf(workspace.path, likeStored(stored, PARAGRAPHS, 17), 'caret')
  const rest = await articleOf(workspace.path, likeStored(stored, 10, 18), 'rest')
  const file = join(workspace.folder, 'more.tmx')
  writeMemoryFile(file, BROUGHT_IN, 71)
  const host = await startHost(workspace.path)
  const { browser, page } = await startBrowser()
  try {
    await lendKeyboard(page)
    await page.goto(host.address)
    await measure(page, [rest, article], file)
  } finally {
    await browser.close()
    await host.stop()
    workspace.remove()
  }
}
