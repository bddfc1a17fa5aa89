import { readFileSync } from 'node:fs'
import { expect, test } from '../launch.ts'
import { dialog, run } from '../pages/dialogs.ts'
import { drop, file, utf16 } from '../pages/files.ts'
import { chooseMemory, MemoryTable, reported } from '../pages/memory.ts'

// Memories of other tools come in with a preview and a report, and go out again as they are.

const unit = (source: string, target: string) =>
  `<tu><tuv xml:lang="ko-KR"><seg>${source}</seg></tuv><tuv xml:lang="en-US"><seg>${target}</seg></tuv></tu>`
const tmx = (units: readonly string[]) =>
  `<?xml version="1.0" encoding="UTF-16"?>
<tmx version="1.4"><header creationtool="desk" creationtoolversion="1" segtype="paragraph" o-tmf="x" adminlang="en" srclang="ko-KR" datatype="plaintext"/><body>
${units.join('\n')}
</body></tmx>`
const FILE = tmx([
  unit('허페이시는 공장 세 곳을 열었다.', 'Hefei opened three factories.'),
  unit('우한 지하철 11호선이 개통됐다.', 'Wuhan opened its metro line 11.'),
  '<tu><tuv xml:lang="ko-KR"><seg>번역이 없는 문장.</seg></tuv></tu>',
])

test('a TMX in UTF-16 shows what it is, comes into a memory of its own, and is taken back', async ({
  app,
}) => {
  const { page } = app
  const shown = await chooseMemory(page, file('데스크.tmx', utf16(FILE)))
  await expect(shown.getByTestId('memory-facts')).toContainText('ko-KR')
  await expect(shown.getByRole('combobox', { name: 'Format' })).toContainText('Detected: TMX 1.4')
  await expect(shown.getByRole('list', { name: 'The first units as they will be' })).toContainText(
    '허페이시는',
  )
  await shown.getByRole('button', { name: 'Bring in', exact: true }).click()
  await expect(reported(shown, 'Added')).toHaveText('2')
  await expect(reported(shown, 'Refused')).toHaveText('1')
  await expect(shown.getByText(/^Line 5/)).toBeVisible()
  await shown.getByRole('button', { name: 'Undo' }).click()
  await expect(shown.getByText('2 units taken back')).toBeVisible()
})

test('a table is read by what its columns are said to hold', async ({ app }) => {
  const { page } = app
  const shown = await chooseMemory(
    page,
    file('표.csv', '가,나,다\n정저우 공항,Zhengzhou Airport,checked\n시안 고신구,Xi’an Hi-tech Zone,\n'),
  )
  await shown.getByRole('checkbox', { name: /first row/i }).check()
  await shown.getByRole('combobox', { name: 'What “가” holds' }).selectOption('source')
  await shown.getByRole('combobox', { name: 'What “나” holds' }).selectOption('target')
  await shown.getByRole('combobox', { name: 'What “다” holds' }).selectOption('note')
  await shown.getByRole('button', { name: 'Bring in', exact: true }).click()
  await expect(reported(shown, 'Added')).toHaveText('2')
  await shown.getByRole('button', { name: 'Close' }).last().click()
  const memory = new MemoryTable(page)
  await memory.open('표')
  await memory.find('checked', 1)
})

test('a memory dropped on the window is brought in wherever it falls', async ({ app }) => {
  const { page } = app
  await drop(page, [file('떨어진.tmx', utf16(FILE))])
  const shown = dialog(page, 'Bring in a memory')
  await expect(shown.getByRole('textbox', { name: 'Name of the new memory' })).toHaveValue('떨어진')
})

test('a long import goes on in the background and is stopped for good', async ({ app }) => {
  const { page } = app
  const units = Array.from({ length: 150_000 }, (_, at) =>
    unit(`제${at}차 회의가 열렸다.`, `Meeting ${at} opened.`),
  )
  const shown = await chooseMemory(page, file('큰 메모리.tmx', utf16(tmx(units))))
  await shown.getByRole('button', { name: 'Bring in', exact: true }).click()
  await shown.getByRole('button', { name: 'Continue in the background' }).last().click()
  await expect(shown).toBeHidden()
  await page.getByRole('button', { name: /^Bringing in a memory/ }).click()
  await shown.getByRole('button', { name: 'Stop and leave nothing' }).click()
  await expect(page.getByText('Stopped: nothing of 큰 메모리.tmx was brought in.')).toBeVisible()
  await page.keyboard.press('Escape')
  const leave = page.getByRole('button', { name: 'Leave', exact: true })
  if (await leave.isVisible()) await leave.click()
  await run(page, 'Manage memories…')
  await expect(dialog(page, 'Memories').getByRole('textbox', { name: 'Name of 큰 메모리' })).toHaveCount(0)
})

test('memories go out as TMX with every unit', async ({ app }) => {
  const { page } = app
  const shown = await chooseMemory(page, file('데스크.tmx', utf16(FILE)))
  await shown.getByRole('button', { name: 'Bring in', exact: true }).click()
  await expect(reported(shown, 'Added')).toHaveText('2')
  await shown.getByRole('button', { name: 'Close' }).last().click()
  await run(page, 'Hand over memories…')
  const out = dialog(page, 'Hand over memories')
  await expect(out.getByRole('checkbox', { name: /^데스크/ })).toBeVisible()
  for (const box of await out.getByRole('checkbox').all()) await box.setChecked(false)
  await out.getByRole('checkbox', { name: /^데스크/ }).setChecked(true)
  const download = page.waitForEvent('download')
  await out.getByRole('button', { name: 'Hand over 2 units' }).click()
  const saved = await download
  expect(saved.suggestedFilename()).toBe('데스크.tmx')
  const text = readFileSync(await saved.path(), 'utf8')
  expect(text).toContain('허페이시는 공장 세 곳을 열었다.')
  expect(text).toContain('Wuhan opened its metro line 11.')
  await expect(out.getByTestId('memory-exported')).toContainText('2 units handed over')
})
