import type { CDPSession } from '@playwright/test'
import { expect, test, type App } from '../launch.ts'
import { articles, Desk, naranhi, paragraphs } from '../pages/desk.ts'

const half = (app: App) => {
  const article = articles(app.started.workspace).find(
    ({ paragraphs: count, confirmed }) => confirmed > 0 && confirmed < count,
  )
  if (!article) throw new Error('the sample has no half-translated article')
  return article
}
const target = (app: App, number: number) => paragraphs(app.started.workspace, half(app).id)[number - 1]

/** A syllable as an input method makes it: shown in parts, then given. */
const compose = async (session: CDPSession, steps: string[]): Promise<void> => {
  for (const text of steps) {
    await session.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    })
  }
}

test('Korean syllables are composed, saved and undone whole; commands wait for them', async ({ app }) => {
  const desk = new Desk(app.page)
  const session = await app.page.context().newCDPSession(app.page)
  await desk.goTo(13)
  await compose(session, ['ㅎ', '하', '한'])
  // Enter and Ctrl+Enter belong to the input method while a syllable is open: key code 229.
  for (const modifiers of [0, 2]) {
    await session.send('Input.dispatchKeyEvent', {
      type: 'keyDown',
      key: 'Process',
      code: 'Enter',
      windowsVirtualKeyCode: 229,
      modifiers,
    })
  }
  await expect(app.page.getByText('¶ 13 ·')).toBeVisible()
  await session.send('Input.insertText', { text: '한' })
  await compose(session, ['ㄱ', '구', '국'])
  await session.send('Input.insertText', { text: '국' })
  await app.page.keyboard.type(' done')
  await desk.saved()
  await expect.poll(() => target(app, 13)?.target).toBe('한국 done')
  for (let step = 0; step < 12; step++) await app.page.keyboard.press('Control+Z')
  await desk.saved()
  await expect.poll(() => target(app, 13)?.target).toBe('')
})

test('a change from another process waits until the syllable is finished', async ({ app }) => {
  const desk = new Desk(app.page)
  const session = await app.page.context().newCDPSession(app.page)
  await desk.goTo(13)
  await compose(session, ['ㅎ', '하'])
  naranhi(app.started.workspace, 'translate', String(half(app).id), '14', '--text', 'From the command line.')
  await app.page.waitForTimeout(1500)
  await session.send('Input.insertText', { text: '하' })
  await expect.poll(() => desk.text('target')).toContain('From the command line.')
  await desk.saved()
  await expect.poll(() => target(app, 13)?.target).toBe('하')
})

test('undo and redo walk through typing, split, join and lock, with autosave in between', async ({ app }) => {
  const desk = new Desk(app.page)
  const { workspace } = app.started
  const id = half(app).id
  const shape = () => paragraphs(workspace, id).map(({ source, target: text }) => `${source}|${text}`)
  const before = shape()
  await desk.goTo(12)
  await app.page.keyboard.type('One two three.')
  await desk.saved()
  await app.page.keyboard.press('Home')
  for (let step = 0; step < 4; step++) await app.page.keyboard.press('ArrowRight')
  await app.page.keyboard.press('Alt+T')
  await desk.saved()
  await app.page.keyboard.press('Alt+J')
  await desk.saved()
  await app.page.keyboard.press('Alt+L')
  await app.page.keyboard.press('Alt+L')
  await app.page.keyboard.press('End')
  await app.page.keyboard.type(' Four.')
  await desk.saved()
  await app.page.waitForTimeout(500)
  const after = shape()
  expect(after).not.toEqual(before)
  for (let step = 0; step < 12; step++) await app.page.keyboard.press('Control+Z')
  await desk.saved()
  await expect.poll(shape).toEqual(before)
  for (let step = 0; step < 12; step++) await app.page.keyboard.press('Control+Shift+Z')
  await desk.saved()
  await expect.poll(shape).toEqual(after)
})

test('nothing typed, pasted or deleted makes or takes away a paragraph, and locked ones stay as they are', async ({
  app,
}) => {
  const desk = new Desk(app.page)
  const count = half(app).paragraphs
  await desk.goTo(12)
  await app.page.keyboard.press('Backspace')
  await app.page.evaluate(() => navigator.clipboard?.writeText('a\nb').catch(() => undefined))
  await app.page.keyboard.insertText('first\nsecond')
  // Everything selected, over all paragraphs: each one that is not locked is emptied, none is taken away.
  await app.page.keyboard.press('Control+Home')
  await app.page.keyboard.press('Control+Shift+End')
  await app.page.keyboard.type('x')
  await desk.saved()
  const rows = paragraphs(app.started.workspace, half(app).id)
  expect(rows).toHaveLength(count)
  // Number 8 of the sample is locked.
  expect(rows[7]?.target).not.toBe('')
  expect(
    rows.filter(({ number }) => number !== 8).every(({ target: text }) => text === '' || text === 'x'),
  ).toBe(true)
  for (let step = 0; step < 6; step++) await app.page.keyboard.press('Control+Z')
  await desk.saved()
})
