import type { editor } from 'monaco-editor/editor.js'
import { undoService } from './monaco.ts'

/**
 * A step of undo that text edits cannot express: split and join (both sides at once), edited source, lock. It goes
 * on the target's own undo stack, between the text edits before and after it, so that undo walks back in the order
 * things were done. Gives whether it is still the last.
 */
export const pushUndoStep = (
  target: editor.ITextModel,
  step: { label: string; undo: () => void; redo: () => void },
): (() => boolean) => {
  target.pushStackElement()
  const element = {
    type: 0 as const,
    resource: target.uri,
    label: step.label,
    code: 'naranhi.structure',
    undo: step.undo,
    redo: step.redo,
  }
  undoService().pushElement(element)
  return () => undoService().getLastElement(target.uri) === element
}

/** Forgets the undo steps of a model whose edits are undone elsewhere. */
export const forgetUndo = (model: editor.ITextModel): void => undoService().removeElements(model.uri)
