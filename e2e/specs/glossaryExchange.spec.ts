import { readFileSync } from 'node:fs'
import AxeBuilder from '@axe-core/playwright'
import type { Locator, Page } from '@playwright/test'
import { expect, test, type App } from '../launch.ts'
import { Desk, naranhi } from '../pages/desk.ts'
import { closeDialog, dialog, run } from '../pages/dialogs.ts'
import { cp949, drop, file, type GivenFile } from '../pages/files.ts'

// Glossaries come in from whatever a translator is sent, go out again whole, and new terms come out of the articles.

interface ListedTerm {
  id: number
  glossaryId: number
  source: string
  target: string
  variants: string[]
  partOfSpeech: string
  status: string
  domain: string
  definition: string
  note: string
  url: string
  origin: string
}
/** What is on disk, seen by another process. */
const listed = ({ started }: App, ...which: string[]) =>
  (naranhi(started.workspace, 'term', 'list', ...which) as { terms: ListedTerm[] }).terms
const terms = (app: App, glossary: string) => listed(app, '--glossary', glossary)
const isThere = (app: App, glossary: string) => {
  try {
    terms(app, glossary)
    return true
  } catch {
    return false
  }
}
const said = (term: ListedTerm) => [
  term.source,
  term.target,
  term.variants,
  term.partOfSpeech,
  term.status,
  term.domain,
  term.definition,
  term.note,
  term.url,
]
const bySource = (a: ListedTerm, b: ListedTerm) =>
  a.source.localeCompare(b.source) || a.target.localeCompare(b.target)

const importDialog = (page: Page) => dialog(page, 'Bring in a glossary')
const choose = async (page: Page, ...files: GivenFile[]): Promise<Locator> => {
  await page.keyboard.press('Alt+Shift+I')
  await page.getByTestId('glossary-files').setInputFiles(files)
  return importDialog(page)
}
const entries = (shown: Locator) => shown.getByTestId('entries')
const bringIn = (shown: Locator) => shown.getByRole('button', { name: /^Bring in [\d,]+ terms?$/ })
const number = (shown: Locator, what: string) =>
  shown.getByTestId('import-report').getByText(what, { exact: true }).locator('xpath=following-sibling::dd')

const tbx3 = `<?xml version="1.0" encoding="UTF-8"?>
<tbx type="TBX-Basic" style="dca" xml:lang="ko" xmlns="urn:iso:std:iso:30042:ed-2">
  <tbxHeader><fileDesc><sourceDesc><p>Written for a test.</p></sourceDesc></fileDesc></tbxHeader>
  <text><body>
    <conceptEntry id="c1">
      <descrip type="subjectField">행정</descrip>
      <langSec xml:lang="ko"><termSec><term>시험 발전위원회</term><termNote type="partOfSpeech">noun</termNote></termSec></langSec>
      <langSec xml:lang="en"><termSec><term>Trial Development Commission</term><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></termSec></langSec>
    </conceptEntry>
    <conceptEntry id="c2">
      <langSec xml:lang="ko"><termSec><term>가상 물류기지</term></termSec></langSec>
      <langSec xml:lang="en"><termSec><term>virtual depot</term><termNote type="administrativeStatus">supersededTerm-admn-sts</termNote></termSec></langSec>
    </conceptEntry>
  </body></text>
</tbx>
`

test('a table with its own columns: mapped, previewed, brought in, told, taken back', async ({ app }) => {
  const { page } = app
  await run(page, 'Glossary')
  const lines = [
    '1;virtual depot;가상 물류기지;물류;deprecated',
    '2;Trial Development Commission;시험 발전위원회;행정;preferred',
    '3;;뜻 없는 말;행정;preferred',
    '4;=sum of parts;부품 합계;회계;admitted',
  ]
  await drop(page, [file('현장 용어.csv', cp949(`${lines.join('\r\n')}\r\n`))])
  const shown = importDialog(page)
  await expect(shown.getByText('Detected: CP949 (EUC-KR)')).toBeAttached()
  const column = (place: number) => shown.locator('th select').nth(place)
  await shown.getByRole('combobox', { name: 'Columns parted by' }).selectOption({ label: 'semicolon ;' })
  await shown.getByRole('checkbox', { name: 'The first row names the columns' }).setChecked(false)
  for (const [place, holds] of ['ignore', 'target', 'source', 'domain', 'status'].entries())
    await column(place).selectOption(holds)
  await expect(entries(shown)).toHaveText('3 terms')
  const sample = shown.getByRole('list', { name: 'The first terms as they will be' })
  await expect(sample.getByRole('listitem').first()).toContainText('가상 물류기지')
  await expect(sample.getByRole('listitem').first()).toContainText('virtual depot')
  // One column holds the Korean: said of another, it leaves the first.
  await column(0).selectOption('source')
  await expect(column(2)).toHaveValue('ignore')
  await column(2).selectOption('source')
  await expect(column(0)).toHaveValue('ignore')
  await expect(entries(shown)).toHaveText('3 terms')
  await expect(shown.getByRole('textbox', { name: 'Name of the new glossary' })).toHaveValue('현장 용어')
  await bringIn(shown).click()
  await expect(shown.getByText('현장 용어.csv was brought in')).toBeVisible()
  for (const [what, count] of [
    ['Added', '3'],
    ['Merged', '0'],
    ['Skipped', '1'],
  ] as const)
    await expect(number(shown, what)).toHaveText(count)
  await expect(shown.getByText('Line 3', { exact: false })).toBeVisible()
  expect(
    terms(app, '현장 용어').map(({ source, target, status, domain }) => [source, target, status, domain]),
  ).toEqual(
    expect.arrayContaining([
      ['가상 물류기지', 'virtual depot', 'deprecated', '물류'],
      ['시험 발전위원회', 'Trial Development Commission', 'preferred', '행정'],
      ['부품 합계', '=sum of parts', 'admitted', '회계'],
    ]),
  )
  await shown.getByRole('button', { name: 'Undo' }).click()
  await expect(shown.getByText('3 terms taken back')).toBeVisible()
  expect(isThere(app, '현장 용어')).toBe(false)
})

test('TBX goes into a glossary that is there: merged, overwritten or skipped as it is said', async ({
  app,
}) => {
  const { page } = app
  const add = ['term', 'add', '가상 물류기지', 'virtual depot', '--note', '그대로']
  naranhi(app.started.workspace, ...add)
  const steps = [
    ['Merge', { added: '1', merged: '0' }, 'preferred'],
    ['Skip', { added: '0', merged: '0' }, 'preferred'],
    ['Overwrite', { added: '0', merged: '1' }, 'deprecated'],
  ] as const
  for (const [how, counts, status] of steps) {
    const shown = await choose(page, file('시험.tbx', tbx3))
    await expect(shown.getByText('Detected: TBX v3')).toBeAttached()
    await expect(entries(shown)).toHaveText('2 terms')
    await shown.getByRole('combobox', { name: 'Into' }).selectOption({ index: 0 })
    await shown.getByRole('radio', { name: new RegExp(`^${how}`) }).check()
    await bringIn(shown).click()
    await expect(number(shown, 'Added')).toHaveText(counts.added)
    await expect(number(shown, 'Merged')).toHaveText(counts.merged)
    await closeDialog(page)
    const term = listed(app).find(({ source }) => source === '가상 물류기지')
    expect([term?.status, term?.note], how).toEqual([status, '그대로'])
  }
})

test('what is handed over comes back the same, in every format as far as it can hold it', async ({ app }) => {
  // Six formats, out and in again.
  test.slow()
  const { page } = app
  const before = file(
    '온갖 것.tsv',
    [
      'source\ttarget\tvariants\tpartOfSpeech\tstatus\tdomain\tdefinition\tnote\turl',
      '시험 발전위원회\tTrial Development Commission\t試驗發展委員會\tname\tpreferred\t행정\tA commission.\t첫째\thttps://example.org/a',
      '가상 물류기지\tvirtual depot\t\tnoun\tforbidden\t물류\t\t따옴표 "안"과 쉼표, 함께\t',
      '가상 물류기지\tvirtual hub\t\tnoun\tpreferred\t물류\t\t\t',
      '부품 합계\t=1+2 "parts"\t\t\tadmitted\t\t\t\t',
    ].join('\n'),
  )
  let shown = await choose(page, before)
  await expect(entries(shown)).toHaveText('4 terms')
  await bringIn(shown).click()
  await expect(number(shown, 'Added')).toHaveText('4')
  await closeDialog(page)
  const own = terms(app, '온갖 것').sort(bySource).map(said)
  for (const [format, ending] of [
    ['TBX v3', 'tbx'],
    ['TBX v2', 'tbx'],
    ['CSV', 'csv'],
    ['TSV', 'tsv'],
    ['Excel (.xlsx)', 'xlsx'],
    ['OmegaT glossary', 'txt'],
  ] as const) {
    await page.keyboard.press('Alt+Shift+X')
    const out = dialog(page, 'Hand over glossaries')
    await expect(out.getByRole('checkbox', { name: /^온갖 것/ })).toBeVisible()
    for (const box of await out.getByRole('group', { name: 'Glossaries' }).getByRole('checkbox').all())
      await box.uncheck()
    await out.getByRole('checkbox', { name: /^온갖 것/ }).check()
    await out.getByRole('radio', { name: new RegExp(`^${format.replace(/[().]/g, '\\$&')}`) }).check()
    const arriving = page.waitForEvent('download')
    await out.getByRole('button', { name: 'Hand over 4 terms' }).click()
    const path = await (await arriving).path()
    await expect(out.getByTestId('glossary-exported')).toContainText('4 terms handed over')
    await closeDialog(page)
    const name = `다시 ${format}`
    shown = await choose(page, file(`돌아온 것.${ending}`, readFileSync(path)))
    await expect(entries(shown), format).toHaveText('4 terms')
    await shown.getByRole('textbox', { name: 'Name of the new glossary' }).fill(name)
    await bringIn(shown).click()
    await expect(number(shown, 'Added'), format).toHaveText('4')
    await closeDialog(page)
    const again = terms(app, name).sort(bySource)
    if (ending === 'txt')
      expect(again.map(({ source, target }) => [source, target])).toEqual(own.map(([a, b]) => [a, b]))
    else expect(again.map(said), format).toEqual(own)
  }
})

test('a broken file says where it breaks and what to do; nothing is brought in', async ({ app }) => {
  const { page } = app
  const shown = await choose(page, file('깨진 것.tbx', tbx3.replace('</termSec></langSec>', '</langSec>')))
  const alert = shown.getByRole('alert')
  await expect(alert).toContainText('깨진 것.tbx')
  await expect(alert).toContainText(/line \d+, column \d+/)
  await expect(bringIn(shown)).toBeDisabled()
  // A file that is there is not thrown away by one key.
  await page.keyboard.press('Escape')
  await expect(shown.getByText('Leave without keeping this?')).toBeVisible()
  await shown.getByRole('button', { name: 'Leave', exact: true }).click()
  await expect(shown).toBeHidden()
})

const many = (count: number) =>
  [
    'source,target',
    ...Array.from({ length: count }, (_, at) => `시험어 ${at + 1}호,trial word ${at + 1}`),
  ].join('\n')

test('long work is put aside, told in the status bar, and its report is offered', async ({ app }) => {
  const { page } = app
  const shown = await choose(page, file('많은 것.csv', many(20_000)))
  await expect(entries(shown)).toHaveText('20,000 terms')
  await bringIn(shown).click()
  await shown.getByRole('button', { name: 'Continue in the background' }).last().click()
  await expect(shown).toBeHidden()
  await expect(page.getByText('많은 것.csv: 20,000 added, 0 merged')).toBeVisible({ timeout: 60_000 })
  await page.getByRole('button', { name: 'Report', exact: true }).click()
  await expect(number(importDialog(page), 'Added')).toHaveText('20,000')
})

test('stopped, it leaves nothing behind', async ({ app }) => {
  const { page } = app
  const shown = await choose(page, file('멈출 것.csv', many(50_000)))
  await expect(entries(shown)).toHaveText('50,000 terms')
  await bringIn(shown).click()
  await shown.getByRole('button', { name: 'Stop', exact: true }).click()
  await expect(page.getByText('Stopped: nothing of 멈출 것.csv was brought in.')).toBeVisible()
  await expect(bringIn(shown)).toBeEnabled()
  expect(isThere(app, '멈출 것')).toBe(false)
})

const text = `가상시는 12일 가상개발은행(VDB)과 함께 ‘새물결 산업 계획’을 내놓았다. 가상개발은행은 새물결 산업 계획에 3억 위안을 대기로 했다. 하늘강 경제구역은 새물결 산업 계획의 중심이다. 하늘강 경제구역에는 기업 40곳이 모인다.`

test('terms are harvested from the open article by keyboard alone', async ({ app }) => {
  const { page } = app
  await page.keyboard.press('Alt+V')
  await page.getByRole('textbox', { name: 'Korean text' }).fill(text)
  await page.getByRole('button', { name: 'Bring in 1 article' }).click()
  await expect(page.getByText('1 article brought in')).toBeVisible()
  await page.keyboard.press('Alt+Shift+H')
  const shown = dialog(page, 'Harvest terms')
  const grid = shown.getByRole('grid')
  await expect(grid).toBeFocused()
  const row = (source: string) => grid.getByRole('row').filter({ hasText: source })
  await expect(row('가상개발은행')).toContainText('VDB')

  // A letter goes to the filter, Enter back to the list.
  await page.keyboard.press('v')
  const filter = shown.getByRole('searchbox', { name: 'Filter' })
  await expect(filter).toBeFocused()
  await expect(filter).toHaveValue('v')
  await page.keyboard.press('Enter')
  await expect(grid).toBeFocused()
  await page.keyboard.press('Space')
  await expect(row('가상개발은행').getByRole('checkbox')).toBeChecked()
  await expect(shown.getByRole('region', { name: 'Where it stands' }).locator('mark').first()).toHaveText(
    '가상개발은행',
  )
  await filter.fill('새물결')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await page.keyboard.type('New Wave Industrial Plan')
  await page.keyboard.press('Enter')
  await filter.fill('')
  await page.keyboard.press('Enter')
  await expect(row('New Wave Industrial Plan').getByRole('checkbox')).toBeChecked()

  // Ticked without its English it is held back and said so.
  await filter.fill('하늘강')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Space')
  await page.keyboard.press('Escape')
  await expect(shown.getByText('Leave without keeping this?')).toBeVisible()
  await page.keyboard.press('Escape')
  await shown.getByRole('button', { name: 'Add 3 terms' }).click()
  await expect(shown.getByText('2 terms added')).toBeVisible()
  await expect(shown.getByText('1 has no English yet and was held back.')).toBeVisible()
  const harvested = () =>
    listed(app)
      .filter(({ origin }) => origin === 'harvest')
      .map(({ target }) => target)
      .sort()
  expect(harvested()).toEqual(['New Wave Industrial Plan', 'VDB'])
  await shown.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('2 terms taken back')).toBeVisible()
  expect(harvested()).toEqual([])
  await filter.fill('v')
  await expect(row('가상개발은행').getByRole('checkbox')).toBeChecked()
})

test('a look at a paragraph costs nothing of the harvest', async ({ app }) => {
  const { page } = app
  await new Desk(page).goTo(1)
  await page.keyboard.press('Alt+Shift+H')
  const shown = dialog(page, 'Harvest terms')
  await expect(shown.getByRole('grid')).toBeFocused()
  await page.keyboard.press('x')
  await expect(shown.getByText('1 dismissed')).toBeVisible()
  await page.keyboard.press('Enter')
  await page.keyboard.type('kept words')
  await page.keyboard.press('Enter')
  await shown.getByRole('region', { name: 'Where it stands' }).getByRole('button').first().click()
  await expect(shown).toBeHidden()
  await expect(page.locator('[data-side="target"] .monaco-editor')).toBeVisible()
  await page.getByRole('button', { name: 'Back to the harvest' }).click()
  await expect(shown.getByText('kept words')).toBeVisible()
  await expect(shown.getByText('1 dismissed')).toBeVisible()
  await shown.getByRole('button', { name: 'Bring back' }).click()
  await expect(shown.getByText('1 dismissed')).toBeHidden()
})

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme })
    test('the dialogs are open to everyone', async ({ app }) => {
      const { page } = app
      const found: string[] = []
      const look = async (what: string) => {
        const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze()
        for (const { id, nodes } of violations)
          for (const { html, failureSummary } of nodes)
            found.push([what, id, html.slice(0, 160), failureSummary].join('\n    '))
      }
      const shown = await choose(page, file('지명.csv', 'ko,en,bad\n가상시,Gasang,\n,none,\n'))
      await expect(entries(shown)).toHaveText('1 term')
      await look('preview')
      await bringIn(shown).click()
      await expect(number(shown, 'Added')).toHaveText('1')
      await look('report')
      await closeDialog(page)
      await page.keyboard.press('Alt+Shift+I')
      await look('choose')
      await closeDialog(page)
      await page.keyboard.press('Alt+Shift+X')
      await expect(dialog(page, 'Hand over glossaries').getByRole('checkbox').first()).toBeVisible()
      await look('hand over')
      await closeDialog(page)
      await page.keyboard.press('Alt+Shift+H')
      const harvest = dialog(page, 'Harvest terms')
      await expect(harvest.getByRole('grid')).toBeFocused()
      await page.keyboard.press('Space')
      await look('harvest')
      await harvest.getByRole('button', { name: 'Look elsewhere…' }).click()
      await look('where to look')
      expect(found).toEqual([])
    })
  })
}
