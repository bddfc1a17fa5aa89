import { expect, type Locator, type Page } from '@playwright/test'
import { dialog, run } from './dialogs.ts'
import { file, type GivenFile } from './files.ts'

/** Chooses files in the dialog that brings memories in; it stays open with its preview. */
export const chooseMemory = async (page: Page, ...files: GivenFile[]): Promise<Locator> => {
  await run(page, 'Bring in a memory…')
  await page.getByTestId('memory-files').setInputFiles(files)
  return dialog(page, 'Bring in a memory')
}

/** A number of the report that stands at the end of bringing in. */
export const reported = (shown: Locator, what: string): Locator =>
  shown.getByTestId('memory-report').getByText(what, { exact: true }).locator('xpath=following-sibling::dd')

/** Brings units in as a table, into a memory of the file's name. */
export const bringInUnits = async (
  page: Page,
  name: string,
  rows: readonly (readonly [string, string])[],
): Promise<void> => {
  const csv = ['source,target', ...rows.map((row) => row.map((cell) => `"${cell}"`).join(','))].join('\n')
  const shown = await chooseMemory(page, file(`${name}.csv`, csv))
  await shown.getByRole('button', { name: 'Bring in', exact: true }).click()
  await expect(reported(shown, 'Read')).toHaveText(String(rows.length))
  await shown.getByRole('button', { name: 'Close' }).last().click()
  await expect(shown).toBeHidden()
}

/** The memory view as a user handles it. */
export class MemoryTable {
  readonly page: Page
  readonly grid: Locator
  readonly search: Locator

  constructor(page: Page) {
    this.page = page
    this.grid = page.getByRole('grid')
    this.search = page.getByRole('searchbox', { name: 'Search the memory' })
  }

  /** Opens the view and narrows it to one memory. */
  async open(memory: string): Promise<void> {
    await run(this.page, 'Memory')
    await this.page.getByRole('combobox', { name: 'Memory' }).selectOption({ label: memory })
    await expect(this.row(0)).toBeVisible()
  }

  /** By its place in the list, from 0. */
  row(place: number): Locator {
    return this.grid.locator(`[aria-rowindex="${place + 2}"]`)
  }

  /** The rows that say this somewhere. */
  rowsOf(text: string): Locator {
    return this.grid.getByRole('row').filter({ hasText: text })
  }

  async counts(count: number): Promise<void> {
    await expect(
      this.page.getByText(`${count} ${count === 1 ? 'unit' : 'units'} found`, { exact: true }),
    ).toBeVisible()
  }

  async find(text: string, count: number): Promise<void> {
    await this.search.fill(text)
    await this.counts(count)
  }

  /** Puts the keyboard on the first row of what was found. */
  async enter(): Promise<void> {
    await this.search.press('ArrowDown')
    await expect(this.grid).toBeFocused()
  }
}
