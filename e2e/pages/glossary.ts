import { expect, type Locator, type Page } from '@playwright/test'
import { naranhi } from './desk.ts'
import { dialog, run } from './dialogs.ts'

export interface StoredTerm {
  id: number
  source: string
  target: string
  variants: string[]
  status: string
  domain: string
  note: string
}

/** The terms on disk, as the command line lists them. */
export const storedTerms = (workspace: string, ...given: string[]): StoredTerm[] =>
  (naranhi(workspace, 'term', 'list', ...given) as { terms: StoredTerm[] }).terms

/** The glossary view as a user handles it. */
export class GlossaryTable {
  readonly page: Page
  readonly grid: Locator
  readonly search: Locator

  constructor(page: Page) {
    this.page = page
    this.grid = page.getByRole('grid')
    this.search = page.getByRole('searchbox', { name: 'Search the glossary' })
  }

  async open(): Promise<void> {
    await run(this.page, 'Glossary')
    await expect(this.row(0)).toBeVisible()
  }

  /** Narrows the view to the glossary of the sample, which the starter glossary is not part of. */
  async openOwn(): Promise<void> {
    await this.open()
    await this.narrowToOwn()
  }

  async narrowToOwn(): Promise<void> {
    await this.page.getByRole('combobox', { name: 'Glossary' }).selectOption({ index: 1 })
    await expect(this.page.getByText(/^\d+ terms found$/)).toBeVisible()
  }

  /** By its place in the list, from 0. */
  row(place: number): Locator {
    return this.grid.locator(`[aria-rowindex="${place + 2}"]`)
  }

  /** The rows that say this somewhere. */
  rowsOf(text: string): Locator {
    return this.grid.getByRole('row').filter({ hasText: text })
  }

  async find(text: string, count: number): Promise<void> {
    await this.search.fill(text)
    await expect(this.page.getByText(`${count} ${count === 1 ? 'term' : 'terms'} found`)).toBeVisible()
  }

  /** Puts the keyboard on the first row of what was found. */
  async enter(): Promise<void> {
    await this.search.press('ArrowDown')
    await expect(this.grid).toBeFocused()
  }

  /** Makes a glossary; the dialog stays open. */
  async addGlossary(name: string): Promise<Locator> {
    await run(this.page, 'Manage glossaries…')
    const glossaries = dialog(this.page, 'Glossaries')
    await glossaries.getByRole('textbox', { name: 'Name of a new glossary' }).fill(name)
    await this.page.keyboard.press('Enter')
    await expect(glossaries.getByRole('textbox', { name: `Name of ${name}` })).toBeVisible()
    return glossaries
  }
}
