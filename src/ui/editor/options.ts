import type { editor } from 'monaco-editor/editor.js'

export const FONT_FAMILY =
  "Pretendard, 'Apple SD Gothic Neo', 'Malgun Gothic', 'Noto Sans CJK KR', system-ui, sans-serif"

/** What the user can set about the desk. Sizes in CSS pixels, line height as a multiple of the font size. */
export interface DeskLook {
  fontSize: number
  lineHeight: number
  screenReader: boolean
  editContext: boolean
}

export const lookOptions = (look: DeskLook): editor.IEditorOptions => ({
  fontSize: look.fontSize,
  lineHeight: Math.round(look.fontSize * look.lineHeight),
  // `off` hides the text from readers and `auto` does not find them all; so it is the user's word.
  accessibilitySupport: look.screenReader ? 'on' : 'off',
  editContext: look.editContext,
})

/** The list of completions; with `chosen` its first entry stands ready for Enter. */
export const suggestOptions = (chosen: boolean): editor.ISuggestOptions => ({
  showWords: false,
  showIcons: false,
  preview: false,
  snippetsPreventQuickSuggestions: false,
  selectionMode: chosen ? 'always' : 'never',
})

export const paneOptions = (look: DeskLook): editor.IStandaloneEditorConstructionOptions => ({
  ...lookOptions(look),
  fontFamily: FONT_FAMILY,
  fontWeight: '400',
  // Lines are broken by the sum of single characters (wrap.ts), so nothing may join them; desk.css takes kerning away.
  fontLigatures: false,
  theme: 'naranhi',
  wordWrap: 'on',
  wrappingStrategy: 'simple',
  wordBreak: 'keepAll',
  wrappingIndent: 'none',
  automaticLayout: true,
  minimap: { enabled: false },
  glyphMargin: true,
  // Wide enough for any article: a gutter that grows with the numbers would break every line anew.
  lineNumbersMinChars: 4,
  lineDecorationsWidth: 10,
  folding: false,
  overviewRulerLanes: 0,
  overviewRulerBorder: false,
  hideCursorInOverviewRuler: true,
  renderLineHighlight: 'none',
  renderWhitespace: 'none',
  renderControlCharacters: true,
  occurrencesHighlight: 'off',
  selectionHighlight: false,
  matchBrackets: 'never',
  guides: { indentation: false, bracketPairs: false },
  bracketPairColorization: { enabled: false },
  autoClosingBrackets: 'never',
  autoClosingQuotes: 'never',
  autoSurround: 'never',
  autoIndent: 'none',
  dragAndDrop: false,
  dropIntoEditor: { enabled: false },
  pasteAs: { enabled: false },
  links: false,
  colorDecorators: false,
  contextmenu: false,
  roundedSelection: false,
  scrollBeyondLastLine: false,
  scrollBeyondLastColumn: 0,
  stickyScroll: { enabled: false },
  stopRenderingLineAfter: -1,
  unusualLineTerminators: 'off',
  unicodeHighlight: { ambiguousCharacters: false, invisibleCharacters: true, nonBasicASCII: false },
  wordBasedSuggestions: 'off',
  quickSuggestions: { other: 'on', comments: 'off', strings: 'off' },
  quickSuggestionsDelay: 60,
  suggestOnTriggerCharacters: true,
  acceptSuggestionOnCommitCharacter: false,
  acceptSuggestionOnEnter: 'on',
  suggest: suggestOptions(false),
  suggestSelection: 'first',
  hover: { delay: 350, above: false },
  // Room made on one side alone would put the pairs out of level.
  find: { addExtraSpaceOnTop: false, seedSearchStringFromSelection: 'selection' },
  fixedOverflowWidgets: true,
  // Tab goes on to the next part of the window: an editor one cannot leave is a trap.
  tabFocusMode: true,
  padding: { top: 12, bottom: 160 },
  mouseWheelZoom: false,
  'semanticHighlighting.enabled': false,
})
