import type { editor } from 'monaco-editor/editor.js'
import { BEHIND, whitespaceOf, type Whitespace } from './whitespace.ts'

/** CSS pixels between the end of one paragraph and the start of the next. */
export const PARAGRAPH_GAP = 14

interface Pane {
  editor: editor.ICodeEditor
  whitespace: Whitespace | null
  /** Ids of the white space behind each paragraph, how high it has to be, and the rows of the text before it. */
  ids: string[]
  heights: number[]
  counts: number[]
  /** The zone that stands in for the white space of the paragraph being worked on, since it is tinted. */
  zone: { id: string; zone: editor.IViewZone & { heightInPx: number } } | null
}

/**
 * Keeps both sides level: behind each paragraph stands white space that fills what its partner is taller, so that
 * the next pair starts on one height, at any width and font size. Both panes then have one height and one scroll.
 */
export class Alignment {
  private readonly panes: [Pane, Pane]
  private pending = false
  private disposed = false
  private active = -1

  constructor(source: editor.ICodeEditor, target: editor.ICodeEditor) {
    const pane = (of: editor.ICodeEditor): Pane => ({
      editor: of,
      whitespace: null,
      ids: [],
      heights: [],
      counts: [],
      zone: null,
    })
    this.panes = [pane(source), pane(target)]
  }

  private gaps(linesLeft: number, linesRight: number, lineHeight: number): [number, number] {
    const most = Math.max(linesLeft, linesRight)
    return [(most - linesLeft) * lineHeight + PARAGRAPH_GAP, (most - linesRight) * lineHeight + PARAGRAPH_GAP]
  }

  private get lineHeight(): number {
    return this.panes[0].editor.getLineHeightForPosition({ lineNumber: 1, column: 1 })
  }

  /** Builds everything anew: after an article was opened, split or joined, after a resize or with another font. */
  rebuild(): void {
    const [left, right] = this.panes
    const count = left.editor.getModel()?.getLineCount() ?? 0
    for (const pane of this.panes) pane.whitespace = whitespaceOf(pane.editor, pane.whitespace)
    const { lineHeight } = this
    const lines = this.panes.map((pane) => pane.whitespace?.lineCounts(count) ?? [])
    const gaps = Array.from({ length: count }, (_, index) =>
      this.gaps(lines[0]?.[index] ?? 1, lines[1]?.[index] ?? 1, lineHeight),
    )
    const active = this.active
    // Not by `mark`: what it would give back belongs to lines that may be gone.
    this.active = -1
    for (const pane of this.panes) {
      const held = pane.zone
      pane.zone = null
      if (held) pane.editor.changeViewZones((accessor) => accessor.removeZone(held.id))
    }
    ;[left, right].forEach((pane, side) => {
      pane.heights = gaps.map((pair) => pair[side as 0 | 1])
      pane.counts = lines[side] ?? []
      pane.ids = pane.whitespace?.replaceAll(pane.ids, lines[side] ?? [], pane.heights) ?? []
    })
    this.mark(active < count ? active : -1)
  }

  /** After a resize or another font: once, as soon as Monaco has broken its lines anew and before it draws them. */
  realignSoon(): void {
    if (this.pending) return
    this.pending = true
    queueMicrotask(() => {
      this.pending = false
      if (!this.disposed) this.rebuild()
    })
  }

  /** After typing: only the lines that changed. */
  update(lineNumbers: readonly number[]): void {
    const { lineHeight } = this
    for (const lineNumber of lineNumbers) {
      const index = lineNumber - 1
      const counts = this.panes.map((pane) => pane.whitespace?.lineCount(lineNumber) ?? 1)
      const pair = this.gaps(counts[0] ?? 1, counts[1] ?? 1, lineHeight)
      this.panes.forEach((pane, side) => {
        const height = pair[side as 0 | 1]
        const count = counts[side] ?? 1
        // Of the same height, but behind another row: it would stand between the rows of its paragraph.
        if (pane.heights[index] === height && pane.counts[index] === count) return
        pane.heights[index] = height
        pane.counts[index] = count
        if (index === this.active) this.setZone(pane, height)
        else this.setHeight(pane, index, height)
      })
    }
  }

  private setHeight(pane: Pane, index: number, height: number): void {
    const id = pane.ids[index]
    if (id !== undefined) pane.whitespace?.change(id, index + 1, height)
  }

  private setZone(pane: Pane, height: number): void {
    const held = pane.zone
    if (!held) return
    held.zone.heightInPx = height
    pane.editor.changeViewZones((accessor) => accessor.layoutZone(held.id))
  }

  /** Shows which pair is being worked on; -1 for none. Its white space becomes a zone, which can have a colour. */
  mark(index: number): void {
    if (index === this.active) return
    const before = this.active
    this.active = index
    for (const pane of this.panes) {
      const held = pane.zone
      pane.zone = null
      if (before >= 0) this.setHeight(pane, before, pane.heights[before] ?? PARAGRAPH_GAP)
      const height = pane.heights[index]
      pane.editor.changeViewZones((accessor) => {
        if (held) accessor.removeZone(held.id)
        if (height === undefined) return
        const domNode = document.createElement('div')
        domNode.className = 'desk-gap-active'
        const zone = { afterLineNumber: index + 1, afterColumnAffinity: BEHIND, heightInPx: height, domNode }
        pane.zone = { zone, id: accessor.addZone(zone) }
      })
      if (height !== undefined) this.setHeight(pane, index, 0)
    }
  }

  dispose(): void {
    this.disposed = true
  }
}
