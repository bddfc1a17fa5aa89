import type { editor } from 'monaco-editor/editor.js'

/** CSS pixels between the end of one paragraph and the start of the next. */
export const PARAGRAPH_GAP = 14

interface Zone extends editor.IViewZone {
  domNode: HTMLElement
  heightInPx: number
}

interface Pane {
  editor: editor.ICodeEditor
  zones: Zone[]
  ids: string[]
}

/** Monaco counts view lines in its view model; asking there is one look-up where the public way is four. */
interface WithViewModel {
  _getViewModel(): { coordinatesConverter: { getModelLineViewLineCount(lineNumber: number): number } } | null
}

/**
 * Keeps both sides level: behind each paragraph stands a zone that fills what its partner is taller, so that the
 * next pair starts on one height, at any width and font size. Both panes then have one height and one scroll.
 */
export class Alignment {
  private readonly panes: [Pane, Pane]
  private pending = 0
  private active = -1

  constructor(source: editor.ICodeEditor, target: editor.ICodeEditor) {
    this.panes = [
      { editor: source, zones: [], ids: [] },
      { editor: target, zones: [], ids: [] },
    ]
  }

  /** View lines a paragraph takes on one side. */
  private linesOf(pane: Pane, lineNumber: number): number {
    const viewModel = (pane.editor as unknown as WithViewModel)._getViewModel()
    return viewModel?.coordinatesConverter.getModelLineViewLineCount(lineNumber) ?? 1
  }

  private lineHeight(pane: Pane): number {
    return pane.editor.getLineHeightForPosition({ lineNumber: 1, column: 1 })
  }

  private heights(lineNumber: number, lineHeight: number): [number, number] {
    const [left, right] = this.panes
    const source = this.linesOf(left, lineNumber)
    const target = this.linesOf(right, lineNumber)
    const most = Math.max(source, target)
    return [(most - source) * lineHeight + PARAGRAPH_GAP, (most - target) * lineHeight + PARAGRAPH_GAP]
  }

  /** Builds all zones anew: after an article was opened, split or joined. */
  rebuild(): void {
    const count = this.panes[0].editor.getModel()?.getLineCount() ?? 0
    const lineHeight = this.lineHeight(this.panes[0])
    const heights = Array.from({ length: count }, (_, index) => this.heights(index + 1, lineHeight))
    this.panes.forEach((pane, side) => {
      pane.editor.changeViewZones((accessor) => {
        for (const id of pane.ids) accessor.removeZone(id)
        pane.zones = heights.map((pair, index) => {
          const domNode = document.createElement('div')
          domNode.className = 'desk-gap'
          return {
            afterLineNumber: index + 1,
            heightInPx: pair[side] ?? PARAGRAPH_GAP,
            domNode,
            suppressMouseDown: false,
            showInHiddenAreas: true,
          }
        })
        pane.ids = pane.zones.map((zone) => accessor.addZone(zone))
      })
    })
    this.mark(this.active)
  }

  /** After a resize or another font: all heights are taken again, in the next frame and once. */
  realignSoon(): void {
    if (this.pending) return
    this.pending = requestAnimationFrame(() => {
      this.pending = 0
      this.update(this.panes[0].zones.map((_, index) => index + 1))
    })
  }

  /** After typing: only the lines that changed. */
  update(lineNumbers: readonly number[]): void {
    const lineHeight = this.lineHeight(this.panes[0])
    const changed: [number[], number[]] = [[], []]
    for (const lineNumber of lineNumbers) {
      const pair = this.heights(lineNumber, lineHeight)
      this.panes.forEach((pane, side) => {
        const zone = pane.zones[lineNumber - 1]
        const height = pair[side]
        if (!zone || height === undefined || zone.heightInPx === height) return
        zone.heightInPx = height
        changed[side as 0 | 1].push(lineNumber - 1)
      })
    }
    this.panes.forEach((pane, side) => {
      const which = changed[side as 0 | 1]
      if (which.length === 0) return
      pane.editor.changeViewZones((accessor) => {
        for (const index of which) {
          const id = pane.ids[index]
          if (id !== undefined) accessor.layoutZone(id)
        }
      })
    })
  }

  /** Shows which pair is being worked on. */
  mark(index: number): void {
    for (const pane of this.panes) {
      pane.zones[this.active]?.domNode.classList.remove('desk-gap-active')
      pane.zones[index]?.domNode.classList.add('desk-gap-active')
    }
    this.active = index
  }

  dispose(): void {
    cancelAnimationFrame(this.pending)
  }
}
