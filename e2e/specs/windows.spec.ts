import { expect, test } from '../launch.ts'
import { articles, Desk, paragraphs } from '../pages/desk.ts'

// F10: two windows on one paragraph; the second save is refused, both texts are kept and shown.
test('two windows edit one paragraph: both texts are shown, and either can be kept', async ({ app }) => {
  const first = app.page
  const { workspace } = app.started
  const opened = first.context().waitForEvent('page')
  // A window opened from the page has its key.
  await first.evaluate(() => void window.open('/'))
  const second = await opened
  await second.locator('[data-side="target"] .view-line').first().waitFor()
  const article = articles(workspace).find(({ title }) => title.includes('허페이'))
  const target = () => paragraphs(workspace, article?.id ?? 0)[11]?.target

  const [here, there] = [new Desk(first), new Desk(second)]
  await here.goTo(12)
  await there.goTo(12)
  // What the other window saves is shown here at once where nothing is unsaved.
  await second.keyboard.type('Theirs.')
  await there.saved()
  await expect.poll(() => here.text('target')).toContain('Theirs.')

  // This window is cut off while the other one goes on.
  await first.context().route('**/call/paragraph.save', async (route) => {
    if (route.request().frame().page() === first) await new Promise((resolve) => setTimeout(resolve, 1500))
    await route.continue()
  })
  await first.keyboard.press('End')
  await first.keyboard.type(' Mine.')
  await second.keyboard.press('Control+A')
  await second.keyboard.type('Theirs again.')
  await there.saved()
  await expect.poll(target).toBe('Theirs again.')

  const bar = first.getByRole('alert').filter({ hasText: 'was saved elsewhere' })
  await expect(bar).toContainText('Theirs again.')
  await expect(bar).toContainText('Theirs. Mine.')
  expect(target()).toBe('Theirs again.')
  await bar.getByRole('button', { name: 'Use mine' }).click()
  await expect(bar).toBeHidden()
  await expect.poll(target).toBe('Theirs. Mine.')
  await expect.poll(() => there.text('target')).toContain('Theirs. Mine.')
})

test('the engine stops under an open page: what is typed stays, is marked unsaved, and is saved when it is back', async ({
  app,
}) => {
  const { page } = app
  const { workspace } = app.started
  const article = articles(workspace).find(({ title }) => title.includes('허페이'))
  const desk = new Desk(page)
  const rows = () => paragraphs(workspace, article?.id ?? 0)
  // Two sentences, so that there is something to split.
  const place = rows().findIndex(({ source, target }) => target === '' && /다\. /.test(source))
  expect(place).toBeGreaterThan(0)
  const { length } = rows()
  await desk.goTo(place + 1)
  await page.context().route('**/call/**', (route) => route.abort())
  await page.keyboard.type('One two. Three four.')
  const saved = page.getByTestId('saved')
  await expect(saved).toHaveAttribute('data-state', 'failed')
  // Splitting goes on as well, and is written in its turn.
  await page.keyboard.press('Home')
  for (let step = 0; step < 9; step++) await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Alt+T')
  await page.keyboard.type('Now ')
  await expect(saved).toHaveAttribute('data-state', 'failed')
  // Another article is not opened over text that is nowhere else.
  await page
    .getByRole('button', { name: /paragraphs confirmed/ })
    .filter({ hasText: '충칭' })
    .click()
  await expect(page.getByText(/This article stays open/)).toBeVisible()
  await page.context().unroute('**/call/**')
  await expect(saved).toHaveAttribute('data-state', 'saved', { timeout: 15_000 })
  expect(rows()).toHaveLength(length + 1)
  expect(
    rows()
      .slice(place, place + 2)
      .map(({ target }) => target),
  ).toEqual(['Now One two.', 'Three four.'])
  // The browser reports every call that was cut off; nothing else went wrong.
  expect(app.errors.filter((error) => !error.includes('net::ERR_FAILED'))).toEqual([])
  app.errors.length = 0
})
