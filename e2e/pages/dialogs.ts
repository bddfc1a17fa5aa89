import { expect, type Locator, type Page } from '@playwright/test'

/** Opens the palette, looks for a command by its English name and runs it. */
export const run = async (page: Page, label: string): Promise<void> => {
  await page.keyboard.press('F1')
  const field = page.getByRole('textbox', { name: 'Commands and articles' })
  await field.fill(label)
  await expect(page.getByRole('option').first()).toContainText(label)
  await page.keyboard.press('Enter')
  await expect(field).toBeHidden()
}

export const dialog = (page: Page, name: string | RegExp): Locator => page.getByRole('dialog', { name })

export const closeDialog = async (page: Page): Promise<void> => {
  await page.keyboard.press('Escape')
  const leave = page.getByRole('button', { name: 'Leave', exact: true })
  const dialogs = page.getByRole('dialog')
  // Where something would be lost, the dialog asks first.
  await expect(async () => expect((await leave.count()) + (await dialogs.count()) !== 1).toBe(true)).toPass()
  if (await leave.isVisible()) await leave.click()
  await expect(dialogs).toHaveCount(0)
}

/** One page of the settings, to be closed by the caller. */
export const openSettings = async (page: Page, tab: 'General' | 'Editor' | 'Keyboard'): Promise<Locator> => {
  await page.keyboard.press('Control+,')
  await page.getByRole('tab', { name: tab }).click()
  return dialog(page, 'Settings')
}

/** Changes a check box of the editor page and goes back to the desk. */
export const setEditorOption = async (page: Page, label: RegExp, on: boolean): Promise<void> => {
  const settings = await openSettings(page, 'Editor')
  await settings.getByRole('checkbox', { name: label }).setChecked(on)
  await closeDialog(page)
}

export const setTextSize = async (page: Page, pixels: number): Promise<void> => {
  const settings = await openSettings(page, 'Editor')
  await settings.getByRole('slider', { name: /^Text size/ }).fill(String(pixels))
  await expect(settings.getByText(`Text size: ${pixels} px`)).toBeVisible()
  await closeDialog(page)
}
