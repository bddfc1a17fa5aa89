import type { Page } from '@playwright/test'
import { expect, test } from '../launch.ts'
import { Desk } from '../pages/desk.ts'
import { setTextSize } from '../pages/dialogs.ts'

// Paragraph beside paragraph, whatever the width, the size of the text and what is being typed.

/** How far any line reaches over the edge of its side, in pixels. */
const overflow = (page: Page) =>
  page.evaluate(() =>
    Math.max(
      0,
      ...['source', 'target'].flatMap((side) => {
        const pane = document.querySelector(`[data-side="${side}"]`)
        const edge = pane?.getBoundingClientRect().right ?? 0
        return [...(pane?.querySelectorAll('.view-line > span') ?? [])].map((line) => {
          // A space at the end of a line hangs over its edge unseen.
          const last = [...line.querySelectorAll('span')].at(-1)?.firstChild
          if (!last) return -1
          const range = document.createRange()
          range.setStart(line, 0)
          range.setEnd(last, (last.textContent ?? '').replace(/[\s\u00a0]+$/, '').length)
          return range.getBoundingClientRect().right - edge
        })
      }),
    ),
  )

/**
 * The caret at the start of paragraph `number` stands at the height of that paragraph's number, beside its source: the
 * difference in pixels. Null while one of them is not drawn.
 */
const offset = (page: Page, number: number) =>
  page.evaluate((wanted) => {
    const mark = [...document.querySelectorAll('[data-side="source"] .line-numbers')].find(
      (node) => node.textContent?.trim() === String(wanted),
    )
    const caret = document.querySelector('[data-side="target"] .cursor')
    if (!mark || !caret) return null
    const [left, right] = [mark.getBoundingClientRect(), caret.getBoundingClientRect()]
    return Math.abs((left.top + left.bottom) / 2 - (right.top + right.bottom) / 2)
  }, number)

const expectAligned = async (page: Page, what: string, numbers = [2, 9, 14]) => {
  const desk = new Desk(page)
  for (const number of numbers) {
    await desk.goTo(number)
    await expect.poll(() => offset(page, number), `${what}: paragraph ${number}`).toBeLessThanOrEqual(1)
  }
  expect(await overflow(page), `${what}: text over the edge (px)`).toBeLessThanOrEqual(0.5)
}

test('at every width, with and without the panels', async ({ app: { page } }) => {
  for (const [width, height] of [
    [1920, 1080],
    [1280, 800],
    [1024, 700],
    [800, 600],
  ] as const) {
    await page.setViewportSize({ width, height })
    await expectAligned(page, `${width} wide`)
    await page.keyboard.press('Alt+P')
    await expectAligned(page, `${width} wide, no panel`)
    await page.keyboard.press('Alt+P')
  }
  await page.keyboard.press('Alt+Z')
  await expectAligned(page, 'focus mode')
})

test('at every size of the text', async ({ app: { page } }) => {
  for (const size of [11, 13, 17, 24, 32]) {
    await setTextSize(page, size)
    await expectAligned(page, `${size} px`)
  }
})

test('while a paragraph grows past its partner and shrinks again', async ({ app: { page } }) => {
  const desk = new Desk(page)
  await desk.goTo(12)
  for (let round = 0; round < 8; round++) {
    await page.keyboard.type('a translation that grows and grows until it is longer than its source, ')
    expect(await overflow(page)).toBeLessThanOrEqual(0.5)
    if (round % 4 === 3) {
      await expectAligned(page, `typed ${round + 1} times`, [13, 14, 12])
      await page.keyboard.press('End')
    }
  }
  await page.keyboard.press('Control+A')
  await page.keyboard.press('Delete')
  await expectAligned(page, 'emptied', [13, 1, 15])
})

test('the mouse wheel moves both sides together', async ({ app: { page } }) => {
  const scrolled = () =>
    page.evaluate(() =>
      ['source', 'target'].map((side) =>
        Number.parseFloat(
          document.querySelector<HTMLElement>(`[data-side="${side}"] .lines-content`)?.style.top ?? '',
        ),
      ),
    )
  await new Desk(page).goTo(1)
  for (const side of ['source', 'target']) {
    const before = await scrolled()
    await page.locator(`[data-side="${side}"]`).hover()
    await page.mouse.wheel(0, 240)
    await expect.poll(async () => (await scrolled())[0]).not.toBe(before[0])
    const [left, right] = await scrolled()
    expect(left).toBe(right)
  }
})

test('a click into the space beside a longer partner goes to the end of its paragraph', async ({
  app: { page },
}) => {
  const desk = new Desk(page)
  await page.setViewportSize({ width: 1280, height: 800 })
  await desk.goTo(10)
  await page.keyboard.press('Control+A')
  await page.keyboard.type('Short.')
  await desk.goTo(9)
  const spot = await page.evaluate(() => {
    const mark = [...document.querySelectorAll('[data-side="source"] .line-numbers')].find(
      (node) => node.textContent?.trim() === '10',
    )
    const right = document.querySelector('[data-side="target"] .lines-content')?.getBoundingClientRect()
    if (!mark || !right) throw new Error('paragraph 10 is not in sight')
    const next = [...document.querySelectorAll('[data-side="source"] .line-numbers')].find(
      (node) => node.textContent?.trim() === '11',
    )
    return { x: right.left + 200, y: (next?.getBoundingClientRect().top ?? 0) - 22 }
  })
  await page.mouse.click(spot.x, spot.y)
  await expect(page.getByText('¶ 10 ·')).toBeVisible()
  await page.keyboard.type(' More.')
  await expect.poll(() => desk.text('target')).toContain('Short. More.')
})
