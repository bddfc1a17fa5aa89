import type { Page } from '@playwright/test'
import { expect, test } from '../launch.ts'
import { naranhi } from '../pages/desk.ts'
import { closeDialog, dialog, run } from '../pages/dialogs.ts'
import { GlossaryTable, storedTerms } from '../pages/glossary.ts'

const toolbar = (page: Page) => page.getByRole('toolbar', { name: 'With the chosen terms' })
/** A domain as its filter names it: with how many terms it has. */
const domainLabel = async (page: Page, domain: string) => ({
  label:
    (await page.getByRole('option', { name: new RegExp(`^${domain} \\(\\d+\\)$`) }).textContent())?.trim() ??
    '',
})
/** What is stored in the glossary of the sample; the starter glossary has much of it, too. */
const own = (workspace: string, ...given: string[]) =>
  storedTerms(workspace, ...given, '--glossary', '나란히 견본 용어집')
const undoIn = (page: Page, said: RegExp) =>
  page.locator('[data-sonner-toast]').filter({ hasText: said }).getByRole('button', { name: 'Undo' })

test('is searched by Korean, initial consonants and English, filtered, and keeps its filter', async ({
  app,
}) => {
  const { page } = app
  const table = new GlossaryTable(page)
  await table.open()
  const all = `${storedTerms(app.started.workspace).length.toLocaleString('en')} terms`
  await expect(page.getByText(all, { exact: true })).toBeVisible()
  await table.narrowToOwn()
  await expect(page.getByText('70 terms found')).toBeVisible()

  await table.find('ㅎㄱㅊㅅ', 1)
  await expect(table.row(0)).toContainText('해관총서')
  await table.find('three gorges', 1)
  await expect(table.row(0)).toContainText('싼샤댐')
  await table.find('허페이', 3)

  await table.search.fill('')
  await page.getByRole('combobox', { name: 'Status' }).selectOption('forbidden')
  await expect(page.getByText('4 terms found')).toBeVisible()
  await page.getByRole('combobox', { name: 'Domain' }).selectOption(await domainLabel(page, 'place'))
  await expect(page.getByText('2 terms found')).toBeVisible()
  await expect(table.row(0)).toContainText('Seonjeon')
  // From Z to A and back.
  await page.getByRole('button', { name: 'English' }).click()
  await expect(table.row(0)).toContainText('Heopei')
  await page.getByRole('button', { name: 'English' }).click()
  await expect(table.row(0)).toContainText('Seonjeon')

  await run(page, 'Memory')
  await run(page, 'Glossary')
  await expect(page.getByText('2 terms found')).toBeVisible()
  await expect(page.getByRole('combobox', { name: 'Status' })).toHaveValue('forbidden')
  await page.getByRole('button', { name: 'Clear the filters' }).click()
  await expect(page.getByText(all, { exact: true })).toBeVisible()
  await table.search.fill('없는 말')
  await expect(page.getByText('Nothing found')).toBeVisible()
  await page.getByRole('button', { name: 'Clear the filters' }).last().click()
  await expect(page.getByText(all, { exact: true })).toBeVisible()
})

test('cells are edited in place, and what stands against it is said first', async ({ app }) => {
  const { page } = app
  const { workspace } = app.started
  const table = new GlossaryTable(page)
  await table.openOwn()
  await table.find('감속기', 1)
  await table.enter()

  await page.keyboard.press('F2')
  const cell = table.grid.getByRole('textbox', { name: 'English' })
  await expect(cell).toBeFocused()
  await page.keyboard.type('gear Auto')
  await page.keyboard.press('Escape')
  await expect(table.row(0)).not.toContainText('Auto')
  await page.keyboard.press('F2')
  await page.keyboard.type('gear Auto')
  // Tab saves and goes on: from the translation to the status, from there to the domain.
  await page.keyboard.press('Tab')
  const status = table.grid.getByRole('combobox', { name: 'Status' })
  await expect(status).toBeFocused()
  await status.selectOption('admitted')
  await page.keyboard.press('Tab')
  await expect(table.grid.getByRole('combobox', { name: 'Domain' })).toBeFocused()
  await page.keyboard.type('car makers')
  await page.keyboard.press('Enter')
  await expect(table.grid).toBeFocused()
  await expect(table.row(0)).toContainText('car makers')
  expect(own(workspace, '--search', '감속기')).toMatchObject([
    { source: '감속기', target: 'gear Auto', status: 'admitted', domain: 'car makers' },
  ])

  // A Korean that has another translation already: told, saved only when Enter is pressed again.
  await page.keyboard.press('Home')
  for (let step = 0; step < 5; step++) await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('F2')
  const source = table.grid.getByRole('textbox', { name: 'Korean' })
  await source.fill('웨이라이')
  await page.keyboard.press('Enter')
  await expect(page.getByText('The glossaries translate it otherwise, too:')).toBeVisible()
  expect(own(workspace, '--search', 'gear Auto')[0]?.source).toBe('감속기')
  await page.keyboard.press('Escape')

  // The very same term is refused at the cell.
  await table.find('Heopei', 1)
  await table.enter()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('F2')
  await cell.fill('Hefei')
  await page.keyboard.press('Enter')
  await expect(page.getByText('This very term is there:')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByText('This very term is in the glossary already.')).toBeVisible()
  await expect(cell).toHaveValue('Hefei')
  await cell.fill('')
  await page.keyboard.press('Enter')
  await expect(page.getByText('It cannot be empty.')).toBeVisible()
  await page.keyboard.press('Escape')
  expect(own(workspace, '--search', 'Heopei')).toHaveLength(1)
})

test('many are changed, deleted and moved at once, each with a way back', async ({ app }) => {
  const { page } = app
  const { workspace } = app.started
  const table = new GlossaryTable(page)
  await table.openOwn()
  await table.find('technology', 11)
  await table.enter()
  await page.keyboard.press('Control+a')
  await expect(page.getByText('11 chosen')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(toolbar(page)).toHaveCount(0)
  await page.keyboard.press('Home')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+ArrowUp')
  await expect(page.getByText('2 chosen')).toBeVisible()
  await page.keyboard.press('Shift+End')
  await expect(page.getByText('11 chosen')).toBeVisible()

  const before = own(workspace, '--search', 'technology').map(({ id, status }) => [id, status])
  await toolbar(page).getByRole('button', { name: 'Status' }).click()
  await page.getByRole('menuitem', { name: 'deprecated' }).click()
  await expect(page.getByText('10 terms changed')).toBeVisible()
  await expect(table.rowsOf('deprecated')).toHaveCount(11)
  await undoIn(page, /10 terms changed/).click()
  await expect
    .poll(() => own(workspace, '--search', 'technology').map(({ id, status }) => [id, status]))
    .toEqual(before)

  await page.getByRole('button', { name: 'Domain', exact: true }).first().click()
  await page.getByRole('combobox', { name: 'Domain of the chosen terms' }).fill('engineering')
  await page.keyboard.press('Enter')
  await expect(page.getByText('11 terms changed')).toBeVisible()
  expect(storedTerms(workspace, '--domain', 'engineering')).toHaveLength(11)
  await undoIn(page, /11 terms changed/).click()
  await expect.poll(() => storedTerms(workspace, '--domain', 'engineering')).toEqual([])

  await table.grid.focus()
  await page.keyboard.press('Delete')
  await expect(page.getByText('11 terms deleted')).toBeVisible()
  await expect(page.getByText('Nothing found')).toBeVisible()
  await undoIn(page, /11 terms deleted/).click()
  await expect(page.getByText('11 terms found')).toBeVisible()
  await expect.poll(() => own(workspace, '--search', 'technology')).toHaveLength(11)
})

test('terms are merged, by choice and as duplicates, and parted again', async ({ app }) => {
  const { page } = app
  const { workspace } = app.started
  naranhi(workspace, 'term', 'add', '경제성장률', 'economic growth', '--note', 'Year on year.')
  naranhi(workspace, 'term', 'add', '경제 성장률', 'economic growth', '--domain', 'economy')
  naranhi(workspace, 'term', 'add', '수출액', 'exports')
  naranhi(workspace, 'term', 'add', '수출액', 'export value')
  const table = new GlossaryTable(page)
  await table.openOwn()

  await table.find('수출액', 2)
  await table.enter()
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Space')
  await toolbar(page).getByRole('button', { name: 'Merge…' }).click()
  const merging = dialog(page, 'Merge 2 terms')
  await merging.getByRole('radio', { name: /export value/ }).check()
  await expect(merging.getByRole('region', { name: 'What comes of it' })).toContainText('export value')
  await merging.getByRole('button', { name: 'Merge' }).click()
  await expect(page.getByText('1 term found')).toBeVisible()
  expect(storedTerms(workspace, '--search', '수출액').map(({ target }) => target)).toEqual(['export value'])
  await undoIn(page, /merged into/).click()
  await expect(page.getByText('2 terms found')).toBeVisible()

  await run(page, 'Merge duplicate terms…')
  const duplicates = dialog(page, 'Duplicates')
  await expect(duplicates.getByText('1 of 2', { exact: true })).toBeVisible()
  await expect(duplicates.getByText('These say the same.')).toBeVisible()
  await page.keyboard.press('2')
  const result = duplicates.getByRole('region', { name: 'What comes of it' })
  await expect(result).toContainText('경제성장률')
  await expect(result).toContainText('Year on year.')
  await page.keyboard.press('Enter')
  await expect(duplicates.getByText('2 of 2', { exact: true })).toBeVisible()
  await expect(duplicates.getByText('1 of 2 decided')).toBeVisible()
  expect(own(workspace, '--search', '성장률')).toMatchObject([
    { source: '경제 성장률', variants: ['경제성장률'], note: 'Year on year.', domain: 'economy' },
  ])
  await page.keyboard.press('Control+z')
  await expect(duplicates.getByText('0 of 2 decided')).toBeVisible()
  await expect.poll(() => own(workspace, '--search', '성장률')).toHaveLength(2)
  await page.keyboard.press('k')
  await expect(duplicates.getByText('One Korean, several preferred translations.')).toBeVisible()
  await duplicates.getByRole('button', { name: 'Others to admitted' }).click()
  await expect(duplicates.getByText('All gone through')).toBeVisible()
  expect(
    storedTerms(workspace, '--search', '수출액')
      .map(({ status }) => status)
      .sort(),
  ).toEqual(['admitted', 'preferred'])
  await closeDialog(page)
})

test('glossaries are made, ordered for a project, locked, deleted and brought back', async ({ app }) => {
  const { page } = app
  const { workspace } = app.started
  const project = '나란히 견본: 중국 도시와 산업'
  const starter = /나란히 기본 용어집/
  const table = new GlossaryTable(page)
  await table.open()
  const glossaries = await table.addGlossary('데스크 용어')
  await expect(glossaries.getByText('0 terms', { exact: true }).first()).toBeVisible()
  await glossaries.getByRole('textbox', { name: 'Note on 데스크 용어' }).fill('Agreed with the desk')
  await page.keyboard.press('Enter')
  naranhi(workspace, 'term', 'add', '비야디', 'BYD Group', '--glossary', '데스크 용어')
  const targets = () =>
    (
      naranhi(workspace, 'term', 'find', '비야디는', '--project', project) as { hits: { target: string }[] }
    ).hits.map(({ target }) => target)
  expect(targets()).toEqual(['BYD', 'BYD Group'])

  await glossaries.getByRole('tab', { name: 'In projects' }).click()
  const attached = glossaries.getByRole('list', { name: 'Glossaries of the project' }).getByRole('listitem')
  await expect(attached).toHaveText([/나란히 견본 용어집/, /데스크 용어/, starter])
  await attached.nth(1).getByRole('checkbox').focus()
  await page.keyboard.press('Alt+ArrowUp')
  await expect(attached).toHaveText([/데스크 용어/, /나란히 견본 용어집/, starter])
  await expect(attached.nth(0).getByRole('checkbox')).toBeFocused()
  await expect.poll(targets).toEqual(['BYD Group', 'BYD'])
  await attached.nth(0).dragTo(attached.nth(1))
  await expect.poll(targets).toEqual(['BYD', 'BYD Group'])
  await attached.nth(1).getByRole('checkbox').uncheck()
  await expect.poll(targets).toEqual(['BYD'])
  // What is not attached stands below; attached again it comes last.
  await attached.nth(2).getByRole('checkbox').check()
  await expect.poll(targets).toEqual(['BYD', 'BYD Group'])

  await glossaries.getByRole('tab', { name: 'All glossaries' }).click()
  const card = glossaries.getByRole('listitem').filter({ hasText: '1 term' })
  await card.getByRole('switch', { name: 'Read-only' }).check()
  await closeDialog(page)
  await table.find('BYD Group', 1)
  await table.enter()
  await page.keyboard.press('F2')
  await expect(page.getByText('“데스크 용어” is read-only.')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Delete')
  await expect(page.getByText(/1 left: its glossary is read-only/)).toBeVisible()
  await page.keyboard.press('F2')
  await page.getByRole('button', { name: 'Copy to my glossary' }).click()
  await expect(page.getByText('2 terms found')).toBeVisible()

  // A mouse that rests on the palette's list takes its choice away.
  await page.mouse.move(0, 0)
  await run(page, 'Manage glossaries…')
  // With terms in it, it is asked about; the keyboard is on the way out.
  const bin = glossaries.getByRole('button', { name: 'Delete 데스크 용어' })
  await bin.click()
  await expect(glossaries.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(bin).toBeFocused()
  await bin.click()
  await glossaries.getByRole('button', { name: 'Into the trash' }).click()
  await expect(glossaries.getByText('“데스크 용어” is in the trash.')).toBeVisible()
  expect(storedTerms(workspace, '--search', 'BYD Group')).toHaveLength(1)
  await glossaries.getByRole('button', { name: 'Undo' }).click()
  await expect(glossaries.getByRole('textbox', { name: 'Note on 데스크 용어' })).toHaveValue(
    'Agreed with the desk',
  )
  expect(storedTerms(workspace, '--search', 'BYD Group')).toHaveLength(2)
  await bin.click()
  await glossaries.getByRole('button', { name: 'Into the trash' }).click()
  await closeDialog(page)

  await page.mouse.move(0, 0)
  await run(page, 'Trash')
  const trashed = page.getByRole('listitem').filter({ hasText: '데스크 용어' })
  await expect(trashed).toContainText('glossary with 1 term')
  await trashed.getByRole('button', { name: 'Restore' }).click()
  await expect(page.getByText('The trash is empty')).toBeVisible()
  expect(storedTerms(workspace, '--search', 'BYD Group')).toHaveLength(2)
})

test('the dialog carries all of a term, says what is there already, and takes steps back', async ({
  app,
}) => {
  const { page } = app
  const { workspace } = app.started
  const table = new GlossaryTable(page)
  await table.openOwn()
  await page.keyboard.press('Alt+Shift+M')
  const adding = dialog(page, 'Add a term')
  await adding.getByRole('textbox', { name: 'Korean' }).fill('허페이')
  await adding.getByRole('textbox', { name: 'English' }).fill('Hefei City')
  await expect(adding.getByText('The glossaries translate it otherwise, too:')).toBeVisible()
  await adding.getByRole('textbox', { name: 'English' }).fill('Hefei')
  await expect(adding.getByRole('button', { name: 'Open that one' }).first()).toBeVisible()
  await adding.getByRole('textbox', { name: 'English' }).fill('Hefei City')
  const spellings = adding.getByRole('textbox', { name: 'Other spellings' })
  await spellings.fill('合肥')
  await spellings.press('Enter')
  await spellings.pressSequentially('허페이시;합비')
  await spellings.press('Enter')
  await expect(adding.getByRole('listitem').filter({ hasText: '합비' })).toBeVisible()
  await spellings.press('Backspace')
  await expect(adding.getByRole('listitem').filter({ hasText: '합비' })).toHaveCount(0)
  await adding.getByRole('combobox', { name: 'Part of speech' }).selectOption('name')
  const domain = adding.getByRole('combobox', { name: 'Domain' })
  await domain.fill('pla')
  await domain.press('ArrowDown')
  await domain.press('Enter')
  await expect(domain).toHaveValue('place')
  await adding.getByRole('textbox', { name: 'Link' }).fill('ftp://example.org')
  await expect(adding.getByText('A link begins with https:// or http://.')).toBeVisible()
  await adding.getByRole('textbox', { name: 'Link' }).fill('https://example.org/hefei')
  // What was typed is asked about before it is lost.
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Go on' }).click()
  await adding.getByRole('button', { name: 'Save as admitted' }).click()
  await expect(adding).toHaveCount(0)
  expect(own(workspace, '--search', 'Hefei City')).toMatchObject([
    {
      source: '허페이',
      variants: ['合肥', '허페이시'],
      partOfSpeech: 'name',
      status: 'admitted',
      domain: 'place',
      url: 'https://example.org/hefei',
    },
  ])

  await table.find('Hefei City', 1)
  await table.enter()
  await page.keyboard.press('Enter')
  const editing = dialog(page, 'Edit the term')
  await editing.getByRole('textbox', { name: 'Note' }).fill('Capital of Anhui.')
  await editing.getByRole('button', { name: 'Save' }).click()
  await expect(editing).toHaveCount(0)
  await expect(table.row(0)).toContainText('Capital of Anhui.')
  await page.keyboard.press('Enter')
  await editing.getByRole('tab', { name: 'History' }).click()
  const steps = editing.getByRole('list', { name: 'History' }).getByRole('listitem')
  await expect(steps).toHaveCount(2)
  await expect(steps.first()).toContainText('nothing → Capital of Anhui.')
  await steps.first().getByRole('button', { name: 'Take this step back' }).click()
  await expect(steps).toHaveCount(3)
  expect(own(workspace, '--search', 'Hefei City')[0]?.note).toBe('')
  await closeDialog(page)

  // A changed translation that stands in articles leads to its replacement there; the uses lead to the paragraph.
  await table.find('해관총서', 1)
  await table.enter()
  await page.keyboard.press('Enter')
  await editing.getByRole('tab', { name: 'Used in' }).click()
  const use = editing.getByRole('button', { name: /해관총서/ }).first()
  await expect(use).toBeVisible()
  await editing.getByRole('tab', { name: 'Term' }).click()
  await editing.getByRole('textbox', { name: 'English' }).fill('China Customs')
  // Saved before the others could be read, it waits until they are.
  await editing.getByRole('textbox', { name: 'English' }).press('Enter')
  await expect(editing.getByText('Not saved yet: save once more to save it all the same.')).toBeVisible()
  await expect(editing.getByText('The glossaries translate it otherwise, too:')).toBeVisible()
  await editing.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(editing).toHaveCount(0)
  await expect(page.getByRole('dialog')).toContainText('China Customs')
  await closeDialog(page)
  await expect(table.row(0)).toContainText('China Customs')
  await table.grid.focus()
  await page.keyboard.press('Enter')
  await editing.getByRole('tab', { name: 'Used in' }).click()
  await use.click()
  await expect(page.locator('[data-side="source"]')).toBeVisible()
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('what was done is taken back and done again by key, and listed with its way back', async ({ app }) => {
  const { page } = app
  const { workspace } = app.started
  const table = new GlossaryTable(page)
  await table.openOwn()
  // The keys act on what was searched for, however fast they come.
  await table.search.fill('감속기')
  await table.search.press('ArrowDown')
  await expect(table.grid).toBeFocused()
  await page.keyboard.press('F2')
  const cell = table.grid.getByRole('textbox', { name: 'English' })
  await expect(cell).toHaveValue('speed reducer')
  await cell.fill('reduction gear')
  await cell.press('Enter')
  await expect(table.row(0)).toContainText('reduction gear')
  await expect(table.grid).toBeFocused()
  const targets = () => own(workspace, '--search', '감속기').map(({ target }) => target)
  await page.keyboard.press('Control+z')
  await expect(table.row(0)).toContainText('speed reducer')
  await page.keyboard.press('Control+Shift+z')
  await expect(table.row(0)).toContainText('reduction gear')
  expect(targets()).toEqual(['reduction gear'])

  // The last row goes, and the keys stay.
  await page.keyboard.press('Delete')
  await expect(page.getByText('Nothing found')).toBeVisible()
  await expect(page.getByText(/Nothing among the terms .*나란히 견본 용어집/)).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(table.row(0)).toContainText('reduction gear')
  await expect(table.search).toHaveValue('감속기')
  await expect(table.grid).toBeFocused()

  await run(page, 'Changes of terms…')
  const changes = dialog(page, 'Changes of terms')
  const list = changes.getByRole('list', { name: 'Changes of terms' }).getByRole('listitem')
  await expect(list).toHaveCount(3)
  await expect(list.nth(0)).toContainText('1 term deleted')
  await expect(list.nth(1)).toContainText('감속기')
  await expect(list.nth(2)).toContainText('read-only')
  await list.nth(1).getByRole('button', { name: 'Take back' }).click()
  await expect(changes.getByText('1 term is as it was before.')).toBeVisible()
  expect(targets()).toEqual(['speed reducer'])
  await list.nth(1).getByRole('button', { name: 'Do again' }).click()
  await expect.poll(targets).toEqual(['reduction gear'])
  await closeDialog(page)
})

test('a row has a menu, by mouse and by key', async ({ app }) => {
  const { page } = app
  const table = new GlossaryTable(page)
  await table.openOwn()
  await table.find('해관총서', 1)
  await table.row(0).click({ button: 'right' })
  const menu = page.getByRole('menu', { name: 'With 해관총서' })
  await menu.getByRole('menuitem', { name: 'Used in…' }).click()
  await expect(page.getByRole('dialog')).toContainText('해관총서')
  await closeDialog(page)
  await table.grid.focus()
  await page.keyboard.press('ContextMenu')
  await expect(menu.getByRole('menuitem', { name: 'Everything about the term' })).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(table.grid.getByRole('textbox', { name: 'English' })).toBeFocused()
})
