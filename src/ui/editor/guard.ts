import type { editor, IRange } from 'monaco-editor/editor.js'

/**
 * One paragraph is one line, so no edit may make or remove a line: typing over a selection across paragraphs,
 * Backspace at the start of one, paste, drag, delete-line, move-line. They all come through the model's
 * `pushEditOperations`, and there each is turned into edits inside single lines. Split and join do not come this
 * way (see structureUndo.ts).
 */
export interface LineEdit {
  range: IRange
  text: string
}

/** Line breaks of any kind, with the blanks around them, become one space; a break alone (Enter) becomes nothing. */
export const withoutLineBreaks = (text: string): string => {
  if (/^[\r\n\u2028\u2029]\s*$/.test(text) || text === '\r\n') return ''
  return text.replace(/[ \t]*[\r\n\u000b\u000c\u0085\u2028\u2029]+[ \t]*/g, ' ')
}

/**
 * What may be done of an edit: inside one line as it is; across lines the new text goes into the first and the rest
 * of the selection is emptied in each. Locked lines are left alone. The first edit always stands for the one asked
 * for (an empty one if nothing may be done), since the caret is computed from it.
 */
export const singleLineEdits = (
  edit: LineEdit,
  lengthOf: (lineNumber: number) => number,
  isLocked: (lineNumber: number) => boolean,
): LineEdit[] => {
  const { startLineNumber, startColumn, endLineNumber, endColumn } = edit.range
  const text = withoutLineBreaks(edit.text)
  const onLine = (line: number, from: number, to: number, put: string): LineEdit => ({
    range: { startLineNumber: line, startColumn: from, endLineNumber: line, endColumn: to },
    text: put,
  })
  const nothing = onLine(startLineNumber, startColumn, startColumn, '')
  if (startLineNumber === endLineNumber) {
    return [isLocked(startLineNumber) ? nothing : onLine(startLineNumber, startColumn, endColumn, text)]
  }
  // From the end of one line to the start of the next: only the line break is selected.
  const nextLine = endLineNumber === startLineNumber + 1
  const breakAlone = nextLine && startColumn === lengthOf(startLineNumber) + 1 && endColumn === 1
  if (breakAlone && text === '') return [nothing]
  const edits: LineEdit[] = [
    isLocked(startLineNumber)
      ? nothing
      : onLine(startLineNumber, startColumn, lengthOf(startLineNumber) + 1, text),
  ]
  for (let line = startLineNumber + 1; line <= endLineNumber; line++) {
    if (isLocked(line)) continue
    const to = line === endLineNumber ? endColumn : lengthOf(line) + 1
    if (to > 1) edits.push(onLine(line, 1, to, ''))
  }
  return edits
}

// Monaco hands two more arguments on (undo group and reason) than it declares.
type PushEdits = (
  ...given: [...Parameters<editor.ITextModel['pushEditOperations']>, ...unknown[]]
) => ReturnType<editor.ITextModel['pushEditOperations']>

/** Puts the guard on a model. `onRefused` is told when a locked line was to be changed. */
export const guardLines = (
  model: editor.ITextModel,
  isLocked: (lineNumber: number) => boolean,
  onRefused: (lineNumber: number) => void,
): void => {
  const push = model.pushEditOperations.bind(model) as PushEdits
  const guarded: PushEdits = (before, operations, computer, ...rest) => {
    const safe = operations.flatMap((operation) => {
      const range = model.validateRange(operation.range)
      if (isLocked(range.startLineNumber)) onRefused(range.startLineNumber)
      const edits = singleLineEdits(
        { range, text: operation.text ?? '' },
        (line) => model.getLineLength(line),
        isLocked,
      )
      // Monaco finds the caret by the first edit's identifier; edits without one it passes over.
      return edits.map((edit, index) => (index === 0 ? { ...operation, ...edit } : edit))
    })
    return push(before, safe, computer, ...rest)
  }
  model.pushEditOperations = guarded
}
