// Only what the desk uses of Monaco is imported: the editor itself and the features a translator meets.
import { editor, KeyCode, languages, Range, Selection, Uri } from 'monaco-editor/editor.js'
import workerAddress from 'monaco-editor/editor/editor.worker.js?worker&url'
import 'monaco-editor/features/clipboard/register.js'
import 'monaco-editor/features/codeEditor/register.js'
import 'monaco-editor/features/cursorUndo/register.js'
import 'monaco-editor/features/find/register.js'
import 'monaco-editor/features/hover/register.js'
import 'monaco-editor/features/multicursor/register.js'
// The feature of that name registers only the inline kind; the list is the controller's.
import 'monaco-editor/editor/contrib/suggest/browser/suggestController.js'
import 'monaco-editor/features/wordOperations/register.js'
import 'monaco-editor/features/unusualLineTerminators/register.js'
import { StandaloneServices } from 'monaco-editor/editor/standalone/browser/standaloneServices.js'
import { IUndoRedoService } from 'monaco-editor/platform/undoRedo/common/undoRedo.js'
import { installMeasuredLineBreaks } from './lineBreaks.ts'

export const SOURCE_LANGUAGE = 'naranhi-source'
export const TARGET_LANGUAGE = 'naranhi-target'

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(): string },
  ): { createScriptURL(address: string): string }
}

let ready = false

/** Sets Monaco up once: worker, languages, line breaking. */
export const setUpMonaco = (): void => {
  if (ready) return
  ready = true
  // The page's policy lets no plain string become a script: the worker's own address is vouched for by name.
  const vouched = (window as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy('naranhi-worker', {
    createScriptURL: () => workerAddress,
  })
  const address = vouched?.createScriptURL('') ?? workerAddress
  self.MonacoEnvironment = { getWorker: () => new Worker(address, { type: 'module' }) }
  installMeasuredLineBreaks()
  for (const id of [SOURCE_LANGUAGE, TARGET_LANGUAGE]) {
    languages.register({ id })
    // Words as a reader sees them: hyphens and apostrophes belong to English words, Hangul runs are one word.
    languages.setLanguageConfiguration(id, {
      wordPattern: /[\p{L}\p{M}\p{N}]+(?:[-'’.,&][\p{L}\p{M}\p{N}]+)*/gu,
    })
  }
}

export const undoService = () => StandaloneServices.get(IUndoRedoService)

/** Monaco's colours are the window's own, read from its style sheet. */
export const applyTheme = (theme: 'light' | 'dark'): void => {
  const style = getComputedStyle(document.documentElement)
  const colour = (name: string) => style.getPropertyValue(`--${name}`).trim()
  editor.defineTheme('naranhi', {
    base: theme === 'dark' ? 'vs-dark' : 'vs',
    inherit: true,
    rules: [],
    colors: {
      'editor.background': colour('paper'),
      'editor.foreground': colour('ink'),
      'editorLineNumber.foreground': colour('ink-quiet'),
      'editorLineNumber.activeForeground': colour('ink'),
      'editorCursor.foreground': colour('accent'),
      'editor.selectionBackground': theme === 'dark' ? '#2f4f66' : '#c4dcec',
      'editor.inactiveSelectionBackground': theme === 'dark' ? '#2a3b48' : '#dde7ee',
      'editor.lineHighlightBackground': '#00000000',
      'editor.lineHighlightBorder': '#00000000',
      'editor.findMatchBackground': theme === 'dark' ? '#8a5a1c' : '#f3c46b',
      'editor.findMatchHighlightBackground': theme === 'dark' ? '#5b441f99' : '#f8e3b4cc',
      // The line of a match is a whole paragraph here: the match itself is enough.
      'editor.rangeHighlightBackground': '#00000000',
      'editorWidget.background': colour('raised'),
      'editorWidget.border': colour('line'),
      'editorHoverWidget.background': colour('raised'),
      'editorHoverWidget.border': colour('line'),
      'editorSuggestWidget.background': colour('raised'),
      'editorSuggestWidget.border': colour('line'),
      'editorSuggestWidget.foreground': colour('ink'),
      'editorSuggestWidget.selectedBackground': colour('chosen'),
      'editorSuggestWidget.selectedForeground': colour('ink'),
      'editorSuggestWidget.highlightForeground': colour('accent'),
      'editorSuggestWidget.focusHighlightForeground': colour('accent'),
      focusBorder: colour('accent'),
      'scrollbarSlider.background': theme === 'dark' ? '#7c7f8655' : '#8b8b8655',
      'scrollbarSlider.hoverBackground': theme === 'dark' ? '#7c7f8688' : '#8b8b8688',
    },
  })
  editor.setTheme('naranhi')
}

export { editor, KeyCode, languages, Range, Selection, Uri }
