import type { editor } from 'monaco-editor/editor.js'

/** `editor.PositionAffinity.Right`. */
export const BEHIND = 1 as editor.PositionAffinity

/** The parts of Monaco's view model that are used here; checked in `internals.test.ts`. */
interface Accessor {
  insertWhitespace(afterViewLine: number, ordinal: number, height: number, minWidth: number): string
  changeOneWhitespace(id: string, afterViewLine: number, height: number): void
  removeWhitespace(id: string): void
}
interface ViewModel {
  changeWhitespace(change: (accessor: Accessor) => void): void
  coordinatesConverter: {
    getModelLineViewLineCount(lineNumber: number): number
    convertModelPositionToViewPosition(
      position: { lineNumber: number; column: number },
      affinity: editor.PositionAffinity,
    ): { lineNumber: number }
  }
  viewLayout: { getWhitespaceViewportData(): { id: string }[] }
}

/**
 * White space behind paragraphs, put straight into Monaco's layout. A view zone would do the same with an element of
 * its own for each: ten thousand elements for an article of 5,000 paragraphs, to draw nothing.
 */
export interface Whitespace {
  readonly of: unknown
  /** View lines of every paragraph. */
  lineCounts(count: number): number[]
  lineCount(lineNumber: number): number
  /** Takes `ids` away and puts white space of these heights (pixels) behind the paragraphs; gives the new ids. */
  replaceAll(ids: readonly string[], lineCounts: readonly number[], heights: readonly number[]): string[]
  change(id: string, lineNumber: number, height: number): void
}

/** For an editor's present view model; `before` is given back where it still is that one's. */
export const whitespaceOf = (pane: editor.ICodeEditor, before: Whitespace | null): Whitespace | null => {
  const viewModel = (pane as unknown as { _getViewModel(): ViewModel | null })._getViewModel()
  if (!viewModel) return null
  if (before?.of === viewModel) return before
  const ours = new Set<string>()
  const { viewLayout, coordinatesConverter } = viewModel
  // Monaco's zones look every visible white space up among themselves and would not find ours.
  const all = viewLayout.getWhitespaceViewportData.bind(viewLayout)
  viewLayout.getWhitespaceViewportData = () => all().filter(({ id }) => !ours.has(id))
  return {
    of: viewModel,
    lineCounts: (count) =>
      Array.from({ length: count }, (_, index) => coordinatesConverter.getModelLineViewLineCount(index + 1)),
    lineCount: (lineNumber) => coordinatesConverter.getModelLineViewLineCount(lineNumber),
    replaceAll: (ids, lineCounts, heights) => {
      const fresh: string[] = []
      viewModel.changeWhitespace((accessor) => {
        for (const id of ids) accessor.removeWhitespace(id)
        ours.clear()
        let viewLine = 0
        heights.forEach((height, index) => {
          viewLine += lineCounts[index] ?? 1
          const id = accessor.insertWhitespace(viewLine, 0, height, 0)
          ours.add(id)
          fresh.push(id)
        })
      })
      return fresh
    },
    change: (id, lineNumber, height) => {
      const model = pane.getModel()
      if (!model) return
      const position = { lineNumber, column: model.getLineMaxColumn(lineNumber) }
      // Behind text that is only shown, too.
      const { lineNumber: viewLine } = coordinatesConverter.convertModelPositionToViewPosition(
        position,
        BEHIND,
      )
      viewModel.changeWhitespace((accessor) => accessor.changeOneWhitespace(id, viewLine, height))
    },
  }
}
