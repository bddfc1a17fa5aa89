import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from '../launch.ts'
import { closeDialog, dialog, openSettings, run, setEditorOption } from '../pages/dialogs.ts'
import { Desk, naranhi } from '../pages/desk.ts'
import { GlossaryTable } from '../pages/glossary.ts'

// A1: axe finds nothing on any screen, dialog and menu, light and dark. A2: what a screen reader is given.
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What depends on the colours alone; the rest is the same in the dark. */
const colourRules = ['color-contrast', 'link-in-text-block']

const scan = async (page: Page, what: string, colorScheme: 'light' | 'dark'): Promise<string[]> => {
  // Menus and toasts fade in; colours are judged when they have arrived.
  // A toast about to go is half seen through.
  await expect(page.locator('[data-sonner-toast][data-removed=true]')).toHaveCount(0)
  await expect(page.locator('[data-sonner-toast][data-mounted=false]')).toHaveCount(0)
  await page.evaluate(async () => {
    // What has just come begins to fade in with the next frame but one.
    for (let frame = 0; frame < 2; frame++) await new Promise((go) => requestAnimationFrame(go))
    await Promise.all(
      document
        .getAnimations()
        .filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime))
        .map((animation) => animation.finished.catch(() => undefined)),
    )
  })
  const axe = new AxeBuilder({ page })
  const { violations } = await (
    colorScheme === 'light' ? axe.withTags(tags) : axe.withRules(colourRules)
  ).analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, html, failureSummary }) =>
      [what, id, target.join(' '), html.slice(0, 160), failureSummary ?? ''].join('\n    '),
    ),
  )
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme })

    test('screens and panels', async ({ app: { page } }) => {
      const found: string[] = []
      const look = async (what: string) => found.push(...(await scan(page, what, colorScheme)))
      await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme)
      for (const tab of ['Matches', 'Terms', 'Notes', 'History']) {
        await page.getByRole('tab', { name: new RegExp(`^${tab}`) }).click()
        await expect(page.getByRole('tabpanel', { name: new RegExp(`^${tab}`) })).toBeVisible()
        await look(`panel ${tab}`)
      }
      for (const view of ['Glossary', 'Memory', 'Trash'] as const) {
        await run(page, view)
        await expect(page.getByRole('heading', { level: 1, name: view })).toBeVisible()
        await look(view)
      }
      await run(page, 'Desk')
      // Until the desk has the focus, what is typed elsewhere may still go to it.
      await expect(page.locator('[data-desk] :focus')).toHaveCount(1)
      await page.getByRole('searchbox', { name: 'Search the library' }).fill('항저우')
      await expect(page.getByText(/^\d+ articles?$/)).toBeVisible()
      await look('library search')
      await page.keyboard.press('Escape')
      // A paragraph that is locked and refuses, a project in the trash, and a desk with nothing on it.
      await page
        .getByRole('button', { name: /^Actions for/ })
        .first()
        .click()
      await look('actions of a project')
      await page.getByRole('menuitem', { name: 'Put the project in the trash' }).click()
      await expect(page.getByText('No article on the desk')).toBeVisible()
      await look('empty desk')
      await run(page, 'Trash')
      await expect(page.getByRole('button', { name: 'Empty the trash' })).toBeVisible()
      await look('trash with a project')
      await page.getByRole('button', { name: 'Empty the trash' }).click()
      await expect(page.getByRole('dialog').or(page.getByRole('alertdialog'))).toBeVisible()
      await look('confirm')
      expect(found).toEqual([])
    })

    test('dialogs', async ({ app: { page } }) => {
      const found: string[] = []
      const look = async (what: string) => found.push(...(await scan(page, what, colorScheme)))
      const plain: [command: string, title: RegExp][] = [
        ['Bring in files…', /^Bring in$/],
        ['Article details…', /^Article details$/],
        ['Hand over…', /^Hand over$/],
        ['New project…', /^New project$/],
        ['Add a term…', /^Add a term/],
        ['Go to paragraph…', /^Go to paragraph$/],
        ['About Naranhi', /Naranhi/],
      ]
      for (const [command, title] of plain) {
        await run(page, command)
        await expect(dialog(page, title)).toBeVisible()
        await look(command)
        await closeDialog(page)
      }
      for (const tab of ['General', 'Editor', 'Keyboard'] as const) {
        await openSettings(page, tab)
        await look(`settings ${tab}`)
        await closeDialog(page)
      }
      await page.keyboard.press('F1')
      await look('palette')
      await page.getByRole('textbox', { name: 'Commands and articles' }).fill('없는 명령')
      await look('palette with nothing found')
      await closeDialog(page)

      await run(page, 'Bring in files…')
      await page.getByTestId('files').setInputFiles([
        {
          name: '하나.txt',
          mimeType: 'text/plain',
          buffer: Buffer.from('항저우시는 계획을 냈다.\n둘째 문단이다.'),
        },
        { name: '둘.md', mimeType: 'text/markdown', buffer: Buffer.from('# 제목\n\n쑤저우시도 따랐다.') },
      ])
      await expect(page.getByRole('region', { name: 'Preview' })).toBeVisible()
      await look('import with a preview')
      await closeDialog(page)
      await run(page, 'Bring in pasted text…')
      await look('paste')
      await page
        .getByRole('textbox', { name: 'Korean text' })
        .fill('항저우시는 계획을 냈다. 이는 3.5% 늘었다.')
      await expect(page.getByRole('region', { name: 'Preview' })).toBeVisible()
      await look('paste with a preview')
      await closeDialog(page)

      await page
        .getByRole('button', { name: /^Actions for/ })
        .nth(1)
        .click()
      await page.getByRole('menuitem', { name: 'Move to another project…' }).click()
      await expect(dialog(page, 'Move to another project')).toBeVisible()
      await look('move')
      await closeDialog(page)

      expect(found).toEqual([])
    })

    test('the glossary’s table', async ({ app: { page, started } }) => {
      const found: string[] = []
      const look = async (what: string) => found.push(...(await scan(page, what, colorScheme)))
      naranhi(started.workspace, 'term', 'add', '청두', 'Chengtu')
      const table = new GlossaryTable(page)
      await table.openOwn()
      await table.find('청두', 2)
      await table.enter()
      await page.keyboard.press('F2')
      await table.grid.getByRole('textbox', { name: 'English' }).fill('Cheng-tu')
      await expect(page.getByText('The glossaries translate it otherwise, too:')).toBeVisible()
      await look('a cell with what stands against it')
      await page.keyboard.press('Tab')
      await page.keyboard.press('Escape')
      await page.keyboard.press('ArrowRight')
      await page.keyboard.press('F2')
      await look('a cell of the status or domain')
      await page.keyboard.press('Escape')
      await page.keyboard.press('Control+a')
      await look('chosen terms')
      await page.getByRole('toolbar').getByRole('button', { name: 'Status' }).click()
      await expect(page.getByRole('menu')).toBeVisible()
      await look('status of the chosen terms')
      await page.keyboard.press('Escape')
      await page.getByRole('toolbar').getByRole('button', { name: 'Domain' }).click()
      await page.getByRole('combobox', { name: 'Domain of the chosen terms' }).click()
      await look('domain of the chosen terms')
      await page.keyboard.press('Escape')
      await page.keyboard.press('Escape')
      await table.search.fill('없는 말')
      await expect(page.getByText('Nothing found')).toBeVisible()
      await look('nothing found')
      expect(found).toEqual([])
    })

    test('what opens from the glossary', async ({ app: { page, started } }) => {
      const found: string[] = []
      const look = async (what: string) => found.push(...(await scan(page, what, colorScheme)))
      naranhi(started.workspace, 'term', 'add', '청두', 'Chengtu')
      const table = new GlossaryTable(page)
      await table.openOwn()
      await table.find('청두', 2)
      await table.enter()
      await page.keyboard.press('Control+a')
      await page.getByRole('button', { name: 'Merge…' }).click()
      await expect(page.getByRole('region', { name: 'What comes of it' })).toBeVisible()
      await look('merge')
      await closeDialog(page)
      await run(page, 'Merge duplicate terms…')
      await expect(page.getByText('1 of 1', { exact: true })).toBeVisible()
      await look('duplicates')
      await closeDialog(page)
      await table.grid.focus()
      await page.keyboard.press('Enter')
      await expect(page.getByRole('textbox', { name: 'Korean' })).toHaveValue('청두')
      await look('a term')
      await page.getByRole('tab', { name: 'History' }).click()
      await look('history of a term')
      await page.getByRole('tab', { name: 'Used in' }).click()
      await expect(page.getByRole('button', { name: /청두/ }).first()).toBeVisible()
      await look('uses of a term')
      await closeDialog(page)
      await run(page, 'Manage glossaries…')
      const glossaries = dialog(page, 'Glossaries')
      await expect(glossaries.getByRole('switch', { name: 'Read-only' }).first()).toBeVisible()
      await look('glossaries')
      await glossaries.getByRole('tab', { name: 'In projects' }).click()
      await look('glossaries of a project')
      await closeDialog(page)
      expect(found).toEqual([])
    })

    test('menus and the find field', async ({ app: { page } }) => {
      const found: string[] = []
      const look = async (what: string) => found.push(...(await scan(page, what, colorScheme)))
      const desk = new Desk(page)
      for (const menu of ['File', 'Edit', 'Translate', 'Annotate', 'View', 'Help']) {
        await page.getByRole('menuitem', { name: menu, exact: true }).click()
        await expect(page.getByRole('menu')).toBeVisible()
        await look(`menu ${menu}`)
        await page.keyboard.press('Escape')
        await expect(page.getByRole('menu')).toHaveCount(0)
      }
      await desk.goTo(12)
      await page.keyboard.press('Control+f')
      await expect(page.getByRole('textbox', { name: 'Find', exact: true })).toBeVisible()
      await look('find')
      await page.keyboard.press('Control+h')
      await expect(page.getByRole('textbox', { name: 'Replace', exact: true })).toBeVisible()
      await look('replace')
      expect(found).toEqual([])
    })
  })
}

for (const editContext of [true, false]) {
  test(`a screen reader is given both texts, editContext ${editContext ? 'on' : 'off'}`, async ({ app }) => {
    const { page } = app
    const desk = new Desk(page)
    const exposed = async () => {
      const client = await page.context().newCDPSession(page)
      const { nodes } = await client.send('Accessibility.getFullAXTree')
      await client.detach()
      return nodes
        .filter((node) => !node.ignored)
        .map((node) => [node.role?.value, node.name?.value, node.value?.value].map(String).join(' | '))
        .join('\n')
        .replaceAll('\u00a0', ' ')
    }
    if (!editContext) await setEditorOption(page, /^Modern text input/, false)
    for (const [side, label] of [
      [desk.source, 'Source'],
      [desk.target, 'Translation'],
    ] as const)
      await expect(side.getByRole('textbox', { name: label })).toHaveCount(1)

    await desk.goTo(3)
    const words = async (side: 'source' | 'target') =>
      (await desk.text(side)).split('\n')[0]?.slice(0, 20) ?? ''
    const [korean, english] = [await words('source'), await words('target')]
    expect(korean.length).toBeGreaterThan(5)
    expect(english.length).toBeGreaterThan(5)
    await setEditorOption(page, /^Screen reader mode/, true)
    await desk.goTo(1)
    await expect.poll(exposed).toContain(english)
    await page.keyboard.press('Alt+s')
    await expect(desk.source.locator('.monaco-editor.focused')).toBeVisible()
    await expect.poll(exposed).toContain(korean)
  })
}
