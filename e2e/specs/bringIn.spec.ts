import type { Page } from '@playwright/test'
import { expect, test, type App } from '../launch.ts'
import { articles, paragraphs } from '../pages/desk.ts'
import { run } from '../pages/dialogs.ts'
import { cp949, drop, file, utf16, type GivenFile } from '../pages/files.ts'

// Whatever a translator is sent: one file or many, in any encoding, whole or broken.
const text = '쑤저우시는 올해 친환경 버스 420대를 새로 들였다.\n시민 만족도는 87.5%로 집계됐다.\n'
const count = async ({ started }: App) => articles(started.workspace).length

const choose = async (page: Page, files: GivenFile[]) => {
  await run(page, 'Bring in files…')
  await page.getByTestId('files').setInputFiles(files)
  await expect(page.getByRole('region', { name: 'Preview' })).toBeVisible()
}
const sample = (page: Page) => page.getByRole('list', { name: 'First paragraphs' }).getByRole('listitem')
const bringIn = async (page: Page, articleCount: number) => {
  const articles = `${articleCount} ${articleCount === 1 ? 'article' : 'articles'}`
  await page.getByRole('button', { name: `Bring in ${articles}`, exact: true }).click()
  await expect(page.getByText(`${articles} brought in`)).toBeVisible()
}
/** Sources of the articles that were not there before. */
const broughtIn = ({ started }: App, before: number) =>
  articles(started.workspace)
    .slice(before)
    .map(({ id, title }) => ({
      title,
      sources: paragraphs(started.workspace, id).map((each) => each.source),
    }))

test('dropped on the window: text, Markdown, CP949, UTF-16 and decomposed Hangul at once', async ({
  app,
}) => {
  const before = await count(app)
  await drop(app.page, [
    file('버스.txt', text),
    file(
      '기사.md',
      '# 난징의 새 도서관\n\n난징시는 **도서관** 세 곳을 열었다.\n\n- 첫째 날 2만 명이 찾았다.\n',
    ),
    file('옛글.txt', cp949(text)),
    file('작은.txt', utf16(text)),
    file('큰.txt', utf16(text, 'be')),
    file('풀어쓴.txt', `\ufeff${text.normalize('NFD').replaceAll('\n', '\r\n')}`),
  ])
  const list = app.page.getByRole('list', { name: 'Files' })
  await expect(list.getByText('1 article', { exact: true })).toHaveCount(6)
  const expected = [
    ['버스.txt', 'UTF-8 · LF'],
    ['옛글.txt', 'CP949 (EUC-KR) · LF'],
    ['작은.txt', 'UTF-16 LE · LF'],
    ['큰.txt', 'UTF-16 BE · LF'],
    ['풀어쓴.txt', 'UTF-8 with a byte order mark · CR LF'],
  ] as const
  for (const [name, said] of expected) {
    await list.getByRole('button', { name: new RegExp(`^${name}`) }).click()
    await expect(app.page.getByText(said, { exact: false })).toBeVisible()
    await expect(sample(app.page).first()).toContainText('쑤저우시는 올해')
  }
  await expect(app.page.getByText(/Decomposed Hangul/)).toBeVisible()
  await bringIn(app.page, 6)
  const found = broughtIn(app, before)
  const lines = text.trim().split('\n')
  expect(found.map(({ sources }) => sources)).toEqual([
    lines,
    expect.arrayContaining([expect.stringContaining('도서관 세 곳을 열었다.')]) as unknown,
    lines,
    lines,
    lines,
    lines,
  ])
  expect(found[1]?.title).toBe('난징의 새 도서관')
})

test('a wrong encoding is seen in the preview and corrected', async ({ app }) => {
  const before = await count(app)
  await choose(app.page, [file('옛글.txt', cp949(text))])
  const encoding = app.page.getByLabel('Encoding')
  await encoding.selectOption('utf-16le')
  await expect(sample(app.page).first().or(app.page.getByRole('alert'))).not.toContainText('쑤저우시')
  await encoding.selectOption('utf-8')
  await expect(app.page.getByRole('alert')).toContainText('could not be read in this encoding')
  await expect(app.page.getByRole('button', { name: 'Bring in 0 articles' })).toBeDisabled()
  await encoding.selectOption('cp949')
  await expect(sample(app.page).first()).toContainText('쑤저우시는 올해')
  await bringIn(app.page, 1)
  expect(broughtIn(app, before)[0]?.sources).toEqual(text.trim().split('\n'))
})

test('four articles in one file, one a line, into a new project', async ({ app }) => {
  const article = (city: string) =>
    `[더지엠뉴스] ${city}시는 올해 전기 버스 420대를 들였다. 시민 만족도는 87.5%였다. ${'시는 노선을 더 늘린다. '.repeat(40)}`
  const cities = ['쑤저우', '난징', '청두', '칭다오']
  const before = await count(app)
  await choose(app.page, [file('네 편.txt', cities.map(article).join('\n'))])
  await expect(app.page.getByText(/Every line looks like an article/)).toBeVisible()
  await app.page.getByRole('checkbox', { name: 'One article a line' }).check()
  await expect(app.page.getByRole('list', { name: 'Files' }).getByText('4 articles')).toBeVisible()
  await app.page.getByLabel('Article', { exact: true }).selectOption('2')
  await expect(sample(app.page).first()).toContainText('청두시는')
  await expect(app.page.getByRole('textbox', { name: 'Outlet' })).toHaveValue('더지엠뉴스')
  await app.page.getByRole('textbox', { name: 'Title', exact: true }).fill('청두의 버스')
  await app.page.getByRole('combobox', { name: /^Into/ }).selectOption('new')
  await app.page.getByRole('textbox', { name: 'Name of the new project' }).fill('도시 교통')
  await bringIn(app.page, 4)
  const found = broughtIn(app, before)
  expect(found.map(({ sources }) => sources.length)).toEqual([42, 42, 42, 42])
  expect(found[2]?.title).toBe('청두의 버스')
  await expect(app.page.getByText('도시 교통').first()).toBeVisible()
})

test('what cannot be read says why, and the rest can still be brought in', async ({ app }) => {
  const before = await count(app)
  const picture = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(4000, 0)])
  await choose(app.page, [
    file('그림.txt', picture),
    file('잘린.txt', utf16(text).subarray(0, -1)),
    file('빈.txt', ''),
    file('좋은.txt', text),
  ])
  const list = app.page.getByRole('list', { name: 'Files' })
  await expect(list.getByText('cannot be read')).toHaveCount(3)
  const alert = app.page.getByRole('region', { name: 'Preview' }).getByRole('alert')
  for (const [name, message] of [
    ['그림.txt', '그림.txt is not a text file.'],
    ['잘린.txt', '잘린.txt is cut off (line 2, byte'],
    ['빈.txt', 'There is no text in it.'],
  ] as const) {
    await list.getByRole('button', { name: new RegExp(`^${name}`) }).click()
    await expect(alert).toContainText(message)
  }
  await bringIn(app.page, 1)
  expect(broughtIn(app, before)).toHaveLength(1)
})

test('50 MB in one line is cut at spaces, comes in whole, and never freezes the page', async ({ app }) => {
  // What is measured is the page's longest standstill, however long the whole takes on a busy machine.
  test.setTimeout(400_000)
  const { page } = app
  const before = await count(app)
  // Made in the page itself: Playwright's own way in takes half of it at most, and would measure itself.
  await page.evaluate(() => {
    const state = { longest: 0, last: performance.now() }
    const tick = (now: number) => {
      state.longest = Math.max(state.longest, now - state.last)
      state.last = now
      requestAnimationFrame(tick)
    }
    const part = new Blob(['난징시는 새 도서관을 열었고 시민 2만 명이 찾았으며 '.repeat(1000)])
    const parts = Array.from({ length: Math.ceil(50_000_000 / part.size) }, () => part)
    const transfer = new DataTransfer()
    transfer.items.add(new File(parts, '한 줄.txt', { type: 'text/plain' }))
    Object.assign(window, { frames_: state })
    requestAnimationFrame((now) => {
      state.last = now
      tick(now)
      const event = new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true })
      document.querySelector('[data-desk]')?.dispatchEvent(event)
    })
  })
  await expect(page.getByText(/A sentence was too long and was cut at a space/)).toBeVisible({
    timeout: 180_000,
  })
  await page.getByRole('button', { name: 'Bring in 1 article', exact: true }).click()
  await expect(page.getByText('1 article brought in')).toBeVisible({ timeout: 180_000 })
  const longest = await page.evaluate(
    () => (window as unknown as { frames_: { longest: number } }).frames_.longest,
  )
  console.log(`50 MB in one line: longest time without a frame ${Math.round(longest)} ms`)
  expect(longest).toBeLessThan(1000)
  const found = broughtIn(app, before)
  expect(found).toHaveLength(1)
  const one = '난징시는 새 도서관을 열었고 시민 2만 명이 찾았으며 '
  const partSize = Buffer.byteLength(one) * 1000
  const whole = one.repeat(1000 * Math.ceil(50_000_000 / partSize))
  expect(found[0]?.sources.join(' ') === whole.trim(), 'every character came in').toBe(true)
  // The desk still takes what is typed.
  await page.locator('[data-side="target"] .view-line').first().click()
  await page.keyboard.type('x')
  await expect(page.getByTestId('saved')).toHaveAttribute('data-state', 'saved')
})

test('cancelled, nothing is left', async ({ app }) => {
  const before = articles(app.started.workspace)
  await choose(app.page, [file('하나.txt', text), file('둘.txt', text)])
  await expect(app.page.getByRole('button', { name: 'Bring in 2 articles' })).toBeEnabled()
  await app.page.getByRole('button', { name: 'Cancel' }).click()
  await expect(app.page.getByRole('dialog')).toHaveCount(0)
  expect(articles(app.started.workspace)).toEqual(before)
  await run(app.page, 'Bring in files…')
  await expect(app.page.getByText('Drop Korean articles here, or choose them.')).toBeVisible()
})
