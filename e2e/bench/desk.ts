import { readFileSync } from 'node:fs'
import type { Browser, Page } from '@playwright/test'
import type { BenchArticle } from './app.ts'

/** Never in the text, so that a keystroke can be told from all that was there. */
export const MARK = '~'

/** Lets the page ask for a keystroke in the moment in which it is ready for one. */
export const lendKeyboard = async (page: Page): Promise<void> => {
  await page.exposeBinding('benchType', () => page.keyboard.press(MARK))
}

/**
 * Opens an article by a click in the library. Milliseconds from the click: `shown` to the frame in which the article
 * stands there with the caret in the editor, `typed` to the frame in which a character typed then is painted.
 * All is clocked inside the page; the way of the key from this process to the browser is left out, since it would
 * make short and long articles look more alike than they are.
 */
export const openArticle = (page: Page, { title }: BenchArticle): Promise<{ shown: number; typed: number }> =>
  page.evaluate(
    async ([wanted, mark]) => {
      const frame = () =>
        new Promise<void>((resolve) =>
          requestAnimationFrame(() => {
            // A message comes after the frame has been laid out and painted.
            const { port1, port2 } = new MessageChannel()
            port1.onmessage = () => resolve()
            port2.postMessage(null)
          }),
        )
      const marks = () =>
        Array.from(
          document.querySelectorAll('[data-side="target"] .view-line'),
          (line) => line.textContent.split(mark).length - 1,
        ).reduce((sum, count) => sum + count, 0)
      const row = Array.from(document.querySelectorAll<HTMLElement>('nav button')).find((button) =>
        Array.from(button.querySelectorAll('span')).some((span) => span.textContent.trim() === wanted),
      )
      if (!row) throw new Error(`The library does not show ${wanted}`)
      const start = performance.now()
      row.focus()
      row.click()
      const until = async (test: () => unknown, what: string) => {
        while (!test()) {
          if (performance.now() - start > 30_000) throw new Error(`Waited in vain for ${what}`)
          await frame()
        }
      }
      await until(
        () =>
          document.title.startsWith(wanted) &&
          document.querySelector('[data-side="source"] .view-line') &&
          document.activeElement?.closest('[data-side="target"]'),
        'the article',
      )
      await frame()
      const shown = performance.now() - start
      const before = marks()
      let pressed = 0
      document.addEventListener('keydown', (event) => (pressed = event.timeStamp), {
        capture: true,
        once: true,
      })
      void (window as unknown as { benchType(): Promise<void> }).benchType()
      await until(() => marks() > before, 'the keystroke')
      return { shown, typed: shown + performance.now() - pressed }
    },
    [title, MARK] as const,
  )

/** Notes of every key pressed from now on when it was, and when the first frame that shows it had been painted. */
export const watchKeys = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const found: { at: number; frame: number }[] = []
    Object.assign(window, { benchKeys: found })
    const text = () => document.querySelector('[data-side="target"] .view-lines')?.textContent
    document.addEventListener(
      'keydown',
      ({ timeStamp }) => {
        const before = text()
        const look = () =>
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel()
            port1.onmessage = () => {
              const now = performance.now()
              if (text() === before && now - timeStamp < 5000) look()
              else found.push({ at: performance.timeOrigin + timeStamp, frame: now - timeStamp })
            }
            port2.postMessage(null)
          })
        look()
      },
      { capture: true },
    )
  })

/** The keys noted since the last time this was asked: `at` in ms of the common clock, `frame` in ms. */
export const takeKeys = (page: Page): Promise<{ at: number; frame: number }[]> =>
  page.evaluate(() =>
    (window as unknown as { benchKeys: { at: number; frame: number }[] }).benchKeys.splice(0),
  )

export const saved = (page: Page): Promise<void> =>
  page.locator('[data-testid="saved"][data-state="saved"]').waitFor()

/** Bytes: the page's JavaScript heap after a collection, and what its process holds of the machine (Linux only). */
export const memoryOf = async (page: Page, browser: Browser): Promise<{ heap: number; process: number }> => {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  await session.send('HeapProfiler.collectGarbage')
  await session.send('HeapProfiler.collectGarbage')
  const { metrics } = await session.send('Performance.getMetrics')
  const heap = metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? Number.NaN
  await session.detach()
  const whole = await browser.newBrowserCDPSession()
  const { processInfo } = await whole.send('SystemInfo.getProcessInfo')
  await whole.detach()
  const resident = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => residentBytes(id))
  return { heap, process: resident.length > 0 ? Math.max(...resident) : Number.NaN }
}

const residentBytes = (pid: number): number => {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) * 1024
  } catch {
    return Number.NaN
  }
}
