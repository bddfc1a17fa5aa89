import { expect, test } from '../launch.ts'
import { Desk, articles, paragraphs } from '../pages/desk.ts'
import { dialog, run } from '../pages/dialogs.ts'
import { file } from '../pages/files.ts'
import { bringInUnits } from '../pages/memory.ts'

// What the memory knows of an article is shown first, then filled in, and taken back whole.

const ARTICLE = [
  '쑤저우시가 친환경 버스 420대를 새로 들였다.',
  '',
  '자료사진은 시 교통국이 제공했다.',
  '',
  '청두는 국제 노선을 새로 열었다.',
  '',
  '자료사진은 시 교통국이 제공했다.',
  '',
].join('\n')
const KNOWN = [
  ['쑤저우시가 친환경 버스 420대를 새로 들였다.', 'Suzhou has bought 420 green buses.'],
  ['자료사진은 시 교통국이 제공했다.', 'File photo courtesy of the city’s transport bureau.'],
] as const

const open = async (page: Desk['page']) => {
  await page.keyboard.press('Alt+O')
  await page.getByTestId('files').setInputFiles([file('버스.txt', ARTICLE)])
  await page.getByRole('list', { name: 'First paragraphs' }).waitFor()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Bring in/ })
    .click()
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(page.locator('[data-side="source"]')).toContainText('쑤저우시가')
}

test('an article is analysed, pre-translated and taken back', async ({ app }) => {
  const { page } = app
  await bringInUnits(page, '데스크', KNOWN)
  await open(page)
  await run(page, 'Analyse…')
  const analyse = dialog(page, 'Analyse')
  const row = (band: string) => analyse.getByTestId('analysis').getByRole('row').filter({ hasText: band })
  await expect(row('100 % (same text)').getByRole('cell').first()).toHaveText('2')
  await expect(row('Repetition').getByRole('cell').first()).toHaveText('1')
  await expect(analyse.getByRole('img', { name: /100 % \(same text\)/ })).toBeVisible()

  await analyse.getByRole('button', { name: 'Pre-translate…' }).click()
  const fill = dialog(page, 'Pre-translate')
  await fill.getByRole('button', { name: 'Pre-translate', exact: true }).click()
  await expect(fill.getByText('3 paragraphs filled in')).toBeVisible()
  const article = articles(app.started.workspace).find(({ title }) => title.includes('쑤저우시'))
  const targets = () => paragraphs(app.started.workspace, article?.id ?? 0).map(({ target }) => target)
  expect(targets().filter((target) => target === KNOWN[1][1])).toHaveLength(2)
  await fill.getByRole('button', { name: 'Undo' }).click()
  await expect(fill.getByText('3 paragraphs are as they were before')).toBeVisible()
  expect(targets().every((target) => target === '')).toBe(true)
})

test('repetitions are listed, carried over, kept apart, and the project says what confirming does', async ({
  app,
}) => {
  const { page } = app
  await open(page)
  const desk = new Desk(page)
  await desk.goTo(2)
  await page.keyboard.type('File photo: transport bureau')
  await desk.saved()
  await run(page, 'Repetitions…')
  const list = dialog(page, 'Repetitions')
  await expect(list.getByText('1 source stands more than once')).toBeVisible()
  await list.getByRole('button', { name: 'Use for the others' }).first().click()
  await expect(list.getByText('1 paragraph took it over')).toBeVisible()
  await expect(list.getByText('File photo: transport bureau')).toHaveCount(2)
  await list.getByRole('button', { name: 'Undo' }).click()
  await expect(list.getByText('File photo: transport bureau')).toHaveCount(1)
  await list.getByRole('switch', { name: 'Keep paragraph 4 apart' }).check()
  await list.getByRole('button', { name: 'Use for the others' }).first().click()
  await expect(list.getByText('File photo: transport bureau')).toHaveCount(1)
  await list.getByRole('combobox', { name: 'When one is confirmed' }).selectOption('off')
  await page.keyboard.press('Escape')
  await run(page, 'Repetitions…')
  await expect(list.getByRole('combobox', { name: 'When one is confirmed' })).toHaveValue('off')
})
