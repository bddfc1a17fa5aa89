import { firstWord, ghostRest, type GhostOffer } from './ghostRest.ts'
import { editor, Range } from './monaco.ts'

type Pane = editor.ICodeEditor

export interface GhostState {
  /** Whether something stands in the way: a syllable is being composed, the paragraph is locked. */
  isBarred(index: number): boolean
  /** The lines of a paragraph may be more or fewer than before. */
  changed(lineNumber: number): void
}

interface Shown {
  index: number
  offset: number
  /** As it would be with all of it taken, and what is missing of it. */
  text: string
  rest: string
  says: string
}

/**
 * The best match as ghost text behind the caret: text Monaco puts into the view and not into the model, so that lines
 * break round it as if it were written and both sides stay level.
 */
export class GhostText {
  private readonly pane: Pane
  private readonly state: GhostState
  private readonly drawn: editor.IEditorDecorationsCollection
  private readonly stops: { dispose(): void }[]
  private offers: { index: number; texts: readonly GhostOffer[] } | null = null
  private now: Shown | null = null
  /** What moves under a pressed mouse would be selected. */
  private pressed = false

  constructor(pane: Pane, state: GhostState) {
    this.pane = pane
    this.state = state
    this.drawn = pane.createDecorationsCollection()
    const onUp = () => {
      if (!this.pressed) return
      this.pressed = false
      // After whatever the click itself does.
      setTimeout(() => this.refresh())
    }
    window.addEventListener('mouseup', onUp, { capture: true })
    this.stops = [{ dispose: () => window.removeEventListener('mouseup', onUp, { capture: true }) }]
  }

  /** To be told of a mouse pressed on either side. */
  pressing(): void {
    this.pressed = true
  }

  /** What may be continued in a paragraph, the best first; null for nothing. */
  offer(index: number, texts: readonly GhostOffer[] | null): void {
    this.offers = texts && texts.length > 0 ? { index, texts } : null
    this.refresh()
  }

  get shown(): Shown | null {
    return this.now
  }

  /** The paragraph's text with the next word of the ghost. */
  get withNextWord(): string | null {
    if (!this.now) return null
    const { text, rest } = this.now
    return text.slice(0, text.length - rest.length) + firstWord(rest)
  }

  private wanted(): Shown | null {
    const model = this.pane.getModel()
    const selections = this.pane.getSelections()
    if (!this.offers || !model || selections?.length !== 1) return null
    const { index, texts } = this.offers
    const lineNumber = index + 1
    const [selection] = selections
    if (!selection?.isEmpty() || selection.positionLineNumber !== lineNumber) return null
    if (lineNumber > model.getLineCount() || this.state.isBarred(index)) return null
    const written = model.getLineContent(lineNumber)
    if (selection.positionColumn !== written.length + 1) return null
    for (const { text, says } of texts) {
      const rest = ghostRest(text, written)
      if (rest !== null) return { index, offset: written.length, text, rest, says }
    }
    return null
  }

  /** Shows, moves or takes away what the caret and the text now call for. */
  refresh(): void {
    if (this.pressed) return
    const before = this.now
    const next = this.wanted()
    if (
      before?.index === next?.index &&
      before?.offset === next?.offset &&
      before?.text === next?.text &&
      before?.says === next?.says
    )
      return
    this.now = next
    this.drawn.set(next ? decorationsOf(next) : [])
    for (const index of new Set([before?.index, next?.index]))
      if (index !== undefined) this.state.changed(index + 1)
  }

  dispose(): void {
    for (const stop of this.stops) stop.dispose()
  }
}

const decorationsOf = ({ index, offset, rest, says }: Shown): editor.IModelDeltaDecoration[] => {
  const range = new Range(index + 1, offset + 1, index + 1, offset + 1)
  // The caret stands before what is not there.
  const cursorStops = editor.InjectedTextCursorStops.Left
  return [
    {
      range,
      options: {
        showIfCollapsed: true,
        before: { content: rest, inlineClassName: 'desk-ghost', cursorStops },
        after: {
          content: `\u00a0\u00a0${says}`.replaceAll(' ', '\u00a0'),
          inlineClassName: 'desk-ghost-says',
          cursorStops,
        },
      },
    },
  ]
}
