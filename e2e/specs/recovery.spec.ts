import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, startPage, test } from '../launch.ts'
import { articles, Desk, paragraphs } from '../pages/desk.ts'
import { run } from '../pages/dialogs.ts'

// F5: a file that is damaged is never silently empty; the newest good backup is offered and restored in two actions.
test('a damaged workspace is told of, and a backup brings the work back', async ({ app, context }) => {
  const desk = new Desk(app.page)
  const { workspace } = app.started
  await desk.goTo(12)
  await app.page.keyboard.type('Backed up.')
  await desk.saved()
  await run(app.page, 'Back up the workspace now')
  await expect(app.page.getByText('Backed up and checked.')).toBeVisible()
  await desk.goTo(13)
  await app.page.keyboard.type('After the backup.')
  await desk.saved()
  await app.page.close({ runBeforeUnload: true })
  await app.started.stop()

  const bytes = readFileSync(workspace)
  writeFileSync(workspace, Buffer.concat([Buffer.alloc(4096), bytes.subarray(4096)]))
  app.started = await startPage(workspace)
  app.page = await context.newPage()
  await app.page.goto(app.started.address)
  await expect(app.page.getByRole('heading', { name: 'The workspace could not be opened' })).toBeVisible()
  await expect(app.page.getByText(/What was saved after .* is not in it/)).toBeVisible()
  await expect(app.page.getByText(/4 articles/).first()).toBeVisible()
  await app.page.getByRole('button', { name: 'Restore' }).first().click()
  await app.page.locator('[data-side="target"] .view-line').first().waitFor()
  const half = articles(workspace).find(({ title }) => title.includes('허페이'))
  const targets = paragraphs(workspace, half?.id ?? 0).map(({ target }) => target)
  expect([targets[11], targets[12]]).toEqual(['Backed up.', ''])
  // The bad file is beside it, under another name.
  expect(readdirSync(app.folder).filter((name) => name.includes('aside'))).toHaveLength(1)
  expect(readdirSync(app.folder)).toContain(basename(workspace))
  expect(readdirSync(join(app.folder, `${basename(workspace)}.backups`)).length).toBeGreaterThan(0)
})
