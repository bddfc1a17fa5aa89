import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CDPSession, Locator } from '@playwright/test'
import { expect, test, type App } from '../launch.ts'
import { articles, Desk, naranhi, paragraphs } from '../pages/desk.ts'
import { closeDialog, dialog, run } from '../pages/dialogs.ts'
import { storedTerms } from '../pages/glossary.ts'

// Terms where they are needed: beside the text that is being translated.

const LINES = [
  '린하이시 산업국은 올해 린하이의 저고도항공 투자를 두 배로 늘린다고 밝혔다.',
  '시는 한시 지원을 끝내고 린하이에서도 시험 비행을 넓힌다.',
  '린하이시는 시민에게 변화를 널리 선전했다.',
]
const TERMS: readonly (readonly string[])[] = [
  ['린하이', 'Linhai'],
  ['린하이', 'Imhae', '--status', 'forbidden', '--note', 'Korean reading'],
  ['린하이', 'Linhai City', '--status', 'admitted'],
  ['산업국', 'industry bureau', '--domain', 'government', '--definition', 'municipal office'],
  ['저고도 항공', 'low-altitude aviation'],
  ['시험 비행', 'test flight'],
]

interface Prepared {
  desk: Desk
  id: number
  panel: Locator
  row(source: string): Locator
  target(number: number): string
}

const prepare = async (app: App): Promise<Prepared> => {
  const { workspace } = app.started
  const file = join(app.folder, 'linhai.txt')
  writeFileSync(file, LINES.join('\n'))
  naranhi(workspace, 'import', file, '--project', 'Linhai', '--split', 'line')
  for (const term of TERMS) naranhi(workspace, 'term', 'add', ...term)
  const article = articles(workspace).at(-1)
  if (article?.paragraphs !== LINES.length) throw new Error('The article was not brought in')
  const { page } = app
  await page.keyboard.press('F1')
  await page.getByRole('textbox', { name: 'Commands and articles' }).fill('린하이시 산업국')
  await expect(page.getByRole('option').first()).toContainText('린하이시 산업국')
  await page.keyboard.press('Enter')
  await expect(page.getByText('¶ 1 ·')).toBeVisible()
  await page.getByRole('tab', { name: /^Terms/ }).click()
  const desk = new Desk(page)
  const panel = page.getByRole('list', { name: 'Terms' })
  await expect(panel.getByRole('listitem').first()).toBeVisible()
  await desk.goTo(1)
  return {
    desk,
    id: article.id,
    panel,
    row: (source) => panel.locator('> li').filter({ has: page.getByText(source, { exact: true }) }),
    target: (number) => paragraphs(workspace, article.id)[number - 1]?.target ?? '',
  }
}

/** Texts underlined on one side, by the class of their line. */
const underlined = (side: Locator, kind: string) =>
  side.locator(`[class*="${kind}"]`).evaluateAll((nodes) => nodes.map(({ textContent }) => textContent))

test('each term shows what became of it in the translation, and what is not to be used is mended', async ({
  app,
}) => {
  const { page } = app
  const { desk, panel, row, target } = await prepare(app)
  await expect(panel.locator('> li')).toHaveCount(3)
  await expect(row('린하이')).toContainText('×2')
  await expect(row('린하이')).toContainText('with the suffix 시')
  await expect(row('산업국')).toContainText('government · municipal office')
  await expect(row('저고도 항공')).toContainText('spaced otherwise')
  for (const source of ['린하이', '산업국', '저고도 항공'])
    await expect(row(source)).toHaveAttribute('data-state', 'missing')

  await page.keyboard.type('The Industry Bureaus of Linhai')
  await expect(row('산업국')).toHaveAttribute('data-state', 'rendered')
  await expect(row('린하이')).toHaveAttribute('data-state', 'rendered')
  await expect(row('저고도 항공')).toHaveAttribute('data-state', 'missing')
  await expect(page.getByText('2 of 3 in the translation')).toBeVisible()

  await page.keyboard.type(' and Imhae')
  await expect(row('린하이')).toHaveAttribute('data-state', 'wrong')
  await expect(page.getByText('1 not to be used')).toBeVisible()
  await expect.poll(() => underlined(desk.target, 'desk-term-forbidden')).toEqual(['Imhae'])
  await page.keyboard.press('Alt+F')
  await expect(row('린하이')).toHaveAttribute('data-state', 'rendered')
  await desk.saved()
  await expect.poll(() => target(1)).toBe('The Industry Bureaus of Linhai and Linhai')
  await page.keyboard.press('Control+Z')
  await expect(row('린하이')).toHaveAttribute('data-state', 'wrong')
  await expect.poll(() => underlined(desk.target, 'desk-term-forbidden')).toEqual(['Imhae'])
})

test('terms are inserted by key and click, cased at the start, the next translation by the same key', async ({
  app,
}) => {
  const { page } = app
  const { desk, row, target } = await prepare(app)
  await page.keyboard.press('Control+Alt+2')
  await page.keyboard.type(' of ')
  await page.keyboard.press('Control+Alt+1')
  await desk.saved()
  await expect.poll(() => target(1)).toBe('Industry bureau of Linhai')
  await page.keyboard.press('Control+Alt+1')
  await desk.saved()
  await expect.poll(() => target(1)).toBe('Industry bureau of Linhai City')
  await page.keyboard.press('Control+Alt+1')
  await page.keyboard.type(': ')
  await row('저고도 항공').getByRole('button', { name: 'low-altitude aviation' }).click()
  await expect(desk.target.locator('.monaco-editor.focused')).toBeVisible()
  await page.keyboard.type('.')
  await desk.saved()
  await expect.poll(() => target(1)).toBe('Industry bureau of Linhai: low-altitude aviation.')
  // Forbidden ones are shown, and cannot be taken.
  await expect(row('린하이').getByRole('button', { name: 'Imhae' })).toBeDisabled()
})

const compose = async (session: CDPSession, steps: readonly string[], given: string): Promise<void> => {
  for (const text of steps)
    await session.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    })
  await session.send('Input.insertText', { text: given })
}

test('terms are completed from English, Korean and its initial consonants', async ({ app }) => {
  const { page } = app
  const { desk, target } = await prepare(app)
  const session = await page.context().newCDPSession(page)
  const list = page.locator('.suggest-widget.visible')
  const first = list.locator('.monaco-list-row').first()

  await page.keyboard.type('low-')
  await expect(first).toContainText('ow-altitude aviation')
  await expect(first).toContainText('저고도 항공')
  await page.keyboard.press('Enter')
  await desk.saved()
  await expect.poll(() => target(1)).toBe('Low-altitude aviation')
  await page.keyboard.type(' in ')
  await compose(session, ['ㄹ', '리', '린'], '린')
  await expect(first).toContainText('Linhai')
  await page.keyboard.press('Enter')
  await page.keyboard.type(' by the ')
  await compose(session, ['ㅅ'], 'ㅅ')
  await compose(session, ['ㅇ'], 'ㅇ')
  await compose(session, ['ㄱ'], 'ㄱ')
  await expect(first).toContainText('industry bureau')
  await page.keyboard.press('Enter')
  await desk.saved()
  await expect.poll(() => target(1)).toBe('Low-altitude aviation in Linhai by the industry bureau')
  // What was typed to find them went in the same steps.
  for (let step = 0; step < 20; step++) await page.keyboard.press('Control+Z')
  await desk.saved()
  await expect.poll(() => target(1)).toBe('')
})

test('a list that comes up by itself takes no key from what is being written', async ({ app }) => {
  const { page } = app
  naranhi(app.started.workspace, 'term', 'add', '린하이은행', 'Bank of Linhai')
  const { desk, target } = await prepare(app)
  const list = page.locator('.suggest-widget.visible')
  const chosen = list.locator('.monaco-list-row.focused')
  // A word of English, and the beginning of a term of elsewhere.
  await page.keyboard.type('The bank')
  await expect(list.locator('.monaco-list-row').filter({ hasText: 'Bank of Linhai' })).toBeVisible()
  await expect(chosen).toHaveCount(0)
  // Enter goes on to the next paragraph, as always.
  await page.keyboard.press('Enter')
  await expect(list).toHaveCount(0)
  await expect(page.getByText('¶ 2 ·')).toBeVisible()
  await desk.saved()
  await expect.poll(() => target(1)).toBe('The bank')
  // Gone to, a line is chosen.
  await desk.goTo(1)
  await page.keyboard.press('End')
  await page.keyboard.press('Backspace')
  await page.keyboard.type('k')
  await expect(list.locator('.monaco-list-row').filter({ hasText: 'Bank of Linhai' })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await expect(chosen).toHaveCount(1)
  await page.keyboard.press('Escape')
  // Of a term of the paragraph a whole word is a word, and a part of one means the term.
  await page.keyboard.type(' and industry')
  await expect(list.locator('.monaco-list-row').first()).toContainText('industry bureau')
  await expect(chosen).toHaveCount(0)
  await page.keyboard.type(' bur')
  await expect(chosen).toContainText('industry bureau')
  await page.keyboard.press('Tab')
  await desk.saved()
  await expect.poll(() => target(1)).toBe('The bank and industry bureau')
})

test('a term is parted from the words beside it, and the panel is walked by keys', async ({ app }) => {
  const { page } = app
  const { desk, target, panel } = await prepare(app)
  await page.keyboard.type('In(and)')
  for (let step = 0; step < 5; step++) await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Control+Alt+1')
  await desk.saved()
  await expect.poll(() => target(1)).toBe('In Linhai (and)')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Control+Alt+3')
  await desk.saved()
  await expect.poll(() => target(1)).toBe('In Linhai (low-altitude aviation and)')
  await page.keyboard.press('Control+Alt+8')
  await expect(page.getByText('There is no term 8 here: the paragraph has 3.')).toBeVisible()

  await page.keyboard.press('Alt+F6')
  await expect(panel.getByRole('button', { name: 'Linhai', exact: true })).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(panel.getByRole('button', { name: 'Linhai City' })).toBeFocused()
  await page.keyboard.press('End')
  await expect(panel.getByRole('button', { name: 'low-altitude aviation' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(desk.target.locator('.monaco-editor.focused')).toBeVisible()
})

test('a term in the source has its menu', async ({ app }) => {
  const { page } = app
  const { desk, target } = await prepare(app)
  const term = desk.source.locator('.desk-term').filter({ hasText: '산업국' })
  await term.click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Insert industry bureau' }).click()
  await desk.saved()
  await expect.poll(() => target(1)).toBe('Industry bureau')
  await term.click({ button: 'right' })
  await page.getByRole('menu').getByRole('menuitem', { name: 'Edit' }).click()
  await expect(dialog(page, /^Edit/).getByRole('textbox', { name: 'Korean' })).toHaveValue('산업국')
})

test('a refusal is a step back, before any text', async ({ app }) => {
  const { page } = app
  const { desk, row, target } = await prepare(app)
  await page.keyboard.type('Linhai')
  await desk.saved()
  await row('산업국').click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Not a term here' }).click()
  await expect(row('산업국')).toHaveCount(0)
  await page.keyboard.press('Control+Z')
  await expect(row('산업국')).toBeVisible()
  await expect(page.getByText('“산업국” is a term again')).toBeVisible()
  expect(target(1)).toBe('Linhai')
  await page.keyboard.press('Control+Shift+Z')
  await expect(row('산업국')).toHaveCount(0)
  await page.keyboard.press('Control+Z')
  await expect(row('산업국')).toBeVisible()
  await page.keyboard.press('Control+Z')
  await desk.saved()
  await expect.poll(() => target(1)).toBe('')
})

test('a wrong hit is refused for this place, the article or always, and taken back', async ({ app }) => {
  const { page } = app
  const { desk, panel, row } = await prepare(app)
  const { workspace } = app.started
  // Inside other words there was none to begin with: 한시 is no city, 선전했다 no Shenzhen.
  await desk.goTo(3)
  await expect(row('린하이')).toBeVisible()
  await expect(panel.locator('> li').filter({ hasText: '선전' })).toHaveCount(0)

  await desk.goTo(1)
  await page.keyboard.press('Alt+X')
  await expect(page.getByText('Put the caret on a term in the source first.')).toBeVisible()
  await page.keyboard.press('Alt+S')
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Alt+X')
  await expect(page.getByText('“린하이” is not a term at this place')).toBeVisible()
  // The second one of the paragraph stands.
  await expect(row('린하이')).not.toContainText('×2')
  await expect(row('린하이')).toBeVisible()
  const refused = page.locator('section').filter({ hasText: /^Not terms here/ })
  await expect(refused).toContainText('at this place')
  await refused.getByRole('button', { name: 'Take back' }).click()
  await expect(row('린하이')).toContainText('×2')

  await row('린하이').getByRole('button', { name: 'Actions for 린하이' }).click()
  await page.getByRole('menuitem', { name: 'Not a term in this article' }).click()
  await expect(row('린하이')).toHaveCount(0)
  await desk.goTo(2)
  await expect(row('시험 비행')).toBeVisible()
  await expect(row('린하이')).toHaveCount(0)
  await page
    .locator('[data-sonner-toast]')
    .filter({ hasText: 'in this article' })
    .getByRole('button', { name: 'Undo' })
    .click()
  await expect(row('린하이')).toBeVisible()

  await desk.goTo(1)
  await row('산업국').click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Never in “산업국은”' }).click()
  await expect(row('산업국')).toHaveCount(0)
  await expect(refused).toContainText('always')
  expect(
    (naranhi(workspace, 'term', 'find', LINES[0] ?? '') as { hits: { source: string }[] }).hits.map(
      ({ source }) => source,
    ),
  ).toContain('산업국')
})

test('two selections make a term; a twin and another translation are told first', async ({ app }) => {
  const { page } = app
  const { desk, row } = await prepare(app)
  const { workspace } = app.started
  await page.keyboard.type('Investment doubles')
  await page.keyboard.press('Control+Shift+ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Home')
  await page.keyboard.press('Control+Shift+ArrowRight')
  await desk.selectInSource('투자를')
  await page.keyboard.press('Control+q')
  await expect(page.getByText('투자 → Investment')).toBeVisible()
  await expect(row('투자')).toBeVisible()
  expect(storedTerms(workspace, '--search', 'Investment').map(({ source }) => source)).toContain('투자')

  await page.keyboard.press('Control+q')
  await expect(page.getByText('In the glossary already: 투자 → Investment')).toBeVisible()
  // The same Korean with other English: both are shown before there are two.
  await desk.goTo(1)
  await page.keyboard.press('End')
  await page.keyboard.press('Control+Shift+ArrowLeft')
  await desk.selectInSource('투자를')
  await page.keyboard.press('Control+q')
  const form = dialog(page, 'Add a term')
  await expect(form).toContainText('Investment')
  await expect(form.getByRole('textbox', { name: 'English' })).toHaveValue('doubles')
  await closeDialog(page)
  expect(storedTerms(workspace, '--search', 'doubles')).toEqual([])
})

test('a term leads to every paragraph it is used in', async ({ app }) => {
  const { page } = app
  const { desk } = await prepare(app)
  await page.keyboard.type('Linhai')
  await desk.saved()
  await desk.goTo(3)
  await page.keyboard.press('Alt+Shift+U')
  const uses = dialog(page, '린하이 → Linhai: used in')
  await expect(uses).toContainText('In 3 paragraphs.')
  await expect(uses.getByRole('listitem').first()).toContainText('this translation')
  await uses.getByRole('listitem').nth(1).getByRole('button').click()
  await expect(page.getByText('¶ 2 ·')).toBeVisible()
})

test('a changed translation is replaced everywhere it stands, after a look, and back again', async ({
  app,
}) => {
  const { page } = app
  const { desk, row, target, id } = await prepare(app)
  const { workspace } = app.started
  naranhi(
    workspace,
    'translate',
    String(id),
    '2',
    '--text',
    'Test flights widen. Every test flight is logged.',
  )
  naranhi(workspace, 'translate', String(id), '1', '--text', 'A test flight, but not of this term.')
  await desk.goTo(2)
  await expect(row('시험 비행')).toHaveAttribute('data-state', 'rendered')
  await row('시험 비행').getByRole('button', { name: 'Actions for 시험 비행' }).click()
  await page.getByRole('menu').getByRole('menuitem', { name: 'Edit' }).click()
  const form = dialog(page, /^Edit/)
  await form.getByRole('textbox', { name: 'English' }).fill('trial flight')
  await page.keyboard.press('Enter')
  const replace = dialog(page, 'Replace test flight by trial flight?')
  await expect(replace.getByRole('listitem')).toHaveCount(1)
  await expect(replace).toContainText('Trial flights widen. Every trial flight is logged.')
  await replace.getByRole('button', { name: 'Replace in 1 paragraph' }).click()
  await expect.poll(() => target(2)).toBe('Trial flights widen. Every trial flight is logged.')
  expect(target(1)).toBe('A test flight, but not of this term.')
  await expect.poll(() => desk.text('target')).toContain('Trial flights widen.')
  await page
    .locator('[data-sonner-toast]')
    .filter({ hasText: 'Replaced in 1 paragraph' })
    .getByRole('button', { name: 'Undo' })
    .click()
  await expect.poll(() => target(2)).toBe('Test flights widen. Every test flight is logged.')
})

test('terms beside the matches, and the commands of a term, are in menu and palette', async ({ app }) => {
  const { page } = app
  const { row } = await prepare(app)
  await page.getByRole('tab', { name: /^Matches/ }).click()
  await expect(page.getByText('Terms here')).toBeVisible()
  await expect(row('산업국')).toContainText('industry bureau')
  await run(page, 'Not a term here')
  await expect(page.getByText('Put the caret on a term in the source first.')).toBeVisible()
})
