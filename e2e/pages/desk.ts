import { execFileSync } from 'node:child_process'
import { expect, type Locator, type Page } from '@playwright/test'
import { cli } from '../launch.ts'

export interface ShownParagraph {
  id: number
  number: number
  source: string
  target: string
  status: string
  annotations: { id: number; kind: string; start: number; end: number; quote: string; body: string }[]
  terms: { source: string; target: string; start: number; end: number }[]
}

/** The command line on the same workspace: what is really on disk, seen by another process. */
export const naranhi = (workspace: string, ...given: string[]): unknown =>
  JSON.parse(
    execFileSync(process.execPath, [cli, ...given, '--json', '--workspace', workspace], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    }),
  ) as unknown

export const articles = (workspace: string) =>
  (
    naranhi(workspace, 'articles') as {
      articles: { id: number; title: string; paragraphs: number; confirmed: number }[]
    }
  ).articles

export const paragraphs = (workspace: string, article: number) =>
  (naranhi(workspace, 'show', String(article)) as { paragraphs: ShownParagraph[] }).paragraphs

/** The desk as a user handles it. */
export class Desk {
  readonly source: Locator
  readonly target: Locator
  readonly page: Page

  constructor(page: Page) {
    this.page = page
    this.source = page.locator('[data-side="source"]')
    this.target = page.locator('[data-side="target"]')
  }

  /** Puts the caret at the start of a paragraph's translation, from 1. */
  async goTo(number: number): Promise<void> {
    await this.page.keyboard.press('Alt+G')
    await this.page.getByRole('textbox', { name: /^Number/ }).fill(String(number))
    await this.page.keyboard.press('Enter')
    await expect(this.page.getByText(`¶ ${number} ·`)).toBeVisible()
    await expect(this.target.locator('.monaco-editor.focused')).toBeVisible()
  }

  async saved(): Promise<void> {
    await expect(this.page.getByTestId('saved')).toHaveAttribute('data-state', 'saved')
  }

  /** What one side shows, the lines of a paragraph joined, spaces as spaces. */
  async text(side: 'source' | 'target'): Promise<string> {
    const lines = await this.page.locator(`[data-side="${side}"] .view-line`).evaluateAll((nodes) =>
      nodes
        .map((node) => ({ top: Number.parseFloat((node as HTMLElement).style.top), text: node.textContent }))
        .sort((a, b) => a.top - b.top)
        .map(({ text }) => text),
    )
    return lines.join('\n').replaceAll('\u00a0', ' ')
  }

  /** Selects a word of the visible source with the mouse. */
  async selectInSource(word: string): Promise<void> {
    const box = await this.page.evaluate((wanted) => {
      const lines = document.querySelectorAll('[data-side="source"] .view-line')
      for (const line of lines) {
        // A term or annotation parts a word into several nodes.
        const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT)
        const places: { node: Node; offset: number }[] = []
        let text = ''
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const own = (node.textContent ?? '').replaceAll('\u00a0', ' ')
          for (let offset = 0; offset < own.length; offset++) places.push({ node, offset })
          text += own
        }
        const at = text.indexOf(wanted)
        const first = places[at]
        const last = places[at + wanted.length - 1]
        if (at < 0 || !first || !last) continue
        const range = document.createRange()
        range.setStart(first.node, first.offset)
        range.setEnd(last.node, last.offset + 1)
        const { left, right, top, bottom } = range.getBoundingClientRect()
        return { left, right, y: (top + bottom) / 2 }
      }
      return null
    }, word)
    if (!box) throw new Error(`The source does not show ${word}`)
    await this.page.mouse.move(box.left + 1, box.y)
    await this.page.mouse.down()
    await this.page.mouse.move(box.right, box.y, { steps: 4 })
    await this.page.mouse.up()
  }
}
