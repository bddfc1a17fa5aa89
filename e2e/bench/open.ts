import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import Database from 'better-sqlite3'
import type { Browser, Page } from '@playwright/test'
import { addArticle, startBrowser, startHost, type BenchArticle } from './app.ts'
import { lendKeyboard, MARK, memoryOf, openArticle, saved, takeKeys, watchKeys } from './desk.ts'
import { median, megabytes, milliseconds, printTable, quantile } from './figures.ts'

const SIZES = [50, 500, 5000] as const
/** Opening the longest may take so many times what the shortest takes. */
export const MOST_RATIO = 4
const OPENINGS = 9
const KEYS = 60
const SAVES = 20

const openings = async (page: Page, articles: BenchArticle[], rest: BenchArticle): Promise<void> => {
  const found = articles.map(() => ({ shown: [] as number[], typed: [] as number[] }))
  const first: number[] = []
  // By turns, so that what else the machine does falls on all sizes alike.
  for (let turn = 0; turn <= OPENINGS; turn++) {
    for (const [place, article] of articles.entries()) {
      await openArticle(page, rest)
      await saved(page)
      // What an opening leaves to be fetched afterwards is not counted into the next.
      await pause(250)
      const { shown, typed } = await openArticle(page, article)
      // The first opening of each also compiles the code; it is told by itself.
      if (turn === 0) first.push(typed)
      else {
        found[place]?.shown.push(shown)
        found[place]?.typed.push(typed)
      }
      await saved(page)
    }
  }
  const base = median(found[0]?.typed ?? [])
  printTable(`Opening an article, from the click in the library (median of ${OPENINGS})`, [
    ['paragraphs', 'first time', 'caret', 'keystroke shown', '95th percentile', 'ratio to 50'],
    ...articles.map((article, place) => {
      const { shown = [], typed = [] } = found[place] ?? {}
      return [
        String(article.paragraphs),
        milliseconds(first[place] ?? Number.NaN),
        milliseconds(median(shown)),
        milliseconds(median(typed)),
        milliseconds(quantile(typed, 0.95)),
        (median(typed) / base).toFixed(2),
      ]
    }),
  ])
  const ratio = median(found.at(-1)?.typed ?? []) / base
  console.log(`5,000 to 50: ${ratio.toFixed(2)} (at most ${MOST_RATIO})`)
  if (!(ratio <= MOST_RATIO)) process.exitCode = 1
}

/** Keystroke to frame while typing on; keystroke to disk as another connection to the file sees the row. */
const keystrokes = async (page: Page, workspace: string, article: BenchArticle): Promise<string[]> => {
  await openArticle(page, article)
  await saved(page)
  await takeKeys(page)
  for (let key = 0; key < KEYS; key++) {
    await page.keyboard.press('x')
    await pause(35)
  }
  await saved(page)
  const frames = (await takeKeys(page)).map(({ frame }) => frame)
  const file = new Database(workspace, { readonly: true })
  const marks = file
    .prepare<{ article: number; mark: string }, number>(
      `SELECT sum(length(target) - length(replace(target, @mark, ''))) FROM paragraph
       WHERE article_id = @article AND target LIKE '%' || @mark || '%'`,
    )
    .pluck()
  const countMarks = () => marks.get({ article: article.id, mark: MARK }) ?? 0
  const disk: number[] = []
  for (let save = 0; save < SAVES; save++) {
    const before = countMarks()
    await page.keyboard.press(MARK)
    while (countMarks() <= before) await pause(2)
    const seen = performance.timeOrigin + performance.now()
    const [key] = await takeKeys(page)
    if (key) disk.push(seen - key.at)
  }
  file.close()
  const two = (values: number[]) => [milliseconds(median(values)), milliseconds(quantile(values, 0.95))]
  return [String(article.paragraphs), ...two(frames), ...two(disk)]
}

/** Of a page that has opened nothing else. */
const memory = async (page: Page, browser: Browser, article: BenchArticle): Promise<string[]> => {
  await openArticle(page, article)
  await saved(page)
  await pause(600)
  await page.reload()
  await page.locator('[data-side="target"] .view-line').first().waitFor()
  await pause(800)
  const used = await memoryOf(page, browser)
  return [String(article.paragraphs), megabytes(used.heap), megabytes(used.process)]
}

/** Articles of 50, 500 and 5,000 paragraphs, half translated: opening, typing, saving, memory. */
export const openBench = async (): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'naranhi-bench-'))
  const workspace = join(folder, 'bench.naranhi')
  const articles = SIZES.map((size) => addArticle(workspace, folder, size))
  const rest = addArticle(workspace, folder, 10)
  const host = await startHost(workspace)
  const { browser, page } = await startBrowser()
  try {
    await lendKeyboard(page)
    await page.goto(host.address)
    await page.getByRole('button', { name: rest.title }).first().waitFor()
    await openings(page, articles, rest)
    await watchKeys(page)
    const typing: string[][] = []
    for (const article of articles) typing.push(await keystrokes(page, workspace, article))
    printTable(`A keystroke (${KEYS} to the frame, ${SAVES} to the disk)`, [
      ['paragraphs', 'to frame', '95th percentile', 'to disk', '95th percentile'],
      ...typing,
    ])
    const held: string[][] = []
    for (const article of articles) held.push(await memory(page, browser, article))
    printTable('Memory of the page', [['paragraphs', 'heap', 'process'], ...held])
  } finally {
    await browser.close()
    await host.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
