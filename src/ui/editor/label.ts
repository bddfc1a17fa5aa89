import type { editor } from 'monaco-editor/editor.js'

/**
 * Gives the field one types into its own name for assistive software. Monaco puts "not accessible" in its place while
 * the mode for screen readers is off, and sets it anew whenever an option changes or the field is made again.
 */
export const nameField = (pane: editor.ICodeEditor, label: () => string): (() => void) => {
  const apply = () =>
    pane
      .getDomNode()
      ?.querySelector('.native-edit-context, textarea.inputarea')
      ?.setAttribute('aria-label', label())
  const heard = pane.onDidChangeConfiguration(() => setTimeout(apply))
  apply()
  return () => heard.dispose()
}
