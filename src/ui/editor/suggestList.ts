import { takesEnter } from '#core/term/completeEnter.ts'
import type { DeskSuggestion } from './desk.ts'
import { editor, KeyCode } from './monaco.ts'
import { suggestOptions } from './options.ts'
import { typedPart, wordBefore } from './typedPart.ts'

const WALKING: ReadonlySet<KeyCode> = new Set([
  KeyCode.UpArrow,
  KeyCode.DownArrow,
  KeyCode.PageUp,
  KeyCode.PageDown,
])

/**
 * Whose key it is while the list of completions is open. The list comes by itself as one types, so Enter and Tab stay
 * what they are unless the user has gone into the list, or what is typed can mean nothing but its first entry.
 */
export class SuggestList {
  private readonly pane: editor.ICodeEditor
  private first: DeskSuggestion | null = null
  private chosen = false
  /** The user has moved in the list, or called it: what is marked in it is meant. */
  private entered = false
  private readonly stops: { dispose(): void }[]

  constructor(pane: editor.ICodeEditor) {
    this.pane = pane
    this.stops = [
      pane.onDidChangeModelContent(() => (this.entered = false)),
      pane.onKeyDown((event) => {
        if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || !this.isOpen) return
        if (WALKING.has(event.keyCode)) this.entered = true
        if (event.keyCode !== KeyCode.Tab || this.isMarked || !this.first?.inParagraph) return
        event.preventDefault()
        event.stopPropagation()
        pane.trigger('naranhi', 'focusAndAcceptSuggestion', null)
      }),
    ]
  }

  private query(selector: string): boolean {
    return this.pane.getDomNode()?.querySelector(`.suggest-widget.visible ${selector}`) != null
  }

  private get isOpen(): boolean {
    return this.query('.monaco-list-row')
  }

  private get isMarked(): boolean {
    return this.query('.monaco-list-row.focused')
  }

  /** Whether Tab takes something from the list as it stands. */
  get takesTab(): boolean {
    return this.isOpen && (this.isMarked || this.first?.inParagraph === true)
  }

  /** The list is about to show these; it is marked where Enter would take it. */
  offered(suggestions: readonly DeskSuggestion[]): void {
    this.first = suggestions[0] ?? null
    const chosen = this.takesFirst()
    if (chosen === this.chosen) return
    this.chosen = chosen
    this.pane.updateOptions({ suggest: suggestOptions(chosen) })
  }

  /** The list was called for by its own key. */
  called(): void {
    this.entered = true
  }

  private takesFirst(): boolean {
    const { first } = this
    const position = this.pane.getPosition()
    const model = this.pane.getModel()
    if (!first || !position || !model) return false
    const before = model.getLineContent(position.lineNumber).slice(0, position.column - 1)
    const part = typedPart(before, wordBefore(before), [first.text, first.source])
    // A word that stands elsewhere in the article as a whole is a word.
    const isWord = (word: string) =>
      model.findMatches(word, false, false, false, ' \t.,;:!?()[]{}“”"‘’\'/—–-', false, 2).length > 1
    return takesEnter(part, first, isWord)
  }

  /**
   * Whether a key pressed now belongs to the list. Asked before anything else hears of the key, and about what stands
   * there now: the list may still be that of the letter before.
   */
  wants(event: KeyboardEvent): boolean {
    if (event.ctrlKey || event.metaKey || event.altKey || !this.isOpen) return false
    if (/^(Escape|ArrowUp|ArrowDown|PageUp|PageDown)$/.test(event.key)) return true
    if (event.key !== 'Enter' || event.shiftKey) return false
    if (this.entered && this.isMarked) return true
    const takes = this.takesFirst()
    if (!takes) this.pane.trigger('naranhi', 'hideSuggestWidget', null)
    else if (!this.isMarked) this.pane.trigger('naranhi', 'selectFirstSuggestion', null)
    return takes
  }

  dispose(): void {
    for (const stop of this.stops) stop.dispose()
  }
}
