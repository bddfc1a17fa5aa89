import { expect, test } from '../launch.ts'
import { articles, Desk, paragraphs } from '../pages/desk.ts'
import { seeded } from '../bench/data.ts'

// F14: whatever was done can be undone to the start and redone to the end, with autosave running all the while.
test('500 random edits are undone and redone whole, and any revision comes back after a restart', async ({
  app,
}) => {
  test.setTimeout(240_000)
  const desk = new Desk(app.page)
  const { workspace } = app.started
  const article = articles(workspace).find(({ title }) => title.includes('청두')) ?? articles(workspace)[0]
  if (!article) throw new Error('no article')
  const text = () => paragraphs(workspace, article.id).map(({ source, target }) => `${source}|${target}`)
  await app.page
    .getByRole('button', { name: /paragraphs confirmed/ })
    .filter({ hasText: article.title.slice(0, 12) })
    .click()
  await desk.goTo(1)
  const before = text()

  const seed = 20261123
  const next = seeded(seed)
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(next() * items.length)] as Item
  const words = ['growth ', 'of 3.5% ', 'Wuhan ', 'the city’s ', '2.2 trillion yuan ', 'and ', '수출 ']
  const keys: readonly (readonly [string, number])[] = [
    ['word', 40],
    ['Backspace', 12],
    ['Control+Backspace', 6],
    ['Delete', 6],
    ['ArrowLeft', 8],
    ['ArrowUp', 5],
    ['ArrowDown', 5],
    ['Home', 3],
    ['End', 4],
    ['Enter', 4],
    ['Alt+T', 2],
    ['Alt+J', 2],
    ['Control+Enter', 2],
    ['Control+Z', 1],
  ]
  const bag = keys.flatMap(([key, weight]) => Array.from({ length: weight }, () => key))
  for (let edit = 0; edit < 500; edit++) {
    const key = pick(bag)
    if (key === 'word') await app.page.keyboard.insertText(pick(words))
    else await app.page.keyboard.press(key)
    // Now and then a pause in which the autosave gets to the disk.
    if (next() < 0.04) await app.page.waitForTimeout(300)
  }
  await desk.saved()
  const after = text()
  expect(after).not.toEqual(before)
  expect(after.join('').length).toBeGreaterThan(before.join('').length)

  for (let step = 0; step < 700; step++) await app.page.keyboard.press('Control+Z')
  await desk.saved()
  expect(text(), `undone, seed ${seed}`).toEqual(before)
  for (let step = 0; step < 700; step++) await app.page.keyboard.press('Control+Shift+Z')
  await desk.saved()
  expect(text(), `redone, seed ${seed}`).toEqual(after)

  // A text that was confirmed and replaced long ago is still in the history, and comes back as a new revision.
  await desk.goTo(1)
  await app.page.keyboard.press('Control+A')
  await app.page.keyboard.type('First wording.')
  await app.page.keyboard.press('Control+Enter')
  await desk.goTo(1)
  await app.page.keyboard.press('Control+A')
  await app.page.keyboard.type('Second wording.')
  await app.page.keyboard.press('Control+Enter')
  await desk.saved()
  await app.reopen()
  const again = new Desk(app.page)
  await again.goTo(1)
  await app.page.keyboard.press('Alt+H')
  // Newest first: what is there now, and before it the first wording.
  const row = app.page.getByRole('list', { name: 'History' }).getByRole('listitem').nth(1)
  await expect(row).toContainText('First')
  await row.getByRole('button', { name: 'Bring back' }).click()
  await again.saved()
  await expect.poll(() => paragraphs(workspace, article.id)[0]?.target).toBe('First wording.')
})
