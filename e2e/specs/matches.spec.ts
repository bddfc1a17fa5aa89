import type { Page } from '@playwright/test'
import { expect, test } from '../launch.ts'
import { Desk, articles, paragraphs } from '../pages/desk.ts'
import { run } from '../pages/dialogs.ts'
import { file } from '../pages/files.ts'
import { bringInUnits } from '../pages/memory.ts'

// What the memory has for the paragraph under the caret: behind the caret, in the panel, in the list of completions.

const ARTICLE = [
  '쑤저우시가 올해 친환경 버스 420대를 새로 들였다.',
  '자료사진은 시 교통국이 제공했다.',
  '청두는 국제 노선 12개를 새로 열었다. 시민들은 새 노선이 편하다며 반겼다.',
  '자료사진은 시 교통국이 제공했다.',
  '시 교통국은 배차 간격을 줄였다고 밝혔다.',
].join('\n\n')
const KNOWN = [
  ['쑤저우시가 올해 친환경 버스 380대를 새로 들였다.', 'Suzhou has bought 380 green buses this year.'],
  ['자료사진은 시 교통국이 제공했다.', 'File photo courtesy of the city’s transport bureau.'],
  ['자료사진은 시 교통국이 제공했다.', 'Photo: the city’s transport bureau'],
  ['청두는 국제 노선 12개를 새로 열었다.', 'Chengdu has opened 12 new international routes.'],
  [
    '시 교통국은 배차 간격을 늘렸다고 밝혔다.',
    'The city’s transport bureau said it had lengthened the intervals between services.',
  ],
] as const
const REPAIRED = 'Suzhou has bought 420 green buses this year.'

const open = async (page: Page): Promise<Desk> => {
  await bringInUnits(page, '데스크', KNOWN)
  await page.keyboard.press('Alt+O')
  await page.getByTestId('files').setInputFiles([file('버스.txt', ARTICLE)])
  await page.getByRole('list', { name: 'First paragraphs' }).waitFor()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Bring in/ })
    .click()
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(page.locator('[data-side="source"]')).toContainText('쑤저우시가')
  return new Desk(page)
}
const onDisk = (workspace: string): string[] => {
  const found = articles(workspace).find(({ title }) => title.includes('쑤저우시'))
  return paragraphs(workspace, found?.id ?? 0).map(({ target }) => target)
}
/** The ghost text as it is read, without what is said of it. */
const ghost = (page: Page) => page.locator('.desk-ghost')
const ghostText = async (page: Page): Promise<string> =>
  (await ghost(page).allTextContents()).join('').replaceAll('\u00a0', ' ').trim()

/** Where a row of a side stands in the window, by its place from above; from below with a negative one. */
const topOf = (page: Page, side: 'source' | 'target', row: number) =>
  page.evaluate(
    ([of, place]) => {
      const rows = document.querySelectorAll(`[data-side="${of}"] .view-line`)
      const tops = [...rows].map((node) => (node as HTMLElement).getBoundingClientRect().top)
      return [...tops].sort((a, b) => a - b).at(place) ?? 0
    },
    [side, row] as const,
  )

test('the best match stands behind the caret, repaired, and is taken word by word, whole, or not at all', async ({
  app,
}) => {
  const { page } = app
  const desk = await open(page)
  await desk.goTo(1)
  await expect.poll(() => ghostText(page)).toBe(REPAIRED)
  // What is offered is not written.
  await desk.saved()
  expect(onDisk(app.started.workspace)[0]).toBe('')
  await page.keyboard.press('Control+ArrowRight')
  await page.keyboard.press('Control+ArrowRight')
  await expect.poll(() => ghostText(page)).toBe('bought 420 green buses this year.')
  // Typing along leaves the rest, typing otherwise ends it, going back brings it again.
  await page.keyboard.type(' bou')
  await expect.poll(() => ghostText(page)).toBe('ght 420 green buses this year.')
  await page.keyboard.type('nd')
  await expect(ghost(page)).toHaveCount(0)
  await page.keyboard.press('Backspace')
  await page.keyboard.press('Backspace')
  await expect.poll(() => ghostText(page)).toBe('ght 420 green buses this year.')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(ghost(page)).toHaveCount(0)
  await page.keyboard.press('Control+ArrowRight')
  await page.keyboard.press('Control+z')

  await desk.goTo(2)
  await expect.poll(() => ghostText(page)).toBe(KNOWN[1][1])
  await page.keyboard.press('Tab')
  await expect(ghost(page)).toHaveCount(0)
  await desk.saved()
  expect(onDisk(app.started.workspace)[1]).toBe(KNOWN[1][1])
  await page.keyboard.press('Control+z')
  await expect.poll(() => ghostText(page)).toBe(KNOWN[1][1])
  await run(page, 'Ghost text on or off')
  await expect(ghost(page)).toHaveCount(0)
})

test('rows of both sides stay level under ghost text that is longer than its row', async ({ app }) => {
  const { page } = app
  const long = `${'Suzhou has bought green buses for its northern districts, and '.repeat(8)}that is all.`
  const source = '쑤저우시가 북부 지구에 쓸 친환경 버스를 새로 들였다.'
  await bringInUnits(page, '긴 것', [[source, long]])
  await page.keyboard.press('Alt+O')
  const text = ['첫 문단이다.', source, '마지막 문단이다.'].join('\n\n')
  await page.getByTestId('files').setInputFiles([file('긴.txt', text)])
  await page.getByRole('list', { name: 'First paragraphs' }).waitFor()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Bring in/ })
    .click()
  await expect(page.getByRole('dialog')).toBeHidden()
  const desk = new Desk(page)
  await desk.goTo(2)
  await expect.poll(() => ghostText(page)).toContain('that is all.')
  // The last line of either side is that of the last paragraph.
  await expect
    .poll(async () => Math.abs((await topOf(page, 'source', -1)) - (await topOf(page, 'target', -1))))
    .toBeLessThan(1)
  // Its rows follow one another.
  const own = await Promise.all([-2, -3, -4].map((row) => topOf(page, 'target', row)))
  expect((own[0] ?? 0) - (own[1] ?? 0)).toBeLessThan(30)
  expect((own[1] ?? 0) - (own[2] ?? 0)).toBeLessThan(30)
  expect(await topOf(page, 'target', -1)).toBeGreaterThan((await topOf(page, 'target', 1)) + 60)
  await page.keyboard.press('Escape')
  await expect
    .poll(async () => Math.abs((await topOf(page, 'source', -1)) - (await topOf(page, 'target', -1))))
    .toBeLessThan(1)
})

test('the panel is walked by key, inserts whole or at the caret, and shows one source once', async ({
  app,
}) => {
  const { page } = app
  const desk = await open(page)
  const cards = page.locator('[data-matches] [data-card]')
  await desk.goTo(2)
  await expect(cards).toHaveCount(2)
  await expect(cards.nth(1)).toContainText('the same source as above')
  await page.keyboard.press('Alt+2')
  await desk.saved()
  expect(onDisk(app.started.workspace)[1]).toBe(KNOWN[2][1])

  await desk.goTo(5)
  await expect(cards.first()).toContainText('lengthened')
  await page.keyboard.type('On Monday, ')
  await page.keyboard.press('Alt+Enter')
  await desk.saved()
  expect(onDisk(app.started.workspace)[4]).toBe(`On Monday, ${KNOWN[4][1]}`)
  await page.keyboard.press('Control+z')
  await expect.poll(() => desk.text('target')).not.toContain('lengthened')

  await desk.goTo(2)
  await run(page, 'Matches panel')
  await expect(cards.first().getByRole('button', { name: 'Insert' })).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(cards.nth(1).getByRole('button', { name: 'Insert' })).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await desk.saved()
  expect(onDisk(app.started.workspace)[1]).toBe(KNOWN[1][1])
  await expect(desk.target.locator('.monaco-editor.focused')).toBeVisible()

  // A paragraph of which one sentence is known is put together, its gap shown; the raw match is to be had as it stands.
  await desk.goTo(3)
  await expect(cards.filter({ hasText: 'from 1 of its 2 sentences' })).toContainText(
    '12 new international routes',
  )
  await desk.goTo(1)
  await expect(cards.first()).toContainText('repaired')
  await page.keyboard.press('Alt+Shift+Enter')
  await desk.saved()
  expect(onDisk(app.started.workspace)[0]).toBe(KNOWN[0][1])
})

test('phrases of similar translations complete what is typed', async ({ app }) => {
  const { page } = app
  const desk = await open(page)
  await desk.goTo(5)
  await expect(page.locator('[data-matches] [data-card]').first()).toContainText('lengthened')
  await page.keyboard.type('The trans')
  const phrase = page
    .locator('.suggest-widget.visible .monaco-list-row')
    .filter({ hasText: 'transport bureau said' })
  await expect(phrase).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await desk.saved()
  expect(onDisk(app.started.workspace)[4]).toMatch(/^The transport bureau said it had/u)
})

test('a confirmed translation fills in its repetitions as drafts, in one step back', async ({ app }) => {
  const { page } = app
  const desk = await open(page)
  await desk.goTo(2)
  await expect(page.locator('[data-repetition]')).toContainText('Stands 2 times in this article')
  await expect.poll(() => ghostText(page)).toBe(KNOWN[1][1])
  await page.keyboard.press('Tab')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('1 repetition filled in as a draft')).toBeVisible()
  await expect.poll(() => onDisk(app.started.workspace)[3]).toBe(KNOWN[1][1])
  await expect
    .poll(async () => (await desk.text('target')).replaceAll(/\s+/gu, ' ').split(KNOWN[1][1]).length)
    .toBe(3)
  // What came in elsewhere moves its pair, and stands in one piece.
  await expect
    .poll(async () => Math.abs((await topOf(page, 'source', -1)) - (await topOf(page, 'target', -1))))
    .toBeLessThan(1)
  expect((await topOf(page, 'target', -2)) - (await topOf(page, 'target', -3))).toBeLessThan(30)
  // Taken back by key or by the button, it is the same step.
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => onDisk(app.started.workspace)[3]).toBe('')
  await desk.goTo(3)
  await page.keyboard.press('Control+Shift+z')
  await expect.poll(() => onDisk(app.started.workspace)[3]).toBe(KNOWN[1][1])
  await page.keyboard.press('Control+z')
  await expect.poll(() => onDisk(app.started.workspace)[3]).toBe('')

  // Kept apart, it is left alone.
  await desk.goTo(4)
  await page.getByRole('switch', { name: 'Keep apart' }).check()
  await expect(page.getByText(/^Kept apart/)).toBeVisible()
  await desk.goTo(2)
  await page.keyboard.press('End')
  await page.keyboard.type(' (2026)')
  await page.keyboard.press('Control+Enter')
  await desk.saved()
  await expect.poll(() => onDisk(app.started.workspace)[1]).toContain('(2026)')
  expect(onDisk(app.started.workspace)[3]).toBe('')
})
