import type { editor } from 'monaco-editor/editor.js'
import type { DeskData, DeskLine } from './desk.ts'
import { Range } from './monaco.ts'

type Decoration = editor.IModelDeltaDecoration

/** Decorations of one paragraph on one side: its status and notes in the gutter, spans and terms in the text. */
const marksOfLine = (
  side: 'source' | 'target',
  index: number,
  line: DeskLine,
  data: DeskData,
  stickiness: { grows: editor.TrackedRangeStickiness },
): Decoration[] => {
  const lineNumber = index + 1
  const found: Decoration[] = []
  const marks = data.marks(index).filter((mark) => mark.side === side)
  if (side === 'source') {
    found.push({
      range: new Range(lineNumber, 1, lineNumber, 1),
      options: {
        glyphMarginClassName: `desk-status desk-status-${line.status}`,
        glyphMarginHoverMessage: { value: data.labels.status(line.status) },
      },
    })
  } else if (line.locked) {
    found.push({
      range: new Range(lineNumber, 1, lineNumber, 1),
      options: { glyphMarginClassName: 'desk-lock', glyphMarginHoverMessage: { value: data.labels.locked } },
    })
  }
  const open = data.marks(index).filter((mark) => !mark.resolved).length
  if (side === 'target' && open > 0 && !line.locked) {
    found.push({
      range: new Range(lineNumber, 1, lineNumber, 1),
      options: {
        glyphMarginClassName: 'desk-notes',
        glyphMarginHoverMessage: { value: data.labels.annotations(open) },
      },
    })
  }
  for (const mark of marks) {
    found.push({
      range: new Range(lineNumber, mark.start + 1, lineNumber, mark.end + 1),
      options: {
        className: `desk-mark desk-mark-${mark.kind}${mark.resolved ? ' desk-mark-resolved' : ''}`,
        stickiness: stickiness.grows,
        // The smallest span lies on top, so that a span inside another stays visible.
        zIndex: Math.max(1, 1000 - (mark.end - mark.start)),
      },
    })
  }
  if (side === 'source') {
    for (const term of data.terms(index)) {
      found.push({
        range: new Range(lineNumber, term.start + 1, lineNumber, term.end + 1),
        options: { inlineClassName: `desk-term desk-term-${term.status} desk-term-is-${term.state}` },
      })
    }
  } else {
    for (const wrong of data.wrong(index)) {
      found.push({
        range: new Range(lineNumber, wrong.start + 1, lineNumber, wrong.end + 1),
        options: {
          inlineClassName: `desk-term desk-term-${wrong.forbidden ? 'forbidden' : 'deprecated'}`,
          stickiness: stickiness.grows,
        },
      })
    }
  }
  return found
}

/** Lines drawn beyond what is on screen, so that a small scroll draws nothing new. */
const MARGIN = 30

/**
 * Draws the marks of the paragraphs on screen and a little around them, never of the whole article: what cannot be
 * seen costs nothing, whatever the article's length.
 */
export class Marks {
  private readonly collections: [editor.IEditorDecorationsCollection, editor.IEditorDecorationsCollection]
  private drawn: [number, number] = [0, -1]
  private frame = 0
  private readonly source: editor.ICodeEditor
  private readonly target: editor.ICodeEditor
  private readonly lines: () => readonly DeskLine[]
  private readonly data: DeskData
  private readonly shown: (first: number, last: number) => void

  constructor(
    source: editor.ICodeEditor,
    target: editor.ICodeEditor,
    lines: () => readonly DeskLine[],
    data: DeskData,
    shown: (first: number, last: number) => void,
  ) {
    this.source = source
    this.target = target
    this.lines = lines
    this.data = data
    this.shown = shown
    this.collections = [source.createDecorationsCollection(), target.createDecorationsCollection()]
  }

  private visible(): [number, number] {
    const ranges = this.target.getVisibleRanges()
    const first = (ranges[0]?.startLineNumber ?? 1) - 1
    const last = (ranges.at(-1)?.endLineNumber ?? 1) - 1
    return [first, last]
  }

  /** Draws anew in the next frame. */
  refresh(): void {
    if (this.frame) return
    this.frame = requestAnimationFrame(() => {
      this.frame = 0
      this.draw()
    })
  }

  /** After scrolling: only when something undrawn came into view. */
  scrolled(): void {
    const [first, last] = this.visible()
    if (first < this.drawn[0] || last > this.drawn[1]) this.refresh()
  }

  private draw(): void {
    const lines = this.lines()
    const [first, last] = this.visible()
    const from = Math.max(0, first - MARGIN)
    const to = Math.min(lines.length - 1, last + MARGIN)
    const changed = from !== this.drawn[0] || to !== this.drawn[1]
    this.drawn = [from, to]
    ;([this.source, this.target] as const).forEach((pane, side) => {
      if (!pane.getModel()) return
      const found: Decoration[] = []
      for (let index = from; index <= to; index++) {
        const line = lines[index]
        // 1: NeverGrowsWhenTypingAtEdges. A mark does not swallow what is typed beside it.
        if (line)
          found.push(...marksOfLine(side === 0 ? 'source' : 'target', index, line, this.data, { grows: 1 }))
      }
      this.collections[side as 0 | 1].set(found)
    })
    if (changed) this.shown(from, to)
  }

  dispose(): void {
    cancelAnimationFrame(this.frame)
  }
}
