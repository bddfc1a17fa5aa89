import type { Page } from '@playwright/test'
import { expect, test } from '../launch.ts'
import { Desk, articles, paragraphs } from '../pages/desk.ts'
import { bringInUnits } from '../pages/memory.ts'

// Any part of either language looked up in the memory, from the desk and back into it.

const UNITS = [
  ['허페이시의 경제 성장률은 6.1%로 집계됐다.', 'Hefei’s economic growth rate came to 6.1%.'],
  ['선전의 경제성장률이 전국 평균을 웃돌았다.', 'Shenzhen’s growth outpaced the national average.'],
  ['우한시는 광밸리에 레이저 단지를 짓는다.', 'Wuhan is building a laser park in Optics Valley.'],
  ['우한시의 수출은 3억 2천만 위안이다.', 'Wuhan’s exports come to 320 million yuan.'],
] as const

const field = (page: Page) => page.getByRole('searchbox', { name: 'Look up in the memory' })
const hits = (page: Page) => page.locator('[data-hit]')

test('two syllables, with and without spaces, either language, particles, expressions', async ({ app }) => {
  const { page } = app
  await bringInUnits(page, '데스크', UNITS)
  await new Desk(page).goTo(1)
  await page.keyboard.press('Alt+F9')
  await expect(field(page)).toBeFocused()
  await field(page).fill('경제성장률')
  await expect(hits(page)).toHaveCount(2)
  await expect(hits(page).filter({ hasText: '허페이' }).locator('mark')).toHaveText('경제 성장률')
  await page.getByLabel('With and without spaces').uncheck()
  await expect(hits(page)).toHaveCount(1)
  await page.getByLabel('With and without spaces').check()

  await field(page).fill('우한')
  await expect(page.getByText('2 of 2')).toBeVisible()
  await field(page).fill('우한시는')
  await expect(hits(page)).toHaveCount(1)
  await page.getByLabel('With any particle').check()
  await expect(hits(page)).toHaveCount(2)

  await field(page).fill('outpaced')
  await expect(hits(page)).toHaveCount(1)
  await expect(hits(page).first().locator('[data-text="target"] mark')).toHaveText('outpaced')
  await page.getByRole('radiogroup').getByText('Korean').click()
  await expect(page.getByText('Nothing found for “outpaced”')).toBeVisible()
  await page.getByRole('radiogroup').getByText('Both').click()
  await expect(hits(page)).toHaveCount(1)

  await page.getByLabel('Regular expression').check()
  await field(page).fill('[0-9]+(억')
  await expect(page.getByText('This is no regular expression')).toBeVisible()
  await expect(hits(page)).toHaveCount(1)
  await field(page).fill('3억|집계됐')
  await expect(hits(page)).toHaveCount(2)
  await expect(page.getByText('This is no regular expression')).toHaveCount(0)

  // Narrowed down to where nothing is, it says so and helps.
  await page.getByRole('button', { name: 'Narrow down' }).click()
  await page.getByLabel('Until').fill('2001-01-01')
  await expect(page.getByText('The search is narrowed down; it may stand elsewhere.')).toBeVisible()
  await page.getByRole('button', { name: 'Everywhere' }).click()
  await expect(hits(page)).toHaveCount(2)
})

test('what is selected is looked up, walked through and inserted at the caret, with one undo', async ({
  app,
}) => {
  const { page } = app
  await bringInUnits(page, '데스크', UNITS)
  const desk = new Desk(page)
  const [article] = articles(app.started.workspace)
  const open = paragraphs(app.started.workspace, article?.id ?? 0).find(({ target }) => target === '')
  await desk.goTo(open?.number ?? 1)
  await page.keyboard.type('Officials said')
  await page.keyboard.press('Alt+F9')
  await field(page).fill('광밸리')
  await expect(hits(page)).toHaveCount(1)
  await page.keyboard.press('ArrowDown')
  await expect(hits(page).first()).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await expect(field(page)).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(desk.target.locator('.monaco-editor.focused')).toBeVisible()
  await desk.saved()
  const onDisk = () =>
    paragraphs(app.started.workspace, article?.id ?? 0).find(({ id }) => id === open?.id)?.target
  expect(onDisk()).toBe(`Officials said ${UNITS[2][1]}`)
  await page.keyboard.press('Control+z')
  await desk.saved()
  await expect.poll(onDisk).toBe('Officials said')

  // The word under the caret is what is meant, without anything selected; back with Escape.
  await page.keyboard.press('Control+k')
  await expect(field(page)).toHaveValue('said')
  await page.keyboard.press('Escape')
  await expect(desk.target.locator('.monaco-editor.focused')).toBeVisible()
  await page.keyboard.type(' on Friday')
  await desk.saved()
  await expect.poll(onDisk).toBe('Officials said on Friday')
})

test('more than two hundred places come as one scrolls', async ({ app }) => {
  const { page } = app
  const many = Array.from({ length: 460 }, (_, place): [string, string] => [
    `창사의 ${place}번째 연구소가 문을 열었다.`,
    `Changsha opened laboratory no. ${place}.`,
  ])
  await bringInUnits(page, '연구소', many)
  await new Desk(page).goTo(1)
  await page.keyboard.press('Alt+F9')
  await field(page).fill('창사')
  await expect(page.getByText('200 of 460')).toBeVisible()
  await expect(hits(page)).toHaveCount(200)
  await expect
    .poll(async () => {
      await hits(page).last().scrollIntoViewIfNeeded()
      return hits(page).count()
    })
    .toBe(460)
  await expect(page.getByText('460 of 460')).toBeVisible()
})
