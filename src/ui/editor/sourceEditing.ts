import type { editor } from 'monaco-editor/editor.js'

/**
 * The source is read-only until the user says otherwise, and then only one paragraph of it. Editing ends with the
 * same key, with Escape, when the caret leaves the paragraph, or when the source loses the focus.
 */
export class SourceEditing {
  private line: number | null = null
  private before = ''
  private readonly pane: editor.IStandaloneCodeEditor
  private readonly ended: (index: number, before: string, after: string) => void

  constructor(
    pane: editor.IStandaloneCodeEditor,
    ended: (index: number, before: string, after: string) => void,
  ) {
    this.pane = pane
    this.ended = ended
    pane.onDidChangeCursorPosition((event) => {
      if (this.line !== null && event.position.lineNumber !== this.line) this.finish()
    })
  }

  get index(): number | null {
    return this.line === null ? null : this.line - 1
  }

  begin(index: number): void {
    const model = this.pane.getModel()
    if (!model) return
    this.line = index + 1
    this.before = model.getLineContent(this.line)
    this.pane.updateOptions({ readOnly: false, domReadOnly: false })
    this.pane.getDomNode()?.classList.add('desk-source-editing')
    const position = this.pane.getPosition()
    if (position?.lineNumber !== this.line) {
      this.pane.setPosition({ lineNumber: this.line, column: model.getLineMaxColumn(this.line) })
    }
    this.pane.focus()
  }

  private close(): void {
    this.line = null
    this.pane.updateOptions({ readOnly: true, domReadOnly: true })
    this.pane.getDomNode()?.classList.remove('desk-source-editing')
  }

  finish(): void {
    const { line, before } = this
    if (line === null) return
    const model = this.pane.getModel()
    let after = model?.getLineContent(line) ?? before
    this.close()
    // A paragraph without a source is no paragraph; joining is what takes one away.
    if (after.trim() === '' && model) {
      model.applyEdits([
        {
          range: model
            .getFullModelRange()
            .setStartPosition(line, 1)
            .setEndPosition(line, model.getLineMaxColumn(line)),
          text: before,
        },
      ])
      after = before
    }
    this.ended(line - 1, before, after)
  }

  /** Leaves editing without telling anybody: the text is being replaced from outside. */
  drop(): void {
    if (this.line !== null) this.close()
  }
}
