import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '../launch.ts'
import { dialog, run } from '../pages/dialogs.ts'
import { bringInUnits, MemoryTable } from '../pages/memory.ts'

// The memory in its view: searched, edited in place, moved, merged, cleaned, and everything with a way back.

const UNITS = [
  [
    '허페이시는 신에너지차 생산량이 두 배로 늘었다고 밝혔다.',
    'Hefei said its output of new-energy vehicles doubled.',
  ],
  ['우한시는 광밸리에 레이저 단지를 새로 짓는다.', 'Wuhan is building a new laser park in Optics Valley.'],
  [
    '쑤저우 공업원구의 수출은 3억 2천만 위안이다.',
    'Exports of Suzhou Industrial Park come to 320 million yuan.',
  ],
  ['청두는 국제 노선 12개를 새로 열었다.', 'Chengdu opened 12 new international routes.'],
] as const

test('is searched in both languages and by initial consonants, and edited in place with undo', async ({
  app,
}) => {
  const { page } = app
  await bringInUnits(page, '데스크', UNITS)
  const memory = new MemoryTable(page)
  await memory.open('데스크')
  await memory.counts(4)
  await memory.find('laser', 1)
  await expect(memory.row(0).locator('mark')).toHaveText('laser')
  await memory.find('ㅆㅈㅇ', 1)
  await expect(memory.row(0)).toContainText('쑤저우')
  await memory.find('없는 말', 0)
  await expect(page.getByText(/Nothing among the units the list is narrowed to: “데스크”/)).toBeVisible()

  await memory.find('청두', 1)
  await memory.enter()
  await page.keyboard.press('F2')
  const cell = memory.grid.getByRole('textbox', { name: 'English' })
  await expect(cell).toHaveValue('Chengdu opened 12 new international routes.')
  await cell.fill('Chengdu has opened 12 new international routes.')
  await page.keyboard.press('Enter')
  await expect(memory.row(0)).toContainText('Chengdu has opened')
  await expect(memory.grid).toBeFocused()
  await page.keyboard.press('Control+z')
  await expect(memory.row(0)).toContainText('Chengdu opened 12')
  await page.keyboard.press('Control+Shift+z')
  await expect(memory.row(0)).toContainText('Chengdu has opened')

  // Left by Escape, nothing is saved; the Korean cannot be emptied.
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('F2')
  const korean = memory.grid.getByRole('textbox', { name: 'Korean' })
  await korean.fill('')
  await page.keyboard.press('Enter')
  await expect(memory.grid.getByText('The Korean cannot be empty.')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(memory.row(0)).toContainText('청두는')
})

test('a unit has a note and its history, from which an earlier state comes back', async ({ app }) => {
  const { page } = app
  await bringInUnits(page, '데스크', UNITS)
  const memory = new MemoryTable(page)
  await memory.open('데스크')
  await memory.find('광밸리', 1)
  await memory.enter()
  await page.keyboard.press('Enter')
  const unit = dialog(page, 'Unit')
  await expect(unit.getByRole('textbox', { name: 'English' })).toBeFocused()
  await unit.getByRole('textbox', { name: 'English' }).fill('Wuhan is to build a laser park.')
  await unit.getByRole('textbox', { name: 'Note' }).fill('Agreed with the desk')
  await unit.getByRole('button', { name: 'Save' }).click()
  await expect(unit).toBeHidden()
  await expect(memory.row(0)).toContainText('Wuhan is to build')
  await expect(memory.row(0).getByLabel('has a note')).toBeVisible()

  await memory.grid.focus()
  await page.keyboard.press('Enter')
  await unit.getByRole('tab', { name: 'History' }).click()
  const earlier = unit.getByRole('listitem').filter({ hasText: UNITS[1][1] })
  await earlier.getByRole('button', { name: 'Bring this back' }).first().click()
  await unit.getByRole('tab', { name: 'Unit' }).click()
  await expect(unit.getByRole('textbox', { name: 'English' })).toHaveValue(UNITS[1][1])
})

test('many are chosen, deleted, moved and merged, each with a way back', async ({ app }) => {
  const { page } = app
  await bringInUnits(page, '데스크', UNITS)
  await bringInUnits(page, '보관', [['난징시는 도서관을 열었다.', 'Nanjing opened a library.']])
  const memory = new MemoryTable(page)
  await memory.open('데스크')
  await memory.counts(4)
  await memory.grid.focus()
  await page.keyboard.press('Shift+ArrowDown')
  await expect(page.getByText('2 chosen')).toBeVisible()
  await page.keyboard.press('Delete')
  await expect(page.getByText('2 units deleted')).toBeVisible()
  await memory.counts(2)
  await page.keyboard.press('Control+z')
  await memory.counts(4)

  await page.keyboard.press('Control+a')
  await expect(page.getByText('4 chosen')).toBeVisible()
  await page.getByRole('button', { name: 'Move to' }).click()
  await page.getByRole('menuitem', { name: '보관' }).click()
  await expect(page.getByText('4 units moved')).toBeVisible()
  await memory.counts(0)
  await page.keyboard.press('Control+z')
  await memory.counts(4)

  await memory.grid.focus()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Home')
  await page.keyboard.press('Shift+ArrowDown')
  await page.getByRole('button', { name: 'Merge…' }).click()
  const merge = dialog(page, 'Merge 2 units')
  await expect(merge.getByText('Their Korean differs.', { exact: false })).toBeVisible()
  await merge.getByRole('button', { name: 'Merge', exact: true }).click()
  await memory.counts(3)
})

test('a row has a menu, by mouse and by key', async ({ app }) => {
  const { page } = app
  await bringInUnits(page, '데스크', UNITS)
  const memory = new MemoryTable(page)
  await memory.open('데스크')
  await memory.row(1).getByText(/./).first().click({ button: 'right' })
  await expect(page.getByRole('menuitem', { name: 'Copy the English' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(memory.grid).toBeFocused()
  await page.keyboard.press('Shift+F10')
  await page.getByRole('menuitem', { name: /^Delete/ }).click()
  await memory.counts(3)
})

test('memories have roles, an order and a penalty, are merged and go to the trash', async ({ app }) => {
  const { page } = app
  await bringInUnits(page, '데스크', UNITS)
  await run(page, 'Manage memories…')
  const memories = dialog(page, 'Memories')
  const cards = memories.getByRole('list', { name: 'Memories' }).getByRole('listitem')
  await expect(cards).toHaveCount(2)
  await memories.getByRole('textbox', { name: 'Name of a new memory' }).fill('통신사')
  await page.keyboard.press('Enter')
  await expect(cards).toHaveCount(3)
  await memories.getByRole('textbox', { name: 'Name of 통신사' }).press('Alt+ArrowUp')
  await expect(cards.nth(1).getByRole('textbox', { name: 'Name of 통신사' })).toBeFocused()
  const penalty = memories.getByRole('spinbutton', { name: 'Penalty of 통신사' })
  await penalty.fill('15')
  await penalty.press('Enter')
  await cards.nth(1).getByText('write', { exact: true }).click()
  // It is written to now: the one before is read, and this one cannot be deleted.
  await expect(cards.nth(0).getByRole('radio', { name: 'read' })).toBeChecked()
  await expect(memories.getByRole('button', { name: /^통신사 is written to/ })).toBeDisabled()

  await memories.getByRole('button', { name: 'Merge 데스크 into another memory' }).click()
  await memories.getByRole('combobox', { name: 'Merge into' }).selectOption({ label: '통신사' })
  await memories.getByRole('button', { name: 'Merge 4 units' }).click()
  await expect(memories.getByText('4 units went into “통신사”', { exact: false })).toBeVisible()

  await page.keyboard.press('Escape')
  await run(page, 'Manage memories…')
  const first = cards.first()
  await first.getByRole('button', { name: /^Delete/ }).click()
  const asked = memories.getByRole('button', { name: 'Into the trash' })
  if (await asked.isVisible()) await asked.click()
  await expect(memories.getByText(/is in the trash\.$/)).toBeVisible()
  await page.keyboard.press('Escape')
  await run(page, 'Trash')
  await page.getByRole('region', { name: 'Trash' }).getByRole('button', { name: 'Restore' }).first().click()
  await expect(page.getByText('The trash is empty')).toBeVisible()
})

test('duplicates are gone through by keyboard, and useless units cleaned, with undo', async ({ app }) => {
  const { page } = app
  await bringInUnits(page, '데스크', [
    ...UNITS,
    [UNITS[0][0], 'Hefei’s output of new-energy vehicles doubled, the city said.'],
    ['12.5%', '12.5%'],
    ['상하이', '상하이'],
  ])
  await run(page, 'Merge duplicate units…')
  const review = dialog(page, 'Duplicate units')
  await review.getByRole('combobox', { name: 'Which duplicates' }).selectOption('targets')
  await expect(review.getByText('1 of 1')).toBeVisible()
  await review.getByText('Which one is kept?').click()
  await page.keyboard.press('2')
  await expect(review.getByRole('radio').nth(1)).toBeChecked()
  await page.keyboard.press('Enter')
  await expect(review.getByText('All gone through')).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(review.getByRole('radio')).toHaveCount(2)
  await page.keyboard.press('Escape')

  await run(page, 'Clean the memory…')
  const clean = dialog(page, 'Clean the memory')
  await expect(clean.getByRole('button', { name: /^Delete 2 units$/ })).toBeEnabled()
  await clean.getByRole('button', { name: /^Delete 2 units$/ }).click()
  await expect(clean.getByText('2 units deleted')).toBeVisible()
  await page.keyboard.press('Escape')
  const memory = new MemoryTable(page)
  await memory.open('데스크')
  await memory.counts(5)
  await memory.grid.focus()
  await page.keyboard.press('Control+z')
  await memory.counts(7)
})

test('the view and its dialogs are clean for axe', async ({ app }) => {
  const { page } = app
  await bringInUnits(page, '데스크', UNITS)
  const memory = new MemoryTable(page)
  await memory.open('데스크')
  const scan = async (what: string) => {
    await page.waitForTimeout(300)
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id, nodes }) => [what, id, nodes[0]?.html])).toEqual([])
  }
  await scan('memory')
  for (const [command, title] of [
    ['Manage memories…', 'Memories'],
    ['Merge duplicate units…', 'Duplicate units'],
    ['Clean the memory…', 'Clean the memory'],
    ['Hand over memories…', 'Hand over memories'],
    ['Pre-translate…', 'Pre-translate'],
    ['Repetitions…', 'Repetitions'],
  ] as const) {
    await run(page, command)
    await expect(dialog(page, title)).toBeVisible()
    await scan(title)
    await page.keyboard.press('Escape')
    await expect(dialog(page, title)).toBeHidden()
  }
})
