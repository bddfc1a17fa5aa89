import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from '../launch.ts'
import { articles, paragraphs } from '../pages/desk.ts'

// A3: the whole job with the mouse left alone, the focus always to be seen.

const text =
  '[더지엠뉴스] 쑤저우시는 올해 친환경 버스 420대를 새로 들였다. 시민 만족도는 87.5%로 집계됐다. 시는 내년에도 예산 3억 위안을 쓴다.'

/** Whatever has the focus shows it: an outline, a ring, a caret in a field, or a highlighted item. */
const expectVisibleFocus = async (page: Page, what: string) => {
  const seen = await page.evaluate(() => {
    const node = document.activeElement
    if (!(node instanceof HTMLElement) || node === document.body) return 'nothing has the focus'
    const caret = node.matches('input, textarea, select, .native-edit-context, [role=textbox]')
    const style = getComputedStyle(node)
    const outlined = style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) > 0
    const marked = node.hasAttribute('data-highlighted') || style.boxShadow !== 'none'
    return caret || outlined || marked ? '' : node.outerHTML.slice(0, 160)
  })
  expect(seen, `focus after ${what}`).toBe('')
}

/** Tabs on until something named so has the focus; at most 40 times. */
const tabTo = async (page: Page, name: RegExp) => {
  for (let step = 0; step < 40; step++) {
    await page.keyboard.press('Tab')
    const label = await page.evaluate(() => {
      const node = document.activeElement as HTMLElement | null
      const labels = (node as HTMLInputElement | null)?.labels
      return (
        [node?.getAttribute('aria-label'), labels?.[0]?.textContent, node?.textContent].find(Boolean) ?? ''
      )
    })
    await expectVisibleFocus(page, `Tab towards ${name}`)
    if (name.test(label.trim())) return
  }
  throw new Error(`Tab never came to ${name}`)
}

test('import, translate, annotate, confirm, search and hand over by keyboard alone', async ({ app }) => {
  const { page } = app
  const { workspace } = app.started
  await page.mouse.move(0, 0)

  await page.keyboard.press('Alt+V')
  await expect(page.getByRole('textbox', { name: 'Korean text' })).toBeFocused()
  await page.keyboard.insertText(text)
  await expect(page.getByText(/cut: By sentence/)).toBeVisible()
  await tabTo(page, /^Bring in 1 article$/)
  await page.keyboard.press('Enter')
  await expect(page.getByText('1 article brought in')).toBeVisible()
  await expect(page.locator('[data-side="target"] .monaco-editor.focused')).toBeVisible()
  const article = articles(workspace).at(-1)
  const stored = () => paragraphs(workspace, article?.id ?? 0)

  await page.keyboard.type('Suzhou has added 420 green buses this year.')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('¶ 2 ·')).toBeVisible()

  // A word of the source is selected and annotated, and what it says is written.
  await page.keyboard.press('Alt+S')
  await expect(page.locator('[data-side="source"] .monaco-editor.focused')).toBeVisible()
  await page.keyboard.press('Home')
  await page.keyboard.press('Control+Shift+ArrowRight')
  await page.keyboard.press('q')
  const body = page.getByRole('textbox', { name: 'Text of the annotation' })
  await expect(body).toBeFocused()
  await page.keyboard.type('Which survey?')
  await page.keyboard.press('Escape')
  await expect.poll(() => stored()[1]?.annotations[0]?.body).toBe('Which survey?')

  // Out of the editor and around the window, and back.
  await page.keyboard.press('Alt+G')
  await expect(page.getByRole('textbox', { name: /^Number/ })).toBeFocused()
  await page.keyboard.type('2')
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-side="target"] .monaco-editor.focused')).toBeVisible()
  const places = new Set<string>()
  for (let step = 0; step < 8; step++) {
    await page.keyboard.press('F6')
    await expectVisibleFocus(page, 'F6')
    places.add(
      await page.evaluate(() => {
        const region = document.activeElement?.closest<HTMLElement>('[data-region]')
        return region?.dataset.side ?? region?.getAttribute('aria-label') ?? region?.tagName ?? ''
      }),
    )
  }
  expect(places.size, [...places].join(', ')).toBeGreaterThanOrEqual(5)
  await page.keyboard.press('F10')
  await expect(page.getByRole('menuitem', { name: 'File' })).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('menuitem', { name: /Undo/ })).toBeVisible()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('menuitem', { name: /Confirm and go on/ })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Alt+D')

  await page.keyboard.press('Alt+G')
  await expect(page.getByRole('textbox', { name: /^Number/ })).toBeFocused()
  await page.keyboard.type('2')
  await page.keyboard.press('Enter')
  await expect(page.getByText('¶ 2 ·')).toBeVisible()
  await page.keyboard.type('Residents gave it 87.5%.')
  await page.keyboard.press('Control+Enter')
  await page.keyboard.type('The city will spend 300 million yuan next year, too.')
  await page.keyboard.press('Control+Enter')
  await expect
    .poll(() => stored().map(({ status }) => status))
    .toEqual(['confirmed', 'confirmed', 'confirmed'])

  await page.keyboard.press('Alt+Shift+F')
  await expect(page.getByRole('searchbox', { name: 'Search the library' })).toBeFocused()
  await page.keyboard.type('87.5')
  await expect(page.getByText(/^\d+ articles?$/)).toBeVisible()
  await tabTo(page, /쑤저우/)
  await page.keyboard.press('Enter')

  const download = page.waitForEvent('download')
  await page.keyboard.press('Alt+E')
  await expect(page.getByRole('dialog', { name: 'Hand over' })).toBeVisible()
  await tabTo(page, /^Hand over 1 article$/)
  await page.keyboard.press('Enter')
  const path = join(app.folder, 'handed-over.docx')
  await (await download).saveAs(path)
  expect(readFileSync(path).subarray(0, 2).toString()).toBe('PK')
  expect(readdirSync(app.folder)).toContain('handed-over.docx')
})
