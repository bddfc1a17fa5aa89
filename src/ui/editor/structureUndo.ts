import type { editor } from 'monaco-editor/editor.js'
import { undoService } from './monaco.ts'

/**
 * A step of undo that text edits cannot express: split and join (both sides at once), edited source, lock. It goes
 * on the target's own undo stack, between the text edits before and after it, so that undo walks back in the order
 * things were done.
 */
export const pushUndoStep = (
  target: editor.ITextModel,
  step: { label: string; undo: () => void; redo: () => void },
): void => {
  target.pushStackElement()
  undoService().pushElement({
    type: 0,
    resource: target.uri,
    label: step.label,
    code: 'naranhi.structure',
    undo: step.undo,
    redo: step.redo,
  })
}

/** Forgets the undo steps of a model whose edits are undone elsewhere. */
export const forgetUndo = (model: editor.ITextModel): void => undoService().removeElements(model.uri)
